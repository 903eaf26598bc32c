"""Keeps what was pressed under the finger while the page round it grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QObject, QPoint, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

ROUNDS = 6
"""Times that everything is laid out: words that wrap have their height after two or three."""

TRIES = 3
"""A margin that is taken away leaves less room to scroll in than there was to reckon with."""

AGAIN_MS = (0, 40)
"""When to look again: a widget that is new is dressed and measured a moment later."""


class SteadyPlace(QObject):
    """Scrolls a page by as much as it grew above a control.

    A hand that presses again a moment later then meets the same control, and nothing that has come
    to stand in its place. Where the page cannot be scrolled so far, ``above`` gets an empty margin
    or the page some room at its end, until ``let_go``.
    """

    def __init__(self, scroller: QScrollArea, body: QWidget, above: QLayout) -> None:
        super().__init__(scroller)
        self._scroller = scroller
        self._body = body
        self._above = above
        self._turn = 0

    def keep(self, widget: QWidget, change: Callable[[], object]) -> None:
        """Do ``change``, and have the middle of ``widget`` where it is on the screen now."""
        at = self._height_of(widget)
        self._turn += 1
        turn = self._turn
        change()
        self._put_back(widget, at)
        for wait in AGAIN_MS:
            QTimer.singleShot(wait, widget, lambda: self._once_more(widget, at, turn))

    def let_go(self) -> None:
        """Give back the room that was needed to keep something in its place."""
        self._turn += 1
        self._above.setContentsMargins(QMargins())
        self._body.setMinimumHeight(0)

    def _once_more(self, widget: QWidget, at: int, turn: int) -> None:
        if turn == self._turn:
            self._put_back(widget, at)

    def _put_back(self, widget: QWidget, at: int) -> None:
        _lay_out()
        for _ in range(TRIES):
            self._try(widget, at)
            if self._height_of(widget) == at:
                return

    def _try(self, widget: QWidget, at: int) -> None:
        bar = self._scroller.verticalScrollBar()
        value = bar.value() + self._height_of(widget) - at
        if self._is_moved_by_margin(widget):
            value -= self._above.contentsMargins().top()
            self._above.setContentsMargins(0, max(-value, 0), 0, 0)
        value = max(value, 0)
        if value > bar.maximum() or self._body.minimumHeight():
            self._body.setMinimumHeight(value + self._scroller.viewport().height())
        _lay_out()
        bar.setValue(value)

    def _is_moved_by_margin(self, widget: QWidget) -> bool:
        """Not what stands beside ``above``."""
        holder = self._above.parentWidget()
        if holder is None or holder.isAncestorOf(widget):
            return holder is not None
        end = holder.mapTo(self._scroller.viewport(), QPoint(0, holder.height())).y()
        return self._height_of(widget) >= end

    def _height_of(self, widget: QWidget) -> int:
        return widget.mapTo(self._scroller.viewport(), QPoint(0, widget.height() // 2)).y()


def _lay_out() -> None:
    """Lay out now what would be laid out on the way back to the event loop."""
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
