"""A text as a code for a phone: black on white whatever the theme, for phones read nothing else."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

QUIET_ZONE = 4
"""Modules of white round the code: ISO/IEC 18004."""


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The code for ``text``, dark modules true, without the white round it."""
    import segno  # not needed before somebody wants a code

    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    return tuple(tuple(bool(dark) for dark in row) for row in matrix)


def side_px(text: str, module: int) -> int:
    """How wide the picture of ``text`` is with so many pixels a module."""
    return (len(modules(text)) + 2 * QUIET_ZONE) * module


def picture(text: str, module: int) -> QPixmap:
    """The code for ``text``, its modules ``module`` pixels wide."""
    matrix = modules(text)
    side = (len(matrix) + 2 * QUIET_ZONE) * module
    made = QPixmap(QSize(side, side))
    made.fill(QColor("white"))
    painter = QPainter(made)
    for down, row in enumerate(matrix):
        for across, dark in enumerate(row):
            if dark:
                x, y = (QUIET_ZONE + across) * module, (QUIET_ZONE + down) * module
                painter.fillRect(x, y, module, module, QColor("black"))
    painter.end()
    return made
