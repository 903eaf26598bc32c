"""What is typed is safe, or the window says that it is not; nothing is lost without a word."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent

from reader.notebook.errors import NotSavedError, Trouble
from reader.notebook.model import MarkKind, Place
from reader.ui.history import PageName
from reader.ui.marking_page import MarkingPage
from reader.ui.notes_page import NotesPage
from reader.ui.questions_page import QuestionsPage
from reader.ui.unkept_strip import UnkeptStrip
from reader.ui.unsaved_strip import UnsavedStrip
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.notebook.notebook import Notebook
    from reader.ui.writing_card import WritingCard

FULL = "Not saved: the disk is full."


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


class Disk:
    """Fills the disk under a notebook, and makes room on it again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.notebook._store

    def fill(self) -> None:
        def full(**_: bool) -> None:
            raise NotSavedError(self._desk.notebook.path, Trouble.DISK_FULL)

        vars(self._store)["transaction"] = full

    def empty(self) -> None:
        vars(self._store).pop("transaction")


def own(person: Person) -> QuestionsPage:
    """My questions, with the keyboard in the field for a question of one's own."""
    person.go(PageName.QUESTIONS)
    page = person.page(QuestionsPage)
    page.own.field.setFocus()
    return page


def changing(person: Person) -> WritingCard:
    """A note in My notes that is being changed."""
    place = Place("recurrence", "2026-11", "why", "p", quote="Words")
    person.desk.notebook.marks.add(MarkKind.NOTE, place, "Old")
    person.go(PageName.NOTES)
    person.press_named("Change Note · Why it has come back")
    editor = person.page(NotesPage)._editor
    assert editor is not None
    return editor


# ---- the question that is not added yet


def close(person: Person) -> None:
    person.window.close()


def log_off(person: Person) -> None:
    person.desk.save()
    person.desk.upkeep.stop()  # the process ends here: nothing comes after this
    person.desk.notebook.close()


@pytest.mark.parametrize("leave", [close, log_off])
def test_a_question_that_is_not_added_is_there_the_next_time(
    qtbot: QtBot, open_desk: Callable[..., Desk], leave: Callable[[Person], None]
) -> None:
    person = Person(qtbot, open_desk())
    own(person)
    person.type("Will it hu")
    leave(person)

    again = Person(qtbot, open_desk())
    page = own(again)
    assert page.own.field.text() == "Will it hu"
    assert again.desk.notebook.questions.all() == ()
    again.type("rt?")
    again.press_named("Add the question you wrote")
    again.window.close()

    third = Person(qtbot, open_desk())
    assert own(third).own.field.text() == ""
    assert [one.text for one in third.desk.notebook.questions.all()] == ["Will it hurt?"]


def test_a_question_is_kept_while_it_is_typed(person: Person, qtbot: QtBot) -> None:
    page = own(person)
    person.type("Will")
    hint = page.own.hint
    qtbot.waitUntil(lambda: hint.text() == "Kept here until you add it.", timeout=2000)
    assert hint.isVisible()
    assert person.desk.notebook.drafts.of("own question") == "Will"


def test_typing_on_without_a_pause_puts_saving_off_no_further(person: Person, qtbot: QtBot) -> None:
    page = own(person)

    def one_more_is_kept() -> None:
        qtbot.keyClicks(page.own.field, "a")
        assert person.desk.notebook.drafts.of("own question")

    qtbot.waitUntil(one_more_is_kept, timeout=2000)


# ---- the disk is full


def test_closing_with_unsaved_words_asks_once_and_then_closes(person: Person) -> None:
    editor = changing(person)
    disk = Disk(person.desk)
    disk.fill()
    person.type(", more")
    assert person.window.close() is False
    assert person.window.isVisible()
    assert editor.field.toPlainText() == "Old, more"
    told = person.window.notice.text
    assert told.startswith(FULL)
    assert told.endswith("Close again to leave without these words.")
    assert person.window.close() is True


def test_words_on_a_page_that_is_not_shown_hold_the_window_too(person: Person) -> None:
    changing(person)
    Disk(person.desk).fill()
    person.type(", more")
    person.go(PageName.HELP)
    assert person.window.close() is False
    assert person.window.close() is True


def test_after_another_failure_it_asks_again(person: Person) -> None:
    editor = changing(person)
    Disk(person.desk).fill()
    person.type(", more")
    assert person.window.close() is False
    person.type(" and more")
    editor.save_now()
    assert person.window.close() is False


def test_with_room_again_it_closes_with_everything_saved(
    qtbot: QtBot, open_desk: Callable[..., Desk]
) -> None:
    person = Person(qtbot, open_desk())
    changing(person)
    disk = Disk(person.desk)
    disk.fill()
    person.type(", more")
    assert person.window.close() is False
    disk.empty()
    assert person.window.close() is True
    assert [one.text for one in open_desk().notebook.marks.all()] == ["Old, more"]


def test_the_system_is_not_kept_waiting(person: Person) -> None:
    changing(person)
    Disk(person.desk).fill()
    person.type(", more")
    person.desk.save()
    assert person.window.close() is True


def test_it_tries_again_by_itself_and_says_when_all_is_safe(person: Person) -> None:
    editor = changing(person)
    disk = Disk(person.desk)
    disk.fill()
    person.type(", more")
    editor.save_now()
    assert editor.status.text() == "Not saved"
    retrying = person.desk.retrying
    assert retrying._timer.isActive()
    assert retrying._timer.interval() == 5000

    person.window.notice.clear()
    retrying._timer.timeout.emit()
    assert person.window.notice.text == ""  # it was told once
    assert retrying._timer.isActive()

    person.desk.keeper.failed.emit(FULL)
    disk.empty()
    retrying._timer.timeout.emit()
    assert person.window.notice.text == "Saved now."
    assert editor.status.text() == "Saved"
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Old, more"]


def test_a_question_being_typed_is_tried_again_too(person: Person) -> None:
    page = own(person)
    disk = Disk(person.desk)
    disk.fill()
    person.type("Will")
    assert not page.own.save_now()
    assert page.own.hint.text() == "Not saved"
    person.type(" it")
    assert page.own.hint.text() == "Not saved"
    disk.empty()
    person.desk.retrying.retry()
    assert person.window.notice.text == "Saved now."
    assert person.desk.notebook.drafts.of("own question") == "Will it"


def test_after_closing_nothing_touches_the_notebook(person: Person) -> None:
    editor = changing(person)
    Disk(person.desk).fill()
    person.type(", more")
    person.window.close()
    person.window.close()
    vars(person.desk.notebook._store).pop("transaction")
    editor._autosave.eventFilter(editor.field, QFocusEvent(QEvent.Type.FocusOut))
    assert not person.desk.retrying._timer.isActive()
    assert editor.status.text() == "Not saved"


# ---- kept in view


def test_it_says_over_every_page_that_words_are_not_safe_until_they_are(
    person: Person, qtbot: QtBot
) -> None:
    editor = changing(person)
    disk = Disk(person.desk)
    disk.fill()
    person.type(", more")
    editor.save_now()
    qtbot.waitUntil(lambda: person.desk.warning.strip is not None)
    strip = person.desk.warning.strip
    assert strip is not None
    person.window.notice.clear()
    for page in (PageName.HELP, PageName.BOOKLETS, PageName.QUESTIONS):
        person.go(page)
        assert strip.isVisible()
    assert strip.words.text().startswith(f"{FULL} Your words are still where you typed them.")
    person.window.resize(800, 600)
    person.desk.looks.change(size=2.0)
    qtbot.waitUntil(strip.words.isVisible)
    assert len(person.window.strips) == 1
    person.desk.retrying.retry()
    assert person.desk.warning.strip is strip

    disk.empty()
    person.desk.retrying.retry()
    assert person.desk.warning.strip is None
    assert person.window.strips == []
    assert person.window.notice.text == "Saved now."


def test_a_failure_that_puts_no_words_in_danger_needs_no_strip(
    person: Person, qtbot: QtBot
) -> None:
    person.desk.keeper.do(lambda: person.desk.notebook.marks.delete("no such mark"))
    assert "no such mark" in person.window.notice.text
    with qtbot.waitSignal(person.desk.retrying.safe, timeout=5000):
        person.desk.retrying.retry()
    assert person.window.findChild(UnsavedStrip) is None


def test_words_changed_back_are_said_to_be_saved(person: Person, qtbot: QtBot) -> None:
    editor = changing(person)
    assert editor.status.text() == "Saved"
    person.type("x")
    assert editor.status.text() == "Saving"
    qtbot.keyClick(editor.field, Qt.Key.Key_Backspace)
    assert editor.status.text() == "Saved"
    editor.field.clear()
    assert editor.status.text() == "Empty: your last words are kept"
    assert editor.save_now()
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Old"]


# ---- the system ends the session


@pytest.mark.parametrize("request_name", ["commitDataRequest", "saveStateRequest"])
def test_what_is_half_typed_is_saved_when_the_session_ends(
    person: Person, qapp: QApplication, request_name: str
) -> None:
    editor = changing(person)
    person.type(", half typed")
    assert editor.status.text() == "Saving"
    getattr(qapp, request_name).emit(None)  # no session manager: the handler asks it nothing
    assert editor.status.text() == "Saved"
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Old, half typed"]
    on_disk = read_from_disk(person.desk.notebook)
    assert on_disk == ["Old, half typed"]


def test_the_session_is_not_held_up_by_a_full_disk(person: Person, qapp: QApplication) -> None:
    changing(person)
    Disk(person.desk).fill()
    person.type(", more")
    qapp.commitDataRequest.emit(None)
    assert person.window.close() is True


def read_from_disk(notebook: Notebook) -> list[str]:
    """What a copy of the files says, as they are while the window is open."""
    assert notebook.path is not None
    with tempfile.TemporaryDirectory(prefix="reader-copy-") as folder:
        for one in notebook.path.parent.glob("notebook.sqlite*"):
            shutil.copy(one, folder)
        with closing(sqlite3.connect(Path(folder, notebook.path.name))) as connection:
            return [text for (text,) in connection.execute("SELECT text FROM marks")]


# ---- My notes


def test_unsaved_words_are_there_when_my_notes_is_opened_again(
    person: Person, qtbot: QtBot
) -> None:
    changing(person)
    disk = Disk(person.desk)
    disk.fill()
    person.type(", more")
    person.go(PageName.HELP)
    person.go(PageName.NOTES)
    editor = person.page(NotesPage)._editor
    assert editor is not None
    qtbot.waitUntil(editor.isVisible, timeout=2000)
    assert editor.field.toPlainText() == "Old, more"
    person.press(editor.delete)
    assert editor.field.toPlainText() == "Old, more"
    disk.empty()
    person.press(editor.done)
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Old, more"]


# ---- a notebook in memory


def test_a_second_window_never_says_saved(qtbot: QtBot, open_desk: Callable[..., Desk]) -> None:
    _first, second = open_desk(), Person(qtbot, open_desk())
    (strip,) = second.window.findChildren(UnkeptStrip)
    reason = second.window.notice.text
    assert "open in another window" in reason
    second.window.notice.tell("Something else.")
    for page in second.window.rail.buttons:
        if page is not PageName.READING:
            second.go(page)
            assert strip.isVisible()
    assert strip.words.text().startswith("Not kept: what you write now is gone")
    second.press_named("Why is it not kept?")
    assert second.window.notice.text == reason

    editor = changing(second)
    assert editor.status.text() == "Kept until you close"
    second.type(", more")
    assert editor.save_now()
    assert editor.status.text() == "Kept until you close"
    asked = own(second).own
    second.type("Wh")
    assert asked.save_now()
    assert asked.hint.text() == "Kept until you close"


def test_in_a_low_window_the_strip_leaves_room_for_the_page(
    qtbot: QtBot, open_desk: Callable[..., Desk]
) -> None:
    _first, second = open_desk(), Person(qtbot, open_desk())
    second.window.notice.clear()
    second.desk.looks.change(size=2.0)
    second.window.resize(800, 600)
    (strip,) = second.window.findChildren(UnkeptStrip)
    qtbot.waitUntil(lambda: not strip.words.isVisible(), timeout=2000)
    second.press_named("Not kept. Why?")
    assert "open in another window" in second.window.notice.text
    second.window.resize(1280, 860)
    qtbot.waitUntil(strip.words.isVisible, timeout=2000)


def test_a_notebook_on_disk_has_no_strip(person: Person) -> None:
    assert person.window.findChild(UnkeptStrip) is None
    person.go(PageName.HELP)
    assert not person.window.findChildren(MarkingPage)
