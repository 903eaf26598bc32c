"""What is sent where: as it is to a queue, drawn where there is none, and not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from unittest.mock import Mock

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from reader.paper.fonts import font_folder
from reader.paper.options import PaperSize, PrintSize, SheetOptions
from reader.paper.press import Press
from reader.paper.sheet import blank_sheet, sheet_pdf
from reader.printing.errors import NoServiceError, PrintServiceError, RefusedError, refused
from reader.printing.model import JobOptions, Margins, Printer, PrinterState, Sides
from reader.ui import printing
from reader.ui.drawn_job import DrawnJob
from reader.ui.pdf_pages import PdfPages
from reader.ui.print_jobs import QueueJob
from reader.ui.printing import (
    NoPrinter,
    NotChosen,
    Paper,
    Paused,
    Refused,
    Rejecting,
    SystemPrinting,
    Vanished,
    job_options,
)
from tests.ui.conftest import RESOURCES
from tests.ui.test_background import ByHand

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.printing.service import PrintService

CANON = Printer("Canon", PrinterState.IDLE, formats=("application/pdf",))


def printer_with(**answers: object) -> Mock:
    """A printer as it is after the dialog; this computer need not have one."""
    printer = Mock(spec=QPrinter)
    usual = {
        "printerName": "Canon",
        "outputFileName": "",
        "outputFormat": QPrinter.OutputFormat.NativeFormat,
        "copyCount": 1,
        "collateCopies": True,
        "printRange": QPrinter.PrintRange.AllPages,
        "duplex": QPrinter.DuplexMode.DuplexNone,
        "colorMode": QPrinter.ColorMode.GrayScale,
        "pageLayout": layout(QPageSize.PageSizeId.A4),
    }
    for name, answer in (usual | answers).items():
        getattr(printer, name).return_value = answer
    return printer


def layout(size: QPageSize.PageSizeId) -> Mock:
    made = Mock(spec=QPageLayout)
    made.pageSize.return_value = QPageSize(size)
    return made


def options(queue: Printer = CANON, *, is_folded: bool = False, **answers: object) -> JobOptions:
    return job_options(printer_with(**answers), queue, is_folded=is_folded)


def test_a_plain_print_asks_for_just_that() -> None:
    assert options() == JobOptions("Booklet Reader", media="iso_a4_210x297mm")


@pytest.mark.parametrize(
    ("answers", "name", "value"),
    [
        ({"duplex": QPrinter.DuplexMode.DuplexLongSide}, "sides", Sides.LONG_EDGE),
        ({"duplex": QPrinter.DuplexMode.DuplexShortSide}, "sides", Sides.SHORT_EDGE),
        ({"duplex": QPrinter.DuplexMode.DuplexAuto}, "sides", Sides.LONG_EDGE),
        ({"pageLayout": layout(QPageSize.PageSizeId.Letter)}, "media", "na_letter_8.5x11in"),
        ({"pageLayout": layout(QPageSize.PageSizeId.A5)}, "media", "A5"),
        ({"colorMode": QPrinter.ColorMode.Color}, "is_grey", False),
        ({"copyCount": 3}, "copies", 3),
        ({"collateCopies": False}, "is_collated", False),
    ],
)
def test_what_was_chosen_is_passed_on(answers: dict[str, object], name: str, value: object) -> None:
    assert getattr(options(**answers), name) == value


def test_the_pages_that_were_chosen_are_passed_on() -> None:
    pages = QPrinter.PrintRange.PageRange
    chosen = options(printRange=pages, fromPage=2, toPage=4)
    assert (chosen.first, chosen.last) == (2, 4)


def test_a_fold_is_turned_on_the_short_edge_whatever_edge_was_meant() -> None:
    long = QPrinter.DuplexMode.DuplexLongSide
    assert options(is_folded=True, duplex=long).sides is Sides.SHORT_EDGE
    assert options(is_folded=True).sides is Sides.ONE, "the printer may not be able to"


def test_pages_are_made_smaller_only_for_a_printer_with_wide_margins() -> None:
    narrow = Printer("Canon", PrinterState.IDLE, margins=Margins(4, 4, 4, 4))
    wide = Printer("Canon", PrinterState.IDLE, margins=Margins(4, 4, 4, 12.7))
    assert not options(narrow).is_fitted
    assert options(wide).is_fitted


# ---- which way


@pytest.fixture(scope="module")
def sheet() -> bytes:
    press = Press(RESOURCES / "paper", font_folder())
    return sheet_pdf(blank_sheet(()), SheetOptions(PrintSize.CLEAR, PaperSize.LETTER), press).data


class Service:
    """Knows one printer, or raises what it is given."""

    def __init__(self, found: Printer | PrintServiceError) -> None:
        self.found = found

    def printer(self, _queue: str) -> Printer:
        if isinstance(self.found, PrintServiceError):
            raise self.found
        return self.found


@pytest.fixture
def there_is(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """What Qt knows of the printer."""
    info = Mock(spec=QPrinterInfo)
    info.isNull.return_value = False
    info.state.return_value = QPrinter.PrinterState.Idle
    known = Mock(spec=QPrinterInfo)
    known.printerInfo.return_value = info
    known.availablePrinterNames.return_value = ["Canon"]
    monkeypatch.setattr(printing, "QPrinterInfo", known)
    return info


def job_for(found: Printer | PrintServiceError | None, sheet: bytes, **answers: object) -> object:
    service = cast("PrintService", Service(found)) if found is not None else None
    system = SystemPrinting(service, ByHand())
    return system.job(Paper(sheet), PdfPages(sheet), printer_with(**answers))


def test_a_queue_gets_the_pdf_as_it_is(sheet: bytes, qapp: object) -> None:
    job = job_for(CANON, sheet)
    assert isinstance(job, QueueJob)
    assert (job.printer, job.pages, job._data) == ("Canon", 1, sheet)


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        (Printer("Canon", PrinterState.STOPPED), Paused("Canon")),
        (Printer("Canon", PrinterState.IDLE, is_accepting=False), Rejecting("Canon")),
    ],
)
def test_a_queue_that_would_keep_or_refuse_it_gets_nothing(
    sheet: bytes, qapp: object, found: Printer, outcome: object
) -> None:
    assert job_for(found, sheet) == outcome


@pytest.mark.parametrize(
    "found",
    [
        None,
        refused(0x0406, "no such queue"),
        NoServiceError(RESOURCES, "silent"),
        Printer("Canon", PrinterState.IDLE, formats=("image/urf",)),
    ],
    ids=["no server", "found in the network", "server silent", "no PDF"],
)
def test_where_no_queue_takes_a_pdf_the_pages_are_drawn(
    sheet: bytes, there_is: Mock, found: Printer | PrintServiceError | None
) -> None:
    assert isinstance(job_for(found, sheet), DrawnJob)


def test_a_printer_that_nobody_knows_any_more_has_vanished(sheet: bytes, there_is: Mock) -> None:
    there_is.isNull.return_value = True
    assert job_for(refused(0x0406, ""), sheet) == Vanished("Canon")
    assert job_for(None, sheet) == Vanished("Canon")


def test_a_printer_that_qt_knows_to_be_stopped_gets_nothing(sheet: bytes, there_is: Mock) -> None:
    there_is.state.return_value = QPrinter.PrinterState.Error
    assert job_for(None, sheet) == Paused("Canon")


def test_print_to_a_file_is_drawn_and_asks_no_queue(sheet: bytes, qapp: object) -> None:
    to_file = QPrinter.OutputFormat.PdfFormat
    job = job_for(CANON, sheet, outputFormat=to_file, printerName="", outputFileName="a.pdf")
    assert isinstance(job, DrawnJob)
    assert job.printer == "a.pdf"


@pytest.mark.parametrize("status", [0x0401, 0x0500, 0x0507])
def test_a_server_that_says_nothing_of_the_queue_gets_nothing(
    sheet: bytes, qapp: object, status: int
) -> None:
    refusal = refused(status, "not now")
    assert isinstance(refusal, RefusedError)
    assert job_for(refusal, sheet) == Refused("Canon", refusal)


def test_the_dialog_offers_no_file_of_pictures(
    sheet: bytes, there_is: Mock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []

    def closed(dialog: QPrintDialog) -> int:
        shown.append(dialog.testOption(QPrintDialog.PrintDialogOption.PrintToFile))
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", closed)
    window = QWidget()
    qtbot.addWidget(window)
    assert SystemPrinting(None, ByHand()).print(Paper(sheet), window) == NotChosen()
    assert shown == [False]


def test_without_a_printer_no_dialog_opens(sheet: bytes, there_is: Mock, qtbot: QtBot) -> None:
    printing.QPrinterInfo.availablePrinterNames.return_value = []  # type: ignore[attr-defined]
    window = QWidget()
    qtbot.addWidget(window)
    assert SystemPrinting(None, ByHand()).print(Paper(sheet), window) == NoPrinter()


def test_the_dialog_begins_with_the_paper_of_the_pages(sheet: bytes, qapp: object) -> None:
    printer = printing._usual_printer(PdfPages(sheet), is_folded=False)
    assert printer.docName() == "Booklet Reader"
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
    assert printer.resolution() == 600
    assert printer.fullPage()
    assert printer.colorMode() is QPrinter.ColorMode.GrayScale
