"""Print at a kiosk: the pages as they will be, one button that prints them, and few choices."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.override import override
from reader.paper.kinds import SheetKind
from reader.paper.options import PrintSize
from reader.paper.request import PaperRequest
from reader.ui.background import Latest
from reader.ui.bounds import UNLIMITED_PX
from reader.ui.choice import Choice
from reader.ui.controls import Button, Rank, words
from reader.ui.flow import FlowLayout
from reader.ui.history import PageName, Stop
from reader.ui.job_card import JobCard
from reader.ui.kiosk_print_run import KioskPrintRun
from reader.ui.language import Counts
from reader.ui.page import Page
from reader.ui.paper_desk import Made, NotMade
from reader.ui.paper_view import PaperView
from reader.ui.pdf_pages import PdfPages
from reader.ui.print_hints import hints
from reader.ui.print_names import title_of
from reader.ui.print_what import What
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from reader.kiosk.print_jobs import PrintDesk
    from reader.paper.options import SheetOptions
    from reader.paper.typesetting import Paperwork
    from reader.ui.look import Looks
    from reader.ui.paper_desk import PaperDesk

SIDE_UNITS = 380
LEAST_VIEW_PX = 160
PART = "part"


class KioskPrint(Page):
    """Shows what ``paper`` typesets in ``executor``, and sends just that to ``printer``.

    Signals:
        printed: a sheet came out.
    """

    printed = Signal()

    def __init__(
        self,
        looks: Looks,
        paper: PaperDesk,
        options: SheetOptions,
        *,
        printer: PrintDesk,
        executor: Executor,
    ) -> None:
        super().__init__(looks)
        self._paper = paper
        self._options = options
        self._what = What(SheetKind.QUESTIONS)
        self._booklet = self._section = ""
        self._work: Paperwork | None = None
        self._wants_print = False
        self.made: Made | None = None
        self._pages = Latest(executor)
        self.view = PaperView(looks)
        self.print_button = Button(self.tr("Print"), looks, icon="printer", rank=Rank.PRIMARY)
        self.blank_button = Button(self.tr("Print a blank sheet"), looks)
        self.hints = words("", "muted")
        self.card = JobCard(looks, saves=False)
        self.run = KioskPrintRun(printer, self.card)
        self.what = Choice(looks, self.tr("What to print"), self._whats())
        self.print_size = Choice(looks, self.tr("Size of print"), self._sizes())
        self._arrange()
        self._wire()

    def _whats(self) -> list[tuple[str, str]]:
        return [
            (SheetKind.QUESTIONS, self.tr("My question sheet")),
            (SheetKind.COMPANION, self.tr("A copy for the person with me")),
            (PART, self.tr("This part of the booklet")),
            (SheetKind.NOTES, self.tr("My notes")),
            (SheetKind.BRING, self.tr("What to do and bring")),
        ]

    def _sizes(self) -> list[tuple[str, str]]:
        return [
            (PrintSize.CLEAR, self.tr("Clear (14 point)")),
            (PrintSize.LARGE, self.tr("Large (18 point)")),
            (PrintSize.VERY_LARGE, self.tr("Very large (24 point)")),
        ]

    def _arrange(self) -> None:
        self._buttons = FlowLayout()
        for button in (self.print_button, self.blank_button):
            self._buttons.addWidget(button)
        body = QWidget()
        body.setProperty("role", "side-body")
        self._column = QVBoxLayout(body)
        self._column.addLayout(self._buttons)
        for part in (self.card, self.hints, self.what, self.print_size):
            self._column.addWidget(part)
        self._column.addStretch(1)
        scroller = self._scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(body)
        TouchScroll(scroller, self.looks)
        self._side = QFrame()
        self._side.setProperty("role", "side")
        outer = QVBoxLayout(self._side)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroller)
        self.view.setMinimumHeight(LEAST_VIEW_PX)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.view, 2)
        self._row.addWidget(self._side, 3)
        self._share_room()

    def _wire(self) -> None:
        self.print_button.clicked.connect(self.print)
        self.blank_button.clicked.connect(self.print_blank)
        self.what.chosen.connect(self._choose)
        self.print_size.chosen.connect(self._choose_size)
        self.run.told.connect(self._tell)
        self.run.printed.connect(self.printed)
        self.run.is_running_changed.connect(self._show_state)
        self._pages.answered.connect(self._show_made)
        self.looks.changed.connect(self._share_room)

    # ---- Page

    @property
    @override
    def title(self) -> str:
        return title_of(self._what)

    @override
    def stop(self) -> Stop:
        return Stop(PageName.PRINT, self._booklet, self._section)

    @override
    def arrive(self, stop: Stop) -> None:
        self._booklet, self._section = stop.booklet, stop.section
        self.what.buttons[PART].setVisible(bool(stop.section))
        self._choose(PART if stop.section else SheetKind.QUESTIONS)

    def _tell(self, text: str) -> None:
        """Have the card in view; on another page the notice says it: somebody may have read on."""
        if not self.isVisible():
            self.told.emit(text)
        QTimer.singleShot(0, self, lambda: self._scroller.ensureWidgetVisible(self.card))

    # ---- what is on the paper

    def _choose(self, key: str) -> None:
        is_part = key == PART
        kind = SheetKind.BOOKLET if is_part else SheetKind(key)
        self._be(What(kind, self._booklet if is_part else "", is_part=is_part))

    def _be(self, what: What) -> None:
        self._what = what
        self.what.choose(what.key)
        self.typeset()
        self.titled.emit()

    def _choose_size(self, size: str) -> None:
        self._options = replace(self._options, size=PrintSize(size))
        self.typeset()

    def typeset(self) -> None:
        """Have the pages made anew; only the last that were asked for are shown, once made."""
        self.print_size.choose(self._options.size)
        what, options = self._what, self._options
        sections = (self._section,) if what.is_part else ()
        work = self._paper.gather(PaperRequest(what.kind, what.booklet, sections))
        if isinstance(work, NotMade):
            self._pages.drop()
            self._show_made(work)
            return
        self._work = work
        self._pages.ask(lambda: self._paper.make(work, options))

    @property
    def is_making(self) -> bool:
        """Whether pages are being made just now."""
        return self._pages.is_busy

    def _show_made(self, made: Made | NotMade) -> None:
        if isinstance(made, NotMade):
            self.made, self._wants_print = None, False
            self.view.show_pages(None)
            self._hint([made.words])
        else:
            self.made = made
            self.view.show_pages(PdfPages(made.printed.data))
            self._hint(self._hints(made))
        self._show_state()
        if self._wants_print:
            self.print()

    def _hints(self, made: Made) -> list[str]:
        too_long = self.run.too_long(made.printed.pages)
        if too_long or self._work is None:
            return [too_long]
        letter = PaperRequest(self._what.kind).letter
        is_blank = self._what.kind is SheetKind.BLANK
        return hints(made, self._work, letter, 0, is_blank=is_blank)

    def _hint(self, lines: list[str]) -> None:
        self.hints.setText("\n\n".join(lines))
        self.hints.setVisible(any(lines))

    # ---- printing

    def print(self) -> None:
        """Send the pages to the printer; those that are being made just now, once they are."""
        self._wants_print = self.is_making
        if not self._wants_print and self.made is not None:
            self.run.print(self.made.printed.data, self.made.printed.pages)
            self._show_state()

    def print_blank(self) -> None:
        """Show a blank sheet and print it, in one press."""
        self._be(What(SheetKind.BLANK))
        self.print()

    def _show_state(self) -> None:
        """While one sheet is on its way there is no second."""
        pages = self.made.printed.pages if self.made is not None else 0
        one, many = self.tr("Print 1 page"), Counts.tr("Print %Ln pages", "", pages)
        self.print_button.set_words(one if pages == 1 else many if pages else self.tr("Print"))
        may = not self.run.is_running and self.run.left > 0
        self.print_button.setEnabled(may and pages > 0 and not self.run.too_long(pages))
        self.blank_button.setEnabled(may)

    # ---- room

    def _share_room(self) -> None:
        px = self.looks.look.px
        self._column.setContentsMargins(px(22), px(18), px(22), px(18))
        self._column.setSpacing(px(18))
        self._buttons.setSpacing(px(10))
        wide = self.width() >= px(SIDE_UNITS) * 1.6
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if wide else directions.BottomToTop)
        self._buttons.set_stacked(wide)
        self._side.setMinimumWidth(px(SIDE_UNITS) if wide else 0)
        self._side.setMaximumWidth(px(SIDE_UNITS) if wide else UNLIMITED_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Print takes the keyboard."""
        self.print_button.setFocus(event.reason())
