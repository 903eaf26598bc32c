"""What stands where the list will be, while there is no question yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reader.ui.controls import Button, words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from reader.ui.look import Looks


class EmptyQuestions(QFrame):
    """A calm invitation.

    Signals:
        ideas_requested: show me the ideas.
        own_requested: I want to write my own.
    """

    ideas_requested = Signal()
    own_requested = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.setProperty("role", "invitation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.see_ideas = Button(self.tr("See the ideas"), looks)
        self.see_ideas.setObjectName("see-ideas")
        self.write_own = Button(self.tr("Write my own"), looks, icon="edit")
        self.write_own.setObjectName("write-own")
        self.see_ideas.clicked.connect(self.ideas_requested)
        self.write_own.clicked.connect(self.own_requested)
        self._row = FlowLayout()
        for button in (self.see_ideas, self.write_own):
            self._row.addWidget(button)
        told = self.tr(
            "A short list helps you remember what to ask. Start with an idea from the booklets, or "
            "write what you want to know in your own words."
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(words(self.tr("What would you like to ask?"), "heading"))
        self._column.addWidget(words(told))
        self._column.addLayout(self._row)
        looks.changed.connect(self._make_room)
        self._make_room()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in reading order."""
        return [self.see_ideas, self.write_own]

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(px(22), px(20), px(22), px(20))
        self._column.setSpacing(px(12))
        self._row.setSpacing(px(8))
