"""How the text of booklets is set, in Comfort: typeface, spacing, measure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.look import Looks


class ReadingChoices(QWidget):
    """A row of buttons for each part of a ``ReadingStyle``; only typefaces that are here.

    Signals:
        chosen(ReadingStyle): the style in force with what was pressed.
    """

    chosen = Signal(object)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        fonts = {
            "hyperlegible": self.tr("Atkinson Hyperlegible"),
            "sans": self.tr("This computer’s plain letters"),
            "serif": self.tr("This computer’s book letters"),
        }
        here = [(font, name) for font, name in fonts.items() if font in looks.look.families]
        steps = [
            ("usual", self.tr("Usual")),
            ("wide", self.tr("Wide")),
            ("widest", self.tr("Widest")),
        ]
        measures = [
            ("narrow", self.tr("Short")),
            ("usual", self.tr("Usual")),
            ("full", self.tr("Full")),
        ]
        self.choices: dict[str, Choice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._add("font", self.tr("Letters of the booklets"), here, across=False)
        self._add("line_spacing", self.tr("Between lines"), steps)
        self._add("letter_spacing", self.tr("Between letters"), steps)
        self._add("word_spacing", self.tr("Between words"), steps)
        self._add("measure", self.tr("Length of lines"), measures)
        looks.changed.connect(self.show_look)
        self.show_look()

    def _add(
        self, part: str, heading: str, options: Sequence[tuple[str, str]], *, across: bool = True
    ) -> None:
        choice = Choice(self._looks, heading, options, across=across)
        choice.setObjectName(part)
        choice.chosen.connect(self._choose)
        self.choices[part] = choice
        self._column.addWidget(choice)

    def show_look(self) -> None:
        """Mark what is in force."""
        style = self._looks.look.reading
        for part, choice in self.choices.items():
            choice.choose(getattr(style, part))
        self._column.setSpacing(self._looks.look.px(14))

    def _choose(self, value: str) -> None:
        part = self.sender().objectName()
        self.chosen.emit(replace(self._looks.look.reading, **{part: value}))
