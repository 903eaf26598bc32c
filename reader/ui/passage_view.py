"""A section in which a passage can be picked by click, tap or key, with actions under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QInputDevice, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from reader.override import override
from reader.ui.passage_geometry import blocks, passage_of, reserve
from reader.ui.passage_words import stretched, words_selected
from reader.ui.section_view import RADIUS_UNITS, SectionView

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from reader.booklet.model import Section
    from reader.shelf.glossary import TermFinder
    from reader.ui.look import Looks

FRAME_PX = 3
SHAKY_MS = 350
"""A second press so soon after the first is the same press."""


class PassageView(SectionView):
    """Adds picking, what is attached under the picked passage, and a foot after the last one.

    Signals:
        picked(str): a passage was picked; ``""`` when none is any more.
        link_pressed(str): a link was pressed.
        entered: Enter was pressed on the picked passage.
        words_selected: words inside the picked passage were selected, or no longer are.
    """

    picked = Signal(str)
    link_pressed = Signal(str)
    entered = Signal()
    words_selected = Signal()

    def __init__(self, looks: Looks, finder: TermFinder) -> None:
        super().__init__(looks, finder)
        self._order: list[str] = []
        self._selected = ""
        self._attached: QWidget | None = None
        self._foot: QWidget | None = None
        self._pressed_at = QPoint()
        self._picked_at = -SHAKY_MS
        self.anchorClicked.connect(self._press_link)

    @override
    def show_section(self, section: Section, folder: Path) -> None:
        self._selected = ""
        super().show_section(section, folder)
        self.picked.emit("")

    @override
    def rebuild(self) -> None:
        super().rebuild()
        shown = {passage_of(block) for block in blocks(self.document())}
        if self._section is not None:
            self._order = [one.id for one in self._section.passages if one.id in shown]
        self._reserve_room()
        self.place_children()

    # ---- picking

    @property
    def selected(self) -> str:
        """The picked passage, or ``""``."""
        return self._selected

    def select(self, passage: str) -> None:
        """Pick ``passage``; ``""`` picks none. What was under the eye stays there."""
        if passage == self._selected:
            return
        anchor = passage or self._selected
        before = self.passage_rect(anchor).top()
        self._selected = passage
        self._reserve_room()
        self.scroll_by(round(self.passage_rect(anchor).top() - before))
        self.picked.emit(passage)
        self.place_children()
        self.viewport().update()

    def step(self, by: int) -> None:
        """Pick the passage ``by`` further on; with none picked, the first in view."""
        if not self._order:
            return
        if self._selected in self._order:
            index = self._order.index(self._selected) + by
        else:
            index = self._first_in_view()
        self.select(self._order[min(max(index, 0), len(self._order) - 1)])
        self.show_attached()

    def reading(self) -> str:
        """The first passage that is in view but for its margin: where the reader is."""
        return self._order[self._first_in_view()] if self._order else ""

    def _first_in_view(self) -> int:
        margin = self.looks.look.px(30)
        for index, passage in enumerate(self._order):
            if self.passage_rect(passage).bottom() > margin:
                return index
        return 0

    def selected_words(self) -> tuple[int, int]:
        """Start and end, in characters, of words selected in the picked passage; 0, 0 if none."""
        return words_selected(self.textCursor(), self._selected)

    def _stretch_words(self, move: QTextCursor.MoveOperation) -> None:
        self.setTextCursor(stretched(self.document(), self.textCursor(), self._selected, move))
        self.words_selected.emit()

    # ---- what is under the passage

    def attach(self, widget: QWidget | None) -> None:
        """Show ``widget`` under the picked passage, in room made for it."""
        if self._attached is not None and self._attached is not widget:
            self._attached.hide()
        self._attached = widget
        if widget is not None:
            widget.setParent(self.viewport())
        self.make_room()

    def make_room(self) -> None:
        """Measure what is attached again, and make room for it under the picked passage."""
        self._reserve_room()
        self.place_children()
        self.show_attached()
        self.viewport().update()

    def set_foot(self, foot: QWidget) -> None:
        """Show ``foot`` after the last passage."""
        self._foot = foot
        foot.setParent(self.viewport())
        foot.show()

    def show_attached(self, *, rather: bool = False) -> None:
        """Show the picked passage and what is under it; short of room its top, ``rather`` that."""
        if not self._selected:
            return
        rect = self._frame_rect()
        over = round(rect.bottom()) + FRAME_PX - self.viewport().height()
        room_above = round(rect.top()) - FRAME_PX
        if over > 0:
            self.scroll_by(over if rather else min(over, max(room_above, 0)))
        elif room_above < 0:
            self.scroll_by(room_above)

    def _attached_height(self, width: int) -> int:
        widget = self._attached
        if widget is None:
            return 0
        height = widget.heightForWidth(width) if widget.hasHeightForWidth() else -1
        return height if height > 0 else widget.sizeHint().height()

    def _reserve_room(self) -> None:
        _, width = self.measure()
        px = self.looks.look.px
        room = foot = 0
        if self._selected and self._attached is not None:
            room = self._attached_height(width) + px(8) + px(26)
        if self._foot is not None:
            foot = self._foot.heightForWidth(width) + px(64)
        reserve(self.document(), self._selected, room, foot)

    def place_children(self) -> None:
        """Put the attached widget and the foot where they belong just now."""
        left, width = self.measure()
        px = self.looks.look.px
        if self._attached is not None:
            rect = self.passage_rect(self._selected)
            self._attached.setVisible(bool(self._selected) and rect.isValid())
            height = self._attached_height(width)
            self._attached.setGeometry(left, round(rect.bottom()) + px(8), width, height)
        if self._foot is not None and self._order:
            last = self.passage_rect(self._order[-1]).bottom()
            if self._selected == self._order[-1] and self._attached is not None:
                last = self._frame_rect().bottom()
            height = self._foot.heightForWidth(width)
            self._foot.setGeometry(left, round(last) + px(36), width, height)

    def _frame_rect(self) -> QRectF:
        rect = self.passage_rect(self._selected)
        left, width = self.measure()
        px = self.looks.look.px
        bottom = rect.bottom() + px(6)
        if self._attached is not None and self._attached.isVisibleTo(self.viewport()):
            bottom = rect.bottom() + px(8) + self._attached.height() + px(10)
        side = min(px(18), left - FRAME_PX)
        return QRectF(left - side, rect.top() - 2, width + 2 * side, bottom - rect.top() + 2)

    # ---- painting

    @override
    def paint_under(self, painter: QPainter) -> None:
        super().paint_under(painter)
        if not self._selected or not self.passage_rect(self._selected).isValid():
            return
        look = self.looks.look
        painter.setPen(QPen(QColor(look.colour("focus")), FRAME_PX))
        painter.setBrush(QColor(look.colour("surface")))
        radius = look.px(RADIUS_UNITS)
        painter.drawRoundedRect(self._frame_rect(), radius, radius)

    # ---- Qt

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
                self.step(1)
            case Qt.Key.Key_Up if not shift:
                self.step(-1)
            case Qt.Key.Key_Right if shift:
                self._stretch_words(QTextCursor.MoveOperation.NextWord)
            case Qt.Key.Key_Left if shift:
                self._stretch_words(QTextCursor.MoveOperation.PreviousWord)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter()
            case Qt.Key.Key_Escape:
                self.select("")
            case Qt.Key.Key_Space:
                page = self.verticalScrollBar().pageStep() - self.looks.look.text_px * 2
                self.scroll_by(-page if shift else page)
            case _:
                super().keyPressEvent(event)

    def _enter(self) -> None:
        if not self._selected:
            self.step(0)
        self.entered.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reserve_room()
        self.place_children()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.place_children()


def _is_touch(event: QMouseEvent) -> bool:
    return event.deviceType() is QInputDevice.DeviceType.TouchScreen
