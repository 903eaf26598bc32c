"""Print at a kiosk: one press and no dialog, caps said calmly, and what to do when paper fails."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.kiosk.messages import Printed
from reader.kiosk.policy import Printing
from reader.kiosk.print_jobs import TITLE, NotSent, PrintDesk
from reader.paper.kinds import SheetKind
from reader.printing.errors import NoServiceError
from reader.printing.following import (
    Cancelled,
    Failed,
    Gone,
    Hindrance,
    Removed,
    Stuck,
    Waiting,
)
from reader.printing.following import Printed as Out
from reader.printing.following import Printing as Going
from reader.printing.model import JobState
from reader.ui.history import PageName, Stop
from reader.ui.job_card import JobCard
from reader.ui.kiosk_print import PART, KioskPrint
from reader.ui.kiosk_print_run import MOST_SILENT_LOOKS, KioskPrintRun
from reader.ui.kiosk_print_words import (
    words_ended,
    words_going,
    words_left,
    words_not_sent,
    words_silent,
)
from tests.kiosk.test_print_jobs import FakeService
from tests.ui.kiosk_stage import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks
    from tests.ui.kiosk_stage import Visitor

PDF = b"%PDF-1.7"


@pytest.fixture
def page(visitor: Visitor, qtbot: QtBot) -> KioskPrint:
    visitor.desk.begin()
    return open_print(visitor, qtbot)


def open_print(visitor: Visitor, qtbot: QtBot, booklet: str = "", section: str = "") -> KioskPrint:
    visitor.window.go(Stop(PageName.PRINT, booklet, section))
    page = visitor.page(KioskPrint)
    qtbot.waitUntil(lambda: page.made is not None and not page.is_making)
    return page


class TestPage:
    def test_what_is_seen_is_what_is_printed(self, page: KioskPrint, visitor: Visitor) -> None:
        visitor.touch(page.print_button)
        queue, data, options = visitor.session.service.sent[0]
        assert page.made is not None
        assert (queue, data) == ("kiosk", page.made.printed.data)
        assert (options.title, options.copies) == (TITLE, 1)

    def test_while_one_is_on_its_way_there_is_no_second(
        self, page: KioskPrint, visitor: Visitor
    ) -> None:
        visitor.touch(page.print_button)
        assert not page.print_button.isEnabled()
        assert not page.blank_button.isEnabled()
        visitor.session.service.states[1] = JobState.COMPLETED
        page.run.look()
        assert page.print_button.isEnabled()
        assert visitor.session.last() == Printed()

    def test_after_the_last_one_there_is_no_more_and_it_says_so(
        self, page: KioskPrint, visitor: Visitor
    ) -> None:
        for number in range(1, 4):
            page.print()
            visitor.session.service.states[number] = JobState.COMPLETED
            page.run.look()
        assert "last sheet you can print here" in page.card.told.text()
        assert not page.print_button.isEnabled()
        page.print()
        assert len(visitor.session.service.sent) == 3
        assert "as often as one person can here" in page.card.told.text()

    def test_a_part_that_is_too_long_is_said_before_anybody_presses(
        self, open_kiosk: Callable[..., Visitor], qtbot: QtBot
    ) -> None:
        visitor = open_kiosk(replace(EVERYTHING, printing=Printing("kiosk", pages_a_job=1)))
        visitor.desk.begin()
        page = open_print(visitor, qtbot, "recurrence", "how")
        assert page.what.buttons[PART].isVisible()
        assert "prints up to 1 at a time" in page.hints.text()
        assert not page.print_button.isEnabled()
        visitor.touch(page.what.buttons[SheetKind.QUESTIONS])
        qtbot.waitUntil(page.print_button.isEnabled)

    def test_a_part_is_offered_only_to_who_came_for_one(self, page: KioskPrint) -> None:
        assert page.what.buttons[PART].isHidden()

    def test_bigger_print_is_made_anew(
        self, page: KioskPrint, visitor: Visitor, qtbot: QtBot
    ) -> None:
        assert page.made is not None
        before = page.made.printed.data
        visitor.touch(page.print_size.buttons["very-large"])
        qtbot.waitUntil(lambda: page.made is not None and page.made.printed.data != before)

    @pytest.mark.parametrize("kind", [SheetKind.COMPANION, SheetKind.NOTES, SheetKind.BRING])
    def test_each_kind_can_be_made(self, page: KioskPrint, visitor: Visitor, qtbot: QtBot,
                                   kind: SheetKind) -> None:  # fmt: skip
        visitor.touch(page.what.buttons[kind])
        qtbot.waitUntil(lambda: not page.is_making)
        assert (page.made is not None) or page.hints.text()

    def test_a_blank_sheet_is_printed_once_it_is_made(
        self, page: KioskPrint, visitor: Visitor, qtbot: QtBot
    ) -> None:
        page.print_blank()
        qtbot.waitUntil(lambda: len(visitor.session.service.sent) == 1)
        assert page.title == "Print a blank sheet"

    def test_news_of_a_sheet_reach_who_has_gone_on_reading(
        self, page: KioskPrint, visitor: Visitor
    ) -> None:
        visitor.touch(page.print_button)
        visitor.window.open_page(PageName.BOOKLETS)
        visitor.session.service.states[1] = JobState.COMPLETED
        page.run.look()
        assert "Please take your pages" in visitor.window.notice.text

    def test_a_printer_that_is_away_is_told_of_and_nothing_is_lost(
        self, page: KioskPrint, visitor: Visitor, qtbot: QtBot
    ) -> None:
        visitor.session.service.error = NoServiceError("/run/cups/cups.sock", "gone")
        visitor.touch(page.print_button)
        assert "the printer does not answer" in page.card.told.text()
        assert "Please ask staff" in page.card.told.text()
        assert page.print_button.isEnabled()
        qtbot.waitUntil(lambda: not page.card.visibleRegion().isEmpty())

    def test_stopping_takes_the_sheet_back(self, page: KioskPrint, visitor: Visitor) -> None:
        visitor.touch(page.print_button)
        visitor.touch(page.card.cancel_button)
        page.run.look()
        assert "Printing was stopped" in page.card.told.text()
        assert Printed() not in visitor.session.heard()

    def test_there_is_nothing_to_save(self, page: KioskPrint, visitor: Visitor) -> None:
        assert page.card.save_button is None
        assert not [name for name in visitor.names() if "Save" in name]


class TestRun:
    @pytest.fixture
    def service(self) -> FakeService:
        return FakeService()

    @pytest.fixture
    def run(self, looks: Looks, qtbot: QtBot, service: FakeService) -> KioskPrintRun:
        card = JobCard(looks, saves=False)
        qtbot.addWidget(card)
        desk = PrintDesk(service, Printing("kiosk", 4, 2))  # type: ignore[arg-type]
        made = KioskPrintRun(desk, card)
        made.card = card  # type: ignore[attr-defined]
        return made

    def test_a_server_that_falls_silent_is_given_time_and_then_up(
        self, run: KioskPrintRun, service: FakeService
    ) -> None:
        run.print(PDF, 1)
        service.error = NoServiceError("/run/cups/cups.sock", "gone")
        for _ in range(MOST_SILENT_LOOKS - 1):
            run.look()
            assert run.is_running
        run.look()
        assert not run.is_running
        assert run.card.told.text() == words_silent()  # type: ignore[attr-defined]

    def test_silence_for_a_moment_is_forgotten(
        self, run: KioskPrintRun, service: FakeService
    ) -> None:
        run.print(PDF, 1)
        for _ in range(3):
            service.error = NoServiceError("/run/cups/cups.sock", "gone")
            for _ in range(MOST_SILENT_LOOKS - 1):
                run.look()
            service.error = None
            run.look()
        assert run.is_running

    def test_copies_count_as_pages(self, run: KioskPrintRun, service: FakeService) -> None:
        run.print(PDF, 2, copies=3)
        assert service.sent == []
        assert "This is 6 pages" in run.card.told.text()  # type: ignore[attr-defined]
        run.print(PDF, 2, copies=2)
        assert [one[2].copies for one in service.sent] == [2]

    def test_it_looks_by_itself(
        self, run: KioskPrintRun, service: FakeService, qtbot: QtBot
    ) -> None:
        run.print(PDF, 1)
        service.states[1] = JobState.COMPLETED
        with qtbot.waitSignal(run.printed):
            pass


@pytest.mark.parametrize("why", list(Hindrance))
def test_each_hindrance_says_what_it_is_that_nothing_is_lost_and_who_helps(why: Hindrance) -> None:
    told = words_going(Stuck(why), 1)
    assert told.endswith("Nothing is lost. Please ask staff; then it goes on.")
    assert len(told.split(". ")) == 3


def test_words_of_every_outcome() -> None:
    ends = [Out(), Gone(), Cancelled(is_ours=True), Cancelled(is_ours=False), Failed(), Removed()]
    for end in ends:
        assert words_ended(end).endswith(".")
    assert words_ended(Out()) == "Printed. Please take your pages from the printer."
    assert words_going(Going(1), 3) == "Printing: 1 of 3 pages are out."
    assert words_going(Going(), 3) == "Printing. Please wait for your pages."
    assert "on their way" in words_going(Waiting(), 1)
    assert [words_left(left) for left in (0, 1, 2)] == [
        "That was the last sheet you can print here.",
        "You can print once more.",
        "You can print 2 more times.",
    ]
    for why in NotSent:
        assert "!" not in words_not_sent(why, 12, 10)
    assert "12 pages" in words_not_sent(NotSent.TOO_LONG, 12, 10)
