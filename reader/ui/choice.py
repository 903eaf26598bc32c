"""One of several, or on and off: chosen by a press, told by a ring or a box and not by colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLayout, QVBoxLayout, QWidget

from reader.ui.controls import Rank, WrapButton, words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.look import Looks


class Choice(QWidget):
    """A heading and buttons of which one is chosen; told by a filled or empty ring, not colour.

    Signals:
        chosen(str): the value of the button that was pressed.
    """

    chosen = Signal(str)

    def __init__(
        self,
        looks: Looks,
        heading: str,
        options: Sequence[tuple[str, str]],
        *,
        across: bool = False,
        named: bool = True,
    ) -> None:
        """``across``: short ones stand beside each other.

        Unless it is ``named``, the heading is for screen readers alone.
        """
        super().__init__()
        self._looks = looks
        self.setAccessibleName(heading)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, WrapButton] = {}
        self._names = dict(options)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._heading = words(heading, "heading") if named else None
        if self._heading is not None:
            self._column.addWidget(self._heading)
        self._row: QLayout = FlowLayout() if across else QVBoxLayout()
        self._column.addLayout(self._row)
        for value, text in options:
            button = WrapButton(text, looks, rank=Rank.CHOICE)
            button.set_one_line(across)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # what makes it a radio button to a screen reader
            button.setProperty("value", value)
            button.clicked.connect(self._press)
            self._group.addButton(button)
            self.buttons[value] = button
            self._row.addWidget(button)
        looks.changed.connect(self._make_room)
        self._make_room()

    @property
    def value(self) -> str:
        """What is chosen; ``""`` when nothing is."""
        chosen = (value for value, button in self.buttons.items() if button.isChecked())
        return next(chosen, "")

    def set_heading(self, heading: str) -> None:
        """Ask for something else with the same buttons."""
        self.setAccessibleName(heading)
        if self._heading is not None:
            self._heading.setText(heading)

    def choose(self, value: str) -> None:
        """Show ``value`` as chosen, and tell nobody."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)
        for known, button in self.buttons.items():
            ring = "●" if button.isChecked() else "○"
            button.label.setText(f"{ring} {self._names[known]}")

    def _press(self) -> None:
        value = str(self.sender().property("value"))
        self.choose(value)
        self.chosen.emit(value)

    def _make_room(self) -> None:
        self._column.setSpacing(self._looks.look.px(8))
        self._row.setSpacing(self._looks.look.px(8))


class Tick(WrapButton):
    """Something that is either on or off; told by a filled or empty box."""

    def __init__(self, looks: Looks, text: str) -> None:
        super().__init__(text, looks, rank=Rank.CHOICE)
        self._text = text
        self.setCheckable(True)
        self.toggled.connect(self._mark)
        self._mark()

    def _mark(self) -> None:
        box = "■" if self.isChecked() else "□"
        self.label.setText(f"{box} {self._text}")
