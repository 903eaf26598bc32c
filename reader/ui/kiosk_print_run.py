"""One sheet at a time on its way to a kiosk's printer, with no dialog anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.kiosk.print_jobs import NotSent, Sent
from reader.printing.errors import PrintServiceError
from reader.printing.following import Cancelled, Gone, Printed, Printing, Stuck, Waiting
from reader.ui.kiosk_print_words import (
    words_ended,
    words_going,
    words_left,
    words_not_sent,
    words_silent,
)

if TYPE_CHECKING:
    from reader.kiosk.print_jobs import PrintDesk
    from reader.printing.following import End, Going
    from reader.ui.job_card import JobCard

LOOK_EVERY_MS = 500
MOST_SILENT_LOOKS = 10


class KioskPrintRun(QObject):
    """Sends what it is given to ``desk``, and shows in ``card`` what becomes of it.

    Signals:
        told(str): something that is to be known even where the card is not seen.
        is_running_changed(bool): a sheet is on its way, or is over.
        printed: a sheet came out.
    """

    told = Signal(str)
    is_running_changed = Signal(bool)
    printed = Signal()

    def __init__(self, desk: PrintDesk, card: JobCard) -> None:
        super().__init__(card)
        self._desk = desk
        self._card = card
        self._pages = 0
        self._silent = 0
        self._looks = QTimer(self, interval=LOOK_EVERY_MS)
        self._looks.timeout.connect(self.look)
        card.cancel_requested.connect(self.cancel)
        card.closed.connect(card.hide)

    @property
    def is_running(self) -> bool:
        """Whether pages are on their way."""
        return self._looks.isActive()

    @property
    def left(self) -> int:
        """How many sheets may still be printed."""
        return self._desk.left

    def too_long(self, pages: int) -> str:
        """Why a sheet of so many pages cannot be printed here; ``""`` if it can."""
        most = self._desk.most_pages
        return words_not_sent(NotSent.TOO_LONG, pages, most) if pages > most else ""

    def print(self, pdf: bytes, pages: int, *, copies: int = 1) -> None:
        """Send a PDF of ``pages`` pages, ``copies`` times."""
        outcome = self._desk.send(pdf, pages, copies=copies)
        if isinstance(outcome, Sent):
            self._pages, self._silent = pages * copies, 0
            self._show(words_going(Waiting(), pages), can_cancel=True)
            self._looks.start()
            self.is_running_changed.emit(True)
        else:
            told = words_not_sent(outcome, pages * copies, self._desk.most_pages)
            self._show(told, can_cancel=self.is_running)

    def cancel(self) -> None:
        """Take the sheet back."""
        self._show(self.tr("Stopping …"), can_cancel=False)
        self._desk.cancel()

    def look(self) -> None:
        """See how it stands."""
        try:
            said = self._desk.look()
        except PrintServiceError:
            self._silent += 1
            if self._silent >= MOST_SILENT_LOOKS:
                self._end_with(words_silent())
            return
        self._silent = 0
        match said:
            case Waiting() | Printing() | Stuck():
                self._show_going(said)
            case None:
                self._looks.stop()
            case _:
                self._end(said)

    def _show_going(self, going: Going) -> None:
        self._show(words_going(going, self._pages), can_cancel=True)

    def _end(self, end: End) -> None:
        if isinstance(end, Printed | Gone):
            self.printed.emit()
        if isinstance(end, Cancelled):
            self._end_with(words_ended(end))
        else:
            self._end_with(f"{words_ended(end)} {words_left(self._desk.left)}")

    def _end_with(self, words: str) -> None:
        self._looks.stop()
        self._desk.done()
        self._show(words, can_cancel=False)
        self.is_running_changed.emit(False)

    def _show(self, words: str, *, can_cancel: bool) -> None:
        is_new = words != self._card.told.text() or self._card.isHidden()
        self._card.tell(words, can_cancel=can_cancel, can_save=False)
        if is_new:
            self.told.emit(words)
