"""Two parts side by side where there is room, one under the other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from reader.override import override
from reader.ui.bounds import UNLIMITED_PX

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.ui.look import Looks


class Columns(QWidget):
    """``main`` and ``side``; the side is ``side_units`` wide beside at least ``main_units``."""

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        looks: Looks,
        *,
        side_units: int = 386,
        main_units: int = 480,
        gap_units: int = 30,
    ) -> None:
        super().__init__()
        self._main, self._side, self._looks = main, side, looks
        self._units = (side_units, main_units, gap_units)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(main, 1)
        self._layout.addWidget(side)
        looks.changed.connect(self.arrange)
        self.arrange()

    @property
    def are_side_by_side(self) -> bool:
        """Whether both stand beside each other just now."""
        return self._layout.direction() is QBoxLayout.Direction.LeftToRight

    def arrange(self) -> None:
        """Choose the direction for the width there is."""
        look = self._looks.look
        side, main, gap = (look.px(units) for units in self._units)
        wide = self.width() >= side + main + gap
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(direction)
        self._layout.setSpacing(gap)
        self._side.setMaximumWidth(side if wide else UNLIMITED_PX)
        self._side.setMinimumWidth(side if wide else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
