"""Every touch is a press of its own, however soon it comes after the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTouchEvent
from PySide6.QtWidgets import QApplication

from reader.override import override
from reader.ui.window_events import WindowEvents

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SingleTaps(WindowEvents):
    """Lets no touch be a double click: those are the mouse's, which selects words by them.

    Qt takes two touches within 400 ms for one, wherever they are, and what scrolls by touch then
    gets neither. It asks how long that time is after the touch begins and before it becomes a
    press; so while a finger is down there is no such time.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._usual_ms = 0

    @override
    def take(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            if event.type() is QEvent.Type.TouchBegin:
                self._usual_ms = QApplication.doubleClickInterval() or self._usual_ms
                QApplication.setDoubleClickInterval(0)
            elif event.type() is not QEvent.Type.TouchUpdate and self._usual_ms:
                QApplication.setDoubleClickInterval(self._usual_ms)
        return False
