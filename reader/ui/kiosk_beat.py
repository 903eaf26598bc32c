"""Proof that the screen is still being painted, for the watchdog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SIDE_PX = 2


class Beat(QWidget):
    """A corner of the window that is painted when asked, and shows nothing.

    It lies on top of everything else, because what is under an opaque widget is never painted.

    Signals:
        painted(): it has been painted on a window that is seen, and the event loop went on.
    """

    painted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(SIDE_PX, SIDE_PX)
        self._told = QTimer(self, interval=0, singleShot=True)
        self._told.timeout.connect(self.painted)

    def ask(self) -> None:
        """Paint soon, and tell when it is done."""
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # A hidden window is painted too when it is grabbed: that is no frame that anybody saw.
        if self.isVisible():
            self._told.start()
