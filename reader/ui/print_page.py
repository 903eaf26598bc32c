"""The Print page: the paper as it will be at the left, the few choices at the right."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from reader.booklet.errors import BookletError
from reader.notebook.errors import NotebookError
from reader.override import override
from reader.paper.errors import PaperError, SaveError
from reader.paper.options import PaperSize, PrintSize
from reader.paper.saving import save_pdf
from reader.shelf.errors import ShelfFileError, UnknownBookletError
from reader.ui.history import PageName, Stop
from reader.ui.page import Page
from reader.ui.paper_view import PaperView, PdfPages
from reader.ui.print_choices import PrintChoices
from reader.ui.printing import NoPrinter, NotChosen, Refused, Sent, print_pdf
from reader.ui.save_dialog import ask_where

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.paper.options import SheetOptions
    from reader.paper.pdf import Pdf
    from reader.ui.look import Looks
    from reader.ui.paper_desk import PaperDesk
    from reader.ui.printing import PrintOutcome

SIDE_UNITS = 360

TROUBLE = (PaperError, NotebookError, BookletError, UnknownBookletError, ShelfFileError)
"""What can keep pages from being made; each says so in words for people."""


class What(StrEnum):
    """What can be put on paper."""

    SHEET = "sheet"
    COMPANION = "companion"
    BLANK = "blank"
    SECTION = "section"
    BOOKLET = "booklet"


class PrintPage(Page):
    """Shows what ``desk`` typesets, and sends just that to a printer or a file.

    Signals:
        options_changed(SheetOptions): worth remembering for the next time.
    """

    options_changed = Signal(object)

    def __init__(
        self,
        looks: Looks,
        desk: PaperDesk,
        options: SheetOptions,
        *,
        printer: Callable[[bytes, QWidget], PrintOutcome] = print_pdf,
    ) -> None:
        super().__init__(looks)
        self._desk = desk
        self._options = options
        self._print = printer
        self._what = What.SHEET
        self._booklet = self._section = ""
        self._pdf: Pdf | None = None
        self.view = PaperView(looks)
        self.choices = PrintChoices(
            looks,
            [
                (What.SHEET, self.tr("My question sheet")),
                (What.COMPANION, self.tr("A copy for the person with me")),
                (What.BLANK, self.tr("A blank sheet")),
                (What.SECTION, self.tr("This part of the booklet")),
                (What.BOOKLET, self.tr("The whole booklet")),
            ],
        )
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.view, 1)
        self._row.addWidget(self.choices)
        self._wire()
        self._arrange()

    def _wire(self) -> None:
        choices = self.choices
        choices.what_chosen.connect(self._choose_what)
        choices.size_chosen.connect(self._choose_size)
        choices.paper_chosen.connect(self._choose_paper)
        choices.lines_chosen.connect(self._choose_lines)
        choices.print_requested.connect(self.print)
        choices.save_requested.connect(self.save_as)
        choices.blank_requested.connect(self.print_blank)
        self.looks.changed.connect(self._arrange)

    # ---- Page

    @property
    @override
    def title(self) -> str:
        titles = {
            What.SECTION: self.tr("Print this part"),
            What.BOOKLET: self.tr("Print the booklet"),
            What.BLANK: self.tr("Print a blank sheet"),
        }
        return titles.get(self._what, self.tr("Print my sheet"))

    @override
    def stop(self) -> Stop:
        return Stop(PageName.PRINT, self._booklet, self._section)

    @override
    def arrive(self, stop: Stop) -> None:
        self._booklet, self._section = stop.booklet, stop.section
        self._what = _what_at(stop)
        self.choices.what_choice.buttons[What.SECTION].setVisible(bool(stop.section))
        self.choices.what_choice.buttons[What.BOOKLET].setVisible(bool(stop.booklet))
        self.typeset()

    # ---- what is on the paper

    def typeset(self) -> None:
        """Make the pages anew and show them."""
        try:
            self._pdf = self._make()
        except TROUBLE as error:
            self._pdf = None
            self.view.show_pages(None)
            self.choices.show_pages(0, str(error))
        else:
            self.view.show_pages(PdfPages(self._pdf.data))
            self.choices.show_pages(self._pdf.pages, self._replaced(self._pdf))
        self._show_choices()
        self.titled.emit()

    def _make(self) -> Pdf:
        match self._what:
            case What.SHEET:
                return self._desk.sheet(self._options)
            case What.COMPANION:
                return self._desk.sheet(replace(self._options, companion=True))
            case What.BLANK:
                return self._desk.blank(self._options)
            case What.SECTION:
                return self._desk.booklet(self._booklet, (self._section,), self._options)
            case What.BOOKLET:
                return self._desk.booklet(self._booklet, (), self._options)
            case other:
                assert_never(other)

    def _replaced(self, pdf: Pdf) -> str:
        if not pdf.replaced:
            return ""
        told = self.tr("These signs cannot be printed, and [?] stands in their place: {signs}")
        return told.format(signs=" ".join(pdf.replaced))

    def _show_choices(self) -> None:
        choices = self.choices
        choices.what_choice.choose(self._what)
        choices.size_choice.choose(self._options.size)
        choices.paper_choice.choose(self._options.paper)
        choices.lines_choice.choose(str(self._options.lines))
        choices.lines_choice.setVisible(self._what in (What.SHEET, What.COMPANION, What.BLANK))

    def _choose_what(self, what: str) -> None:
        self._what = What(what)
        self.typeset()

    def _choose_size(self, size: str) -> None:
        self._change(replace(self._options, size=PrintSize(size)))

    def _choose_paper(self, paper: str) -> None:
        self._change(replace(self._options, paper=PaperSize(paper)))

    def _choose_lines(self, lines: str) -> None:
        self._change(replace(self._options, lines=int(lines)))

    def _change(self, options: SheetOptions) -> None:
        self._options = options
        self.options_changed.emit(options)
        self.typeset()

    # ---- what is done with it

    def print(self) -> None:
        """Send the pages that are shown to a printer."""
        if self._pdf is not None:
            self.told.emit(self._words_of(self._print(self._pdf.data, self)))

    def print_blank(self) -> None:
        """Show a blank sheet and send it to a printer, in one press."""
        self._choose_what(What.BLANK)
        self.print()

    def _words_of(self, outcome: PrintOutcome) -> str:
        match outcome:
            case Sent(printer):
                return self.tr("Sent to {printer}. Please take your pages.").format(printer=printer)
            case NotChosen():
                return self.tr("Nothing was printed.")
            case NoPrinter():
                return self.tr(
                    "No printer was found. Nothing is lost. Save as PDF, and print it from "
                    "another computer."
                )
            case Refused(printer, reason):
                told = self.tr(
                    "Nothing was printed: {printer} would not take the pages ({reason}). Nothing "
                    "is lost. Check the printer and try again, or save as PDF."
                )
                return told.format(printer=printer, reason=reason)
            case other:
                assert_never(other)

    def save_as(self) -> None:
        """Ask where, and save the pages that are shown as a PDF."""
        if self._pdf is None:
            return
        chosen = ask_where(self, self._file_name())
        if chosen is not None:
            self.save_to(chosen)

    def _file_name(self) -> str:
        names = {
            What.SHEET: self.tr("My questions"),
            What.COMPANION: self.tr("My questions, copy"),
            What.BLANK: self.tr("Blank question sheet"),
            What.SECTION: f"{self._booklet} {self._section}",
            What.BOOKLET: self._booklet,
        }
        return f"{names[self._what]}.pdf"

    def save_to(self, path: Path) -> None:
        """Save the pages that are shown at ``path``, and tell what became of it."""
        if self._pdf is None:
            return
        try:
            save_pdf(path, self._pdf.data)
        except SaveError as error:
            self.told.emit(str(error))
        else:
            self.told.emit(self.tr("Saved as {path}.").format(path=path))

    # ---- room

    def _arrange(self) -> None:
        side = self.looks.look.px(SIDE_UNITS)
        wide = self.width() >= side * 1.6
        across = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if wide else QBoxLayout.Direction.BottomToTop)
        self.choices.setMinimumWidth(side if wide else 0)
        self.choices.setMaximumWidth(side if wide else 16_777_215)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Print takes the keyboard; as a focus proxy it would make Tab pass by the pages."""
        self.choices.print_button.setFocus(event.reason())


def _what_at(stop: Stop) -> What:
    if stop.section:
        return What.SECTION
    return What.BOOKLET if stop.booklet else What.SHEET
