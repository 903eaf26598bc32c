"""Words and pictures explained in place, in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QLabel

from reader.ui.history import PageName, Stop
from reader.ui.look import SIZES
from reader.ui.marking_page import MarkingPage
from reader.ui.telling_card import TellingCard
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.booklet.model import Passage


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


def read_at(person: Person, section: str, booklet: str = "recurrence") -> MarkingPage:
    person.window.go(Stop(PageName.READING, booklet, section))
    return person.page(MarkingPage)


def card(page: MarkingPage) -> TellingCard:
    """The one card that is open."""
    (found,) = (one for one in page.view.findChildren(TellingCard) if one.isVisible())
    return found


def cards(page: MarkingPage) -> int:
    return sum(one.isVisible() for one in page.view.findChildren(TellingCard))


def told(page: MarkingPage) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.heading, one.paragraphs) for one in card(page).tellings]


def figure(page: MarkingPage) -> Passage:
    return next(one for one in page.section.passages if one.figure)


def at_word(page: MarkingPage, term: str) -> QPoint:
    """The middle of the first letters that are marked as ``term``."""
    page.view.scroll_to(page.view.holder_of(term))
    span = next(one for one in page.view._spans if one.term == term)
    cursor = QTextCursor(page.view.document())
    cursor.setPosition(span.position + 1)
    return page.view.cursorRect(cursor).center()


def holder(page: MarkingPage, *, least: int, most: int) -> str:
    """A passage with so many explained words, and no link."""
    return next(
        one.id for one in page.section.passages if least <= len(page.view.terms_of(one.id)) <= most
    )


CA125 = (
    "CA125",
    (
        "A cancer marker: something in the blood that can be a sign of ovarian cancer. "
        "It is measured by a blood test.",
    ),
)


def test_a_word_is_explained_where_it_is_pressed(person: Person, qtbot: QtBot) -> None:
    page = read_at(person, "why")
    viewport = page.view.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at_word(page, "ca125"))
    assert told(page) == [CA125]
    assert page.view.selected == page.view.holder_of("ca125")
    assert card(page).geometry().top() >= page.view.passage_rect(page.view.selected).bottom() - 1
    assert card(page).geometry().bottom() <= viewport.height()


def test_escape_closes_and_gives_the_keyboard_back(person: Person) -> None:
    page = read_at(person, "why")
    page.follow("term:ca125")
    assert person.window.focusWidget() is card(page)
    person.keys(card(page), Qt.Key.Key_Escape)
    assert cards(page) == 0
    assert person.window.focusWidget() is page.view
    assert page.passage_actions.bar.isVisible()


def test_close_closes(person: Person) -> None:
    page = read_at(person, "why")
    page.follow("term:ca125")
    person.press_named("Close")
    assert cards(page) == 0


def test_by_keys_alone(person: Person) -> None:
    page = read_at(person, "why")
    page.view.setFocus()
    while page.view.selected != page.view.holder_of("ca125"):
        person.keys(page.view, Qt.Key.Key_Down)
    person.keys(page.view, Qt.Key.Key_Return)
    while person.window.focusWidget().accessibleName() != "Explain “CA125”":
        person.keys(person.window.focusWidget(), Qt.Key.Key_Tab)
    person.keys(person.window.focusWidget(), Qt.Key.Key_Space)
    assert told(page) == [CA125]
    person.keys(card(page), Qt.Key.Key_Tab)
    assert person.window.focusWidget() is card(page).done


def test_a_screen_reader_is_told_all_of_it(person: Person) -> None:
    page = read_at(person, "why")
    page.follow("term:ca125")
    assert card(page).accessibleName() == "\n".join((CA125[0], *CA125[1]))


@pytest.mark.parametrize(("count", "together"), [((1, 1), False), ((2, 2), False), ((3, 9), True)])
def test_more_than_two_words_have_one_button(
    person: Person, count: tuple[int, int], together: bool
) -> None:
    page = read_at(person, "why")
    page.view.select(holder(page, least=count[0], most=count[1]))
    places = page.view.terms_of(page.view.selected)
    names = [name for name in person.names() if name.startswith("Explain")]
    if not together:
        assert names == [f"Explain “{place.words}”" for place in places]
        return
    assert names == ["Explain words"]
    person.press_named("Explain words")
    assert told(page) == [(place.term.name, (place.term.meaning,)) for place in places]


def test_a_passage_without_hard_words_offers_nothing(person: Person) -> None:
    page = read_at(person, "groups")
    page.view.select(holder(page, least=3, most=9))
    page.view.select(page.section.passages[0].id)
    assert not [name for name in person.names() if name.startswith("Explain")]
    assert "What this picture says" not in person.names()


def test_each_word_is_marked_once_a_section(person: Person) -> None:
    page = read_at(person, "other")
    terms = [span.term for span in page.view._spans]
    runs = [place.term.id for place in page.view._places]
    assert set(terms) == set(runs)
    assert len(runs) == len(set(runs)) > 10
    for span in page.view._spans:
        cursor = QTextCursor(page.view.document())
        cursor.setPosition(span.position)
        cursor.setPosition(span.position + span.length, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() in next(
            place.words for place in page.view._places if place.term.id == span.term
        )
        assert cursor.charFormat().anchorHref() == f"term:{span.term}"


def test_a_link_stays_a_link(person: Person) -> None:
    page = read_at(person, "why")
    hrefs = [run.link for one in page.section.passages for run in one.runs if run.link]
    assert "#parp" in hrefs
    assert "parp" not in {span.term for span in page.view._spans}


def test_nothing_behind_the_gate_is_explained_before_it_is_opened(person: Person) -> None:
    page = read_at(person, "help", "surgery")
    page.view.select(page.section.passages[1].id)
    page = read_at(person, "trials", "surgery")
    assert "overall-survival" not in {span.term for span in page.view._spans}
    page.follow("term:overall-survival")
    assert cards(page) == 0
    assert not [name for name in person.names() if name.startswith(("Explain", "What this pic"))]
    person.press_named("Show it")
    page.follow("term:overall-survival")
    assert told(page)[0][0] == "Overall survival"


def test_a_word_that_is_not_here_is_passed_over(person: Person) -> None:
    page = read_at(person, "why")
    page.follow("term:nowhere")
    assert cards(page) == 0


def test_a_note_that_is_being_written_is_saved_first(person: Person) -> None:
    page = read_at(person, "why")
    page.view.select(page.view.holder_of("ca125"))
    person.press_named("Add a note")
    person.type("Mine is 40")
    page.follow("term:ca125")
    assert told(page) == [CA125]
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Mine is 40"]


def test_a_broken_glossary_leaves_the_booklets_readable(
    open_desk: Callable[..., Desk], paths: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.shelf.errors import ShelfFileError

    def fail(folder: Path) -> None:
        raise ShelfFileError(folder / "glossary.toml", "The file is not TOML.")

    monkeypatch.setattr("reader.shelf.glossary.read_glossary", fail)
    page = read_at(Person(qtbot, open_desk()), "why")
    assert page.view._spans == []
    assert page.section.id == "why"


# ---- pictures


def test_a_picture_s_words_are_a_press_away(person: Person) -> None:
    page = read_at(person, "groups")
    passage = figure(page)
    person.pick(page, passage.id)
    person.press_named("What this picture says")
    assert told(page) == [("What this picture says", tuple(passage.figure.full_text.splitlines()))]
    assert person.presses == 2
    person.keys(card(page), Qt.Key.Key_Escape)
    assert person.window.focusWidget() is page.view


@pytest.mark.parametrize("size", SIZES)
def test_at_no_size_is_a_picture_wider_than_the_text(person: Person, size: float) -> None:
    page = read_at(person, "groups")
    person.window.resize(1280, 800)
    person.desk.looks.change(size=size)
    left, width = page.view.measure()
    rect = page.view.passage_rect(figure(page).id)
    assert left - 1 <= rect.left()
    assert rect.right() <= left + width + 1
    assert rect.width() > 0.95 * width
    assert page.view.document().size().width() <= page.view.viewport().width()


@pytest.mark.parametrize("size", [1.0, 2.0, 4.0])
def test_its_words_begin_in_view_and_move_by_keys(person: Person, size: float) -> None:
    page = read_at(person, "for-and-against")
    person.window.resize(1280, 800)
    person.desk.looks.change(size=size)
    person.pick(page, figure(page).id)
    height = page.view.viewport().height()
    assert 0 < page.passage_actions.bar.geometry().bottom() <= height
    person.press_named("What this picture says")
    assert 0 <= card(page).geometry().top() < height
    before = card(page).geometry().top()
    person.keys(card(page), Qt.Key.Key_Down)
    assert card(page).geometry().top() < before
    person.keys(card(page), Qt.Key.Key_Up)
    assert card(page).geometry().top() == before
    while card(page).done.mapTo(page.view.viewport(), QPoint(0, 0)).y() > height - 20:
        place = page.view.verticalScrollBar().value()
        person.keys(card(page), Qt.Key.Key_PageDown)
        assert page.view.verticalScrollBar().value() > place
    person.keys(card(page), Qt.Key.Key_PageUp)


def test_words_of_a_card_are_as_large_as_the_text(person: Person) -> None:
    page = read_at(person, "why")
    person.desk.looks.change(size=4.0)
    page.follow("term:ca125")
    labels = card(page).findChildren(QLabel)
    assert {label.fontInfo().pixelSize() for label in labels} == {page.looks.look.text_px}


def test_a_picture_that_has_gone_is_told_in_words(person: Person, tmp_path: Path) -> None:
    page = read_at(person, "groups")
    page.view.show_section(page.section, tmp_path)
    assert figure(page).figure.alternative in page.view.toPlainText()


def test_a_picture_has_its_alternative(person: Person) -> None:
    page = read_at(person, "groups")
    assert figure(page).figure.alternative not in page.view.toPlainText()
    block = page.view.document().begin()
    found = []
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            found.append(iterator.fragment().charFormat().property(_ALT))
            iterator += 1
        block = block.next()
    assert figure(page).figure.alternative in found


_ALT = QTextFormat.Property.ImageAltText
