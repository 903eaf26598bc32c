"""Recently deleted, reached from My notes: bring back, or delete for ever with a second press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from reader.notebook.errors import NotSavedError, Trouble
from reader.notebook.model import MarkKind
from reader.ui.history import PageName
from reader.ui.notes_page import DELETED, NotesPage
from tests.ui.driver import Person
from tests.ui.test_notes_page import add, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.notebook.model import Mark, Question


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return Person(qtbot, desk)


@pytest.fixture
def note(person: Person) -> Mark:
    """A note that was deleted."""
    made = add(person.desk, MarkKind.NOTE, 0, 1, "A walnut tree")
    person.desk.notebook.marks.delete(made.id)
    return made


@pytest.fixture
def question(person: Person, note: Mark) -> Question:
    """A question that was deleted after the note."""
    made = person.desk.notebook.questions.add("Can my sister come?")
    person.desk.notebook.questions.delete(made.id)
    return made


def opened(person: Person) -> NotesPage:
    page = shown(person)
    person.press_named("Recently deleted")
    return page


def test_there_is_no_way_to_an_empty_list(person: Person) -> None:
    assert not shown(person).list.tools.deleted.isVisible()


def test_it_says_what_it_was_and_how_long_it_stays(
    person: Person, note: Mark, question: Question
) -> None:
    page = opened(person)
    assert (page.title, page.stop().section) == ("Recently deleted", DELETED)
    cards = page.deleted.deleted_cards
    assert set(cards) == {note.id, question.id}
    assert cards[note.id].where.text() == "Note · Goes in 30 days"
    assert cards[note.id].text.text().startswith("A walnut tree\n“This booklet is for people")
    assert cards[question.id].where.text() == "Question · Goes in 30 days"
    assert cards[question.id].text.text() == "Can my sister come?"


def test_back_leads_to_my_notes(person: Person, note: Mark) -> None:
    page = opened(person)
    person.press(person.window.header.back)
    assert person.page(NotesPage) is page
    assert page.title == "My notes"
    person.press_named("Recently deleted")
    person.press_named("Back to my notes")
    assert page.title == "My notes"
    person.press_named("Recently deleted")
    person.go(PageName.HELP)
    person.go(PageName.NOTES)
    assert page.title == "My notes"


def test_bringing_back_can_be_undone(person: Person, note: Mark, question: Question) -> None:
    page = opened(person)
    marks = person.desk.notebook.marks
    person.press(page.deleted.deleted_cards[note.id].restore)
    assert [one.id for one in marks.all()] == [note.id]
    assert list(page.deleted.deleted_cards) == [question.id]
    assert person.window.focusWidget() is page.deleted.deleted_cards[question.id].restore
    assert person.window.notice.text == "Brought back."
    person.press(person.window.notice.undo_button)
    assert marks.all() == ()
    assert set(page.deleted.deleted_cards) == {note.id, question.id}


def test_a_question_comes_back_to_the_list(person: Person, question: Question) -> None:
    page = opened(person)
    person.press(page.deleted.deleted_cards[question.id].restore)
    assert [one.text for one in person.desk.notebook.questions.all()] == ["Can my sister come?"]


def test_when_the_last_has_gone_the_page_has_the_keyboard_and_says_so(
    person: Person, note: Mark
) -> None:
    page = opened(person)
    person.press(page.deleted.deleted_cards[note.id].restore)
    assert page.deleted.intro.text() == "Nothing was deleted in the last 30 days."
    assert person.window.focusWidget() is page


def test_for_ever_takes_a_second_press_in_the_card(
    person: Person, qtbot: QtBot, note: Mark, question: Question
) -> None:
    page = opened(person)
    card = page.deleted.deleted_cards[note.id]
    assert not card.sure.isVisible()
    person.press(card.erase)
    assert card.told.isVisible()
    assert "cannot be brought back" in card.told.text()
    assert person.window.focusWidget() is card.keep, "the harmless one"
    assert not card.restore.isVisible()
    person.press(card.keep)
    assert person.window.focusWidget() is card.erase
    assert not card.sure.isVisible()
    assert person.desk.notebook.deleted.count() == 2
    person.press(card.erase)
    person.press(card.sure)
    qtbot.waitUntil(lambda: list(page.deleted.deleted_cards) == [question.id])
    assert person.desk.notebook.marks.find(note.id) is None
    assert person.window.notice.text == "Deleted for ever."
    assert person.window.focusWidget() is page.deleted.deleted_cards[question.id].restore


def test_the_words_are_in_no_file_afterwards(person: Person, qtbot: QtBot, note: Mark) -> None:
    folder = person.desk._paths.data
    person.desk.notebook.backups.make()

    def holders() -> list[str]:
        files = [file for file in folder.rglob("*") if file.is_file()]
        return [file.name for file in files if b"walnut" in file.read_bytes()]

    assert holders()
    page = opened(person)
    card = page.deleted.deleted_cards[note.id]
    person.press(card.erase)
    person.press(card.sure)
    qtbot.waitUntil(lambda: person.window.notice.text == "Deleted for ever.")
    assert holders() == []


def test_undo_of_a_delete_that_became_one_for_ever_stands_in_nobody_s_way(
    person: Person, qtbot: QtBot
) -> None:
    first = add(person.desk, MarkKind.NOTE, 1, 1, "First")
    second = add(person.desk, MarkKind.NOTE, 0, 1, "Second")
    page = shown(person)
    page.cards[first.id].delete_asked.emit()
    page.cards[second.id].delete_asked.emit()
    person.press_named("Recently deleted")
    card = page.deleted.deleted_cards[second.id]
    person.press(card.erase)
    person.press(card.sure)
    qtbot.waitUntil(lambda: person.window.notice.text == "Deleted for ever.")
    person.press(person.window.notice.undo_button)
    assert person.desk.notebook.marks.all() == ()
    person.press(person.window.notice.undo_button)
    assert [one.id for one in person.desk.notebook.marks.all()] == [first.id]


def test_what_cannot_be_deleted_for_ever_stays(
    person: Person, qtbot: QtBot, note: Mark, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(person)

    def refuse(*_ids: str) -> bool:
        raise NotSavedError(person.desk._paths.notebook, Trouble.DISK_FULL)

    monkeypatch.setattr(person.desk.notebook.erasing, "delete_for_ever", refuse)
    card = page.deleted.deleted_cards[note.id]
    person.press(card.erase)
    person.press(card.sure)
    qtbot.waitUntil(card.restore.isVisible)
    assert list(page.deleted.deleted_cards) == [note.id]
    assert person.window.notice.text


def test_a_backup_that_could_not_be_cleaned_is_told_of(
    person: Person, qtbot: QtBot, note: Mark, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(person)
    monkeypatch.setattr(person.desk.notebook.erasing, "finish", lambda: False)
    card = page.deleted.deleted_cards[note.id]
    person.press(card.erase)
    person.press(card.sure)
    qtbot.waitUntil(lambda: "tried again" in person.window.notice.text)
    assert person.desk.notebook.marks.find(note.id) is None


def test_the_model_keeps_the_rules(person: Person, note: Mark, question: Question) -> None:
    page = opened(person)
    model = page.deleted.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.deleted.refresh()
    assert tester.model() is model
    assert model.row_of("nobody") is None
    row = model.row_of(question.id)
    assert row is not None
    assert model.index(row).data() == "Can my sister come?"
