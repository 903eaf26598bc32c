"""How much room a list of cards leaves at the sides and between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea, QWidget

    from reader.ui.look import Looks

MARGIN_UNITS = 34
NARROW = 24
"""A margin takes no more of the width than one part in so many."""

GAP_UNITS = 26
BETWEEN_UNITS = 12


class CardRoom:
    """The room in ``area`` as it is now; all in pixels."""

    def __init__(self, area: QAbstractScrollArea, looks: Looks) -> None:
        self._area = area
        self._looks = looks

    @property
    def side(self) -> int:
        """Left free at either side."""
        return min(self._looks.look.px(MARGIN_UNITS), self._area.width() // NARROW)

    @property
    def width(self) -> int:
        """What a card has."""
        return max(self._area.viewport().width() - 2 * self.side, 1)

    @property
    def gap(self) -> int:
        """Left free above and below everything."""
        return self._looks.look.px(GAP_UNITS)

    @property
    def between(self) -> int:
        """Left free between two cards."""
        return self._looks.look.px(BETWEEN_UNITS)

    def height_of(self, widget: QWidget) -> int:
        """How high ``widget`` wants to be in the width that there is."""
        if widget.hasHeightForWidth():
            return widget.heightForWidth(self.width)
        return widget.sizeHint().height()
