"""How far a booklet has been reviewed, at the head of its text; it leads to where that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal

from reader.override import override
from reader.ui.controls import Rank, WrapButton

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from reader.ui.look import Looks

SPARE_PX = 4


class ReviewButton(WrapButton):
    """A quiet line in a pill; as wide as its words where there is room.

    Signals:
        reached(int): the keyboard came here; where the text has to be scrolled to show it.
    """

    reached = Signal(int)

    def __init__(self, looks: Looks) -> None:
        super().__init__("", looks, rank=Rank.REVIEW)

    def show_words(self, text: str, *, leads: bool) -> None:
        """Say ``text``, nothing with ``""``; ``leads`` tells whether a press leads anywhere."""
        self.label.setText(text)
        name = self.tr("{words}. About this booklet.") if leads else "{words}"
        self.setAccessibleName(name.format(words=text))
        self.setEnabled(leads)
        self.setVisible(bool(text))
        self.updateGeometry()

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
