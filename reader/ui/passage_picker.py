"""Picking passages by mouse, finger and key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputDevice, QTextCursor
from PySide6.QtWidgets import QApplication

from reader.override import override
from reader.ui.passage_geometry import passage_of
from reader.ui.passage_words import stretched
from reader.ui.sentence_view import SentenceView
from reader.ui.steady_hands import SHAKY_MS

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from reader.shelf.glossary import TermFinder
    from reader.ui.look import Looks


class PassagePicker(SentenceView):
    """The view of a section that a reader works with."""

    def __init__(self, looks: Looks, finder: TermFinder) -> None:
        super().__init__(looks, finder)
        self._pressed_at = QPoint()
        self._picked_at = -SHAKY_MS
        self.anchorClicked.connect(self._press_link)

    def _press_link(self, address: QUrl) -> None:
        self.link_pressed.emit(address.toString())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a shaky hand is a press; no word is selected by it."""
        self._pressed_at = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A finger that moves scrolls; only a mouse selects words."""
        if not _is_touch(event):
            super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        moved = (at - self._pressed_at).manhattanLength()
        if event.button() is not Qt.MouseButton.LeftButton or self.anchorAt(at):
            return
        if moved < QApplication.startDragDistance():
            if event.timestamp() - self._picked_at >= SHAKY_MS:
                self._picked_at = event.timestamp()
                self._pick_at(at)
        elif self.textCursor().hasSelection() and not _is_touch(event):
            start = self.document().findBlock(self.textCursor().selectionStart())
            self.select(passage_of(start))
            self.words_selected.emit()

    def _pick_at(self, at: QPoint) -> None:
        for passage in self._order:
            rect = self.passage_rect(passage).adjusted(-40, -4, 40, 4)
            if rect.contains(at.toPointF()):
                self.select("" if passage == self._selected else passage)
                self.show_attached(rather=True)
                return
        self.select("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Down if not shift:
                if not self._scroll_on(1):
                    self.step(1)
            case Qt.Key.Key_Up if not shift:
                if not self._scroll_on(-1):
                    self.step(-1)
            case Qt.Key.Key_Right if shift:
                self._stretch_words(QTextCursor.MoveOperation.NextWord)
            case Qt.Key.Key_Left if shift:
                self._stretch_words(QTextCursor.MoveOperation.PreviousWord)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter()
            case Qt.Key.Key_Escape if self._selected:
                self.select("")
            case Qt.Key.Key_Space:
                page = self.verticalScrollBar().pageStep() - self.looks.look.text_px * 2
                self.scroll_by(-page if shift else page)
            case _:
                super().keyPressEvent(event)

    def _scroll_on(self, way: int) -> bool:
        """Show more of a picked passage that is taller than the view, before another is picked."""
        rect, height = self.passage_rect(self._selected), self.viewport().height()
        hidden = rect.bottom() - height if way > 0 else -rect.top()
        if not self._selected or rect.height() <= height or hidden <= 0:
            return False
        page = height - self.looks.look.text_px * 2
        self.scroll_by(way * round(min(hidden, page)))
        return True

    def _enter(self) -> None:
        if not self._selected:
            self.step(0)
        self.entered.emit()

    def _stretch_words(self, move: QTextCursor.MoveOperation) -> None:
        self.setTextCursor(stretched(self.document(), self.textCursor(), self._selected, move))
        self.words_selected.emit()


def _is_touch(event: QMouseEvent) -> bool:
    return event.deviceType() is QInputDevice.DeviceType.TouchScreen
