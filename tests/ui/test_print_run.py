"""What is said of a job in its card and in the notice, at every turn it can take."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from reader.printing.errors import NoServiceError, refused
from reader.printing.following import (
    Cancelled,
    Failed,
    Gone,
    Hindrance,
    Printed,
    Printing,
    Removed,
    Stuck,
    Waiting,
)
from reader.ui.job_card import JobCard
from reader.ui.print_jobs import NotTaken, Sent, Silent
from reader.ui.print_run import PrintRun
from reader.ui.print_words import words_ended, words_going, words_not_sent
from reader.ui.printing import (
    NoPrinter,
    NotChosen,
    Paper,
    Paused,
    Refused,
    Rejecting,
    Vanished,
)
from tests.ui.conftest import RESOURCES
from tests.ui.printers import FakeJob, FakePrinters

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks
    from reader.ui.print_jobs import JobEnd
    from reader.ui.printing import NotSent

PAPER = Paper(b"%PDF")
BAD_ENDS = [
    Cancelled(is_ours=False),
    Failed("filter"),
    Removed(),
    Silent(),
    NotTaken(refused(0x0506, "")),
    NotTaken(refused(0x0406, "")),
    NotTaken(refused(0x0403, "")),
    NotTaken(refused(0x0408, "")),
    NotTaken(refused(0x0500, "")),
    NotTaken(NoServiceError(RESOURCES, "gone")),
]
NOT_SENT = [
    NoPrinter(),
    Paused("Canon"),
    Rejecting("Canon"),
    Vanished("Canon"),
    *(Refused("Canon", refused(status, "")) for status in (0x0401, 0x0500, 0x0505)),
]


class Desk:
    """A card that is seen, a run, and what it told."""

    def __init__(self, qtbot: QtBot, looks: Looks) -> None:
        self.card = JobCard(looks)
        qtbot.addWidget(self.card)
        self.job = FakeJob(pages=3)
        self.printers = FakePrinters(self.job)
        self.run = PrintRun(self.printers, self.card)
        self.told: list[str] = []
        self.running: list[bool] = []
        self.run.told.connect(self.told.append)
        self.run.is_running_changed.connect(self.running.append)

    def start(self) -> None:
        self.run.print(PAPER, QWidget())

    @property
    def said(self) -> str:
        return self.card.told.text() if self.card.isVisible() else ""


@pytest.fixture
def desk(qtbot: QtBot, looks: Looks) -> Desk:
    return Desk(qtbot, looks)


def test_a_job_is_told_of_while_it_goes_on(desk: Desk) -> None:
    desk.start()
    assert desk.job.is_started
    assert desk.said == "Your pages wait for their turn on Canon."
    assert desk.card.cancel_button.isVisible()
    assert not desk.card.save_button.isVisible()
    desk.job.progressed.emit(Printing(0))
    assert desk.said == "Printing on Canon."
    desk.job.progressed.emit(Printing(2))
    assert desk.said == "Printing on Canon: 2 of 3 pages are out."
    desk.job.ended.emit(Printed())
    assert desk.said == ""
    assert desk.told == ["Printed on Canon. Please take your pages."]
    assert desk.running == [True, False]
    assert not desk.run.is_running


def test_what_was_only_sent_is_not_said_to_be_printed(desk: Desk) -> None:
    for end in (Sent(), Gone()):
        desk.start()
        desk.job.ended.emit(end)
    assert desk.told == ["Sent to Canon. Please take your pages."] * 2


def test_a_second_press_sends_nothing_twice(desk: Desk) -> None:
    desk.start()
    desk.start()
    assert desk.printers.papers == [PAPER]


def test_a_job_is_stopped_by_its_button(desk: Desk) -> None:
    desk.start()
    desk.card.cancel_button.click()
    assert desk.told == ["Printing was stopped. A page that was on its way may still come out."]
    assert desk.said == ""


@pytest.mark.parametrize("why", list(Hindrance))
def test_a_job_that_is_stuck_says_why_and_offers_both_ways_out(desk: Desk, why: Hindrance) -> None:
    desk.start()
    desk.job.progressed.emit(Stuck(why))
    assert "Canon" in desk.said
    assert "Nothing is lost." in desk.said
    assert desk.card.cancel_button.isVisible()
    assert desk.card.save_button.isVisible()
    desk.job.progressed.emit(Waiting())
    assert not desk.card.save_button.isVisible()


@pytest.mark.parametrize("end", BAD_ENDS)
def test_a_job_that_ends_badly_stays_to_be_read_with_a_way_to_have_it(
    desk: Desk, end: JobEnd
) -> None:
    desk.start()
    desk.job.ended.emit(end)
    assert "Nothing is lost." in desk.said
    assert "PDF" in desk.said
    assert desk.card.save_button.isVisible()
    assert not desk.card.cancel_button.isVisible()
    desk.card.close_button.click()
    assert desk.said == ""


@pytest.mark.parametrize("outcome", NOT_SENT)
def test_what_was_not_sent_says_why_with_a_way_to_have_it(desk: Desk, outcome: NotSent) -> None:
    desk.printers.outcome = outcome
    desk.start()
    assert "Nothing is lost." in desk.said
    assert "PDF" in desk.said
    assert desk.card.save_button.isVisible()
    assert desk.running == []


def test_a_dialog_that_was_closed_is_no_trouble(desk: Desk) -> None:
    desk.printers.outcome = NotChosen()
    desk.start()
    assert desk.said == ""
    assert desk.told == ["Nothing was printed."]


def test_where_the_card_is_not_seen_the_notice_tells(qtbot: QtBot, looks: Looks) -> None:
    desk = Desk(qtbot, looks)
    page = QWidget()
    qtbot.addWidget(page)
    desk.card.setParent(page)
    desk.start()
    assert desk.told == []
    for _ in range(3):
        desk.job.progressed.emit(Stuck(Hindrance.NO_PAPER))
    assert len(desk.told) == 1, "once, not at every look"
    assert "has no paper" in desk.told[0]
    desk.job.ended.emit(Failed())
    assert "could not print" in desk.told[1]


def test_every_sentence_is_plain_and_calm() -> None:
    said = [words_going(Stuck(why), "Canon", 3) for why in Hindrance]
    said += [words_ended(end, "Canon") for end in BAD_ENDS]
    said += [words_ended(end, "Canon") for end in (Printed(), Gone(), Sent())]
    said += [words_not_sent(outcome) for outcome in NOT_SENT]
    for sentence in said:
        assert not re.search(r"[!{}]|error|fail|invalid|IPP|CUPS|job", sentence), sentence
        assert sentence.endswith(".")
        longest = max(len(part.split()) for part in re.split(r"[.:]\s", sentence))
        assert longest <= 20, sentence
