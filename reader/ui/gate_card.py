"""The gentle gate before a section about outlook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reader.ui.controls import Button, Rank, card, words
from reader.ui.flow import FlowLayout
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from reader.ui.look import Looks


class GateCard(QWidget):
    """Says what a section holds before it is shown.

    Signals:
        opened: the reader wants to see it.
        declined: not now.
    """

    opened = Signal()
    declined = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.setProperty("role", "page-body")
        frame = card()
        self.title = words("", "page-heading")
        told = self.tr(
            "This part says how long people in the trials lived. You can read it now, later, "
            "or not at all."
        )
        self.show_it = Button(self.tr("Show it"), looks)
        self.not_now = Button(self.tr("Not now"), looks, rank=Rank.PRIMARY)
        self.show_it.clicked.connect(self.opened)
        self.not_now.clicked.connect(self.declined)
        row = FlowLayout(spacing=8)
        row.addWidget(self.not_now)
        row.addWidget(self.show_it)
        self._inside = QVBoxLayout(frame)
        self._inside.addWidget(self.title)
        self._inside.addWidget(words(told))
        self._inside.addLayout(row)
        body = QWidget()
        body.setProperty("role", "page-body")
        self._outside = QVBoxLayout(body)
        self._outside.addWidget(frame)
        self._outside.addStretch(1)
        self.scroller = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        TouchScroll(scroll, looks)
        looks.changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._inside.setContentsMargins(px(24), px(20), px(24), px(20))
        self._inside.setSpacing(px(14))
        self._outside.setContentsMargins(px(34), px(26), px(34), px(26))
