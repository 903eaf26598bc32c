"""The review notice at the head of a section, and how Tab goes through the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from reader.ui.history import PageName, Stop
from reader.ui.look import SIZES
from reader.ui.marking_page import MarkingPage
from reader.ui.review_button import ReviewButton
from tests.ui.conftest import NOON
from tests.ui.driver import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.shelf.shelf import Shelf
    from reader.ui.look import Looks

WORDS = "Was due for review in August 2024, 27 months ago · not checked by a doctor"


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


def read_at(person: Person, section: str) -> MarkingPage:
    person.window.go(Stop(PageName.READING, "recurrence", section))
    return person.page(MarkingPage)


def test_it_stands_over_the_text_and_scrolls_with_it(person: Person) -> None:
    page = read_at(person, "why")
    heading = page.section.passages[0].id
    assert page.review.words() == WORDS
    assert page.review.geometry().top() > 0
    assert page.review.geometry().bottom() < page.view.passage_rect(heading).top()
    before = page.review.geometry().top()
    page.view.scroll_by(100)
    assert page.review.geometry().top() == before - 100


def test_it_leads_to_where_the_booklet_is_told_about(person: Person) -> None:
    page = read_at(person, "why")
    person.press_named(f"{WORDS}. About this booklet.")
    assert page.section.id == "about"
    assert not page.review.isEnabled()
    assert page.review.accessibleName() == WORDS


def test_it_leads_nowhere_where_nothing_is_told(person: Person) -> None:
    page = read_at(person, "why")
    page.booklet = replace(page.booklet, sections=page.booklet.sections[:2])
    page._show(page.booklet.sections[0], "")
    assert page.review.isVisible()
    assert not page.review.isEnabled()


def test_a_checked_booklet_has_none(person: Person) -> None:
    page = read_at(person, "why")
    heading = page.section.passages[0].id
    page.view.scroll_by(-10_000)
    before = page.view.passage_rect(heading).top()
    source = replace(page.booklet.source, review_due=page.booklet.edition)
    page.booklet = replace(page.booklet, source=source, is_clinically_reviewed=True)
    page._show(page.section, "")
    assert not page.review.isVisible()
    assert page.view.passage_rect(heading).top() < before


@pytest.mark.parametrize("size", SIZES)
def test_it_is_whole_at_every_size(person: Person, size: float) -> None:
    page = read_at(person, "why")
    person.window.resize(1280, 800)
    person.desk.looks.change(size=size)
    page.view.scroll_by(-100_000)
    left, width = page.view.measure()
    rect = page.review.geometry()
    assert rect.left() == left
    assert rect.width() <= width
    assert rect.height() >= page.review.heightForWidth(rect.width())
    assert rect.height() >= page.looks.look.target_px
    assert rect.bottom() < page.view.passage_rect(page.section.passages[0].id).top()


def test_it_is_one_line_where_there_is_room(looks: Looks, shelf: Shelf, qtbot: QtBot) -> None:
    button = ReviewButton(looks, NOON.date())
    qtbot.addWidget(button)
    booklet = shelf.read("recurrence")
    button.show_booklet(booklet, booklet.sections[0])
    assert button.words() == WORDS
    hint = button.sizeHint()
    assert hint.height() == button.heightForWidth(hint.width() + 400)
    assert button.heightForWidth(hint.width() // 2) > hint.height() - 1


def test_the_keyboard_brings_it_into_view(person: Person) -> None:
    page = read_at(person, "why")
    page.view.scroll_by(500)
    page.view.setFocus()
    person.keys(page.view, Qt.Key.Key_Backtab)
    assert person.window.focusWidget() is page.review
    assert page.view.verticalScrollBar().value() == 0


def test_a_press_by_the_mouse_does_not_move_the_text(person: Person) -> None:
    page = read_at(person, "why")
    page.view.scroll_by(10)
    page.review.setFocus(Qt.FocusReason.MouseFocusReason)
    assert page.view.verticalScrollBar().value() == 10


def test_tab_goes_through_the_page_in_reading_order(person: Person, qtbot: QtBot) -> None:
    page = read_at(person, "groups")
    qtbot.waitUntil(lambda: any(button.isVisible() for button in page.contents.controls()))
    page.view.select(next(one.id for one in page.section.passages if one.figure))
    page.header_buttons()[-1].setFocus()
    met = []
    contents = [button.accessibleName() for button in page.contents.controls()]
    for _ in range(len(contents) + 10):
        person.keys(person.window.focusWidget(), Qt.Key.Key_Tab)
        met.append(person.window.focusWidget().accessibleName())
    sections = [section.title for section in page.booklet.sections]
    assert met[: len(sections)] == sections
    assert met[len(sections) :][:10] == [
        f"{WORDS}. About this booklet.",
        "Text of the section",
        "Ask about this",
        "Add a note",
        "Highlight",
        "Read from here",
        "What this picture says",
        "Print this part",
        "Previous section: Why it has come back",
        "Next section: Choosing with your team",
    ]


def test_words_and_links_are_met_after_the_actions(person: Person) -> None:
    page = read_at(person, "why")
    linked = next(one for one in page.section.passages if any(run.link for run in one.runs))
    page.view.select(linked.id)
    page.passage_actions.bar.read.setFocus()
    met = []
    for _ in range(5):
        person.keys(person.window.focusWidget(), Qt.Key.Key_Tab)
        met.append(person.window.focusWidget().accessibleName())
    assert met == [
        "Explain words",
        "Go to “PARP inhibitor”",
        "Go to “bevacizumab (Avastin)”",
        "Print this part",
        "Next section: The two groups",
    ]
