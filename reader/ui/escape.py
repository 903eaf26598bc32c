"""Escape, where several things could be closed by it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def keeps_escape(event: QEvent) -> bool:
    """Whether ``event`` asks if Escape is wanted as a key; it is then, and no shortcut elsewhere.

    For ``event`` of a widget that closes by Escape itself, over others that have it as a shortcut.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() != Qt.Key.Key_Escape:
        return False
    event.accept()
    return True
