"""Tests of ui.keeper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.errors import NotSavedError, Trouble, UnknownIdError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.ui.keeper import Keeper


FULL = "Not saved: the disk is full. What was saved before is safe. Please try again."


def fail() -> None:
    raise NotSavedError(None, Trouble.DISK_FULL)


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
    assert told == [FULL] * 2
    assert changes == []


def test_what_no_page_shows_is_kept_without_telling_the_pages(keeper: Keeper, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(keeper.changed), qtbot.waitSignal(keeper.kept):
        assert keeper.do(lambda: None, is_shown=False) is True


def test_a_failure_that_was_told_can_be_met_again_in_silence(keeper: Keeper, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(keeper.failed):
        assert keeper.quietly(lambda: keeper.do(fail)) is False
    with qtbot.waitSignal(keeper.failed):
        assert keeper.do(fail) is False


def test_a_closed_keeper_touches_nothing(keeper: Keeper, qtbot: QtBot) -> None:
    calls: list[bool] = []
    keeper.close()
    with qtbot.assertNotEmitted(keeper.kept), qtbot.assertNotEmitted(keeper.failed):
        assert keeper.do(lambda: calls.append(True)) is False
    assert calls == []


def test_taking_back_what_was_deleted_for_ever_is_told_and_not_tried_again(
    keeper: Keeper, qtbot: QtBot
) -> None:
    def gone() -> None:
        raise UnknownIdError("mark", "m1")

    with qtbot.waitSignal(keeper.failed):
        assert keeper.take_back(gone) is True
    with qtbot.waitSignal(keeper.failed):
        assert keeper.take_back(fail) is False, "a full disk may be better the next time"
    with qtbot.waitSignal(keeper.changed):
        assert keeper.take_back(lambda: None) is True
