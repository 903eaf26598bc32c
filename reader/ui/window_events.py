"""What reaches the window before any widget in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from reader.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget


class WindowEvents(QObject):
    """Sees wheel, fingers, mouse and keys on their way into ``window``: see ``take``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        window.installEventFilter(self)

    def take(self, event: QEvent) -> bool:
        """Whether ``event`` is dealt with, so that no widget gets it."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Let what is pressed just now be pressed no more, and do nothing."""
        beside = QPointF(-1, -1)
        buttons = (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)
        plain = Qt.KeyboardModifier.NoModifier
        release = QEvent.Type.MouseButtonRelease
        for button in self._window.findChildren(QAbstractButton):
            if button.isDown():
                QApplication.sendEvent(
                    button, QMouseEvent(release, beside, beside, *buttons, plain)
                )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._handle:
            return self.take(event)
        if event.type() is QEvent.Type.Show:
            handle = self._window.windowHandle()
            if handle is not self._handle:
                self._handle = handle
                handle.installEventFilter(self)
        return False
