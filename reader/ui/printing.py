"""Choosing a printer in the system's dialog, and setting off the job that suits it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from reader.printing.errors import NoServiceError, Refusal, RefusedError
from reader.printing.model import JobOptions, PrinterState, Sides
from reader.ui.drawn_job import WHITE_MILLIMETRES, DrawnJob
from reader.ui.pdf_pages import PdfPages
from reader.ui.print_jobs import QueueJob

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from PySide6.QtWidgets import QWidget

    from reader.printing.model import Printer
    from reader.printing.service import PrintService
    from reader.ui.print_jobs import PrintJob

TITLE: Final = "Booklet Reader"
"""What the print queue is told: never the words of a sheet."""

DOTS_PER_INCH: Final = 300
FINE_DOTS_PER_INCH: Final = 600
MOST_FINE_PAGES: Final = 4
"""A page takes 0.5 s to draw at 600 dots; a booklet of 40 would take a minute longer."""

_LETTER_POINTS: Final = 612


@dataclass(frozen=True, slots=True)
class NotChosen:
    """The dialog was closed without printing."""


@dataclass(frozen=True, slots=True)
class NoPrinter:
    """This computer knows no printer."""


@dataclass(frozen=True, slots=True)
class Paused:
    """The printer would take the pages and keep them: somebody has stopped it."""

    printer: str


@dataclass(frozen=True, slots=True)
class Rejecting:
    """The printer takes nothing at present."""

    printer: str


@dataclass(frozen=True, slots=True)
class Vanished:
    """The printer was chosen, and is not there any more."""

    printer: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The print server will not say anything about the printer, for ``error``."""

    printer: str
    error: RefusedError


NotSent = NotChosen | NoPrinter | Paused | Rejecting | Vanished | Refused


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages for a printer; ``is_folded`` when they are to be turned on the short edge."""

    data: bytes
    is_folded: bool = False


class SystemPrinting:
    """The printers of this computer; ``service`` is its print server, ``None`` where it has none.

    ``executor`` does what has to wait for the server.
    """

    def __init__(self, service: PrintService | None, executor: Executor) -> None:
        self._service = service
        self._executor = executor

    def print(self, paper: Paper, parent: QWidget) -> PrintJob | NotSent:
        """Let the reader choose a printer in the system's dialog; a job to be started."""
        if not QPrinterInfo.availablePrinterNames():
            return NoPrinter()
        pages = PdfPages(paper.data)
        printer = _usual_printer(pages, is_folded=paper.is_folded)
        dialog = QPrintDialog(printer, parent)
        # The dialog's own way into a file keeps pictures without words; Save as PDF keeps both.
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
        dialog.setMinMax(1, pages.count)
        if not dialog.exec():
            return NotChosen()
        return self.job(paper, pages, printer)

    def job(self, paper: Paper, pages: PdfPages, printer: QPrinter) -> PrintJob | NotSent:
        """The job for ``printer`` as it was chosen in the dialog."""
        name = printer.printerName()
        if printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat:
            return _drawn(pages, printer)
        queue = self._queue(name)
        if isinstance(queue, Refused):
            return queue
        if queue is None:
            info = QPrinterInfo.printerInfo(name)
            if info.isNull():
                return Vanished(name)
            is_stopped = info.state() is QPrinter.PrinterState.Error
            return Paused(name) if is_stopped else _drawn(pages, printer)
        if not queue.is_accepting:
            return Rejecting(name)
        if queue.state is PrinterState.STOPPED:
            return Paused(name)
        if self._service is None or not queue.takes_pdf:
            return _drawn(pages, printer)
        return QueueJob(
            self._service,
            name,
            paper.data,
            job_options(printer, queue, is_folded=paper.is_folded),
            pages=_page_span(pages, printer)[1] - _page_span(pages, printer)[0] + 1,
            executor=self._executor,
        )

    def _queue(self, name: str) -> Printer | Refused | None:
        """The printer as the print server has it; it knows none that Qt found in the network."""
        if self._service is None:
            return None
        try:
            return self._service.printer(name)
        except NoServiceError:
            return None
        except RefusedError as error:
            if error.refusal is Refusal.NOT_FOUND:
                return None
            return Refused(name, error)


def _usual_printer(pages: PdfPages, *, is_folded: bool) -> QPrinter:
    """What the dialog begins with."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(TITLE)
    across, down = pages.points(0)
    is_letter = round(min(across, down)) == _LETTER_POINTS
    size = QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(size))
    if across > down:
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    if is_folded:
        printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide)
    printer.setResolution(FINE_DOTS_PER_INCH if pages.count <= MOST_FINE_PAGES else DOTS_PER_INCH)
    printer.setFullPage(True)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    return printer


def _page_span(pages: PdfPages, printer: QPrinter) -> tuple[int, int]:
    """The first and the last page to print, from 0."""
    last = pages.count - 1
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return 0, last
    first = min(max(printer.fromPage() - 1, 0), last)
    return first, max(first, min(printer.toPage() - 1, last))


def _drawn(pages: PdfPages, printer: QPrinter) -> DrawnJob:
    first, last = _page_span(pages, printer)
    return DrawnJob(pages, printer, first=first, last=last)


def job_options(printer: QPrinter, queue: Printer, *, is_folded: bool) -> JobOptions:
    """What was chosen in the dialog, as the print server is told it."""
    is_part = printer.printRange() is QPrinter.PrintRange.PageRange
    size = printer.pageLayout().pageSize()
    sides = _SIDES[printer.duplex()]
    return JobOptions(
        TITLE,
        copies=printer.copyCount(),
        media=_MEDIA.get(size.id(), size.key()),
        sides=Sides.SHORT_EDGE if is_folded and sides is not Sides.ONE else sides,
        is_grey=printer.colorMode() is QPrinter.ColorMode.GrayScale,
        is_collated=printer.collateCopies(),
        first=printer.fromPage() if is_part else 0,
        last=printer.toPage() if is_part else 0,
        is_fitted=queue.margins.widest > WHITE_MILLIMETRES,
    )


_MEDIA = {
    QPageSize.PageSizeId.A4: "iso_a4_210x297mm",
    QPageSize.PageSizeId.Letter: "na_letter_8.5x11in",
}

_SIDES = {
    QPrinter.DuplexMode.DuplexNone: Sides.ONE,
    QPrinter.DuplexMode.DuplexAuto: Sides.LONG_EDGE,
    QPrinter.DuplexMode.DuplexLongSide: Sides.LONG_EDGE,
    QPrinter.DuplexMode.DuplexShortSide: Sides.SHORT_EDGE,
}
