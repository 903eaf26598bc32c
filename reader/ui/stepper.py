"""A number that is chosen by two buttons, one for less and one for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.ui.announcing import say
from reader.ui.controls import Button, words
from reader.ui.ends import show_end

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.look import Looks


class Stepper(QWidget):
    """A heading, and the number with its unit between − and +.

    Signals:
        chosen(int): another number was chosen.
    """

    chosen = Signal(int)

    def __init__(
        self,
        looks: Looks,
        heading: str,
        *,
        least: int,
        most: int,
        unit: Callable[[int], str],
        less: str,
        more: str,
    ) -> None:
        """``unit`` words a number; ``less`` and ``more`` name the buttons."""
        super().__init__()
        self._looks = looks
        self._least, self._most, self._unit = least, most, unit
        self.value = least
        self.setAccessibleName(heading)
        self.less = Button("", looks, icon="minus", name=less)
        self.more = Button("", looks, icon="plus", name=more)
        for button in (self.less, self.more):
            button.setProperty("square", True)
        self.told = words("", "strong")
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout()
        self._row.addWidget(self.less)
        self._row.addWidget(self.told, 1)
        self._row.addWidget(self.more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(words(heading, "heading"))
        self._column.addLayout(self._row)
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        looks.changed.connect(self._make_room)
        self._make_room()
        self.show_value(least)

    def show_value(self, value: int) -> None:
        """Show ``value``, and tell nobody."""
        self.value = max(self._least, min(self._most, value))
        self.told.setText(self._unit(self.value))
        show_end(self.less, is_end=self.value == self._least)
        show_end(self.more, is_end=self.value == self._most)

    def _step(self, by: int) -> None:
        before = self.value
        self.show_value(before + by)
        say(self.told, self.told.text())
        if self.value != before:
            self.chosen.emit(self.value)

    def _make_room(self) -> None:
        self._column.setSpacing(self._looks.look.px(8))
        self._row.setSpacing(self._looks.look.px(8))
