"""One print job at a time: set off, told of in its card, stopped, and told of at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from reader.printing.following import Cancelled, Gone, Printed, Stuck, Waiting
from reader.ui.print_jobs import PrintJob, Sent
from reader.ui.print_words import words_ended, words_going, words_not_sent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.printing.following import Going
    from reader.ui.job_card import JobCard
    from reader.ui.print_jobs import JobEnd
    from reader.ui.printing import NotSent, Paper


class Printers(Protocol):
    """Where pages can be sent to."""

    def print(self, paper: Paper, parent: QWidget) -> PrintJob | NotSent:
        """A job that waits to be started, or why there is none."""


class PrintRun(QObject):
    """Shows in ``card`` what becomes of the pages that are sent to ``printers``.

    Signals:
        told(str): something that is to be known even where the card is not seen.
        is_running_changed(bool): a job began, or is over.
    """

    told = Signal(str)
    is_running_changed = Signal(bool)

    def __init__(self, printers: Printers, card: JobCard) -> None:
        super().__init__(card)
        self._printers = printers
        self._card = card
        self._job: PrintJob | None = None
        self._was_stuck = False
        card.cancel_requested.connect(self.cancel)
        card.closed.connect(card.hide)

    @property
    def is_running(self) -> bool:
        """Whether pages are on their way."""
        return self._job is not None

    @property
    def needs_program(self) -> bool:
        """Whether pages would not come out if the program ended now."""
        return self._job is not None and self._job.needs_program

    def end(self) -> None:
        """The program ends: let go of the printer."""
        if self._job is not None:
            self._job.drop()

    def print(self, paper: Paper, parent: QWidget) -> None:
        """Send ``paper`` to the printer that is chosen over ``parent``, unless one is at it."""
        if self._job is not None:
            return
        outcome = self._printers.print(paper, parent)
        if not isinstance(outcome, PrintJob):
            self._tell_not_sent(outcome)
            return
        self._job = outcome
        self._was_stuck = False
        outcome.progressed.connect(self._show)
        outcome.ended.connect(self._end)
        self._show(Waiting())
        self.is_running_changed.emit(True)
        outcome.start()

    def cancel(self) -> None:
        """Stop what is being printed."""
        if self._job is not None:
            self._card.tell(self.tr("Stopping …"), can_cancel=True, can_save=False)
            self._job.cancel()

    def _tell_not_sent(self, outcome: NotSent) -> None:
        told = words_not_sent(outcome)
        if told:
            self._card.tell(told, can_cancel=False, can_save=True)
        else:
            self._card.hide()
            self.told.emit(self.tr("Nothing was printed."))

    def _show(self, going: Going) -> None:
        if self._job is None:
            return
        told = words_going(going, self._job.printer, self._job.pages)
        is_stuck = isinstance(going, Stuck)
        self._card.tell(told, can_cancel=True, can_save=is_stuck)
        if is_stuck and not self._was_stuck and not self._card.isVisible():
            self.told.emit(told)
        self._was_stuck = is_stuck

    def _end(self, end: JobEnd) -> None:
        if self._job is None:
            return
        told = words_ended(end, self._job.printer)
        self._job = None
        is_well = isinstance(end, Printed | Gone | Sent) or end == Cancelled(is_ours=True)
        if is_well or not self._card.isVisible():
            self.told.emit(told)
        if is_well:
            self._card.hide()
        else:
            self._card.tell(told, can_cancel=False, can_save=True)
        self.is_running_changed.emit(False)
