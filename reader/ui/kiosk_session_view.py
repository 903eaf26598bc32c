"""A session at a kiosk as one screen: the bar, the window with its pages, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.kiosk_keyboard import KioskKeyboard
from reader.ui.kiosk_typing import KioskTyping

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reader.ui.kiosk_bar import KioskBar
    from reader.ui.look import Looks
    from reader.ui.window import Window


class KioskSessionView(QWidget):
    """The keys take their room from the window's rail and header, never from the bar."""

    def __init__(self, app: QApplication, looks: Looks, bar: KioskBar, window: Window) -> None:
        super().__init__()
        self.bar = bar
        self.window_in = window
        self.keys = KioskKeyboard(looks)
        # What is shown inside another window is as small as that wants it.
        window.setMinimumSize(1, 1)
        window.setWindowState(Qt.WindowState.WindowNoState)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(window, 1)
        column.addWidget(self.keys)
        self.typing = KioskTyping(app, self.keys, self)
        self.typing.changed.connect(lambda shown: window.make_way(for_keys=shown))
