"""My notes: finding as it is typed, by kind, in two orders, and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from reader.notebook.model import MarkKind, Place
from reader.paper.kinds import SheetKind
from reader.ui.history import PageName
from reader.ui.notes_page import NotesPage
from reader.ui.notes_tools import FEW
from reader.ui.print_page import PrintPage
from tests.ui.driver import Person
from tests.ui.test_notes_page import add, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.notebook.model import Mark


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return Person(qtbot, desk)


@pytest.fixture
def marks(person: Person) -> list[Mark]:
    """More than a few, of every kind, the first in the booklet made last."""
    texts = ["Ring Dr Patel", "Ask about the scan", "The scan again", "Letters", "Sister", "Bus"]
    notes = [
        add(person.desk, MarkKind.NOTE, section, 1, text)
        for section, text in reversed(list(enumerate(texts)))
    ]
    return [
        *reversed(notes),
        add(person.desk, MarkKind.BOOKMARK, 6, 1),
        add(person.desk, MarkKind.HIGHLIGHT, 7, 1),
    ]


def find(person: Person, qtbot: QtBot, words: str) -> NotesPage:
    """Type into the field, and wait until what is listed is what was asked for."""
    page = person.page(NotesPage)
    page.list.tools.field.setFocus()
    page.list.tools.field.clear()
    person.type(words)
    qtbot.waitUntil(lambda: page.list.model.choice.words == words.strip())
    return page


def listed(page: NotesPage) -> list[str]:
    """The marks that are in the list, in its order, in the window or not."""
    model = page.list.model
    keys = [model.key(row) for row in range(model.rowCount())]
    return [key for key in keys if not key.startswith("booklet:")]


def choose(page: NotesPage, person: Person, text: str) -> None:
    tools = page.list.tools
    buttons = [*tools.kinds.buttons.values(), *tools.orders.buttons.values()]
    person.press(next(one for one in buttons if one.words().endswith(text)))


def test_a_few_need_no_ways_of_choosing(person: Person) -> None:
    add(person.desk, MarkKind.NOTE, 0, 1, "Only")
    tools = shown(person).list.tools
    assert not tools.field.isVisible()
    assert not tools.kinds.isVisible()
    for section in range(1, FEW + 1):
        add(person.desk, MarkKind.NOTE, section, 1, "More")
    person.go(PageName.HELP)
    assert shown(person).list.tools.field.isVisible()


def test_typing_finds_and_says_how_many(person: Person, qtbot: QtBot, marks: list[Mark]) -> None:
    page = shown(person)
    assert page.list.tools.count.text() == "8 in all."
    find(person, qtbot, "sca")
    assert listed(page) == [marks[1].id, marks[2].id]
    assert page.list.tools.count.text() == "2 found."
    find(person, qtbot, "scan again")
    assert listed(page) == [marks[2].id]
    assert page.list.tools.count.text() == "1 found."


def test_nothing_found_says_what_to_do_and_one_press_shows_all(
    person: Person, qtbot: QtBot, marks: list[Mark]
) -> None:
    page = shown(person)
    find(person, qtbot, "zebra")
    assert listed(page) == []
    assert page.list.tools.count.text().startswith("Nothing was found.")
    person.press_named("Show all again")
    assert listed(page) == [mark.id for mark in marks]
    assert page.list.tools.field.text() == ""
    assert not page.list.tools.all_again.isVisible()
    assert person.window.focusWidget() is page.list.tools.field


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Notes", MarkKind.NOTE),
        ("Highlights", MarkKind.HIGHLIGHT),
        ("Bookmarks", MarkKind.BOOKMARK),
    ],
)
def test_one_kind_alone(person: Person, marks: list[Mark], text: str, kind: MarkKind) -> None:
    page = shown(person)
    choose(page, person, text)
    assert listed(page) == [mark.id for mark in marks if mark.kind is kind]
    choose(page, person, "All")
    assert listed(page) == [mark.id for mark in marks]


def test_the_newest_first_has_no_headings(person: Person, marks: list[Mark]) -> None:
    page = shown(person)
    choose(page, person, "Newest first")
    assert listed(page) == [marks[7].id, marks[6].id, *[mark.id for mark in marks[:6]]]
    assert not [key for key in page.list.cards() if key.startswith("booklet:")]
    choose(page, person, "By booklet")
    assert [key for key in page.list.cards() if key.startswith("booklet:")]


def test_a_note_that_does_not_say_it_any_more_leaves_once_the_writing_is_done(
    person: Person, qtbot: QtBot, marks: list[Mark]
) -> None:
    page = shown(person)
    find(person, qtbot, "sister")
    page.cards[marks[4].id].change_asked.emit()
    editor = page.list.editor
    assert editor is not None
    editor.field.selectAll()
    person.type("Brother")
    assert editor.save_now()
    assert editor.isVisible(), "what is written in stays, whatever it says"
    assert person.desk.notebook.marks.get(marks[4].id).text == "Brother"
    person.press_named("Done")
    assert listed(page) == []


def test_undo_while_writing_what_is_not_found_any_more_waits_for_the_writing(
    person: Person, qtbot: QtBot, marks: list[Mark]
) -> None:
    page = shown(person)
    find(person, qtbot, "scan")
    page.cards[marks[1].id].delete_asked.emit()
    page.cards[marks[2].id].change_asked.emit()
    editor = page.list.editor
    assert editor is not None
    editor.field.selectAll()
    person.type("Other words")
    assert editor.save_now()
    person.press(person.window.notice.undo_button)
    qtbot.waitUntil(editor.isVisible)
    assert editor.field.toPlainText() == "Other words"
    person.press_named("Done")
    assert listed(page) == [marks[1].id]


def test_words_typed_before_the_index_is_ready_are_found_when_it_is(
    person: Person, qtbot: QtBot, marks: list[Mark]
) -> None:
    page = shown(person)
    page.list.readying.is_ready = False
    page.list.readying.rest()
    page.list.tools.field.setText("letters")
    page.list.tools.field.returnPressed.emit()
    assert page.list.tools.count.text().startswith("Getting ready to search.")
    assert listed(page) == [mark.id for mark in marks]
    page.list.readying.begin()
    qtbot.waitUntil(lambda: listed(page) == [marks[3].id])


def test_a_new_mark_is_found_without_waiting(
    person: Person, qtbot: QtBot, marks: list[Mark]
) -> None:
    page = shown(person)
    find(person, qtbot, "walnut")
    assert listed(page) == []
    booklet = person.desk.shelf.read("recurrence")
    place = Place(booklet.id, str(booklet.edition), "why", booklet.sections[0].passages[1].id)
    person.desk.keeper.do(
        lambda: person.desk.notebook.marks.add(MarkKind.NOTE, place, "A walnut tree")
    )
    assert len(listed(page)) == 1


def test_what_is_printed_are_my_notes(person: Person, marks: list[Mark]) -> None:
    shown(person)
    person.press_named("Print my notes")
    page = person.page(PrintPage)
    assert page._what.kind is SheetKind.NOTES
    assert person.window.header.back.isVisible()


def test_without_marks_there_is_nothing_to_print(person: Person) -> None:
    page = shown(person)
    assert page.print_button not in page.header_buttons()


def test_undo_puts_back_the_words_that_a_note_had(person: Person, marks: list[Mark]) -> None:
    page = shown(person)
    page.cards[marks[0].id].change_asked.emit()
    person.type(" on Monday")
    person.press_named("Done")
    assert person.window.notice.text == "Note changed."
    assert page.cards[marks[0].id].text.text().startswith("Ring Dr Patel on Monday")
    person.press(person.window.notice.undo_button)
    assert page.cards[marks[0].id].text.text().startswith("Ring Dr Patel\n")
    assert person.window.focusWidget() in page.cards[marks[0].id].controls()


def test_a_note_that_was_opened_and_not_changed_offers_no_undo(
    person: Person, marks: list[Mark]
) -> None:
    page = shown(person)
    page.cards[marks[0].id].change_asked.emit()
    person.press_named("Done")
    assert not person.window.notice.isVisible()


def test_page_keys_scroll_while_nothing_else_has_the_keyboard(
    person: Person, marks: list[Mark]
) -> None:
    page = shown(person)
    page.setFocus()
    bar = page.list.verticalScrollBar()
    assert bar.maximum() > 0
    person.keys(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    person.keys(page, Qt.Key.Key_Home)
    assert bar.value() == 0
