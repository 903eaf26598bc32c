"""The panel that shows which keys do what: over the whole window, until Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.override import override
from reader.ui.bounds import UNLIMITED_PX
from reader.ui.controls import Button, words
from reader.ui.escape import keeps_escape
from reader.ui.key_list import KeyList
from reader.ui.spoken_roles import SPOKEN_ROLE
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reader.ui.look import Looks

KEY_UNITS = 190
WIDEST_UNITS = 760
BESIDE_FROM_UNITS = 560
"""In a narrower panel what a key does stands under it."""

_KEYS = Qt.Key
_STEPS: dict[int, int] = {
    _KEYS.Key_Down: 1,
    _KEYS.Key_Up: -1,
    _KEYS.Key_PageDown: 5,
    _KEYS.Key_PageUp: -5,
    _KEYS.Key_Home: -1000,
    _KEYS.Key_End: 1000,
}


class KeyRow(QWidget):
    """A key and what it does; the keyboard goes through the rows, so that each is read out.

    Signals:
        stepped(int): so many rows further down.
    """

    stepped = Signal(int)

    def __init__(self, key: str, does: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{key}: {does}")
        self.setProperty(SPOKEN_ROLE, QAccessible.Role.ListItem)
        self._key = words(key, "strong")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(words(does), 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Before what holds the rows scrolls by it."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def make_room(self, key_px: int, gap_px: int, *, is_beside: bool) -> None:
        """Both beside each other, or what the key does under it."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._row.setContentsMargins(gap_px, gap_px // 2, gap_px, gap_px // 2)
        self._row.setSpacing(gap_px if is_beside else 0)
        self._key.setMinimumWidth(key_px if is_beside else 1)
        self._key.setMaximumWidth(key_px if is_beside else UNLIMITED_PX)


class KeysPanel(QFrame):
    """Covers its window; Tab stays inside it, and Escape leaves it.

    Signals:
        closed: the reader has seen enough.
    """

    closed = Signal()

    def __init__(self, looks: Looks, window: QWidget) -> None:
        super().__init__(window)
        self._looks = looks
        self._row_index = 0
        self.setObjectName("keys")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "page")
        self.setAccessibleName(self.tr("Keys"))
        self.close_button = Button(self.tr("Close"), looks, icon="close")
        self.close_button.clicked.connect(self.closed)
        self.rows: list[KeyRow] = []
        self._headings: list[QLabel] = []
        self._body = QWidget()
        self._body.setProperty("role", "page-body")
        self._column = QVBoxLayout(self._body)
        self._fill()
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self._body)
        self._outer = QHBoxLayout(self)
        self._outer.addWidget(self.scroller)
        window.installEventFilter(self)
        TouchScroll(self.scroller, looks)
        looks.changed.connect(self._make_room)
        self.hide()

    def _fill(self) -> None:
        head = QHBoxLayout()
        head.addWidget(words(self.tr("Keys"), "page-heading"), 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        for group in KeyList(self).groups():
            heading = words(group.heading, "heading")
            self._headings.append(heading)
            self._column.addWidget(heading)
            for key, does in group.keys:
                row = KeyRow(key, does)
                row.stepped.connect(self._go)
                self.rows.append(row)
                self._column.addWidget(row)
        self._column.addStretch(1)

    def open(self) -> None:
        """Cover the window, and take the keyboard."""
        self.setGeometry(self.window().rect())
        self._make_room()
        self.show()
        self.raise_()
        self._row_index = 0
        self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.scroller.verticalScrollBar().setValue(0)

    def _go(self, by: int) -> None:
        self._row_index = min(max(self._row_index + by, 0), len(self.rows) - 1)
        row = self.rows[self._row_index]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.scroller.ensureWidgetVisible(row)
        if self._row_index == 0:
            self.scroller.verticalScrollBar().setValue(0)

    # ---- room

    def _make_room(self) -> None:
        px = self._looks.look.px
        side = max(px(16), (self.width() - px(WIDEST_UNITS)) // 2)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._column.setContentsMargins(side, px(20), side, px(20))
        self._column.setSpacing(px(4))
        is_beside = self.width() - 2 * side >= px(BESIDE_FROM_UNITS)
        for heading in self._headings:
            heading.setContentsMargins(0, px(14), 0, px(4))
        for row in self.rows:
            row.make_room(px(KEY_UNITS), px(12), is_beside=is_beside)

    # ---- Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.window() and self.isVisible():
            self.setGeometry(self.window().rect())
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or event.text() == "?":
            self.closed.emit()
        # Nothing goes on to the window under the panel.

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes between the list and the button, and not to what is covered."""
        target = self.rows[self._row_index] if self.close_button.hasFocus() else self.close_button
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True
