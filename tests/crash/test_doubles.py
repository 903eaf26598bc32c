"""Two programs at once, changes of layout cut short, and clocks that lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crash.conftest import Runner, Tell


def amounts(short: int, long: int) -> pytest.MarkDecorator:
    """A short run for every day and a long one with the system tests."""
    values = [
        pytest.param(short, id="short"),
        pytest.param(long, id="long", marks=pytest.mark.system),
    ]
    return pytest.mark.parametrize("times", values)


@amounts(25, 500)
def test_of_two_that_start_at_once_one_writes_and_the_other_says_so(
    run_script: Runner, memory_folder: Path, tell: Tell, times: int
) -> None:
    found = run_script("doubles", "starts", memory_folder, times, 1)

    tell(f"{times} double starts: {found['counts']}")
    assert found["tried"] == times
    assert found["wrong"] == []


@amounts(40, 200)
def test_a_change_of_layout_that_is_killed_leaves_the_old_one_or_the_new(
    run_script: Runner, memory_folder: Path, tell: Tell, times: int
) -> None:
    found = run_script("doubles", "migrations", memory_folder, times, 1)

    tell(f"{times} changes of layout killed: {found['counts']}")
    assert found["tried"] == times
    assert found["wrong"] == []


@amounts(50, 500)
def test_a_clock_that_lies_loses_nothing_and_purges_nothing_early(
    run_script: Runner, memory_folder: Path, tell: Tell, times: int
) -> None:
    found = run_script("doubles", "clocks", memory_folder, times, 1)

    tell(f"{times} uses with a clock that is right, behind, in 1970 or in 2100: {found['counts']}")
    assert found["tried"] == times
    assert found["wrong"] == []
    assert found["counts"]["purged early"] == 0
