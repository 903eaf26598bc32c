"""The few choices beside the preview: what, how big, how much room for answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.paper.options import PaperSize, PrintSize
from reader.ui.choice import Choice
from reader.ui.controls import Button, Rank, words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.look import Looks

LINES = (3, 6, 9)


class PrintChoices(QFrame):
    """Everything that can be chosen for paper, and the two ways to have it.

    Signals:
        what_chosen(str): what to print.
        size_chosen(str), paper_chosen(str), lines_chosen(str): how.
        print_requested, save_requested: do it.
        blank_requested: print a blank sheet, now.
    """

    what_chosen = Signal(str)
    size_chosen = Signal(str)
    paper_chosen = Signal(str)
    lines_chosen = Signal(str)
    print_requested = Signal()
    save_requested = Signal()
    blank_requested = Signal()

    def __init__(self, looks: Looks, what: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._looks = looks
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.what_choice = Choice(looks, self.tr("What to print"), what)
        self.size_choice = Choice(
            looks,
            self.tr("Size of print"),
            [
                (PrintSize.CLEAR, self.tr("Clear (14 point)")),
                (PrintSize.LARGE, self.tr("Large (18 point)")),
                (PrintSize.VERY_LARGE, self.tr("Very large (24 point)")),
            ],
        )
        lines = [(str(count), self.tr("{count} lines each").format(count=count)) for count in LINES]
        self.lines_choice = Choice(looks, self.tr("Space for answers"), lines)
        self.paper_choice = Choice(
            looks,
            self.tr("Paper"),
            [(PaperSize.A4, self.tr("A4")), (PaperSize.LETTER, self.tr("US Letter"))],
        )
        self.print_button = Button(self.tr("Print"), looks, icon="printer", rank=Rank.PRIMARY)
        self.save_button = Button(self.tr("Save as PDF"), looks, icon="save")
        self.blank_button = Button(self.tr("Print a blank sheet"), looks)
        self.told = words("", "muted")
        self._buttons = FlowLayout()
        self._buttons.addWidget(self.print_button)
        self._buttons.addWidget(self.save_button)
        self._buttons.addWidget(self.blank_button)
        self._fill()
        self._wire()
        self._make_room()

    def _fill(self) -> None:
        body = QWidget()
        body.setProperty("role", "side-body")
        self._column = QVBoxLayout(body)
        self._column.addLayout(self._buttons)
        for part in (
            self.told,
            self.what_choice,
            self.size_choice,
            self.lines_choice,
            self.paper_choice,
        ):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _wire(self) -> None:
        self.what_choice.chosen.connect(self.what_chosen)
        self.size_choice.chosen.connect(self.size_chosen)
        self.paper_choice.chosen.connect(self.paper_chosen)
        self.lines_choice.chosen.connect(self.lines_chosen)
        self.print_button.clicked.connect(self.print_requested)
        self.save_button.clicked.connect(self.save_requested)
        self.blank_button.clicked.connect(self.blank_requested)
        self._looks.changed.connect(self._make_room)

    def show_pages(self, count: int, told: str) -> None:
        """Say how many pages there will be, and anything worth knowing about them."""
        self.print_button.setEnabled(count > 0)
        self.save_button.setEnabled(count > 0)
        one, many = self.tr("Print 1 page"), self.tr("Print {count} pages")
        names = {0: self.tr("Print"), 1: one}
        self.print_button.set_words(names.get(count, many.format(count=count)))
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(px(26), px(24), px(26), px(24))
        self._column.setSpacing(px(22))
        self._buttons.setSpacing(px(10))
