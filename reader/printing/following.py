"""A job followed to its end: whether it waits, moves, is stuck, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from reader.printing.errors import Refusal, RefusedError
from reader.printing.model import JobState, PrinterState

if TYPE_CHECKING:
    from reader.printing.model import Job, Printer
    from reader.printing.service import PrintService

LOOKS_BEFORE_STUCK: Final = 4
"""A printer's complaint may be of the job before; it is believed when ours does not move either."""


class Hindrance(StrEnum):
    """Why a job does not go on; somebody can help with each of them."""

    NO_PAPER = "no-paper"
    JAM = "jam"
    OPEN = "open"
    NO_INK = "no-ink"
    AWAY = "away"
    PAUSED = "paused"
    HELD = "held"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Others are first, or the printer is being woken up."""


@dataclass(frozen=True, slots=True)
class Printing:
    """Paper is coming; ``pages`` have come out, 0 where the printer does not say."""

    pages: int = 0


@dataclass(frozen=True, slots=True)
class Stuck:
    """The job is in the queue still and goes on by itself once the cause is gone."""

    why: Hindrance
    said: str = ""
    """What the printer itself says of it, or nothing."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The print server says that it is done."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The job left the queue and nothing says how; most often it was printed."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """It was taken back, by us (``is_ours``) or by somebody at the printer."""

    is_ours: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """The print server gave up; ``said`` is what it says of it, or nothing."""

    said: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """The queue is not there any more, and the job with it."""


Going = Waiting | Printing | Stuck
End = Printed | Gone | Cancelled | Failed | Removed


class Follower:
    """Looks after one job; to be asked every half second or so."""

    def __init__(self, service: PrintService, queue: str, number: int) -> None:
        self._service = service
        self.queue = queue
        self.number = number
        self._is_cancelling = False
        self._same = 0
        self._before: tuple[Hindrance | None, int] = (None, 0)

    def look(self) -> Going | End:
        """How it stands; raises ``NoServiceError`` when the server does not answer just now."""
        job = self._job()
        if job is None or job.state is JobState.CANCELED:
            return self._vanished(job)
        match job.state:
            case JobState.COMPLETED:
                return Printed()
            case JobState.ABORTED:
                return Failed(job.message)
            case _:
                printer = self._printer()
                return Removed() if printer is None else self._going(job, printer)

    def cancel(self, *, purge: bool = False) -> None:
        """Take the job back; one that is over stays so. Raises ``PrintServiceError``."""
        self._is_cancelling = True
        try:
            self._service.cancel(self.queue, self.number, purge=purge)
        except RefusedError as error:
            if error.refusal not in (Refusal.TOO_LATE, Refusal.NOT_FOUND):
                self._is_cancelling = False
                raise

    def _job(self) -> Job | None:
        try:
            return self._service.job(self.queue, self.number)
        except RefusedError as error:
            if error.refusal is Refusal.NOT_FOUND:
                return None
            raise

    def _printer(self) -> Printer | None:
        try:
            return self._service.printer(self.queue)
        except RefusedError as error:
            if error.refusal is Refusal.NOT_FOUND:
                return None
            raise

    def _vanished(self, job: Job | None) -> End:
        """A queue that is removed takes its jobs with it; they then say that they are cancelled."""
        if self._printer() is None:
            return Removed()
        if job is None and not self._is_cancelling:
            return Gone()
        return Cancelled(is_ours=self._is_cancelling)

    def _going(self, job: Job, printer: Printer) -> Going:
        certain = _certain(job, printer)
        if certain is not None:
            return Stuck(certain, printer.message)
        complaint = _complaint(printer) if job.state is JobState.PROCESSING else None
        now = (complaint, job.pages)
        self._same = self._same + 1 if now == self._before else 1
        self._before = now
        if complaint is not None and self._same >= LOOKS_BEFORE_STUCK:
            return Stuck(complaint, printer.message)
        return Printing(job.pages) if job.state is JobState.PROCESSING else Waiting()


def _certain(job: Job, printer: Printer) -> Hindrance | None:
    """What a job that is not being worked on waits for, other than its turn."""
    if job.state is JobState.PROCESSING:
        return None
    if printer.state is PrinterState.STOPPED or job.state is JobState.STOPPED:
        return _complaint(printer) or Hindrance.PAUSED
    if job.state is not JobState.HELD:
        return None
    is_tried_again = "resources-are-not-ready" in job.reasons
    return Hindrance.AWAY if is_tried_again else Hindrance.HELD


_KEYWORDS: Final = (
    ("media-empty", Hindrance.NO_PAPER),
    ("media-needed", Hindrance.NO_PAPER),
    ("input-tray-missing", Hindrance.NO_PAPER),
    ("media-jam", Hindrance.JAM),
    ("cover-open", Hindrance.OPEN),
    ("door-open", Hindrance.OPEN),
    ("interlock-open", Hindrance.OPEN),
    ("toner-empty", Hindrance.NO_INK),
    ("marker-supply-empty", Hindrance.NO_INK),
    ("offline", Hindrance.AWAY),
    ("shutdown", Hindrance.AWAY),
    ("connecting-to-device", Hindrance.AWAY),
    ("timed-out", Hindrance.AWAY),
)
"""RFC 8011, 5.4.12, and PWG 5100.9; with or without ``-error``, ``-warning``, ``-report``."""


def _complaint(printer: Printer) -> Hindrance | None:
    for keyword, hindrance in _KEYWORDS:
        if any(reason.startswith(keyword) for reason in printer.reasons):
            return hindrance
    is_error = any(reason.endswith("-error") for reason in printer.reasons)
    return Hindrance.OTHER if is_error else None
