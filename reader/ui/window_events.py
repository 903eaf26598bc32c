"""What reaches the window before any widget in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

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
