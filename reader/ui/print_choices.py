"""The choices beside the preview: what, how big, how much room for answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.paper.kinds import SheetKind
from reader.paper.options import LEAST_LINES, MOST_LINES, PaperSize, PrintSize, RestStyle
from reader.ui.bounds import UNLIMITED_PX
from reader.ui.choice import Choice, Tick
from reader.ui.controls import Button, Rank, words
from reader.ui.flow import FlowLayout
from reader.ui.job_card import JobCard
from reader.ui.language import Counts, one_or_many
from reader.ui.letter_form import LetterForm
from reader.ui.part_ticks import PartTicks
from reader.ui.print_what import PrintWhat
from reader.ui.side_room import side_width
from reader.ui.stepper import Stepper
from reader.ui.touch_scroll import TouchScroll
from reader.ui.which_visits import WhichVisits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.paper.options import SheetOptions
    from reader.ui.look import Looks
    from reader.ui.print_what import What

SIDE_UNITS = 360
WITH_LINES = (
    SheetKind.QUESTIONS,
    SheetKind.COMPANION,
    SheetKind.BLANK,
    SheetKind.AFTER_VISIT,
    SheetKind.TWO_OPINIONS,
)
LETTERS = (SheetKind.REFERRAL, SheetKind.CONSENT)
FOLDABLE = (SheetKind.BOOKLET, SheetKind.NOTES)


class PrintChoices(QFrame):
    """Everything that can be chosen for paper, and the ways to have it.

    Signals:
        print_requested, save_requested: do it.
        blank_requested: print a blank sheet, now.
    """

    print_requested = Signal()
    save_requested = Signal()
    blank_requested = Signal()

    def __init__(self, looks: Looks, booklets: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._looks = looks
        self.setProperty("role", "side")
        self.setAccessibleName(self.tr("Choices for printing"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.print_button = Button(self.tr("Print"), looks, icon="printer", rank=Rank.PRIMARY)
        self.save_button = Button(self.tr("Save as PDF"), looks, icon="save")
        self.blank_button = Button(self.tr("Print a blank sheet"), looks)
        self.card = JobCard(looks)
        self.told = words("", "muted")
        self.what = PrintWhat(looks, booklets)
        self.size_choice = self._sizes()
        self.lines = self._lines()
        self.rest_choice = Choice(
            looks,
            self.tr("If there is time"),
            [
                (RestStyle.BOXES, self.tr("A box to tick")),
                (RestStyle.LINES, self.tr("Lines to write on")),
            ],
        )
        self.visits = WhichVisits(looks)
        self.letter = LetterForm(looks)
        self.parts = PartTicks(looks)
        self.fold = Tick(looks, self.tr("Two pages side by side, to fold into a booklet"))
        self.paper_choice = Choice(
            looks,
            self.tr("Paper"),
            [(PaperSize.A4, self.tr("A4")), (PaperSize.LETTER, self.tr("US Letter"))],
        )
        self._buttons = FlowLayout()
        self._fill()
        self._wire()
        self._make_room()

    def _sizes(self) -> Choice:
        sizes = [
            (PrintSize.CLEAR, self.tr("Clear (14 point)")),
            (PrintSize.LARGE, self.tr("Large (18 point)")),
            (PrintSize.VERY_LARGE, self.tr("Very large (24 point)")),
        ]
        return Choice(self._looks, self.tr("Size of print"), sizes)

    def _lines(self) -> Stepper:
        return Stepper(
            self._looks,
            self.tr("Space for answers"),
            least=LEAST_LINES,
            most=MOST_LINES,
            unit=lambda count: Counts.tr("%Ln lines each", "", count),
            less=self.tr("Fewer lines for answers"),
            more=self.tr("More lines for answers"),
        )

    def _fill(self) -> None:
        for button in (self.print_button, self.save_button, self.blank_button):
            self._buttons.addWidget(button)
        self._body = QWidget()
        self._body.setProperty("role", "side-body")
        self._column = QVBoxLayout(self._body)
        self._column.addLayout(self._buttons)
        for part in (
            self.card,
            self.told,
            self.what,
            self.visits,
            self.parts,
            self.letter,
            self.size_choice,
            self.lines,
            self.rest_choice,
            self.fold,
            self.paper_choice,
        ):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.scroller = QScrollArea()
        TouchScroll(self.scroller, self._looks)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)

    def _wire(self) -> None:
        self.print_button.clicked.connect(self.print_requested)
        self.save_button.clicked.connect(self.save_requested)
        self.blank_button.clicked.connect(self.blank_requested)
        self._looks.changed.connect(self._make_room)

    def set_beside(self, *, is_beside: bool) -> None:
        """Stand beside the pages, or above them with the whole width."""
        self._buttons.set_stacked(is_beside)
        side = side_width(self._body, self._looks.look.px(SIDE_UNITS))
        self.setMinimumWidth(side if is_beside else 0)
        self.setMaximumWidth(side if is_beside else UNLIMITED_PX)

    def show_options(self, what: What, options: SheetOptions) -> None:
        """Show what has been chosen, and only what there is to choose for ``what``."""
        kind = what.kind
        self.size_choice.choose(options.size)
        self.paper_choice.choose(options.paper)
        self.rest_choice.choose(options.rest)
        self.lines.show_value(options.lines)
        self.fold.setChecked(options.is_folded)
        self.lines.setVisible(kind in WITH_LINES)
        self.rest_choice.setVisible(kind is SheetKind.QUESTIONS)
        self.fold.setVisible(kind in FOLDABLE)
        self.parts.setVisible(kind is SheetKind.BOOKLET and not what.is_part)
        self.visits.show_for(kind)
        self.letter.setVisible(kind in LETTERS)
        if kind in LETTERS:
            self.letter.show_for(kind)

    def show_pages(self, count: int, told: Sequence[str], *, is_folded: bool = False) -> None:
        """Say how many pages there will be, and anything worth knowing about them."""
        self.save_button.setEnabled(count > 0)
        self.print_button.setEnabled(count > 0)
        self.print_button.set_words(self._print_words(count, is_folded=is_folded))
        self.told.setText("\n\n".join(told))
        self.told.setVisible(bool(told))

    def _print_words(self, count: int, *, is_folded: bool) -> str:
        if count == 0:
            return self.tr("Print")
        if is_folded:
            sheets = Counts.tr("Print %Ln sheets, both sides", "", count // 2)
            one = self.tr("Print 1 sheet, both sides")
            return one_or_many(count // 2, one=one, many=sheets)
        pages = Counts.tr("Print %Ln pages", "", count)
        return one_or_many(count, one=self.tr("Print 1 page"), many=pages)

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(px(26), px(24), px(26), px(24))
        self._column.setSpacing(px(22))
        self._buttons.setSpacing(px(10))
