"""Sending a PDF to a printer: as it is where the system has CUPS, else drawn page by page."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from reader.ui.paper_view import PdfPages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TITLE = "Booklet Reader"
"""What the print queue is told: never the words of a sheet."""

DOTS_PER_INCH = 300
PATIENCE_SECONDS = 15
"""The window waits meanwhile, so no longer than somebody would look at it."""

LETTER_WIDTH_POINTS = 612


@dataclass(frozen=True, slots=True)
class Sent:
    """The pages were handed to the printer; whether ink met paper nobody can know from here."""

    printer: str


@dataclass(frozen=True, slots=True)
class NotChosen:
    """The dialog was closed without printing."""


@dataclass(frozen=True, slots=True)
class NoPrinter:
    """This computer knows no printer."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The printer or its queue would not take the pages; ``reason`` is the system's own word."""

    printer: str
    reason: str


PrintOutcome = Sent | NotChosen | NoPrinter | Refused


def print_pdf(data: bytes, parent: QWidget) -> PrintOutcome:
    """Let the reader choose a printer in the system's dialog, and send the pages there."""
    if not QPrinterInfo.availablePrinterNames():
        return NoPrinter()
    pages = PdfPages(data)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(TITLE)
    printer.setPageSize(QPageSize(_page_size(pages)))
    printer.setResolution(DOTS_PER_INCH)
    printer.setFullPage(True)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages.count)
    if not dialog.exec():
        return NotChosen()
    return send(data, printer)


def send(data: bytes, printer: QPrinter) -> PrintOutcome:
    """Hand ``data`` to ``printer`` as chosen in the dialog."""
    name = printer.printerName()
    if printer.outputFormat() is QPrinter.OutputFormat.NativeFormat:
        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            return Refused(name, "it is not there any more")
        if info.state() is QPrinter.PrinterState.Error:
            # It would take the pages, and keep them until somebody sets it going again.
            return Refused(name, "it is paused")
        submit = shutil.which("lp")
        if submit is not None:
            return _submit(submit, data, printer)
    return _draw(PdfPages(data), printer)


def _page_size(pages: PdfPages) -> QPageSize.PageSizeId:
    width, _ = pages.points(0)
    is_letter = round(width) == LETTER_WIDTH_POINTS
    return QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4


def _submit(submit: str, data: bytes, printer: QPrinter) -> PrintOutcome:
    """CUPS takes the PDF as it is: sharper, smaller, and its words stay words."""
    name = printer.printerName()
    command = [submit, *chosen(printer), "-"]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=PATIENCE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return Refused(name, "it did not answer")
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().removeprefix("lp: ")
        return Refused(name, said or "it gave no reason")
    return Sent(name)


def chosen(printer: QPrinter) -> list[str]:
    """What was chosen in the dialog, as arguments of ``lp``."""
    copies = printer.copyCount()
    arguments = ["-d", printer.printerName(), "-n", str(copies), "-t", TITLE]
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        arguments += ["-P", f"{printer.fromPage()}-{printer.toPage()}"]
    is_grey = printer.colorMode() is QPrinter.ColorMode.GrayScale
    options = {
        "media": printer.pageLayout().pageSize().key(),
        "sides": _SIDES[printer.duplex()],
        "print-color-mode": "monochrome" if is_grey else "color",
    }
    if copies > 1:
        options["collate"] = "true" if printer.collateCopies() else "false"
    for option, value in options.items():
        if value:
            arguments += ["-o", f"{option}={value}"]
    return arguments


_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexAuto: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


def _draw(pages: PdfPages, printer: QPrinter) -> PrintOutcome:
    name = printer.printerName() or printer.outputFileName()
    first, last = 0, pages.count - 1
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first, last = max(printer.fromPage() - 1, 0), min(printer.toPage() - 1, last)
    painter = QPainter()
    if not painter.begin(printer):
        return Refused(name, "it could not be opened")
    try:
        for page in range(first, last + 1):
            if page > first:
                printer.newPage()
            across, down = pages.points(page)
            width, height = across * DOTS_PER_INCH / 72, down * DOTS_PER_INCH / 72
            picture = pages.picture(page, round(width))
            painter.drawImage(QRectF(0, 0, width, height), picture)
    finally:
        painter.end()
    return Sent(name)
