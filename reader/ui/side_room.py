"""How wide the panels beside a page are: the rail, Comfort, the choices for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def side_width(body: QWidget, usual: int) -> int:
    """``usual`` pixels, or what the longest word of ``body`` needs: languages differ."""
    return max(usual, body.minimumSizeHint().width())
