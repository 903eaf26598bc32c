"""A line over every page that stays until what it says is so no longer, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reader.override import override
from reader.ui.controls import Button, card, words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.ui.look import Looks

LOW_BELOW_UNITS = 330
"""In a window as low as this the buttons say it all, to leave room for the page."""


class Strip(QWidget):
    """``words`` on a card of that ``role``, and ``buttons``; subclasses say what is short."""

    def __init__(self, looks: Looks, role: str, text: str, *, words_role: str) -> None:
        super().__init__()
        self._looks = looks
        self._frame = card(role, self)
        self.words = words(text, words_role)
        self.setAccessibleName(text)
        self._row = FlowLayout(self._frame, spacing=8, grower=self.words)
        self._row.addWidget(self.words)
        self._outer = FlowLayout(self, grower=self._frame)
        self._outer.addWidget(self._frame)
        looks.changed.connect(self._fit)

    def add(self, *buttons: Button) -> None:
        """Put buttons after the words."""
        for button in buttons:
            self._row.addWidget(button)
        self._fit()

    def tell(self, text: str) -> None:
        """Say something else."""
        self.words.setText(text)
        self.setAccessibleName(text)

    def shorten(self, *, is_low: bool) -> None:
        """Say with the buttons alone what the words say, while ``is_low``."""

    @property
    def has_short_form(self) -> bool:
        """Whether the buttons can stand for the words."""
        return True

    def _fit(self) -> None:
        px = self._looks.look.px
        is_low = self.window().height() < px(LOW_BELOW_UNITS)
        down = 0 if is_low else px(8)
        self._row.setContentsMargins(px(16), down, px(8), down)
        self._outer.setContentsMargins(px(16), down, px(16), 0)
        self.words.setVisible(not is_low or not self.has_short_form)
        self.shorten(is_low=is_low)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
