"""The dots under words that the glossary explains: more than a colour, less than a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen

from reader.ui.passage_geometry import line_origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPainter, QTextBlock, QTextDocument, QTextLine

    from reader.ui.look import Look
    from reader.ui.term_spans import TermSpan

DOT_EM = 0.13
BELOW_EM = 0.26
BETWEEN_DOTS = 1.9
"""From the middle of a dot to that of the next, in dots."""


def paint_dots(
    painter: QPainter, document: QTextDocument, spans: Iterable[TermSpan], look: Look, top: int
) -> None:
    """Draw dots under ``spans``; ``top`` is how far the view is scrolled down, in pixels."""
    pen = QPen(QColor(look.colour("accent")), max(2.0, look.text_px * DOT_EM))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, BETWEEN_DOTS])
    painter.setPen(pen)
    height = painter.device().height()
    for span in spans:
        block = document.findBlock(span.position)
        for start, end in _lines_under(document, block, span, look.text_px * BELOW_EM):
            if -look.text_px < start.y() - top < height:
                painter.drawLine(start - QPointF(0, top), end - QPointF(0, top))


def _lines_under(
    document: QTextDocument, block: QTextBlock, span: TermSpan, below: float
) -> Iterator[tuple[QPointF, QPointF]]:
    """From where to where dots go, for each line of text that ``span`` is on."""
    layout, words = block.layout(), block.text()
    first = span.position - block.position()
    last = first + span.length
    origin = line_origin(document, block)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin = max(first, line.textStart())
        end = min(last, line.textStart() + line.textLength())
        end -= len(words[begin:end]) - len(words[begin:end].rstrip())
        if begin < end:
            y = line.y() + line.ascent() + below
            yield origin + QPointF(_x(line, begin), y), origin + QPointF(_x(line, end), y)


def _x(line: QTextLine, position: int) -> float:
    """PySide gives a pair: the place across, and the character that it belongs to."""
    across, _ = cast("tuple[float, int]", line.cursorToX(position))
    return across
