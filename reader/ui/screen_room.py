"""The window's first size: as large as it would like to be, never larger than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


FRAME = QSize(8, 40)
"""A window's title and edges, whose real size is known only once it is shown."""


def take_room(window: QWidget, smallest: QSize, usual: QSize) -> None:
    """Give ``window`` its ``usual`` size in pixels, or all there is on a smaller screen."""
    room = window.screen().availableGeometry().size()
    window.setMinimumSize(smallest.boundedTo(room))
    window.resize(usual.boundedTo(room))
    if (usual + FRAME).boundedTo(room) != usual + FRAME:
        window.setWindowState(Qt.WindowState.WindowMaximized)
