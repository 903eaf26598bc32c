"""The icons beside passages that have a note or a bookmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from reader.ui.look import Looks


def paint_badges(
    painter: QPainter,
    badges: Iterable[tuple[QRectF, str]],
    looks: Looks,
    *,
    left: int,
    ratio: float,
) -> None:
    """Paint icons in the margin before ``left``, level with the first line of their passages.

    ``badges`` are pairs of a passage's rectangle and the name of its icon; ``ratio`` is how many
    dots of the screen make a logical pixel.
    """
    look = looks.look
    px = min(look.px(20), left - 4)
    x = max(left - px - look.px(24), 2)
    line = round(look.reading.line_em * look.text_px)
    for rect, name in badges:
        icon = looks.icons.icon(name, look.colour("accent"), px, ratio=ratio)
        y = round(rect.top()) + (line - px) // 2 + look.px(4)
        # The frame of a picked passage may run here; it makes room for the icon.
        painter.fillRect(x - 1, y - 2, px + 2, px + 4, QColor(look.colour("ground")))
        icon.paint(painter, x, y, px, px)
