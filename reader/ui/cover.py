"""A small picture of a booklet in its colour, with a darker spine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from reader.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.ui.look import Looks

UNITS = (84, 112)


class Cover(QWidget):
    """``colour`` and ``spine`` are roles of the theme; ``units`` are width and height."""

    def __init__(
        self, looks: Looks, colour: str, spine: str, units: tuple[int, int] = UNITS
    ) -> None:
        super().__init__()
        self._looks = looks
        self._roles = (colour, spine)
        self._units = units
        looks.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        px = self._looks.look.px
        self.setFixedSize(QSize(px(self._units[0]), px(self._units[1])))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour, spine = (QColor(self._looks.look.colour(role)) for role in self._roles)
        radius = self.width() / 10
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(shape, colour)
        painter.setClipRect(QRectF(0, 0, self.width() / 8, self.height()))
        painter.fillPath(shape, spine)
        painter.end()
