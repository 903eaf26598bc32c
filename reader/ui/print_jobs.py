"""Pages on their way to paper: through a print queue, or drawn page by page onto a printer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from reader.override import override
from reader.printing.errors import NoServiceError, PrintServiceError, RefusedError
from reader.printing.following import (
    Cancelled,
    End,
    Failed,
    Follower,
    Going,
    Gone,
    Printed,
    Printing,
    Removed,
    Stuck,
    Waiting,
)
from reader.ui.background import Latest

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from reader.printing.model import JobOptions
    from reader.printing.service import PrintService

LOOK_EVERY_MS = 500
MOST_SILENT_LOOKS = 20
"""A print server that is started anew is away for some seconds."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Handed to the printer; whether ink met paper nobody can know from here."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Nothing was sent: the print server said no, for ``error``."""

    error: PrintServiceError


@dataclass(frozen=True, slots=True)
class Silent:
    """The print server has not answered for a while, so nobody knows what became of the pages."""


JobEnd = End | Sent | NotTaken | Silent


class PrintJob(QObject):
    """What is being printed on ``printer``; ``start`` it once its signals are connected.

    Signals:
        progressed(Going): it waits, prints or is stuck.
        ended(JobEnd): it is over; nothing more is said.
    """

    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, printer: str, pages: int) -> None:
        super().__init__()
        self.printer = printer
        self.pages = pages

    def start(self) -> None:
        """Begin; the first signal comes later, not now."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Take back what has not come out yet; ``ended`` says when."""
        raise NotImplementedError

    @property
    def needs_program(self) -> bool:
        """Whether what is left of the pages would not come out if the program ended now."""
        return False

    def drop(self) -> None:
        """The program ends: let go of the printer at once, and say nothing more."""


class QueueJob(PrintJob):
    """A PDF handed to a print server as it is, and followed until the server says what became."""

    def __init__(
        self,
        service: PrintService,
        printer: str,
        data: bytes,
        options: JobOptions,
        *,
        pages: int,
        executor: Executor,
    ) -> None:
        super().__init__(printer, pages)
        self._service = service
        self._data = data
        self._options = options
        self._silent = 0
        self._follower: Follower | None = None
        self._wants_cancel = False
        self._latest = Latest(executor)
        self._latest.answered.connect(self._take)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    @override
    def start(self) -> None:
        self._latest.ask(self._send)

    @override
    def cancel(self) -> None:
        self._wants_cancel = True
        if self._follower is not None:
            self._timer.stop()
            self._latest.ask(_asking(_cancel_and_look, self._follower))

    def _send(self) -> Follower | NotTaken:
        """In the other thread."""
        try:
            number = self._service.print_pdf(self.printer, self._data, self._options)
        except PrintServiceError as error:
            return NotTaken(error)
        return Follower(self._service, self.printer, number)

    def _look(self) -> None:
        if self._follower is not None:
            self._latest.ask(_asking(_look, self._follower))

    def _take(self, said: Follower | Going | End | NotTaken | Silent) -> None:
        match said:
            case Follower():
                self._follower = said
                if self._wants_cancel:
                    self.cancel()
                else:
                    self.progressed.emit(Waiting())
                    self._timer.start()
            case Waiting() | Printing() | Stuck():
                self._silent = 0
                self.progressed.emit(said)
                self._timer.start()
            case Silent() if self._silent < MOST_SILENT_LOOKS:
                self._silent += 1
                self._timer.start()
            case Silent() | NotTaken() | Printed() | Gone() | Cancelled() | Failed() | Removed():
                self.ended.emit(said)
            case other:
                assert_never(other)


def _asking(
    ask: Callable[[Follower], Going | End | Silent], follower: Follower
) -> Callable[[], Going | End | Silent]:
    return lambda: ask(follower)


def _look(follower: Follower) -> Going | End | Silent:
    try:
        return follower.look()
    except (NoServiceError, RefusedError):
        return Silent()


def _cancel_and_look(follower: Follower) -> Going | End | Silent:
    try:
        follower.cancel()
    except PrintServiceError:
        return _look(follower)  # it goes on, and says so
    return _look(follower)
