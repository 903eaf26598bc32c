"""A part of a page: a heading, words, and buttons under them, on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout

from reader.ui.announcing import StatusLine
from reader.ui.controls import words
from reader.ui.flow import FlowLayout
from reader.ui.scrolling import bring_into_view

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.look import Looks


ABOVE_NOTICE_UNITS = 96
"""What a notice with Undo covers at the foot of a page."""


class Part(QFrame):
    """``status`` is a line under the buttons that says what became of a press."""

    def __init__(self, looks: Looks, heading: str, *lines: str) -> None:
        super().__init__()
        self._looks = looks
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(heading)
        self.column = QVBoxLayout(self)
        self.column.addWidget(words(heading, "heading"))
        for line in lines:
            self.column.addWidget(words(line))
        self.row = FlowLayout()
        self.column.addLayout(self.row)
        self.status = StatusLine("strong")
        self.status.hide()
        self.column.addWidget(self.status)
        looks.changed.connect(self._make_room)
        self._make_room()

    def add(self, *buttons: QWidget) -> None:
        """Put buttons into the row, after those that are there."""
        for button in buttons:
            self.row.addWidget(button)

    def tell(self, text: str) -> None:
        """Say what became of it where it can be seen, and let it be read out."""
        self.status.setVisible(bool(text))
        self.status.setText(text)
        if text:  # once the card has grown by the line
            QTimer.singleShot(0, self, self._show_status)

    def _show_status(self) -> None:
        bring_into_view(self.status, self._looks.look.px(ABOVE_NOTICE_UNITS))

    def go_on(self, text: str) -> None:
        """Show what is going on just now, which changes too often to be read out."""
        self.status.show()
        self.status.show_quietly(text)

    def _make_room(self) -> None:
        px = self._looks.look.px
        self.column.setContentsMargins(px(22), px(16), px(22), px(16))
        self.column.setSpacing(px(10))
        self.row.setSpacing(px(10))
