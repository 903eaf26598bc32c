"""The start screen of a kiosk outside opening hours: dark, and awake at the first touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from reader.override import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

LOOK_EVERY_MS = 30_000
DARK = QColor(0, 0, 0, 190)


class KioskDim(QWidget):
    """Lies over ``screen``, lets every press through, and is seen while ``is_open`` says no."""

    def __init__(self, screen: QWidget, is_open: Callable[[], bool]) -> None:
        super().__init__(screen)
        self._is_open = is_open
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setObjectName("dim")
        screen.installEventFilter(self)
        self._ticks = QTimer(self, interval=LOOK_EVERY_MS)
        self._ticks.timeout.connect(self.look)
        self._ticks.start()
        self.look()

    def look(self) -> None:
        """Be dark or not, as the hours say now."""
        self.setVisible(not self._is_open())
        self.raise_()

    def wake(self) -> None:
        """Somebody is here: be light for a while."""
        self.hide()
        self._ticks.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            self.raise_()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), DARK)
        painter.end()
