"""How a print job stands, with the ways out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from reader.ui.announcing import say
from reader.ui.controls import Button, words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from reader.ui.look import Looks


class JobCard(QFrame):
    """A line of words; Cancel while something goes on, Save as PDF where paper is in doubt.

    Signals:
        cancel_requested, save_requested: do it.
        closed: it has been read.
    """

    cancel_requested = Signal()
    save_requested = Signal()
    closed = Signal()

    def __init__(self, looks: Looks, *, saves: bool = True) -> None:
        """``saves``: pages may be saved where they cannot be printed."""
        super().__init__()
        self._looks = looks
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Printing"))
        self.told = words("", "strong")
        self.cancel_button = Button(self.tr("Stop printing"), looks, icon="stop")
        self.save_button: Button | None = None
        self.close_button = Button(self.tr("Close"), looks, icon="close")
        self._buttons = FlowLayout()
        self._buttons.addWidget(self.cancel_button)
        if saves:
            self.save_button = Button(
                self.tr("Save as PDF"), looks, icon="save", name=self.tr("Save as PDF instead")
            )
            self.save_button.clicked.connect(self.save_requested)
            self._buttons.addWidget(self.save_button)
        self._buttons.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.told)
        self._column.addLayout(self._buttons)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.close_button.clicked.connect(self.closed)
        looks.changed.connect(self._make_room)
        self._make_room()
        self.hide()

    def tell(self, text: str, *, can_cancel: bool, can_save: bool) -> None:
        """Show ``text``, and say it once."""
        is_new = self.isHidden() or self.told.text() != text
        self.told.setText(text)
        self.cancel_button.setVisible(can_cancel)
        if self.save_button is not None:
            self.save_button.setVisible(can_save)
        self.close_button.setVisible(not can_cancel)
        self.show()
        if is_new:
            say(self.told, text)

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(10))
        self._buttons.setSpacing(px(8))
