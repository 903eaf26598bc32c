"""The keys that scroll, where nothing else wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QScrollBar

_MOVE = QAbstractSlider.SliderAction
_MOVES: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_Up: _MOVE.SliderSingleStepSub,
    Qt.Key.Key_Down: _MOVE.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _MOVE.SliderPageStepSub,
    Qt.Key.Key_PageDown: _MOVE.SliderPageStepAdd,
    Qt.Key.Key_Home: _MOVE.SliderToMinimum,
    Qt.Key.Key_End: _MOVE.SliderToMaximum,
    Qt.Key.Key_Space: _MOVE.SliderPageStepAdd,
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def scroll_by_key(bar: QScrollBar, event: QKeyEvent) -> bool:
    """Scroll as the key says, Shift and Space back; whether the key was one that scrolls."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Space and modifiers == _SHIFT:
        bar.triggerAction(_MOVE.SliderPageStepSub)
        return True
    move = _MOVES.get(event.key()) if modifiers == _PLAIN else None
    if move is not None:
        bar.triggerAction(move)
    return move is not None


def bring_into_view(widget: QWidget, room: int = 0, *, at_top: bool = False) -> None:
    """Scroll what holds ``widget`` if it is cut off, to have ``room`` pixels above or below it.

    ``at_top`` wants it where reading goes on under it. What is taller than its holder stays.
    """
    holder = _holder_of(widget)
    if holder is None:
        return
    bar, height = holder.verticalScrollBar(), holder.viewport().height()
    top = widget.mapTo(holder.viewport(), QPoint(0, 0)).y()
    over = top + widget.height() - height
    if at_top:
        bar.setValue(bar.value() + top - room)
    elif widget.height() > height:
        return
    elif over > 0:
        bar.setValue(bar.value() + over + room)
    elif top < 0:
        bar.setValue(bar.value() + top - room)


def _holder_of(widget: QWidget) -> QAbstractScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None:
        above = parent.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
            return above
        parent = above
    return None
