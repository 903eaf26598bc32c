"""A section in which a passage can be picked by click, tap or key, with actions under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication

from reader.override import override
from reader.ui.callouts import RADIUS_UNITS
from reader.ui.passage_geometry import blocks, passage_of, reserve
from reader.ui.passage_words import words_at, words_selected
from reader.ui.section_view import EDGE_PX, EYE_UNITS, SectionView

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.booklet.model import Section
    from reader.shelf.glossary import TermFinder
    from reader.ui.look import Looks

FRAME_PX = 3


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

    @override
    def show_section(self, section: Section, folder: Path) -> None:
        self._selected = ""
        super().show_section(section, folder)
        self.picked.emit("")

    @override
    def rebuild(self) -> None:
        start, end = self.selected_words() if self._selected else (0, 0)
        super().rebuild()
        shown = {passage_of(block) for block in blocks(self.document())}
        if self._section is not None:
            self._order = [one.id for one in self._section.passages if one.id in shown]
        self._reserve_room()
        self.place_children()
        if end > start:  # the cursor was in the document that is gone
            self.setTextCursor(words_at(self.document(), self._selected, start, end))

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
        margin = self.looks.look.px(EYE_UNITS)
        for index, passage in enumerate(self._order):
            if self.passage_rect(passage).bottom() > margin:
                return index
        return 0

    def selected_words(self) -> tuple[int, int]:
        """Start and end, in characters, of words selected in the picked passage; 0, 0 if none."""
        return words_selected(self.textCursor(), self._selected)

    # ---- what is under the passage

    def attach(self, widget: QWidget | None) -> None:
        """Show ``widget`` under the picked passage, in room made for it."""
        if widget is not None:
            widget.setParent(self.viewport())
        # Before the other is hidden: where the keyboard goes then, the children are placed anew.
        before, self._attached = self._attached, widget
        if before is not None and before is not widget:
            before.hide()
        self.reserve()

    def make_room(self) -> None:
        """Make room for what is attached as ``reserve`` does, and bring it into view.

        Short of room, what has the keyboard in it is seen before anything else.
        """
        self.reserve()
        self.show_attached()
        attached, focused = self._attached, QApplication.focusWidget()
        if attached is not None and focused is not None and attached.isAncestorOf(focused):
            top = focused.mapTo(self.viewport(), QPoint()).y() - EDGE_PX // 2
            over = top + focused.height() + EDGE_PX - self.viewport().height()
            self.scroll_by(min(top, max(over, 0)))

    def reserve(self) -> None:
        """Measure what is attached again and make room for it; what is in view stays there."""
        self._reserve_room()
        self.place_children()
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

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reserve_room()
        self.place_children()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.place_children()
