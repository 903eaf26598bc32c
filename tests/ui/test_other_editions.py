"""Marks made in another edition: on the page where their words are now, and old beside new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from reader.notebook.anchors import BookletAway, Same, TextChanged, TextGone
from reader.notebook.edition_words import EditionWords
from reader.notebook.model import MarkKind
from reader.notebook.spots import Spot
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.notes_page import NotesPage
from reader.ui.outcome_words import card_words, place_now
from reader.ui.passage_marks import PassageMarks
from tests.ui.driver import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.notebook.model import Mark, Place

OLD_EDITION = "2019-05"


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


def old_place(desk: Desk, index: int, quote: str = "") -> Place:
    """The ``index``-th passage of the first booklet as an older edition had it."""
    booklet = desk.shelf.read("recurrence")
    place = Spot(EditionWords(booklet).standings[index]).place(booklet)
    if not quote:
        return replace(place, edition=OLD_EDITION)
    return replace(place, edition=OLD_EDITION, passage="0123456789ab", quote=quote)


def reworded(desk: Desk, index: int) -> str:
    text = EditionWords(desk.shelf.read("recurrence")).standings[index].text
    return text.replace("is for people", "is meant for people")


def shown(person: Person) -> NotesPage:
    person.go(PageName.NOTES)
    return person.page(NotesPage)


def add(person: Person, place: Place, text: str = "Ask about this") -> Mark:
    return person.desk.notebook.marks.add(MarkKind.NOTE, place, text)


def test_the_same_words_are_shown_as_ever(person: Person) -> None:
    mark = add(person, old_place(person.desk, 1))
    card = shown(person).cards[mark.id]
    assert isinstance(card.outcome, Same)
    assert "changed" not in card.text.text()


def test_changed_text_is_shown_old_beside_new_and_can_be_kept(person: Person) -> None:
    old = reworded(person.desk, 1)
    mark = add(person, old_place(person.desk, 1, old))
    card = shown(person).cards[mark.id]
    lines = card.text.text().split("\n")
    assert lines[0] == "Ask about this"
    assert lines[1] == "The text has changed since your note."
    assert lines[2].startswith("Then: “This booklet is meant for people")
    assert lines[3].startswith("Now: “This booklet is for people")
    assert person.desk.notebook.marks.get(mark.id) == mark

    person.press_named("Keep it here: Note · Why it has come back")
    kept = person.desk.notebook.marks.get(mark.id)
    assert kept.place.quote.startswith("This booklet is for people")
    assert kept.text == mark.text
    assert "changed" not in shown(person).cards[mark.id].text.text()

    person.press(person.window.notice.undo_button)
    assert person.desk.notebook.marks.get(mark.id).place == mark.place


def test_text_that_is_gone_keeps_its_note(person: Person) -> None:
    mark = add(person, old_place(person.desk, 1, "Porridge is served in the ward at seven."))
    card = shown(person).cards[mark.id]
    assert card.text.text() == (
        "Ask about this\nThe text is gone, your note is kept.\n"
        "“Porridge is served in the ward at seven.”"
    )
    assert person.button("Delete Note · Why it has come back").isVisible()
    names = person.names()
    assert not [name for name in names if name.startswith(("Open Note", "Keep it here"))]


def test_cards_stand_in_the_order_of_the_words_now(person: Person) -> None:
    desk = person.desk
    gone = add(person, old_place(desk, 1, "Porridge is served in the ward at seven."))
    later = add(person, old_place(desk, 30))
    moved = add(person, replace(old_place(desk, 3), section="about"))
    assert list(shown(person).cards) == [moved.id, later.id, gone.id]


def test_open_goes_to_where_the_words_are_now(person: Person) -> None:
    place = replace(old_place(person.desk, 30), section="a-section-of-old")
    add(person, place)
    section = EditionWords(person.desk.shelf.read("recurrence")).standings[30].section
    shown(person)
    person.press_named(f"Open Note · {section.title}")
    assert person.page(MarkingPage).section.id == section.id


def test_the_reading_page_has_the_marks_of_older_editions(person: Person) -> None:
    desk = person.desk
    booklet = desk.shelf.read("recurrence")
    standing = EditionWords(booklet).standings[3]
    moved = add(person, replace(old_place(desk, 3), section="a-section-of-old"))
    changed = add(person, old_place(desk, 1, reworded(desk, 1)))
    add(person, old_place(desk, 2, "Porridge is served in the ward at seven."))
    marks = PassageMarks(desk.notebook, desk.keeper)
    marks.open(booklet, standing.section)
    assert [mark.id for mark in marks.all()] == [changed.id, moved.id]
    found = marks.on(standing.passage.id, MarkKind.NOTE)
    assert found is not None
    assert found.id == moved.id
    assert marks.save_note(standing.passage, "Other words")
    assert desk.notebook.marks.get(moved.id).text == "Other words"
    assert desk.notebook.marks.get(moved.id).place == moved.place
    again = marks.on(standing.passage.id, MarkKind.NOTE)
    assert again is not None
    assert again.text == "Other words"


def test_a_question_is_found_where_its_passage_is_now(person: Person) -> None:
    desk = person.desk
    booklet = desk.shelf.read("recurrence")
    standing = EditionWords(booklet).standings[1]
    asked = desk.notebook.questions.add("Why?", old_place(desk, 1, reworded(desk, 1)))
    marks = PassageMarks(desk.notebook, desk.keeper)
    marks.open(booklet, standing.section)
    assert marks.asked_about(standing.passage) == asked
    other = standing.section.passages[2]
    assert marks.asked_about(other) is None


def test_a_bookmark_of_an_older_edition_is_taken_away_by_the_same_button(person: Person) -> None:
    desk = person.desk
    booklet = desk.shelf.read("recurrence")
    standing = EditionWords(booklet).standings[1]
    desk.notebook.marks.add(MarkKind.BOOKMARK, old_place(desk, 1, reworded(desk, 1)))
    marks = PassageMarks(desk.notebook, desk.keeper)
    marks.open(booklet, standing.section)
    assert not marks.toggle_bookmark(standing.passage)
    assert desk.notebook.marks.all() == ()
    assert marks.toggle_bookmark(standing.passage)


def test_the_page_of_a_section_can_be_opened_with_them(person: Person) -> None:
    add(person, old_place(person.desk, 1, reworded(person.desk, 1)))
    person.window.go(Stop(PageName.READING, "recurrence", ""))
    assert person.page(MarkingPage).section is not None


def test_words_behind_a_gate_are_not_on_a_card(person: Person) -> None:
    mark = add(person, old_place(person.desk, 1))
    place = mark.place
    outcome = TextChanged("old words", place, "", is_gated=True)
    said = card_words(mark, outcome)
    assert place.quote not in said
    assert "asks you before it opens" in said


def test_every_outcome_has_its_words(person: Person) -> None:
    mark = add(person, old_place(person.desk, 1))
    bookmark = replace(mark, kind=MarkKind.BOOKMARK, text="")
    changed = TextChanged("a", mark.place, "b", is_gated=False)
    assert card_words(bookmark, changed) == (
        "The text has changed since you marked it.\nThen: “a”\nNow: “b”"
    )
    assert card_words(bookmark, TextGone("a")) == "The text is gone, your mark is kept.\n“a”"
    assert card_words(bookmark, BookletAway("a")).startswith("“")
    assert place_now(Same(mark.place)) == place_now(changed) == mark.place
    assert place_now(TextGone("a")) is place_now(BookletAway("a")) is None


def test_the_editor_on_the_page_says_that_the_text_has_changed(person: Person) -> None:
    desk = person.desk
    add(person, old_place(desk, 1, reworded(desk, 1)))
    same = add(person, old_place(desk, 3), "Another")
    person.window.go(Stop(PageName.READING, "recurrence", "why"))
    page = person.page(MarkingPage)
    passages = [one.passage.id for one in EditionWords(desk.shelf.read("recurrence")).standings]
    person.pick(page, passages[1])
    page.passage_actions.write_note()
    told = [label.text() for label in page.passage_actions._card.findChildren(QLabel)]
    changed = [one for one in told if one.startswith("The text has changed since your note.\n")]
    assert len(changed) == 1
    assert "Then: “This booklet is meant for people" in changed[0]
    page.passage_actions._card.finish()

    person.pick(page, same.place.passage)
    page.passage_actions.write_note()
    told = [label.text() for label in page.passage_actions._card.findChildren(QLabel)]
    assert not [one for one in told if "changed" in one]
