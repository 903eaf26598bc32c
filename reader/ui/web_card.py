"""A web address as words and as a code for a phone; nothing is ever opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from reader.ui.attachment import Attachment
from reader.ui.controls import Button, words
from reader.ui.qr_code import picture

if TYPE_CHECKING:
    from reader.ui.look import Looks

MODULE_UNITS = 4


class WebCard(Attachment):
    """Shows where to look on another device, and who to ring instead."""

    def __init__(self, looks: Looks, address: str, support: str) -> None:
        super().__init__()
        self._looks = looks
        self._address = address
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        told = self.tr("This is on the web. Booklet Reader does not go online.")
        column.addWidget(words(told))
        self.address = words(address, "strong")
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.address)
        self.code = QLabel()
        self.code.setAccessibleName(self.tr("A code to scan with a phone: {0}").format(address))
        column.addWidget(self.code)
        if support:
            column.addWidget(words(self.tr("Or ring {0} and ask.").format(support)))
        self.done = Button(self.tr("Close"), looks, icon="close")
        self.done.clicked.connect(self.finish)
        column.addWidget(self.done)
        looks.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.code.setPixmap(picture(self._address, self._looks.look.px(MODULE_UNITS)))
