"""The My notes page: order, changing in place, deleting, what outlives its booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook.model import MarkKind, Place
from reader.ui.history import PageName
from reader.ui.marking_page import MarkingPage
from reader.ui.notes_page import NotesPage
from tests.ui.driver import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.notebook.model import Mark


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


def add(desk: Desk, kind: MarkKind, section: int, passage: int, text: str = "") -> Mark:
    """Mark a passage of the first booklet."""
    booklet = desk.shelf.read("recurrence")
    where = booklet.sections[section]
    found = where.passages[passage]
    place = Place(booklet.id, str(booklet.edition), where.id, found.id, quote=found.text)
    return desk.notebook.marks.add(kind, place, text)


def shown(person: Person) -> NotesPage:
    """The page, opened from the rail."""
    person.go(PageName.NOTES)
    return person.page(NotesPage)


def test_nothing_marked_yet_says_how_to_begin(person: Person) -> None:
    page = shown(person)
    assert page.list.tools.empty.isVisible()
    assert page.cards == {}


def test_marks_stand_in_reading_order_whenever_they_were_made(person: Person) -> None:
    last = add(person.desk, MarkKind.NOTE, 2, 1, "Third")
    first = add(person.desk, MarkKind.HIGHLIGHT, 0, 1)
    second = add(person.desk, MarkKind.BOOKMARK, 0, 3)
    assert list(shown(person).cards) == [first.id, second.id, last.id]


def test_a_card_says_what_it_is_where_and_on_which_words(person: Person) -> None:
    mark = add(person.desk, MarkKind.NOTE, 0, 1, "Ask about this")
    card = shown(person).cards[mark.id]
    assert card.where.text() == "Note · Why it has come back"
    assert card.text.text().startswith("Ask about this\n“This booklet is for people")


def test_open_goes_to_the_place(person: Person) -> None:
    add(person.desk, MarkKind.BOOKMARK, 1, 2)
    shown(person)
    person.press_named("Open Bookmark · The two groups")
    page = person.page(MarkingPage)
    assert page.section.id == "groups"


def test_a_note_is_changed_where_it_stands(person: Person) -> None:
    mark = add(person.desk, MarkKind.NOTE, 0, 1, "Old")
    page = shown(person)
    person.press_named("Change Note · Why it has come back")
    person.type(" and new")
    person.press_named("Done")
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Old and new"]
    assert page.cards[mark.id].text.text().startswith("Old and new")


def test_leaving_the_page_saves_what_is_being_written(person: Person) -> None:
    add(person.desk, MarkKind.NOTE, 0, 1, "Old")
    shown(person)
    person.press_named("Change Note · Why it has come back")
    person.type(", half")
    person.go(PageName.HELP)
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Old, half"]


def test_deleting_while_writing_takes_the_note_away_once(person: Person) -> None:
    add(person.desk, MarkKind.NOTE, 0, 1, "Old")
    shown(person)
    person.press_named("Change Note · Why it has come back")
    person.press_named("Delete note")
    assert person.desk.notebook.marks.all() == ()
    person.press(person.window.notice.undo_button)
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Old"]


def test_a_mark_outlives_its_booklet(person: Person) -> None:
    place = Place("gone", "2020-01", "s", "p", quote="Words that were there")
    mark = person.desk.notebook.marks.add(MarkKind.NOTE, place, "Still mine")
    card = shown(person).cards[mark.id]
    assert card.text.text() == "Still mine\n“Words that were there”"
    assert person.button("Delete Note").isVisible()
    assert not [name for name in person.names() if name.startswith("Open Note")]


def test_words_that_look_like_markup_are_words(person: Person) -> None:
    mark = add(person.desk, MarkKind.NOTE, 0, 1, "<b>1 < 2</b> & more")
    assert shown(person).cards[mark.id].text.text().startswith("<b>1 < 2</b> & more")
