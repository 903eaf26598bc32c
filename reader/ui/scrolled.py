"""A column of parts that scrolls up and down, by finger too, and never sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from reader.ui.look import Looks

MARGIN_UNITS = 26
GAP_UNITS = 18


class Scrolled(QScrollArea):
    """What is put into ``column`` stands under each other."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        body = QWidget()
        body.setProperty("role", "page-body")
        self.column = QVBoxLayout(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(body)
        TouchScroll(self, looks)
        looks.changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        px = self._looks.look.px
        side = px(MARGIN_UNITS)
        self.column.setContentsMargins(side, side, side, side)
        self.column.setSpacing(px(GAP_UNITS))
