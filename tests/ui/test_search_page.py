"""The Search page: while typing, over booklets and what the reader wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook.model import MarkKind, Place
from reader.ui.history import PageName
from reader.ui.marking_page import MarkingPage
from reader.ui.search_page import SearchPage
from tests.ui.driver import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


@pytest.fixture
def page(person: Person) -> SearchPage:
    person.go(PageName.SEARCH)
    return person.page(SearchPage)


def search(page: SearchPage, words: str) -> list[str]:
    """What is found, as the cards show it."""
    page.field.setText(words)
    page.search()
    return [card.text.text() for card in page.results]


def test_the_field_has_the_keyboard_when_the_page_opens(person: Person, page: SearchPage) -> None:
    assert person.window.focusWidget() is page.field


def test_results_follow_the_typing(qtbot: QtBot, person: Person, page: SearchPage) -> None:
    person.type("letr")
    qtbot.waitUntil(lambda: len(page.results) > 0)
    assert page.count.text() == f"{len(page.results)} places"


@pytest.mark.parametrize("words", ["treatments", "Treatment", "TREATMENTS"])
def test_forms_and_letter_size_do_not_matter(page: SearchPage, words: str) -> None:
    assert search(page, words) == search(page, "treatment") != []


@pytest.mark.parametrize("words", ["", "   ", "???", '"', "* OR"])
def test_nothing_to_look_for_finds_nothing_and_says_nothing_wrong(
    page: SearchPage, words: str
) -> None:
    search(page, words)
    assert "rror" not in page.count.text()


def test_nothing_found_says_what_to_try(page: SearchPage) -> None:
    assert search(page, "xylophone") == []
    assert page.count.text() == "Nothing was found. Try a shorter word, or only its beginning."


def test_what_the_reader_wrote_is_found_too(person: Person, page: SearchPage) -> None:
    place = Place("recurrence", "2026-11", "why", "p")
    person.desk.notebook.marks.add(MarkKind.NOTE, place, "Ask about xylophones")
    person.desk.notebook.questions.add("May I play the xylophone?")
    found = search(page, "xylophone")
    assert len(found) == 2
    assert [card.where.text() for card in page.results] == ["My notes", "My questions"] or [
        card.where.text() for card in page.results
    ] == ["My questions", "My notes"]


def test_a_gated_section_is_not_quoted(person: Person, page: SearchPage) -> None:
    section = person.desk.shelf.read("surgery").section("trials")
    assert section is not None
    words = "GOG-0213"
    assert words in section.text
    assert not any(words in text for text in search(page, words))


def test_a_result_opens_its_place(person: Person, page: SearchPage, qtbot: QtBot) -> None:
    search(page, "letrozole")
    button = page.results[0].findChild(type(person.window.header.back))
    qtbot.waitUntil(button.isVisible)
    person.press(button)
    reading = person.page(MarkingPage)
    assert reading.section.id == "other"


def test_words_that_look_like_markup_do_nothing(person: Person, page: SearchPage) -> None:
    person.desk.notebook.questions.add("Is <img src=x> a xylophone?")
    (found,) = search(page, "xylophone")
    assert "&lt;img src=x&gt;" in found
