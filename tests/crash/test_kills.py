"""Programs killed without warning, at the store and in the window: nothing saved is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.crash.killing import Found
from tests.crash.window_kills import MOST_LOST
from tests.crash.window_kills import Found as FoundInWindows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crash.conftest import Runner, Tell


@pytest.mark.parametrize(
    "kills", [pytest.param(20, id="short"), pytest.param(1000, id="long", marks=pytest.mark.system)]
)
def test_a_writer_that_is_killed_loses_nothing_it_said_was_saved(
    run_script: Runner, tmp_path: Path, tell: Tell, kills: int
) -> None:
    found = Found(**run_script("killing", tmp_path, kills, 1))

    tell(found.line())
    assert (found.kills, found.lost, found.damaged) == (kills, 0, 0)
    assert found.said > kills  # each had something to lose


@pytest.mark.parametrize(
    "kills", [pytest.param(2, id="short"), pytest.param(100, id="long", marks=pytest.mark.system)]
)
def test_a_window_that_is_killed_loses_a_second_of_typing_at_most(
    run_script: Runner, tmp_path: Path, tell: Tell, kills: int
) -> None:
    with ThreadPoolExecutor(2) as threads:  # half of the time of each is spent typing
        halves = list(
            threads.map(
                lambda seed: FoundInWindows(
                    **run_script("window_kills", tmp_path / str(seed), kills // 2, seed)
                ),
                (1, 2),
            )
        )

    for found in halves:
        tell(found.line())
        assert found.kills == kills // 2
        assert found.notes_lost == 0
        assert found.too_much == 0, found.wrong
        assert 0 <= found.most_lost <= MOST_LOST
        assert found.keys >= found.kills  # each had something to lose
