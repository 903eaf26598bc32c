"""Printing at a kiosk: straight to the queue, so much and no more, and nothing left in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.printing.errors import NoServiceError, PrintServiceError, RefusedError
from reader.printing.following import Follower
from reader.printing.model import JobOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.kiosk.policy import Printing
    from reader.printing.following import End, Going
    from reader.printing.service import PrintService

TITLE = "Booklet Reader"
"""Of every job: titles are kept in logs and can be seen by others."""

TIMEOUT_SECONDS = 1.0
"""The print server is on this machine; whoever waits for it longer looks as if they hang."""

AGAIN_SECONDS = 2.0


class NotSent(StrEnum):
    """Why a sheet was not sent."""

    TOO_LONG = "too-long"
    """More pages than one job may have."""

    NO_MORE = "no-more"
    """As many jobs as one session may send have been sent."""

    BUSY = "busy"
    """The sheet before this one is still being printed."""

    NO_PRINTER = "no-printer"
    """The queue or its server does not answer, or takes nothing."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A sheet is in the queue; ``left`` more may be sent in this session."""

    left: int


class PrintDesk:
    """What one session may print; ``service`` should not wait longer than ``TIMEOUT_SECONDS``."""

    def __init__(self, service: PrintService, limits: Printing) -> None:
        self._service = service
        self._limits = limits
        self._left = limits.jobs_a_session
        self._follower: Follower | None = None

    @property
    def left(self) -> int:
        """How many sheets may still be sent."""
        return self._left

    @property
    def most_pages(self) -> int:
        """How many pages one sheet may have."""
        return self._limits.pages_a_job

    def send(self, pdf: bytes, pages: int, *, copies: int = 1) -> Sent | NotSent:
        """Print a PDF that has ``pages`` pages; ``look`` says what becomes of it."""
        if pages * copies > self._limits.pages_a_job:
            return NotSent.TOO_LONG
        if self._left <= 0:
            return NotSent.NO_MORE
        if self._follower is not None:
            return NotSent.BUSY
        queue = self._limits.queue
        try:
            number = self._service.print_pdf(queue, pdf, JobOptions(TITLE, copies=copies))
        except (NoServiceError, RefusedError):
            return NotSent.NO_PRINTER
        self._left -= 1
        self._follower = Follower(self._service, queue, number)
        return Sent(self._left)

    def look(self) -> Going | End | None:
        """How the sheet stands, to be asked every half second; ``None`` when none was sent.

        Raises ``NoServiceError`` when the server does not answer just now.
        """
        return None if self._follower is None else self._follower.look()

    def done(self) -> None:
        """The sheet has come to its end, one way or the other, and another may be sent."""
        self._follower = None

    def cancel(self) -> bool:
        """Take the sheet back; whether the server said that it will."""
        if self._follower is None:
            return True
        try:
            self._follower.cancel(purge=True)
        except PrintServiceError:
            return False
        return True


class QueueCleaner:
    """Empties the kiosk's queue after each session; the supervisor does it, whom nothing kills.

    ``now`` is a clock in seconds that never goes back. The queue has to be the kiosk's own.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._is_wanted = False
        self._not_before = now()

    @property
    def is_wanted(self) -> bool:
        """Whether the queue is not known to be empty."""
        return self._is_wanted

    def clean(self, service: PrintService, queue: str) -> bool:
        """Take back and forget all our jobs; whether none is left. If not, it is due again."""
        self._is_wanted = True
        self._not_before = self._now() + AGAIN_SECONDS
        try:
            service.cancel_mine(queue, purge=True)
            self._is_wanted = bool(service.jobs(queue, mine=True))
        except PrintServiceError:
            return False
        return not self._is_wanted

    @property
    def is_due(self) -> bool:
        """Whether it is time to try once more."""
        return self._is_wanted and self._now() >= self._not_before
