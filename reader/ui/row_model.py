"""What a list of cards is told about: rows that keep their identity while others come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reader.override import override

if TYPE_CHECKING:
    AnyIndex = QModelIndex | QPersistentModelIndex

ITEM: Final = Qt.ItemDataRole.UserRole + 1
"""What a row shows: a frozen value, so that equal ones are shown by the same card."""

KEY: Final = Qt.ItemDataRole.UserRole + 2
"""Which row it is, whatever stands in it and wherever it stands."""

NOWHERE: Final = QModelIndex()


class RowModel(QAbstractListModel):
    """Rows with an item and a key. What a row says is its ``DisplayRole``, for whoever lists it."""

    def item(self, row: int) -> object:
        """What ``row`` shows."""
        raise NotImplementedError

    def key(self, row: int) -> str:
        """Which row it is."""
        raise NotImplementedError

    def row_of(self, key: str) -> int | None:
        """Where the row of that key stands; ``None`` when it is not in the list."""
        raise NotImplementedError

    def said(self, row: int) -> str:
        """``row`` in words."""
        raise NotImplementedError

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == ITEM:
            return self.item(index.row())
        if role == KEY:
            return self.key(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.said(index.row())
        return None
