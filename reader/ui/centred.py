"""Rows of widgets in the middle of the room there is."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from reader.override import override
from reader.ui.flow import FlowLayout, Row


class CentredRows(FlowLayout):
    """As ``FlowLayout``, with what room is left shared out to both sides."""

    @override
    def _place(self, row: Row, corner: QPoint, room: int, *, apply: bool) -> int:
        used = sum(self._width(item, room) for item in row) + self.spacing() * (len(row) - 1)
        left = max(0, room - used) // 2
        return super()._place(row, corner + QPoint(left, 0), room - 2 * left, apply=apply)
