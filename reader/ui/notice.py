"""One line about what just happened, with Undo where it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from reader.ui.announcing import say
from reader.ui.controls import Button, card, words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.look import Looks


class Notice(QWidget):
    """Stays until it is closed or another takes its place; it never hides the page.

    What can be taken back stays so until it is, whatever is said or closed in between.

    Signals:
        undone: the reader took the last thing back.
        left: the keyboard was here, and the notice is gone.
    """

    undone = Signal()
    left = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setAccessibleName(self.tr("Notice"))
        self._undos: list[tuple[str, Callable[[], object]]] = []
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
        """Say ``text``; with ``undo`` there is a button that calls it, until it has worked.

        ``undo`` returns ``False`` when it could not take the thing back; anything else is done.
        """
        if undo is not None:
            self._undos.append((text, undo))
        self._words.setText(text)
        self._offer_undo(of_this=undo is not None)
        self.show()
        say(self, text)

    def undo(self) -> None:
        """Take back the last thing that can be, and offer the one before."""
        if not self._undos:
            return
        last = self._undos[-1]
        if last[1]() is False:
            return  # it has been told why, and can be tried again
        self._undos.remove(last)
        if self._undos:
            self.tell(self.tr("Brought back."))
        else:
            self.clear()
        self.undone.emit()

    def clear(self) -> None:
        """Say nothing; what could be taken back still can be."""
        had_keyboard = self.undo_button.hasFocus() or self.close_button.hasFocus()
        self.hide()
        if had_keyboard:
            self.left.emit()

    def forget(self) -> None:
        """Say nothing, and let nothing be taken back any more."""
        self._undos.clear()
        self.clear()

    def _offer_undo(self, *, of_this: bool) -> None:
        """The button is for the last thing taken away: it names it unless the words do."""
        self.undo_button.setVisible(bool(self._undos))
        if of_this:
            self.undo_button.set_words(self.tr("Undo"))
        elif self._undos:
            what, _ = self._undos[-1]
            self.undo_button.set_words(self.tr("Undo: {what}").format(what=what))

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._row.setContentsMargins(px(16), px(8), px(8), px(8))
        self._outer.setContentsMargins(px(16), px(8), px(16), px(8))
