"""Staff at a kiosk: from the PIN to what they asked for, and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal

from reader.kiosk.messages import (
    CountsTold,
    PinChecked,
    PinTried,
    Show,
    StaffAsked,
    StaffTask,
    StaffTaskDone,
    SticksTold,
)
from reader.paper.errors import PaperError
from reader.ui.kiosk_pin_pad import KioskPinPad
from reader.ui.kiosk_print_run import KioskPrintRun
from reader.ui.kiosk_staff import KioskStaff
from reader.ui.language import error_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.kiosk.print_jobs import PrintDesk
    from reader.paper.pdf import Pdf
    from reader.ui.look import Looks

    Answer = PinChecked | CountsTold | SticksTold | StaffTaskDone
    Paper = Callable[[], Pdf]


class KioskStaffRoom(QObject):
    """The pad and, after the right PIN, the staff's page.

    Signals:
        said(PinTried | StaffAsked): for the supervisor.
        let_in: the PIN was right; show ``page``.
        left: staff are done.
    """

    said = Signal(object)
    let_in = Signal()
    left = Signal()

    def __init__(
        self, looks: Looks, printer: PrintDesk | None, *, test: Paper, blank: Paper
    ) -> None:
        """``test`` and ``blank`` make a page each; without a ``printer`` there is no paper."""
        super().__init__()
        most = printer.most_pages if printer is not None else 0
        self._test, self._blank = test, blank
        self.pad = KioskPinPad(looks)
        self.page = KioskStaff(looks, prints=printer is not None, most_pages=most)
        self.run: KioskPrintRun | None = None
        if printer is not None and self.page.card is not None:
            self.run = KioskPrintRun(printer, self.page.card)
        self.pad.tried.connect(lambda pin: self.said.emit(PinTried(pin)))
        self.pad.left.connect(self.left)
        self.page.left.connect(self.left)
        self.page.asked.connect(self._ask)
        self.page.test_requested.connect(lambda: self._print(self._test))
        self.page.blanks_requested.connect(lambda count: self._print(self._blank, count))

    def show_health(self, show: Show) -> None:
        """What is known of the machine, for staff alone."""
        self.page.show_health(show)

    def hear(self, answer: Answer) -> None:
        """What the supervisor says."""
        match answer:
            case PinChecked():
                self.pad.answer(right=answer.right, wait_seconds=answer.wait_seconds)
                if answer.right:
                    self.let_in.emit()
            case CountsTold():
                self.page.numbers.show_days(answer.days)
            case SticksTold():
                self.page.numbers.show_sticks(answer.places)
            case StaffTaskDone():
                self.page.tell(answer)
            case other:
                assert_never(other)

    def _ask(self, task: StaffTask, where: str) -> None:
        self.said.emit(StaffAsked(task, where))

    def _print(self, make: Paper, copies: int = 1) -> None:
        if self.run is None:
            return
        try:
            pdf = make()
        except PaperError as error:
            self.page.show_trouble(error_words(error))
            return
        self.run.print(pdf.data, pdf.pages, copies=copies)
