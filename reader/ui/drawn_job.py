"""Pages drawn onto a printer one by one, where no print server takes a PDF as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QImage, QPageLayout, QPainter

from reader.override import override
from reader.printing.following import Cancelled, Failed, Printing
from reader.ui.print_jobs import PrintJob, Sent

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reader.ui.pdf_pages import PdfPages

POINTS_AN_INCH: Final = 72
MILLIMETRES_AN_INCH: Final = 25.4
WHITE_MILLIMETRES: Final = 8.0
"""No sheet has ink nearer to the edge; resources/paper/base.typ lays the margins down."""


class DrawnJob(PrintJob):
    """Draws a page at each turn of the event loop, so that the window goes on meanwhile.

    A picture of a whole page at 600 dots an inch takes 140 MB, so one is held at a time.
    """

    def __init__(self, pages: PdfPages, printer: QPrinter, *, first: int, last: int) -> None:
        """``first`` and ``last`` count from 0."""
        name = printer.printerName() or printer.outputFileName()
        super().__init__(name, last - first + 1)
        self._pages = pages
        self._device = printer
        self._first = self._next = first
        self._last = last
        self._is_cancelled = self._is_dropped = False
        self._painter = QPainter()

    @override
    def start(self) -> None:
        QTimer.singleShot(0, self, self._begin)

    @override
    def cancel(self) -> None:
        self._is_cancelled = True

    @property
    @override
    def needs_program(self) -> bool:
        return True

    @override
    def drop(self) -> None:
        self._is_dropped = True
        if self._painter.isActive():  # a device that goes while it is painted on ends the program
            self._device.abort()
            self._painter.end()

    def _begin(self) -> None:
        if self._is_dropped:
            return
        if not self._painter.begin(self._device):
            self.ended.emit(Failed())
            return
        self._step()

    def _step(self) -> None:
        if self._is_dropped:
            return
        if self._is_cancelled:
            self._device.abort()
            self._painter.end()
            self.ended.emit(Cancelled(is_ours=True))
        elif self._next > self._last:
            is_done = self._painter.end()
            self.ended.emit(Sent() if is_done else Failed())
        elif self._next > self._first and not self._device.newPage():
            self._painter.end()
            self.ended.emit(Failed())
        else:
            self._draw(self._next)
            self._next += 1
            self.progressed.emit(Printing(self._next - self._first))
            QTimer.singleShot(0, self, self._step)

    def _draw(self, page: int) -> None:
        dots = self._device.resolution()
        across, down = (
            round(length * dots / POINTS_AN_INCH) for length in self._pages.points(page)
        )
        picture = self._pages.picture(page, across)
        grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        self._painter.drawImage(place_on(self._device, across, down), grey)


def place_on(printer: QPrinter, across: int, down: int) -> QRectF:
    """Where a page of that many dots goes: all of it, smaller where its ink would be cut off.

    ``printer`` has its full page, so that the corner of the paper is the origin.
    """
    layout = printer.pageLayout()
    layout.setUnits(QPageLayout.Unit.Millimeter)
    margins = layout.minimumMargins()
    if max(margins.left(), margins.top(), margins.right(), margins.bottom()) <= WHITE_MILLIMETRES:
        return QRectF(0, 0, across, down)
    dots = printer.resolution() / MILLIMETRES_AN_INCH
    room = QRectF(0, 0, across, down).adjusted(
        margins.left() * dots,
        margins.top() * dots,
        -margins.right() * dots,
        -margins.bottom() * dots,
    )
    scale = min(room.width() / across, room.height() / down)
    placed = QRectF(0, 0, across * scale, down * scale)
    placed.moveCenter(room.center())
    return placed
