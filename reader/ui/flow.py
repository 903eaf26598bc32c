"""A layout that fills rows and starts a new one when the next widget does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from reader.override import override

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = list[QLayoutItem]


class FlowLayout(QLayout):
    """Rows of widgets from the reading side; ``grower`` takes what room is left in its row.

    With ``set_stacked(True)`` every widget has a row of its own and the whole width.
    """

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, grower: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._grower = grower
        self._least = 220
        self._is_alone = False
        self._is_stacked = False
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins())

    def set_stacked(self, stacked: bool) -> None:
        """One widget a row, or as many as fit."""
        self._is_stacked = stacked
        self.invalidate()

    def set_grower(self, grower: QWidget) -> None:
        """Let ``grower`` take what room is left in its row."""
        self._grower = grower
        self.invalidate()

    def set_alone(self, alone: bool) -> None:
        """Give the grower a row of its own, or let it share one; for long texts."""
        self._is_alone = alone
        self.invalidate()

    def set_least(self, least: int) -> None:
        """How many pixels the grower wants at least before it starts a row."""
        self._least = least
        self.invalidate()

    def rows_within(self, width: int) -> int:
        """How many rows there are in ``width`` pixels, margins aside."""
        return len(self._rows(width))

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def insert(self, index: int, widget: QWidget) -> None:
        """Put ``widget`` before the one that is at ``index`` now."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), apply=False)
        return self._heights[width]

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    @override
    def sizeHint(self) -> QSize:
        shown = list(self._shown())
        widths = [item.sizeHint().width() for item in shown]
        gaps = self.spacing() * max(len(shown) - 1, 0)
        width = max(widths, default=0) if self._is_stacked else sum(widths) + gaps
        margins = self.contentsMargins()
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSize(self) -> QSize:
        widths = [item.minimumSize().width() for item in self._shown()]
        margins = self.contentsMargins()
        return QSize(
            max(widths, default=0) + margins.left() + margins.right(),
            max((item.minimumSize().height() for item in self._shown()), default=0)
            + margins.top()
            + margins.bottom(),
        )

    def _shown(self) -> Iterator[QLayoutItem]:
        return (item for item in self._items if not item.isEmpty())

    def _width(self, item: QLayoutItem, room: int) -> int:
        if item.widget() is self._grower:
            if self._is_alone:
                return room
            wish = min(item.sizeHint().width(), self._least)
            return min(max(wish, item.minimumSize().width()), room)
        return min(max(item.sizeHint().width(), item.minimumSize().width()), room)

    def _rows(self, room: int) -> list[Row]:
        rows: list[Row] = []
        used = 0
        for item in self._shown():
            width = self._width(item, room)
            if rows and not self._is_stacked and used + self.spacing() + width <= room:
                rows[-1].append(item)
                used += self.spacing() + width
            else:
                rows.append([item])
                used = width
        return rows

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        y = inside.y()
        for row in self._rows(inside.width()):
            y += self._place(row, QPoint(inside.x(), y), inside.width(), apply=apply)
            y += self.spacing()
        return max(y - self.spacing() - rect.y(), margins.top()) + margins.bottom()

    def _place(self, row: Row, corner: QPoint, room: int, *, apply: bool) -> int:
        widths = [self._width(item, room) for item in row]
        left = room - sum(widths) - self.spacing() * (len(row) - 1)
        for index, item in enumerate(row):
            if self._is_stacked or item.widget() is self._grower is not None:
                widths[index] += left
        heights = [
            item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            for item, width in zip(row, widths, strict=True)
        ]
        tallest = max(heights)
        if not apply:
            return tallest
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        x = corner.x()
        for item, width, height in zip(row, widths, heights, strict=True):
            at = corner.x() + room - (x - corner.x()) - width if mirrored else x
            item.setGeometry(QRect(at, corner.y() + (tallest - height) // 2, width, height))
            x += width + self.spacing()
        return tallest
