"""The main tasks in the real window, by mouse and by touch, each in as few presses as promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from reader.booklet.saying import section_sentences
from reader.notebook.model import MarkKind, Place
from reader.ui.booklets_page import BookletsPage
from reader.ui.history import PageName, Stop
from reader.ui.look import SIZES
from reader.ui.marking_page import MarkingPage
from reader.ui.notes_page import NotesPage
from reader.ui.pdf_pages import PdfPages
from reader.ui.search_page import SearchPage
from tests.ui.driver import Person
from tests.ui.printers import FakePrinters
from tests.ui.toucher import Toucher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPointingDevice
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.notebook.model import Question
    from reader.ui.printing import Paper

QUICK_MS = 60_000


@pytest.fixture(params=["mouse", "touch"])
def sit_down(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, finger: QPointingDevice
) -> Iterator[Callable[[Desk], Person]]:
    """Somebody comes to the window, and has a mouse or a finger.

    However busy the machine is, fingers are quick: Qt would take two touches for a double click.
    """
    if request.param == "mouse":
        yield lambda desk: Person(qtbot, desk)
        return
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(QUICK_MS)
    yield lambda desk: Toucher(qtbot, desk, finger)
    qapp.setDoubleClickInterval(before)


@pytest.fixture
def person(sit_down: Callable[[Desk], Person], desk: Desk) -> Person:
    return sit_down(desk)


def read_at(person: Person, section: str) -> MarkingPage:
    """Open a section of the first booklet, as if by a link."""
    person.window.go(Stop(PageName.READING, "recurrence", section))
    return person.page(MarkingPage)


def ask(desk: Desk, *texts: str) -> list[Question]:
    """Put questions on the list."""
    place = Place("recurrence", "2026-11", "questions", "p")
    made = [desk.notebook.questions.add(text, place) for text in texts]
    desk.keeper.changed.emit()
    return made


def test_carry_on_reading_where_i_stopped_is_one_press(
    sit_down: Callable[[Desk], Person], open_desk: Callable[..., Desk]
) -> None:
    before = open_desk()
    page = read_at(sit_down(before), "other")
    page.view.scroll_to(page.section.passages[4].id)
    passage = page.view.reading()
    assert passage == page.section.passages[4].id
    before.window.close()

    person = sit_down(open_desk())
    person.press(person.page(BookletsPage).carry_on)

    again = person.page(MarkingPage)
    assert again.section.id == "other"
    assert again.view.reading() == passage
    assert person.presses == 1


def test_the_part_about_second_opinions_is_two_presses(person: Person) -> None:
    person.press_named("Open “When ovarian cancer comes back”")
    person.press_named("What a second opinion is")
    assert person.page(MarkingPage).section.id == "what"
    assert person.presses == 2


def test_everything_bigger_is_one_press_a_step(person: Person) -> None:
    for size in SIZES[1:]:
        person.press_named("Make everything bigger")
        assert person.desk.looks.look.size == size
    assert person.presses == len(SIZES) - 1


def test_asking_about_a_passage_is_two_presses(person: Person) -> None:
    page = read_at(person, "how")
    passage = page.section.passages[5]
    person.pick(page, passage.id)
    person.press_named("Ask about this")

    (question,) = person.desk.notebook.questions.all()
    assert question.place is not None
    assert question.place.passage == passage.id
    assert passage.text[:40] in question.text
    assert person.presses == 2


def test_a_question_is_put_among_the_three_in_one_press(person: Person) -> None:
    asked = ask(person.desk, "One?", "Two?", "Three?", "Four?", "Five?")
    person.go(PageName.QUESTIONS)
    person.presses = 0
    person.press(person.window.findChild(QAbstractButton, f"top-{asked[4].id}"))
    top = [one.text for one in person.desk.notebook.questions.all()[:3]]
    assert "Five?" in top
    assert person.presses == 1


@pytest.mark.parametrize(
    "start",
    [PageName.BOOKLETS, PageName.SEARCH, PageName.NOTES, PageName.QUESTIONS, PageName.HELP],
)
def test_my_sheet_is_printed_in_two_presses_from_any_screen(
    person: Person, start: PageName, printed: list[Paper]
) -> None:
    ask(person.desk, "One?", "Two?")
    person.window.go(Stop(start))
    person.go(PageName.PRINT)
    person.press_named("Print 1 page")
    assert [paper.data[:5] for paper in printed] == [b"%PDF-"]
    assert person.presses == 2


def test_a_blank_sheet_is_printed_in_two_presses(
    person: Person, printed: list[Paper], qtbot: QtBot
) -> None:
    person.go(PageName.PRINT)
    person.press_named("Print a blank sheet")
    qtbot.waitUntil(lambda: len(printed) == 1)
    assert "0800 008 7054" in PdfPages(printed[0].data).words(0)
    assert person.presses == 2


@pytest.fixture
def printed(person: Person) -> list[Paper]:
    """What was handed to the printer, in place of the system's dialog."""
    printers = FakePrinters()
    person.desk.pages.make_printers = lambda: printers
    return printers.papers


def test_every_place_that_says_letrozole_is_one_press_and_typing(
    person: Person, qtbot: QtBot
) -> None:
    person.go(PageName.SEARCH)
    person.type("letrozole")
    page = person.page(SearchPage)
    qtbot.waitUntil(lambda: len(page.results) > 0)
    found = {card.text.text() for card in page.results}
    booklet = person.desk.shelf.read("recurrence")
    places = [
        passage
        for section in booklet.sections
        for passage in section.passages
        if "letrozole" in passage.text.lower()
    ]
    assert len(places) > 1
    assert len(page.results) == len(places)
    assert all("<u>" in text for text in found)
    assert person.presses == 1


def test_what_was_deleted_is_back_with_one_press(person: Person) -> None:
    booklet = person.desk.shelf.read("recurrence")
    passage = booklet.sections[0].passages[1]
    place = Place(booklet.id, "2026-11", booklet.sections[0].id, passage.id, quote=passage.text)
    mark = person.desk.notebook.marks.add(MarkKind.NOTE, place, "Ask my sister")
    person.go(PageName.NOTES)
    person.press_named("Delete Note · Why it has come back")
    assert person.desk.notebook.marks.all() == ()

    person.presses = 0
    person.press(person.window.notice.undo_button)

    assert [one.text for one in person.desk.notebook.marks.all()] == ["Ask my sister"]
    assert mark.id in person.page(NotesPage).cards
    assert person.presses == 1


def test_the_page_is_read_aloud_with_one_press(person: Person) -> None:
    page = read_at(person, "how")
    asked: list[str] = []
    speaker = person.desk.speaker
    speaker.say = asked.append  # type: ignore[method-assign]  # a voice takes minutes
    person.press(page.sentences.read_aloud)
    sentences = section_sentences(page.section)
    for _ in sentences:
        speaker.finished.emit()
    assert asked[:-1] == [f"{one.lead} {one.text}".strip() for one in sentences]
    assert asked[-1] == "That is the end of this part."
    assert person.presses == 1


def test_the_number_to_ring_is_on_every_screen(desk: Desk) -> None:
    """Nothing to press."""
    for page in PageName:
        booklet = "recurrence" if page is PageName.READING else ""
        desk.window.go(Stop(page, booklet))
        shown = [
            label
            for label in desk.window.rail.contact.findChildren(QLabel)
            if label.isVisible() and label.text() == "0800 008 7054"
        ]
        assert len(shown) == 1, page
