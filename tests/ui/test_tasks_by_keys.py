"""Every row of the table of tasks by keys alone, with the counts that were promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from reader.notebook.model import MarkKind, Place
from reader.ui.booklets_page import BookletsPage
from reader.ui.history import PageName, Stop
from reader.ui.look import SIZES
from reader.ui.marking_page import MarkingPage
from reader.ui.notes_page import NotesPage
from reader.ui.print_page import PrintPage
from reader.ui.search_page import SearchPage
from tests.ui.typist import CTRL, Typist

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from reader.app import Desk


@pytest.fixture
def sit_down(qtbot: QtBot, open_desk: Callable[..., Desk]) -> Callable[..., Typist]:
    """Opens the window, which has the keyboard."""

    def sit(**at: str) -> Typist:
        desk = open_desk(**at)
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
        return Typist(qtbot, desk)

    return sit


@pytest.fixture
def person(sit_down: Callable[..., Typist]) -> Typist:
    return sit_down()


def test_carry_on_reading(sit_down: Callable[..., Typist]) -> None:
    before = sit_down(booklet="recurrence", section="other")
    page = before.page(MarkingPage)
    page.view.scroll_to(page.section.passages[4].id)
    before.window.close()

    person = sit_down()
    person.press(person.page(BookletsPage).carry_on)

    again = person.page(MarkingPage)
    assert again.section.id == "other"
    assert again.view.reading() == page.section.passages[4].id
    assert person.presses == 1


def test_open_the_part_about_second_opinions(person: Typist) -> None:
    person.press_named("Open “When ovarian cancer comes back”")
    person.press_named("What a second opinion is")
    assert person.page(MarkingPage).section.id == "what"
    assert person.presses == 2


def test_make_everything_bigger(person: Typist) -> None:
    for size in SIZES[1:]:
        person.press_named("Make everything bigger")
        assert person.desk.looks.look.size == size
    assert person.presses == len(SIZES) - 1
    person.key(Qt.Key.Key_0, CTRL)
    person.key(Qt.Key.Key_Plus, CTRL)
    assert person.desk.looks.look.size == SIZES[1]


def test_ask_about_a_passage(person: Typist) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    page = person.page(MarkingPage)
    passage = page.section.passages[5]
    person.pick(page, passage.id)
    person.press_named("Ask about this")
    (question,) = person.desk.notebook.questions.all()
    assert question.place is not None
    assert question.place.passage == passage.id
    assert person.presses == 2
    person.key(Qt.Key.Key_Escape)
    assert person.focused is page.view


def test_put_a_question_among_the_three(person: Typist) -> None:
    place = Place("recurrence", "2026-11", "questions", "p")
    asked = [person.desk.notebook.questions.add(text, place) for text in "1234"]
    person.go(PageName.QUESTIONS)
    person.presses = 0
    person.press(person.window.findChild(QAbstractButton, f"top-{asked[3].id}"))
    assert "4" in [one.text for one in person.desk.notebook.questions.all()[:3]]
    assert person.presses == 1
    assert person.focused is not person.window


@pytest.mark.parametrize("start", [page for page in PageName if page is not PageName.PRINT])
def test_print_my_sheet(person: Typist, start: PageName, printed: list[str]) -> None:
    person.desk.notebook.questions.add("One?")
    person.window.go(Stop(start, "recurrence" if start is PageName.READING else ""))
    person.key(Qt.Key.Key_P, CTRL)
    person.presses += 1
    page = person.page(PrintPage)
    assert person.focused is page.choices.print_button
    person.press(page.choices.print_button)
    assert printed == ["print"]
    assert person.presses == 2


def test_print_a_blank_sheet(person: Typist, printed: list[str]) -> None:
    person.go(PageName.PRINT)
    person.press_named("Print a blank sheet")
    assert printed == ["blank"]
    assert person.presses == 2


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked of the Print page; its own tests follow the paper to the printer."""
    asked: list[str] = []
    monkeypatch.setattr(PrintPage, "print", lambda _page: asked.append("print"))
    monkeypatch.setattr(PrintPage, "print_blank", lambda _page: asked.append("blank"))
    return asked


def test_find_every_place_that_says_letrozole(person: Typist, qtbot: QtBot) -> None:
    person.go(PageName.SEARCH)
    person.type("letrozole")
    page = person.page(SearchPage)
    qtbot.waitUntil(lambda: len(page.results) > 1)
    assert person.presses == 1
    person.press(page.results[1].findChild(QAbstractButton))
    assert isinstance(person.window.page, MarkingPage)


def test_take_back_what_i_just_deleted(person: Typist) -> None:
    passage = person.desk.shelf.read("recurrence").sections[0].passages[1]
    place = Place("recurrence", "2026-11", "why", passage.id, quote=passage.text)
    person.desk.notebook.marks.add(MarkKind.NOTE, place, "Ask my sister")
    person.go(PageName.NOTES)
    person.press_named("Delete Note · Why it has come back")
    assert person.desk.notebook.marks.all() == ()
    assert person.focused.isVisible()
    person.presses = 0
    person.press(person.window.notice.undo_button)
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Ask my sister"]
    assert person.presses == 1
    (card,) = person.page(NotesPage).cards.values()
    assert card.isAncestorOf(person.focused)


def test_hear_this_page_read(person: Typist) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    page = person.page(MarkingPage)
    pressed: list[bool] = []
    page.sentences.read_aloud.clicked.disconnect()
    page.sentences.read_aloud.clicked.connect(lambda: pressed.append(True))
    person.press(page.sentences.read_aloud)
    assert pressed == [True]
    assert person.presses == 1


@pytest.mark.parametrize("page", list(PageName))
def test_ring_someone(person: Typist, page: PageName) -> None:
    """Nothing to press: the number is on every page, wherever the keyboard is."""
    person.window.go(Stop(page, "recurrence" if page is PageName.READING else ""))
    assert "0800 008 7054" in person.window.rail.contact.accessibleName()
    assert person.window.rail.contact.isVisible()
    assert person.presses == 0
