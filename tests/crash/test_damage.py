"""Damaged files: recovery with all that was backed up, and never an empty notebook in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crash.damaging import BAD, Kind, damage_all

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crash.conftest import Tell


@pytest.mark.parametrize(
    "cases",
    [pytest.param(200, id="short"), pytest.param(2000, id="long", marks=pytest.mark.system)],
)
def test_no_damage_is_taken_for_an_empty_notebook(
    memory_folder: Path, tell: Tell, cases: int
) -> None:
    found = damage_all(memory_folder, cases, seed=1)

    tell(found.line())
    assert sum(found.kinds.values()) == cases
    assert found.bad == []
    assert not any(found.kinds[kind] for kind in BAD)
    assert found.kinds[Kind.RECOVERED] > cases / 2
    assert found.kinds[Kind.TOLD] > 0  # a bit that only a checksum finds
