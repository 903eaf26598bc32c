"""How far a booklet has been reviewed, at the head of its text; it leads to where that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal

from reader.override import override
from reader.ui.controls import Rank, WrapButton
from reader.ui.review_words import warning_words

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QFocusEvent

    from reader.booklet.model import Booklet, Section
    from reader.ui.look import Looks

SPARE_PX = 4

ABOUT = "about"
"""The section that tells where a booklet comes from, in booklets that have one."""


class ReviewButton(WrapButton):
    """A quiet line in a pill; as wide as its words where there is room.

    Signals:
        section_requested(str): it was pressed; the section that tells where the booklet is from.
        reached(int): the keyboard came here; where the text has to be scrolled to show it.
    """

    section_requested = Signal(str)
    reached = Signal(int)

    def __init__(self, looks: Looks, today: date) -> None:
        super().__init__("", looks, rank=Rank.REVIEW)
        self._today = today
        self.clicked.connect(self._ask)

    def show_booklet(self, booklet: Booklet, section: Section) -> None:
        """Say how far ``booklet`` has been reviewed, over a ``section`` of it."""
        leads = section.id != ABOUT and booklet.section(ABOUT) is not None
        text = warning_words(booklet, self._today)
        self.label.setText(text)
        name = self.tr("{words}. About this booklet.") if leads else "{words}"
        self.setAccessibleName(name.format(words=text))
        self.setEnabled(leads)
        self.setVisible(bool(text))
        self.updateGeometry()

    def _ask(self) -> None:
        self.section_requested.emit(ABOUT)

    @override
    def sizeHint(self) -> QSize:
        self.label.ensurePolished()
        across, _ = self._room()
        width = self.label.fontMetrics().horizontalAdvance(self.words()) + across + SPARE_PX
        return QSize(width, self.heightForWidth(width))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.reached.emit(0)
