"""The keys that scroll, where nothing else wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider

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
