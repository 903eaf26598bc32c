"""One ready-made question, and the button that puts it on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.controls import Button, words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from reader.shelf.ideas import Idea
    from reader.ui.look import Looks


class AddButton(Button):
    """Knows how it was pressed last: where a key did it, the next control is to be seen."""

    is_by_key = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.is_by_key = True
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.is_by_key = False
        super().mousePressEvent(event)


class IdeaRow(QWidget):
    """Its words, and Add; Added once it is on the list.

    Signals:
        chosen(Idea): Add was pressed.
    """

    chosen = Signal(object)

    def __init__(self, idea: Idea, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.idea = idea
        self._text = words(idea.text, "idea")
        self.button = AddButton(self.tr("Add"), looks, icon="plus")
        self.button.clicked.connect(lambda: self.chosen.emit(self.idea))
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
        self.button.setEnabled(not is_added)

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(14))
        self._row.setContentsMargins(0, 0, 0, px(14))
        self._row.setSpacing(px(12))
