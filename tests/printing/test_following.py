"""A job to its end: what is said at each look, and what is not believed too soon."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from reader.printing.errors import RefusedError, refused
from reader.printing.following import (
    LOOKS_BEFORE_STUCK,
    Cancelled,
    Failed,
    Follower,
    Gone,
    Hindrance,
    Printed,
    Printing,
    Removed,
    Stuck,
    Waiting,
)
from reader.printing.model import Job, JobState, Printer, PrinterState

if TYPE_CHECKING:
    from reader.printing.service import PrintService

IDLE = Printer("Canon", PrinterState.IDLE)
BUSY = Printer("Canon", PrinterState.PROCESSING)
EMPTY = Printer("Canon", PrinterState.PROCESSING, ("media-empty-error",), "out of paper")
STOPPED = Printer("Canon", PrinterState.STOPPED, ("paused",), "Paused")
GONE = refused(0x0406, "not there")


class Scripted:
    """A service whose job and printer are what was set last; errors are raised."""

    def __init__(self) -> None:
        self.now: Job | RefusedError = Job(7, JobState.PENDING)
        self.device: Printer | RefusedError = IDLE
        self.refusal: RefusedError | None = None
        self.cancelled: list[tuple[str, int, bool]] = []

    def job(self, _queue: str, _number: int) -> Job:
        if isinstance(self.now, RefusedError):
            raise self.now
        return self.now

    def printer(self, _queue: str) -> Printer:
        if isinstance(self.device, RefusedError):
            raise self.device
        return self.device

    def cancel(self, queue: str, number: int, *, purge: bool) -> None:
        self.cancelled.append((queue, number, purge))
        if self.refusal is not None:
            raise self.refusal


@pytest.fixture
def scripted() -> Scripted:
    return Scripted()


@pytest.fixture
def follower(scripted: Scripted) -> Follower:
    return Follower(cast("PrintService", scripted), "Canon", 7)


def test_a_job_waits_prints_and_is_printed(scripted: Scripted, follower: Follower) -> None:
    assert follower.look() == Waiting()
    scripted.now, scripted.device = Job(7, JobState.PROCESSING), BUSY
    assert follower.look() == Printing(0)
    scripted.now = Job(7, JobState.PROCESSING, pages=2)
    assert follower.look() == Printing(2)
    scripted.now = Job(7, JobState.COMPLETED, ("processing-to-stop-point",))
    assert follower.look() == Printed()


def test_paper_out_is_believed_once_the_job_does_not_move(
    scripted: Scripted, follower: Follower
) -> None:
    scripted.now, scripted.device = Job(7, JobState.PROCESSING), EMPTY
    said = [follower.look() for _ in range(LOOKS_BEFORE_STUCK)]
    assert said[:-1] == [Printing(0)] * (LOOKS_BEFORE_STUCK - 1)
    assert said[-1] == Stuck(Hindrance.NO_PAPER, "out of paper")
    scripted.device = BUSY
    assert follower.look() == Printing(0)


def test_a_complaint_of_the_job_before_is_not_ours(scripted: Scripted, follower: Follower) -> None:
    scripted.device = EMPTY
    for page in range(3 * LOOKS_BEFORE_STUCK):
        scripted.now = Job(7, JobState.PROCESSING, pages=page)
        assert follower.look() == Printing(page)


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("media-empty", Hindrance.NO_PAPER),
        ("media-needed-warning", Hindrance.NO_PAPER),
        ("media-jam-error", Hindrance.JAM),
        ("cover-open-report", Hindrance.OPEN),
        ("toner-empty-error", Hindrance.NO_INK),
        ("offline-report", Hindrance.AWAY),
        ("connecting-to-device", Hindrance.AWAY),
        ("fuser-over-temp-error", Hindrance.OTHER),
    ],
)
def test_each_complaint_has_its_meaning(
    scripted: Scripted, follower: Follower, reason: str, why: Hindrance
) -> None:
    scripted.now = Job(7, JobState.PROCESSING)
    scripted.device = Printer("Canon", PrinterState.PROCESSING, (reason,))
    assert [follower.look() for _ in range(LOOKS_BEFORE_STUCK)][-1] == Stuck(why)


def test_toner_that_runs_low_stops_nobody(scripted: Scripted, follower: Follower) -> None:
    scripted.now = Job(7, JobState.PROCESSING)
    scripted.device = Printer("Canon", PrinterState.PROCESSING, ("toner-low-warning",))
    assert {follower.look() for _ in range(2 * LOOKS_BEFORE_STUCK)} == {Printing(0)}


@pytest.mark.parametrize(
    ("job", "printer", "why"),
    [
        (Job(7, JobState.PENDING), STOPPED, Hindrance.PAUSED),
        (Job(7, JobState.STOPPED), IDLE, Hindrance.PAUSED),
        (
            Job(7, JobState.PENDING),
            Printer("Canon", PrinterState.STOPPED, ("media-jam-error",)),
            Hindrance.JAM,
        ),
        (Job(7, JobState.HELD, ("resources-are-not-ready",)), IDLE, Hindrance.AWAY),
        (Job(7, JobState.HELD, ("job-hold-until-specified",)), IDLE, Hindrance.HELD),
    ],
)
def test_what_is_certain_is_said_at_once(
    scripted: Scripted, follower: Follower, job: Job, printer: Printer, why: Hindrance
) -> None:
    scripted.now, scripted.device = job, printer
    said = follower.look()
    assert isinstance(said, Stuck)
    assert said.why is why


def test_a_job_that_is_given_up_has_failed(scripted: Scripted, follower: Follower) -> None:
    scripted.now = Job(7, JobState.ABORTED, message="filter failed")
    assert follower.look() == Failed("filter failed")


def test_a_job_that_leaves_no_trace_is_gone_and_not_said_to_be_printed(
    scripted: Scripted, follower: Follower
) -> None:
    scripted.now = GONE
    assert follower.look() == Gone()


@pytest.mark.parametrize("job", [GONE, Job(7, JobState.CANCELED), Job(7, JobState.PENDING)])
def test_a_queue_that_is_removed_takes_the_job_along(
    scripted: Scripted, follower: Follower, job: Job | RefusedError
) -> None:
    scripted.now, scripted.device = job, GONE
    assert follower.look() == Removed()


def test_who_took_it_back_is_known(scripted: Scripted, follower: Follower) -> None:
    scripted.now = Job(7, JobState.CANCELED)
    assert follower.look() == Cancelled(is_ours=False)
    follower.cancel()
    assert scripted.cancelled == [("Canon", 7, False)]
    assert follower.look() == Cancelled(is_ours=True)
    scripted.now = GONE
    assert follower.look() == Cancelled(is_ours=True)


@pytest.mark.parametrize("status", [0x0404, 0x0406])
def test_what_is_over_cannot_be_taken_back_and_says_so_at_the_next_look(
    scripted: Scripted, follower: Follower, status: int
) -> None:
    scripted.refusal = refused(status, "")
    scripted.now = Job(7, JobState.COMPLETED)
    follower.cancel(purge=True)
    assert scripted.cancelled == [("Canon", 7, True)]
    assert follower.look() == Printed()


def test_a_cancel_that_is_not_allowed_is_told_and_the_job_is_not_taken_for_ours(
    scripted: Scripted, follower: Follower
) -> None:
    scripted.refusal = refused(0x0403, "no")
    with pytest.raises(RefusedError):
        follower.cancel()
    scripted.now = GONE
    assert follower.look() == Gone()


def test_any_other_refusal_is_not_swallowed(scripted: Scripted, follower: Follower) -> None:
    scripted.now = refused(0x0403, "no")
    with pytest.raises(RefusedError):
        follower.look()
    scripted.now, scripted.device = Job(7, JobState.PENDING), refused(0x0500, "no")
    with pytest.raises(RefusedError):
        follower.look()
