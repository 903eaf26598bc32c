"""One ready-made question, and the button that puts it on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reader.ui.announcing import say
from reader.ui.controls import Button, words
from reader.ui.ends import is_at_end, show_end

if TYPE_CHECKING:
    from reader.shelf.ideas import Idea
    from reader.ui.look import Looks


class IdeaRow(QWidget):
    """Its words, and Add; Added once it is on the list.

    Added keeps the keyboard: a second Enter, meant for this idea, does not add the next one.

    Signals:
        chosen(Idea): Add was pressed.
    """

    chosen = Signal(object)

    def __init__(self, idea: Idea, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.idea = idea
        self._text = words(idea.text, "idea")
        self.button = Button(self.tr("Add"), looks, icon="plus")
        self.button.clicked.connect(self._press)
        line = QFrame()
        line.setProperty("role", "line")
        self._row = QHBoxLayout()
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self.button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(line)
        self._column.addLayout(self._row)
        looks.changed.connect(self._make_room)
        self._make_room()
        self.show_added(is_added=False)

    def show_added(self, *, is_added: bool) -> None:
        """Say in words whether the idea is on the list."""
        name = self.tr("Added: {text}") if is_added else self.tr("Add: {text}")
        self.button.set_words(
            self.tr("Added") if is_added else self.tr("Add"), name.format(text=self.idea.text)
        )
        self.button.set_icon("check" if is_added else "plus")
        show_end(self.button, is_end=is_added)

    def _press(self) -> None:
        if is_at_end(self.button):
            say(self.button, self.button.accessibleName())
        else:
            self.chosen.emit(self.idea)

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(14))
        self._row.setContentsMargins(0, 0, 0, px(14))
        self._row.setSpacing(px(12))
