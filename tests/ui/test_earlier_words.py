"""What a note, a question and an answer said before; and what may be damaged."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.notebook.model import Answered, MarkKind, Part, Version
from reader.ui.earlier_words import EarlierWords
from reader.ui.history import PageName, Stop
from reader.ui.questions_page import ANSWERS, QuestionsPage
from tests.ui.driver import Person
from tests.ui.test_notes_page import add, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.notebook.model import Mark, Question
    from reader.ui.look import Looks

MORNING = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return Person(qtbot, desk)


@pytest.fixture
def note(person: Person) -> Mark:
    """A note that said something else before."""
    made = add(person.desk, MarkKind.NOTE, 0, 1, "Ring on Monday about the scan.")
    return person.desk.notebook.marks.change_text(made.id, "Write a letter to the clinic.")


def questions(person: Person) -> QuestionsPage:
    person.go(PageName.QUESTIONS)
    return person.page(QuestionsPage)


def damage(person: Person, table: str, column: str, before: str, after: str) -> None:
    """As a disk does it: the words are others, and their checksum is not."""
    store = person.desk.notebook._store

    def spoil() -> None:
        with store.transaction() as connection:
            query = f"UPDATE {table} SET {column} = replace({column}, ?, ?)"
            connection.execute(query, (before, after))

    spoil()


def texts(earlier: EarlierWords) -> list[str]:
    return [label.text() for label in earlier.findChildren(QLabel)]


# ---- the panel


def test_the_panel_has_words_dates_and_a_button_each(qtbot: QtBot, looks: Looks) -> None:
    versions = [
        Version(7, Part.NOTE, "The newer", MORNING),
        Version(3, Part.NOTE, "<b>older</b>", MORNING, is_whole=False),
    ]
    panel = EarlierWords(looks, versions)
    qtbot.addWidget(panel)
    said = texts(panel)
    assert {"The newer", "<b>older</b>", "This may be damaged."} <= set(said)
    assert sum("20 November 2026" in one for one in said) == 2
    assert len(panel.buttons) == 2
    assert len({button.accessibleName() for button in panel.buttons}) >= 1
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.buttons[1].click()
    assert chosen.args == [3]
    with qtbot.waitSignal(panel.finished):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_twenty_are_offered_and_no_more(person: Person, note: Mark) -> None:
    for number in range(30):
        text = f"{number} something quite different every time it is written {number * 7}"
        person.desk.notebook.marks.change_text(note.id, text)
        version = person.desk.notebook.marks.versions(note.id)[0]
        person.desk.notebook.marks.go_back(note.id, version.number)
    card = shown(person).cards[note.id]
    card.earlier_asked.emit()
    assert card.earlier is not None
    assert len(card.earlier.buttons) == 20


# ---- notes


def test_a_note_that_never_said_anything_else_has_no_such_button(person: Person) -> None:
    mark = add(person.desk, MarkKind.NOTE, 0, 1, "Only this")
    card = shown(person).cards[mark.id]
    assert [one.text() for one in card.controls()] == ["Open", "Change", "Delete"]


def test_words_of_before_are_used_again_and_that_can_be_undone(person: Person, note: Mark) -> None:
    page = shown(person)
    person.press_named("Earlier words of Note · Why it has come back")
    earlier = page.cards[note.id].earlier
    assert earlier is not None
    assert "Ring on Monday about the scan." in texts(earlier)
    assert person.window.focusWidget() is earlier.buttons[0]
    person.press(earlier.buttons[0])
    marks = person.desk.notebook.marks
    assert marks.get(note.id).text == "Ring on Monday about the scan."
    assert page.cards[note.id].text.text().startswith("Ring on Monday")
    assert person.window.focusWidget() is page.cards[note.id].controls()[0]
    assert person.window.notice.text == "These words are back."
    person.press(person.window.notice.undo_button)
    assert marks.get(note.id).text == "Write a letter to the clinic."


def test_the_button_pressed_again_and_escape_put_them_away(person: Person, note: Mark) -> None:
    page = shown(person)
    card = page.cards[note.id]
    name = "Earlier words of Note · Why it has come back"
    person.press_named(name)
    person.press_named(name)
    assert card.earlier is None
    person.press_named(name)
    person.keys(person.window.focusWidget(), Qt.Key.Key_Escape)
    assert card.earlier is None
    assert person.window.focusWidget() is card.controls()[0]


def test_after_a_change_the_earlier_words_are_offered(person: Person) -> None:
    mark = add(person.desk, MarkKind.NOTE, 0, 1, "Ring on Monday about the scan.")
    page = shown(person)
    page.cards[mark.id].change_asked.emit()
    assert page.list.editor is not None
    page.list.editor.field.selectAll()
    person.type("Gone")
    person.press_named("Done")
    person.press_named("Earlier words of Note · Why it has come back")


# ---- questions and answers


@pytest.fixture
def question(person: Person) -> Question:
    """A question that was worded otherwise before, with an answer that was another."""
    kept = person.desk.notebook.questions
    made = kept.add("Can my sister come with me to it?")
    kept.change_text(made.id, "Who may be in the room?")
    kept.answer(made.id, "Yes, she can, they said so.", Answered.PARTLY)
    return kept.answer(made.id, "Nobody but me.", Answered.ANSWERED)


def test_a_question_s_earlier_words_are_behind_more(person: Person, question: Question) -> None:
    page = questions(person)
    row = page.list.rows[question.id]
    person.press(row.more)
    person.press(row.extras.earlier)
    assert row.earlier is not None
    said = texts(row.earlier)
    assert "Can my sister come with me to it?" in said
    assert "Yes, she can, they said so." not in said, "an answer is not the question"
    person.press(row.earlier.buttons[0])
    kept = person.desk.notebook.questions
    assert kept.get(question.id).text == "Can my sister come with me to it?"
    assert kept.get(question.id).answer == "Nobody but me."
    assert row.earlier is None
    assert person.window.focusWidget() is row.more
    person.press(person.window.notice.undo_button)
    assert kept.get(question.id).text == "Who may be in the room?"


def test_a_question_without_any_offers_none(person: Person) -> None:
    made = person.desk.notebook.questions.add("Why?")
    row = questions(person).list.rows[made.id]
    person.press(row.more)
    assert not row.extras.earlier.isVisible()
    assert not row.extras.fine.isVisible()


def test_an_answer_s_earlier_words_are_under_its_field(person: Person, question: Question) -> None:
    page = questions(person)
    person.window.go(Stop(PageName.QUESTIONS, section=ANSWERS))
    card = page.answers.cards[question.id]
    person.press(card.earlier_button)
    assert card.earlier is not None
    assert "Yes, she can, they said so." in texts(card.earlier)
    person.press(card.earlier.buttons[0])
    kept = person.desk.notebook.questions.get(question.id)
    assert (kept.answer, kept.answered) == ("Yes, she can, they said so.", Answered.ANSWERED)
    assert card.field.toPlainText() == kept.answer
    assert card.earlier is None
    assert person.window.focusWidget() is card.earlier_button
    person.press(person.window.notice.undo_button)
    assert card.field.toPlainText() == "Nobody but me."


def test_an_answer_that_was_never_another_offers_none(person: Person) -> None:
    made = person.desk.notebook.questions.add("Why?")
    page = questions(person)
    person.window.go(Stop(PageName.QUESTIONS, section=ANSWERS))
    card = page.answers.cards[made.id]
    assert not card.earlier_button.isVisible()
    card.field.setPlainText("It has to be, they said, because of the scan.")
    assert card.save_now()
    card.field.setPlainText("Nothing of that kind")
    assert card.save_now()
    assert card.earlier_button.isVisible()


# ---- damage


def test_a_damaged_note_says_so_until_it_is_called_fine(person: Person) -> None:
    mark = add(person.desk, MarkKind.NOTE, 0, 1, "Ring on Monday")
    damage(person, "marks", "text", "Monday", "M?nday")
    page = shown(person)
    card = page.cards[mark.id]
    assert any(one.text().startswith("This may be damaged.") for one in card.findChildren(QLabel))
    person.press_named("It is fine as it is: Note · Why it has come back")
    kept = person.desk.notebook.marks.get(mark.id)
    assert (kept.is_whole, kept.text) == (True, "Ring on M?nday")
    told = [one.text() for one in page.cards[mark.id].findChildren(QLabel)]
    assert not [one for one in told if "damaged" in one]
    person.window.notice.undo()
    assert not person.desk.notebook.marks.get(mark.id).is_whole


def test_a_damaged_question_says_so_until_it_is_called_fine(person: Person) -> None:
    made = person.desk.notebook.questions.add("Can my sister come?")
    damage(person, "questions", "text", "sister", "s?ster")
    page = questions(person)
    row = page.list.rows[made.id]
    assert row.origin.text() == "This may be damaged. My own"
    person.press(row.more)
    person.press(row.extras.fine)
    assert person.desk.notebook.questions.get(made.id).is_whole
    assert row.origin.text() == "My own"
    person.window.notice.undo()
    assert not person.desk.notebook.questions.get(made.id).is_whole
