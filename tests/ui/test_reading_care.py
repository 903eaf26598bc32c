"""What must not happen on the Reading page: words spoken from behind a gate, marks on the wrong
words, text pulled away from under the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from reader.notebook.model import MarkKind, Place
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.passage_geometry import blocks_of
from reader.ui.writing_card import WritingCard
from tests.ui.driver import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


def open_at(person: Person, booklet: str, section: str) -> MarkingPage:
    person.window.go(Stop(PageName.READING, booklet, section))
    return person.page(MarkingPage)


def speak_nothing(person: Person) -> list[str]:
    """What would have been spoken, in place of a voice."""
    asked: list[str] = []
    person.desk.speaker.say = asked.append  # type: ignore[method-assign]
    return asked


def test_nothing_behind_a_closed_gate_is_read_aloud(person: Person) -> None:
    page = open_at(person, "recurrence", "desktop-3")
    asked = speak_nothing(person)
    assert not page.sentences.read_aloud.isEnabled()
    assert not page.sentences.by_sentence.isEnabled()
    page.sentences.read_page()
    page.sentences.play()
    page.sentences.toggle_strip()
    assert (asked, page.sentences.walk.current) == ([], None)
    person.press_named("Show it")
    person.press(page.sentences.read_aloud)
    assert asked == ["What DESKTOP 3 found about time lived"]


def test_a_gated_section_is_remembered_without_a_passage(person: Person) -> None:
    open_at(person, "recurrence", "surgery")
    page = open_at(person, "recurrence", "desktop-3")
    assert page.stop() == Stop(PageName.READING, "recurrence", "desktop-3", "")
    page.remember()
    last = person.desk.notebook.positions.last()
    assert last is not None
    assert (last.place.section, last.place.passage) == ("desktop-3", "")


def test_the_voice_leaves_what_is_being_written_alone(person: Person) -> None:
    page = open_at(person, "recurrence", "why")
    page.view.select(page.section.passages[2].id)
    person.press_named("Add a note")
    person.type("Half")
    page.sentences.read_page()
    page.sentences.walk.go_to(page.section.passages[3].id)
    person.type(" a thought")
    (card,) = (one for one in page.view.findChildren(WritingCard) if one.isVisible())
    assert card.field.toPlainText() == "Half a thought"
    assert page.view.selected == page.section.passages[2].id


def test_another_window_does_not_end_the_voice_and_another_page_does(person: Person) -> None:
    page = open_at(person, "recurrence", "why")
    stopped: list[bool] = []
    person.desk.speaker.stop = lambda: stopped.append(True)  # type: ignore[method-assign]
    page.sentences.read_page()
    stopped.clear()
    page.leave()
    assert stopped == []
    person.go(PageName.HELP)
    assert stopped != []


def test_saving_does_not_pull_the_text_away(person: Person) -> None:
    page = open_at(person, "recurrence", "other")
    page.view.select(page.section.passages[2].id)
    person.press_named("Add a note")
    person.type("Half")
    page.view.scroll_by(150)
    before = page.view.verticalScrollBar().value()
    page.passage_actions.leave()
    person.press_named("Bookmark")
    assert page.view.verticalScrollBar().value() == before


@pytest.mark.parametrize(("row", "cell"), [(1, 0), (1, 1), (1, 2), (2, 2)])
def test_words_in_a_table_are_highlighted_where_they_stand(
    person: Person, row: int, cell: int
) -> None:
    page = open_at(person, "surgery", "trials")
    person.press_named("Show it")
    rows = [one for one in page.section.passages if one.cells]
    passage = rows[row]
    page.view.select(passage.id)
    block = blocks_of(page.view.document(), passage.id)[cell]
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.NextWord)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    words = cursor.selectedText()
    page.view.setTextCursor(cursor)
    page.passage_actions.highlight()
    (mark,) = person.desk.notebook.marks.all()
    if words:
        assert mark.place.quote == words
        shown = [extra.cursor.selectedText() for extra in page.view.extraSelections()]
        assert words in shown


def test_a_question_about_the_same_words_elsewhere_is_another_question(person: Person) -> None:
    first = person.desk.shelf.read("recurrence")
    second = person.desk.shelf.read("surgery")
    ids = {one.id for section in first.sections for one in section.passages}
    section, passage = next(
        (section, one) for section in second.sections for one in section.passages if one.id in ids
    )
    place = Place("recurrence", "2026-11", "about", passage.id)
    person.desk.notebook.questions.add("About the first?", place)
    page = open_at(person, "surgery", section.id)
    page.view.select(passage.id)
    person.press_named("Ask about this")
    assert len(person.desk.notebook.questions.all()) == 2


@pytest.mark.parametrize("name", ["Next section: The two groups", "The two groups"])
def test_after_a_change_of_section_the_text_has_the_keyboard(person: Person, name: str) -> None:
    page = open_at(person, "recurrence", "why")
    person.press_named(name)
    assert page.section.id == "groups"
    assert person.window.focusWidget() is page.view


def test_a_link_to_a_booklet_that_is_not_here_goes_nowhere_and_says_so(person: Person) -> None:
    page = open_at(person, "recurrence", "why")
    page.follow("elsewhere#part")
    assert person.window.page is page
    assert page.section.id == "why"
    assert "“elsewhere”" in person.window.notice.text


def test_a_tall_passage_is_read_to_its_end_before_the_next_is_picked(person: Person) -> None:
    person.window.resize(1280, 800)
    person.desk.looks.change(size=4.0)
    page = open_at(person, "recurrence", "why")
    tall = max(page.section.passages, key=lambda one: page.view.passage_rect(one.id).height())
    page.view.select(tall.id)
    page.view.scroll_to(tall.id)
    assert page.view.passage_rect(tall.id).height() > page.view.viewport().height()
    seen = 0
    while page.view.selected == tall.id:
        assert seen < 20
        bottom = page.view.passage_rect(tall.id).bottom()
        person.keys(page.view, Qt.Key.Key_Down)
        seen += 1
    assert seen > 1
    assert bottom <= page.view.viewport().height() + 1


def test_a_highlight_of_a_whole_passage_shines_in_every_cell(person: Person) -> None:
    page = open_at(person, "surgery", "trials")
    person.press_named("Show it")
    row = next(one for one in page.section.passages if one.cells and not one.is_header)
    page.view.select(row.id)
    person.press_named("Highlight")
    assert person.desk.notebook.marks.all()[0].kind is MarkKind.HIGHLIGHT
    assert len(page.view.extraSelections()) == len(row.cells)
