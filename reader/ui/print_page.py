"""The Print page: the paper as it will be at the left, the choices at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QBoxLayout

from reader.override import override
from reader.paper.errors import SaveError
from reader.paper.kinds import SheetKind
from reader.paper.options import PaperSize, PrintSize, RestStyle
from reader.paper.request import PaperRequest
from reader.paper.saving import save_pdf
from reader.ui.background import Latest
from reader.ui.controls import Button
from reader.ui.ends import show_end
from reader.ui.history import PageName, Stop
from reader.ui.language import error_words
from reader.ui.page import Page
from reader.ui.paper_desk import Made, NotMade
from reader.ui.paper_view import PaperView
from reader.ui.pdf_pages import PdfPages
from reader.ui.print_choices import FOLDABLE, LETTERS, SIDE_UNITS, PrintChoices
from reader.ui.print_hints import hints
from reader.ui.print_names import file_name, title_of
from reader.ui.print_run import PrintRun
from reader.ui.print_what import What, what_at
from reader.ui.printing import Paper
from reader.ui.regions import Region
from reader.ui.save_dialog import ask_where

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from pathlib import Path

    from PySide6.QtGui import QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.paper.options import SheetOptions
    from reader.paper.typesetting import Paperwork
    from reader.ui.look import Looks
    from reader.ui.paper_desk import PaperDesk
    from reader.ui.print_run import Printers

ROOMY_UNITS = 560


class PrintPage(Page):
    """Shows what ``desk`` typesets in ``executor``, and sends just that to a printer or a file.

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
        printers: Printers,
        executor: Executor,
    ) -> None:
        super().__init__(looks)
        self._desk = desk
        self._options = options
        self._what = self._came_for = What(SheetKind.QUESTIONS)
        self._booklet = self._section = ""
        self._work: Paperwork | None = None
        self.made: Made | None = None
        self._then: Callable[[], None] | None = None
        self._pages = Latest(executor)
        self._fitting = Latest(executor)
        self.view = PaperView(looks)
        self.choices = PrintChoices(looks, desk.booklets())
        self.closer = Button(self.tr("Look closer"), looks, icon="search")
        self.closer.setObjectName("look-closer")
        self.fit = Button(self.tr("Whole page"), looks)
        self.fit.setObjectName("whole-page")
        self.run = PrintRun(printers, self.choices.card)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.view, 1)
        self._row.addWidget(self.choices)
        self._wire()
        self._arrange()

    def _wire(self) -> None:
        choices = self.choices
        choices.what.chosen.connect(self._choose_what)
        choices.size_choice.chosen.connect(lambda it: self._change(size=PrintSize(it)))
        choices.paper_choice.chosen.connect(lambda it: self._change(paper=PaperSize(it)))
        choices.rest_choice.chosen.connect(lambda it: self._change(rest=RestStyle(it)))
        choices.lines.chosen.connect(lambda it: self._change(lines=it))
        choices.fold.clicked.connect(lambda it: self._change(is_folded=it))
        choices.parts.changed.connect(self.typeset)
        choices.letter.changed.connect(self.typeset)
        choices.visits.changed.connect(self.typeset)
        choices.print_requested.connect(self.print)
        choices.save_requested.connect(self.save_as)
        choices.card.save_requested.connect(self.save_as)
        choices.blank_requested.connect(self.print_blank)
        self.closer.clicked.connect(lambda: self.view.step_zoom(1))
        self.fit.clicked.connect(lambda: self.view.step_zoom(0))
        self.view.zoomed.connect(self._show_zoom)
        self.run.told.connect(self.told)
        self.run.is_running_changed.connect(self._show_running)
        self._pages.answered.connect(self._show_made)
        self._fitting.answered.connect(self._show_hints)
        self.looks.changed.connect(self._arrange)

    # ---- Page

    @property
    @override
    def title(self) -> str:
        return title_of(self._what)

    @override
    def header_buttons(self) -> list[QWidget]:
        if self.view.zoom > 1:
            return [self.closer, self.fit]
        # In a small window the room is for the pages; the keys + and − are there still.
        return [self.closer] if self.width() >= self.looks.look.px(ROOMY_UNITS) else []

    @override
    def regions(self) -> list[Region]:
        return [Region(self.view), Region(self.choices, self.choices.print_button)]

    @override
    def stop(self) -> Stop:
        return Stop(PageName.PRINT, self._booklet, self._section)

    @override
    def arrive(self, stop: Stop) -> None:
        self._booklet, self._section = stop.booklet, stop.section
        self._came_for = what_at(stop)
        self.choices.visits.show_all(self._desk.appointments())
        self._choose_what(self._came_for)

    # ---- what is on the paper

    def _choose_what(self, what: What) -> None:
        if what.booklet and what.booklet != self._what.booklet:
            self.choices.parts.show_parts(self._desk.sections(what.booklet))
        self._what = what
        self.typeset()
        self.titled.emit()

    def _change(self, **changed: object) -> None:
        self._options = replace(self._options, **changed)  # type: ignore[arg-type]
        self.options_changed.emit(self._options)
        self.typeset()

    def typeset(self) -> None:
        """Have the pages made anew; only the last that were asked for are shown, once made."""
        self.choices.what.show_what(self._what, self._came_for)
        with QSignalBlocker(self.choices.fold):
            self.choices.show_options(self._what, self._options)
        self._fitting.drop()
        work = self._gathered()
        if isinstance(work, NotMade):
            self._pages.drop()
            self._show_made(work)
            return
        self._work = work
        options = self._effective()
        self._pages.ask(lambda: self._desk.make(work, options))

    def _gathered(self) -> Paperwork | NotMade:
        is_whole = self._what.kind is SheetKind.BOOKLET and not self._what.is_part
        if is_whole and self.choices.parts.are_none:
            return NotMade(self.tr("No part of the booklet is chosen. Choose at least one part."))
        return self._desk.gather(self._request())

    @property
    def is_making(self) -> bool:
        """Whether pages are being made just now, so that those shown are about to change."""
        return self._pages.is_busy

    def _request(self) -> PaperRequest:
        what = self._what
        sections: tuple[str, ...] = ()
        if what.kind is SheetKind.BOOKLET:
            sections = (self._section,) if what.is_part else self.choices.parts.chosen()
        visits, letter = self.choices.visits, self.choices.letter.values()
        return PaperRequest(
            what.kind, what.booklet, sections, visits.chosen, visits.before, letter=letter
        )

    def _effective(self) -> SheetOptions:
        """The choices as far as they hold for this kind of sheet."""
        is_folded = self._options.is_folded and self._what.kind in FOLDABLE
        return replace(self._options, is_folded=is_folded)

    def _show_made(self, made: Made | NotMade) -> None:
        if isinstance(made, NotMade):
            self.made = self._then = None
            self.view.show_pages(None)
            self.choices.show_pages(0, [made.words])
            return
        self.made = made
        self.view.show_pages(PdfPages(made.printed.data), are_sides=made.is_folded)
        self._show_hints(0)
        work, options = self._work, self._effective()
        if work is not None and made.printed.pages > 1:
            self._fitting.ask(lambda: self._desk.fitting_lines(work, options))
        then, self._then = self._then, None
        if then is not None:
            then()

    def _show_hints(self, lines: int) -> None:
        if self.made is None or self._work is None:
            return
        is_letter = self._what.kind in LETTERS
        letter = self._request().letter if is_letter else PaperRequest(self._what.kind).letter
        is_blank = self._what.kind is SheetKind.BLANK
        told = hints(self.made, self._work, letter, lines, is_blank=is_blank)
        self.choices.show_pages(self.made.printed.pages, told, is_folded=self.made.is_folded)
        self._show_running()

    # ---- what is done with it

    def print(self) -> None:
        """Send the pages to a printer; those that are being made just now, when they are there."""
        if self._pages.is_busy:
            self._then = self.print
        elif self.made is not None:
            self.run.print(Paper(self.made.printed.data, is_folded=self.made.is_folded), self)

    def print_blank(self) -> None:
        """Show a blank sheet and send it to a printer, in one press."""
        self._choose_what(What(SheetKind.BLANK))
        self.print()

    def _show_running(self) -> None:
        """While one job is on its way there is no second."""
        is_free = not self.run.is_running
        self.choices.print_button.setEnabled(is_free and self.made is not None)
        self.choices.blank_button.setEnabled(is_free)

    def save_as(self) -> None:
        """Ask where, and save the pages; those being made just now, when they are there."""
        if self._pages.is_busy:
            self._then = self.save_as
            return
        if self.made is None:
            return
        chosen = ask_where(self, file_name(self._what, self._section))
        if chosen is not None:
            self.save_to(chosen)

    def save_to(self, path: Path) -> None:
        """Save the pages that are shown at ``path``, and tell what became of it."""
        if self.made is None:
            return
        try:
            save_pdf(path, self.made.saved.data)
        except SaveError as error:
            self.told.emit(error_words(error))
        else:
            self.told.emit(self.tr("Saved as {path}.").format(path=path))

    @override
    def unfinished(self) -> str:
        told = self.tr("Your pages are still on their way to the printer.")
        return told if self.run.needs_program else ""

    @override
    def end(self) -> None:
        self.run.end()

    # ---- room

    def _show_zoom(self) -> None:
        show_end(self.closer, is_end=self.view.is_closest)
        self.titled.emit()

    def _arrange(self) -> None:
        wide = self.width() >= self.looks.look.px(SIDE_UNITS) * 1.6
        across = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if wide else QBoxLayout.Direction.BottomToTop)
        self.choices.set_beside(is_beside=wide)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Print takes the keyboard; as a focus proxy it would make Tab pass by the pages."""
        self.choices.print_button.setFocus(event.reason())
