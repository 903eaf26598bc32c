"""A whole visit to a kiosk by one finger: start, ask, print, finish; what its owner hears of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.kiosk.messages import Begun, End, Ending, Helped, Printed, Show
from reader.notebook.model import MarkKind
from reader.printing.model import JobState
from reader.ui.booklets_page import BookletsPage
from reader.ui.ends import is_at_end
from reader.ui.history import PageName, Stop
from reader.ui.kiosk_home import KioskHome
from reader.ui.kiosk_print import KioskPrint
from reader.ui.marking_page import MarkingPage
from reader.ui.questions_page import QuestionsPage
from tests.grids import first
from tests.ui.kiosk_stage import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.kiosk_stage import Visitor

SCREENS = [(1024, 768), (1280, 800), (768, 1024), (1080, 1920)]
MOST_PRESSES = 10


def ask_first_idea(visitor: Visitor) -> str:
    """Put the first idea of the booklets on the list."""
    page = visitor.page(QuestionsPage)
    row = next(row for row in page.ideas.rows if not is_at_end(row.button))
    visitor.touch(row.button)
    return row.idea.text


@pytest.mark.parametrize(("width", "height"), first(SCREENS, SCREENS[:1]))
@pytest.mark.parametrize("size", [1.0, 2.0])
def test_somebody_who_was_never_told_starts_asks_prints_and_finishes(
    open_kiosk: Callable[..., Visitor], qtbot: QtBot, width: int, height: int, size: float
) -> None:
    visitor = open_kiosk(width=width, height=height)
    visitor.desk.looks.change(size=size)
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Make my question sheet")
    asked = ask_first_idea(visitor)
    visitor.touch_named("Print my sheet")
    page = visitor.page(KioskPrint)
    qtbot.waitUntil(lambda: page.print_button.text() == "Print 1 page")
    visitor.touch(page.print_button)
    assert len(visitor.session.service.sent) == 1
    assert asked[:20] in page.view.sheets[0].accessibleName()
    visitor.session.service.states[1] = JobState.COMPLETED
    page.run.look()
    assert "Please take your pages" in page.card.told.text()
    visitor.touch_named("Finish and clear")
    visitor.touch_named("Yes")
    assert visitor.presses < MOST_PRESSES, visitor.presses
    heard = [one for one in visitor.session.heard() if not isinstance(one, type(None))]
    assert [one for one in heard if isinstance(one, Begun | Printed | Helped | End)] == [
        Begun(),
        Printed(),
        Helped(yes=True),
        End(Ending.FINISHED),
    ]


def test_a_blank_sheet_is_two_presses_away(visitor: Visitor, qtbot: QtBot) -> None:
    visitor.touch_named("Touch here to start")
    before = visitor.presses
    visitor.touch(visitor.window.rail.buttons[PageName.PRINT])
    visitor.touch_named("Print a blank sheet")
    assert visitor.presses == before + 2
    qtbot.waitUntil(lambda: len(visitor.session.service.sent) == 1)


def test_the_sheet_has_the_clinic_s_own_line(visitor: Visitor, qtbot: QtBot) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch(visitor.window.rail.buttons[PageName.PRINT])
    page = visitor.page(KioskPrint)
    qtbot.waitUntil(lambda: page.made is not None)
    qtbot.waitUntil(lambda: "Elm Street clinic" in page.view.sheets[0].accessibleName())


def test_who_wrote_nothing_and_is_asked_nothing_is_done_in_one_press(
    open_kiosk: Callable[..., Visitor],
) -> None:
    visitor = open_kiosk(replace(EVERYTHING, asks_feedback=False))
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Finish and clear")
    assert visitor.session.last() == End(Ending.FINISHED)


def test_what_was_written_is_not_cleared_by_one_press_alone(
    open_kiosk: Callable[..., Visitor],
) -> None:
    visitor = open_kiosk(replace(EVERYTHING, asks_feedback=False))
    visitor.touch_named("Touch here to start")
    visitor.desk.inside.notebook.questions.add("Will it hurt?", None)
    visitor.touch_named("Finish and clear")
    assert visitor.screen is visitor.desk.closing
    assert End(Ending.FINISHED) not in visitor.session.heard()
    visitor.touch_named("Go back")
    assert visitor.page(BookletsPage).isVisible()
    assert [one.text for one in visitor.desk.inside.notebook.questions.all()] == ["Will it hurt?"]
    visitor.touch_named("Finish and clear")
    visitor.touch_named("Clear it now")
    assert visitor.session.last() == End(Ending.FINISHED)
    assert not [one for one in visitor.session.heard() if isinstance(one, Helped)]


def test_nobody_has_to_say_whether_it_was_helpful(visitor: Visitor) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Finish and clear")
    visitor.touch_named("Clear without answering")
    assert visitor.session.last() == End(Ending.FINISHED)
    assert not [one for one in visitor.session.heard() if isinstance(one, Helped)]


def test_who_walks_away_from_the_last_screen_has_finished(visitor: Visitor) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Finish and clear")
    closing = visitor.desk.closing
    for _ in range(EVERYTHING.countdown_seconds - 1):
        closing.tick()
        assert visitor.screen is closing
    closing.tick()
    assert visitor.session.last() == End(Ending.FINISHED)


def test_the_last_screen_waits_for_pages_that_are_on_their_way(
    visitor: Visitor, qtbot: QtBot
) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch(visitor.window.rail.buttons[PageName.PRINT])
    page = visitor.page(KioskPrint)
    qtbot.waitUntil(page.print_button.isEnabled)
    visitor.touch(page.print_button)
    visitor.touch_named("Finish and clear")
    closing = visitor.desk.closing
    for _ in range(EVERYTHING.countdown_seconds + 1):
        closing.tick()
    assert visitor.screen is closing
    assert "still being printed" in closing.told.text()
    visitor.session.service.states[1] = JobState.COMPLETED
    page.run.look()
    visitor.desk.look_at_clock()
    assert "take your pages" in closing.told.text()
    for _ in range(EVERYTHING.countdown_seconds):
        closing.tick()
    assert visitor.session.last() == End(Ending.FINISHED)


def test_after_the_end_nothing_answers_and_nothing_of_the_session_is_seen(
    visitor: Visitor,
) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Finish and clear")
    visitor.touch_named("No")
    said = len(visitor.session.heard())
    assert visitor.screen is visitor.desk.start
    visitor.touch_named("Touch here to start")
    assert visitor.screen is visitor.desk.start
    assert len(visitor.session.heard()) == said


def test_a_screen_that_is_not_ready_lets_nobody_in(open_kiosk: Callable[..., Visitor]) -> None:
    visitor = open_kiosk(show=Show(admits=False), has_staff=True)
    assert visitor.names() == ["Staff"]
    assert visitor.desk.start.told.text() == "Please ask staff."
    visitor.touch(visitor.desk.start.heading)
    QTest.keyClick(visitor.frame, Qt.Key.Key_Return)
    assert visitor.screen is visitor.desk.start
    assert Begun() not in visitor.session.heard()


# ---- the start screen's own choices


def test_text_grows_step_by_step_and_comes_back(visitor: Visitor) -> None:
    looks = visitor.desk.looks
    sizes = [looks.look.size]
    for _ in EVERYTHING.sizes:
        assert visitor.desk.start.size_button is not None
        visitor.touch(visitor.desk.start.size_button)
        sizes.append(looks.look.size)
    assert sizes == [1.0, 1.5, 2.0, 1.0]
    assert visitor.screen is visitor.desk.start


def test_colours_are_gone_through_in_the_order_of_the_policy(visitor: Visitor) -> None:
    looks, button = visitor.desk.looks, visitor.desk.start.theme_button
    assert button is not None
    assert button.text() == "Yellow on black"
    visitor.touch(button)
    assert looks.look.theme.id == "contrast-dark"
    assert visitor.desk.start.property("night") is True
    visitor.touch(button)
    assert looks.look.theme.id == "light"


def test_what_there_is_one_of_has_no_button(open_kiosk: Callable[..., Visitor]) -> None:
    visitor = open_kiosk(replace(EVERYTHING, sizes=(1.5,), themes=("dark",), has_speech=False))
    assert visitor.names() == ["Touch here to start"]
    assert visitor.desk.looks.look.size == 1.5
    assert visitor.desk.looks.look.theme.id == "dark"


# ---- what the policy leaves out is not there


def test_without_printing_there_is_no_way_to_it(open_kiosk: Callable[..., Visitor]) -> None:
    visitor = open_kiosk(replace(EVERYTHING, printing=None))
    visitor.touch_named("Touch here to start")
    assert PageName.PRINT not in visitor.window.rail.buttons
    QTest.keyClick(visitor.frame, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert visitor.page(BookletsPage)
    visitor.window.go(Stop(PageName.READING, "recurrence", "how"))
    assert visitor.page(MarkingPage).print_button is None
    visitor.window.open_page(PageName.QUESTIONS)
    assert list(visitor.page(QuestionsPage).leads) == [PageName.TAKE_HOME]
    assert visitor.page(QuestionsPage).after_visit is None


def test_without_codes_there_is_no_way_to_them(open_kiosk: Callable[..., Visitor]) -> None:
    visitor = open_kiosk(replace(EVERYTHING, has_qr=False))
    visitor.touch_named("Touch here to start")
    visitor.window.open_page(PageName.QUESTIONS)
    assert list(visitor.page(QuestionsPage).leads) == [PageName.PRINT]
    assert PageName.TAKE_HOME not in visitor.window.rail.buttons


def test_without_a_voice_nothing_offers_to_read(open_kiosk: Callable[..., Visitor]) -> None:
    visitor = open_kiosk(replace(EVERYTHING, has_speech=False))
    visitor.touch_named("Touch here to start")
    visitor.window.go(Stop(PageName.READING, "recurrence", "how"))
    page = visitor.page(MarkingPage)
    assert page.sentences is None
    visitor.touch_at(page.view.mapTo(visitor.frame, page.view.rect().center()))
    visitor.window.middle.toggle_comfort()
    spoken = [name for name in visitor.names() if "read" in name.lower() or "aloud" in name.lower()]
    assert [name for name in spoken if "reading" not in name.lower()] == []
    assert page.passage_actions.bar.read is None


def test_only_the_booklets_of_the_policy_are_here(open_kiosk: Callable[..., Visitor]) -> None:
    visitor = open_kiosk(replace(EVERYTHING, booklets=("surgery",)))
    visitor.touch_named("Touch here to start")
    assert [one for one in visitor.names() if one.startswith("Open “")] == [
        "Open “Having a second operation”"
    ]
    visitor.window.go(Stop(PageName.READING, "recurrence", "how"))
    assert visitor.page(BookletsPage)
    visitor.window.open_page(PageName.SEARCH)
    found = visitor.desk.inside.makers._search_index().search("letrozole", 50)
    assert {hit.booklet for hit in found} <= {"surgery"}


def test_notes_and_marks_are_cleared_with_a_warning_too(visitor: Visitor) -> None:
    visitor.touch_named("Touch here to start")
    inside = visitor.desk.inside
    booklet = inside.shelf.read("recurrence")
    from reader.notebook.model import Place

    passage = booklet.sections[0].passages[1]
    place = Place("recurrence", str(booklet.edition), booklet.sections[0].id, passage.id)
    assert not inside.has_something
    inside.notebook.marks.add(MarkKind.BOOKMARK, place)
    assert inside.has_something


def test_every_page_opens_and_says_nothing_of_files(visitor: Visitor, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    visitor.touch_named("Touch here to start")
    for name in visitor.window.rail.buttons:
        visitor.window.open_page(name)
        if name is PageName.PRINT:
            page = visitor.page(KioskPrint)
            qtbot.waitUntil(lambda page=page: page.made is not None)
        texts = [one.text() for one in visitor.frame.findChildren(QLabel)] + visitor.names()
        for text in texts:
            assert not any(word in text.lower() for word in ("folder", "pdf", "save as", "file"))
    assert isinstance(visitor.window.made(PageName.TAKE_HOME), KioskHome)
