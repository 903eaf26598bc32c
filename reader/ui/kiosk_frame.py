"""The only window of a kiosk: the whole screen, no frame, no menu, always the same title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.kiosk_beat import Beat

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QScreen

TITLE = "Booklet Reader"
"""The compositor remembers titles after a session is gone, so no other is ever set."""


class KioskFrame(QWidget):
    """Holds the screens; everything else is a child of it, and nothing else is a window.

    Signals:
        painted(): it has been painted for the first time where people see it.
    """

    painted = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setWindowTitle(TITLE)
        self.stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.stack)
        self.beat = Beat(self)
        self._seen = QTimer(self, interval=0, singleShot=True)
        self._seen.timeout.connect(self.painted)
        self._is_seen = False

    def warm(self, screen: QScreen) -> None:
        """Do now, unseen, what would cost time when the screen is to appear."""
        self.ensurePolished()
        self.setGeometry(screen.geometry())
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.grab()

    def appear(self, screen: QScreen) -> None:
        """Fill the screen."""
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # ``warm`` paints as well, and nobody sees that.
        if self.isVisible() and not self._is_seen:
            self._is_seen = True
            self._seen.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.beat.raise_()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # a session is ended by the supervisor, never by a key
