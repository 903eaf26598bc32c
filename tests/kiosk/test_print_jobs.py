"""Printing at a kiosk: so much and no more, under a name that says nothing."""

from __future__ import annotations

import pytest

from reader.kiosk.policy import Printing
from reader.kiosk.print_jobs import AGAIN_SECONDS, TITLE, NotSent, PrintDesk, QueueCleaner, Sent
from reader.printing.errors import NoServiceError, Refusal, RefusedError
from reader.printing.following import Cancelled, Gone, Printed
from reader.printing.following import Printing as Going
from reader.printing.model import Job, JobOptions, JobState, Printer, PrinterState
from tests.kiosk.clocks import FakeClock

PDF = b"%PDF-1.7"


class FakeService:
    """A print server with one queue."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, bytes, JobOptions]] = []
        self.states: dict[int, JobState] = {}
        self.error: Exception | None = None
        self.purged = 0

    def _answer(self) -> None:
        if self.error is not None:
            raise self.error

    def print_pdf(self, queue: str, data: bytes, options: JobOptions) -> int:
        self._answer()
        self.sent.append((queue, data, options))
        self.states[len(self.sent)] = JobState.PROCESSING
        return len(self.sent)

    def job(self, queue: str, number: int) -> Job:
        self._answer()
        if number not in self.states:
            raise RefusedError(Refusal.NOT_FOUND, 0x0406, queue)
        return Job(number, self.states[number])

    def printer(self, queue: str) -> Printer:
        self._answer()
        return Printer(queue, PrinterState.PROCESSING)

    def cancel(self, queue: str, number: int, *, purge: bool = False) -> None:
        self._answer()
        assert purge, queue
        self.states.pop(number, None)

    def cancel_mine(self, queue: str, *, purge: bool = True) -> None:
        self._answer()
        assert purge, queue
        self.purged += 1
        self.states = {n: s for n, s in self.states.items() if s is JobState.STOPPED}

    def jobs(self, queue: str, *, mine: bool = False) -> tuple[Job, ...]:
        self._answer()
        assert mine, queue
        return tuple(Job(n, s) for n, s in self.states.items() if not s.is_over)


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def desk(service: FakeService) -> PrintDesk:
    return PrintDesk(service, Printing("kiosk", 4, 2))  # type: ignore[arg-type]


def test_a_sheet_goes_to_the_queue_once_under_a_name_that_says_nothing(
    desk: PrintDesk, service: FakeService
) -> None:
    assert desk.send(PDF, 2) == Sent(left=1)
    assert service.sent == [("kiosk", PDF, JobOptions(TITLE, copies=1))]
    assert desk.look() == Going(0)


def test_a_sheet_with_too_many_pages_is_not_sent(desk: PrintDesk, service: FakeService) -> None:
    assert desk.send(PDF, 5) is NotSent.TOO_LONG
    assert service.sent == []
    assert desk.send(PDF, 4) == Sent(left=1)
    assert desk.most_pages == 4


def test_one_after_the_other_and_no_more_than_the_policy_says(
    desk: PrintDesk, service: FakeService
) -> None:
    assert desk.send(PDF, 1) == Sent(left=1)
    assert desk.send(PDF, 1) is NotSent.BUSY
    service.states[1] = JobState.COMPLETED
    assert desk.look() == Printed()
    desk.done()
    assert desk.send(PDF, 1) == Sent(left=0)
    desk.done()
    assert desk.send(PDF, 1) is NotSent.NO_MORE
    assert desk.left == 0
    assert len(service.sent) == 2


@pytest.mark.parametrize(
    "error",
    [
        NoServiceError(None, "away"),  # type: ignore[arg-type]
        RefusedError(Refusal.REJECTING, 0x0506, "not accepting"),
    ],
)
def test_a_printer_that_takes_nothing_costs_no_sheet(
    desk: PrintDesk, service: FakeService, error: Exception
) -> None:
    service.error = error
    assert desk.send(PDF, 1) is NotSent.NO_PRINTER
    service.error = None
    assert desk.left == 2
    assert desk.look() is None
    assert desk.send(PDF, 1) == Sent(left=1)


def test_a_server_that_keeps_no_list_has_printed_it_most_likely(
    desk: PrintDesk, service: FakeService
) -> None:
    desk.send(PDF, 1)
    del service.states[1]
    assert desk.look() == Gone()


def test_a_sheet_that_was_taken_back_is_never_said_to_be_printed(
    desk: PrintDesk, service: FakeService
) -> None:
    assert desk.cancel()
    desk.send(PDF, 1)
    assert desk.cancel()
    assert service.states == {}
    assert desk.look() == Cancelled(is_ours=True)


def test_a_server_that_is_away_took_nothing_back(desk: PrintDesk, service: FakeService) -> None:
    desk.send(PDF, 1)
    service.error = NoServiceError(None, "away")  # type: ignore[arg-type]
    assert not desk.cancel()
    with pytest.raises(NoServiceError):
        desk.look()


class TestCleaner:
    @pytest.fixture
    def clock(self) -> FakeClock:
        return FakeClock()

    @pytest.fixture
    def cleaner(self, clock: FakeClock) -> QueueCleaner:
        return QueueCleaner(clock)

    def test_nothing_is_due_before_anybody_printed(self, cleaner: QueueCleaner) -> None:
        assert not cleaner.is_due

    def test_a_queue_is_emptied_and_looked_at(
        self, cleaner: QueueCleaner, service: FakeService
    ) -> None:
        service.states = {1: JobState.PROCESSING, 2: JobState.PENDING}
        assert cleaner.clean(service, "kiosk")  # type: ignore[arg-type]
        assert service.states == {}
        assert not cleaner.is_wanted

    def test_a_job_that_stays_makes_it_due_again(
        self, cleaner: QueueCleaner, service: FakeService, clock: FakeClock
    ) -> None:
        service.states = {1: JobState.STOPPED}
        assert not cleaner.clean(service, "kiosk")  # type: ignore[arg-type]
        assert not cleaner.is_due
        clock.pass_by(AGAIN_SECONDS)
        assert cleaner.is_due
        service.states = {}
        assert cleaner.clean(service, "kiosk")  # type: ignore[arg-type]
        assert not cleaner.is_due

    def test_a_server_that_is_away_makes_it_due_again(
        self, cleaner: QueueCleaner, service: FakeService, clock: FakeClock
    ) -> None:
        service.error = NoServiceError(None, "away")  # type: ignore[arg-type]
        assert not cleaner.clean(service, "kiosk")  # type: ignore[arg-type]
        clock.pass_by(AGAIN_SECONDS)
        assert cleaner.is_due
