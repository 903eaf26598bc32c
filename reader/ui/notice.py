"""One line about what just happened, with Undo where it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from reader.ui.controls import Button, card, words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.look import Looks


class Notice(QWidget):
    """Stays until it is closed or another takes its place; it never hides the page.

    Signals:
        undone: the reader took the last thing back.
    """

    undone = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._undo: Callable[[], object] | None = None
        self._frame: QFrame = card("notice", self)
        self._words = words("", "strong")
        self.undo_button = Button(self.tr("Undo"), looks, icon="undo")
        self.undo_button.clicked.connect(self.undo)
        self.close_button = Button(self.tr("Close"), looks, icon="close")
        self.close_button.clicked.connect(self.clear)
        row = FlowLayout(self._frame, spacing=8, grower=self._words)
        for widget in (self._words, self.undo_button, self.close_button):
            row.addWidget(widget)
        self._row = row
        outer = FlowLayout(self, grower=self._frame)
        outer.addWidget(self._frame)
        self._outer = outer
        looks.changed.connect(self._make_room)
        self._make_room()
        self.hide()

    @property
    def text(self) -> str:
        """What is said just now; empty when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say ``text``; with ``undo`` there is a button that calls it, once."""
        self._undo = undo
        self._words.setText(text)
        self.undo_button.setVisible(undo is not None)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def undo(self) -> None:
        """Take back what the notice is about, if it can be."""
        undo, self._undo = self._undo, None
        if undo is not None:
            self.clear()
            undo()
            self.undone.emit()

    def clear(self) -> None:
        """Say nothing."""
        self._undo = None
        self.hide()

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._row.setContentsMargins(px(16), px(8), px(8), px(8))
        self._outer.setContentsMargins(px(16), px(8), px(16), px(8))
