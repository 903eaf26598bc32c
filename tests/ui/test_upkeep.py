"""Housekeeping: after the first page and now and then; trouble is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from reader.notebook.errors import NotBackedUpError, Trouble
from reader.notebook.housekeeping import Done
from reader.notebook.model import MarkKind, Place
from reader.notebook.notebook import Notebook
from reader.notebook.opening import Lost, open_notebook
from reader.notebook.recovery import newest_good
from reader.ui.upkeep import Upkeep
from tests.ui.conftest import NOON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from reader.app import Desk

PLACE = Place("recurrence", "2026-11", "why", "p", quote="Words")


class Housekeeping:
    """Counts how often it was called, and answers with what it is given."""

    def __init__(self, *answers: Done) -> None:
        self.starts = self.rounds = self.ends = 0
        self._answers = iter(answers)

    def at_start(self) -> Done:
        self.starts += 1
        return next(self._answers, Done())

    def now_and_then(self) -> Done:
        self.rounds += 1
        return next(self._answers, Done())

    def at_end(self) -> Done:
        self.ends += 1
        return next(self._answers, Done())


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


def make(parent: QObject, housekeeping: Housekeeping) -> tuple[Upkeep, list[str]]:
    # As much of it as is used.
    upkeep = Upkeep(lambda: housekeeping, parent)  # type: ignore[arg-type,return-value]
    told: list[str] = []
    upkeep.troubled.connect(told.append)
    return upkeep, told


def trouble(reason: Trouble = Trouble.DISK_FULL) -> Done:
    return Done(trouble=NotBackedUpError(None, reason))


def test_every_half_hour_once_it_has_started(parent: QObject) -> None:
    housekeeping = Housekeeping()
    upkeep, told = make(parent, housekeeping)
    assert (housekeeping.starts, upkeep.is_running) == (0, False)
    upkeep.start()
    assert (housekeeping.starts, upkeep.is_running) == (1, True)
    assert upkeep._timer.interval() == 30 * 60 * 1000
    upkeep._timer.timeout.emit()
    upkeep._timer.timeout.emit()
    assert (housekeeping.starts, housekeeping.rounds) == (1, 2)
    assert told == []


def test_the_same_trouble_is_told_once_and_again_after_it_was_well(parent: QObject) -> None:
    failing = Trouble.FAILING
    answers = (trouble(), trouble(), trouble(failing), Done(), trouble(failing))
    upkeep, told = make(parent, Housekeeping(*answers))
    upkeep.start()
    for _ in answers[1:]:
        upkeep.go_on()
    assert [text.split(".")[0] for text in told] == [
        "No backup could be made: the disk is full",
        "No backup could be made: the disk did not answer as it should",
        "No backup could be made: the disk did not answer as it should",
    ]


def test_a_window_closed_at_once_is_left_alone(parent: QObject) -> None:
    housekeeping = Housekeeping()
    upkeep, _ = make(parent, housekeeping)
    upkeep.finish()
    upkeep.start()
    upkeep.finish()
    assert (housekeeping.starts, housekeeping.ends, upkeep.is_running) == (0, 1, False)


# ---- in the real window


def test_a_backup_is_made_after_the_first_page_and_not_before(
    qtbot: QtBot, open_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_desk()
    first.notebook.marks.add(MarkKind.NOTE, PLACE, "Ring on Monday")
    first.window.close()
    path = first.notebook.path
    assert path is not None
    later = Notebook.open(path, now=lambda: NOON, new_id=lambda: "later")
    assert len(later.backups.all()) == 1, "made when the first window was closed"
    later.marks.add(MarkKind.NOTE, PLACE, "Ring on Tuesday")
    later.close()
    painted: list[bool] = []
    at_start = Upkeep.start

    def start(self: Upkeep) -> None:
        painted.append(not again.window.grab().isNull() and again.window.isVisible())
        at_start(self)

    monkeypatch.setattr(Upkeep, "start", start)
    again = open_desk()
    qtbot.waitUntil(lambda: len(again.notebook.backups.all()) == 2)
    assert painted == [True]
    assert again.window.notice.text == ""
    again.window.close()
    assert not again.upkeep.is_running


def test_what_was_written_on_the_first_day_is_not_taken_for_nothing_on_the_second(
    open_desk: Callable[..., Desk],
) -> None:
    desk = open_desk()
    desk.notebook.marks.add(MarkKind.NOTE, PLACE, "Ring on Monday")
    desk.window.close()
    path = desk.notebook.path
    assert path is not None
    path.write_bytes(b"")
    outcome = open_notebook(path, now=lambda: NOON, new_id=lambda: "new")
    assert isinstance(outcome, Lost)
    assert newest_good(outcome.backups) is not None


def test_a_backup_that_fails_is_told_in_the_notice(
    qtbot: QtBot, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk()
    qtbot.waitUntil(lambda: desk.upkeep.is_running)
    desk.notebook.marks.add(MarkKind.NOTE, PLACE, "Ring on Monday")
    backups = desk.notebook.path.with_name("backups") if desk.notebook.path else None
    assert backups is not None
    backups.write_bytes(b"")  # a file where the folder should be
    desk.upkeep.go_on()
    assert desk.window.notice.text.startswith("No backup could be made: ")
    assert "Your notes are saved all the same" in desk.window.notice.text
    desk.window.notice.clear()
    desk.upkeep.go_on()
    assert desk.window.notice.text == ""
