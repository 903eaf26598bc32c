"""The grounds of callouts, painted under the text: a format can neither pad nor round them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from reader.ui.passage_geometry import callout_rects
from reader.ui.section_document import CALLOUT_INSET_EM

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QTextDocument

    from reader.ui.look import Look

RADIUS_UNITS = 12


def paint_callouts(
    painter: QPainter, document: QTextDocument, look: Look, across: tuple[int, int], scrolled: int
) -> None:
    """Paint them ``across`` the text, from its left edge by its width, ``scrolled`` pixels up."""
    inset = CALLOUT_INSET_EM * look.text_px
    painter.setPen(QColor(look.colour("accent")))
    painter.setBrush(QColor(look.colour("accent_soft")))
    radius = look.px(RADIUS_UNITS)
    left, width = across
    for rect in callout_rects(document):
        box = QRectF(left, rect.top() - scrolled, width, rect.height())
        painter.drawRoundedRect(box.adjusted(0, -inset * 0.6, 0, inset * 0.8), radius, radius)
