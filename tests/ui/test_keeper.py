"""Tests of ui.keeper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.errors import NotebookError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.ui.keeper import Keeper


class BrokenError(NotebookError):
    """Stands for whatever the disk can do."""

    def __str__(self) -> str:
        return "Not saved: the disk is full."


def fail() -> None:
    raise BrokenError(None)


def test_a_change_that_is_safe_is_told(keeper: Keeper, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keeper.changed):
        assert keeper.do(lambda: None) is True


def test_what_a_change_made_comes_back(keeper: Keeper) -> None:
    assert keeper.make(lambda: 7) == 7


def test_a_failure_is_a_sentence_and_no_change(keeper: Keeper, qtbot: QtBot) -> None:
    told: list[str] = []
    changes: list[bool] = []
    keeper.failed.connect(told.append)
    keeper.changed.connect(lambda: changes.append(True))
    assert keeper.do(fail) is False
    assert keeper.make(fail) is None
    assert told == ["Not saved: the disk is full."] * 2
    assert changes == []
