"""Where a sentence is on the screen: the letters of a laid-out document that it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTextCursor

from reader.booklet.model import PassageKind
from reader.ui.passage_geometry import blocks_of, line_origin, text_rect, text_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

    from reader.booklet.model import Passage

OVERLAP_PX = 0.5
"""Lines that touch are one shape, with no hair between them."""


def sentence_rects(
    document: QTextDocument, passage: Passage, start: int, end: int
) -> tuple[QRectF, ...]:
    """The lines of the characters from ``start`` to ``end`` of ``passage``, one rectangle each.

    All of the passage where ``end`` is 0, and where what is shown is not its text letter for
    letter. In the document's pixels.
    """
    found: list[QRectF] = []
    for block in blocks_of(document, passage.id):
        if not block.layout().lineCount():
            continue
        begin = _begin(block, passage)
        if not end or begin is None:
            found.append(_whole(document, block))
        else:
            first = max(_shown(passage, start) - begin, 0)
            last = min(_shown(passage, end) - begin, block.length() - 1)
            found.extend(_lines(document, block, first, last))
    return tuple(found)


def sentence_path(rects: tuple[QRectF, ...], pad: float) -> QPainterPath:
    """One outline around ``rects``, ``pad`` pixels off at the sides."""
    path = QPainterPath()
    for rect in rects:
        line = QPainterPath()
        line.addRect(rect.adjusted(-pad, -OVERLAP_PX, pad, OVERLAP_PX))
        path = path.united(line)
    return path.simplified()


def _begin(block: QTextBlock, passage: Passage) -> int | None:
    """Where in the letters shown of ``passage`` the block begins, if they can be told apart."""
    begin = text_start(block)
    if begin is not None:
        return begin
    is_text = passage.kind not in {PassageKind.TABLE_ROW, PassageKind.FIGURE}
    has_notes = any(run.footnote for run in passage.term + passage.runs)
    if not is_text or not has_notes:
        return None
    return -len(f"{passage.marker}  ") if passage.kind is PassageKind.FOOTNOTE else 0


def _shown(passage: Passage, at: int) -> int:
    """Where the character ``at`` of the text is among those shown, with the marks of footnotes."""
    text = len(": ") if passage.term else 0
    text += sum(len(run.text) for run in passage.term if not run.footnote)
    shown = at
    for run in passage.runs:
        if text > at:
            break
        if run.footnote:
            shown += len(run.text)
        else:
            text += len(run.text)
    return shown


def _whole(document: QTextDocument, block: QTextBlock) -> QRectF:
    if QTextCursor(block).currentTable() is not None:
        return text_rect(document, block)
    lines = list(_lines(document, block, 0, max(block.length() - 1, 1)))
    whole = QRectF()
    for rect in lines:
        whole = whole.united(rect)
    return whole


def _lines(document: QTextDocument, block: QTextBlock, first: int, last: int) -> Iterator[QRectF]:
    origin, layout, words = line_origin(document, block), block.layout(), block.text()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin = max(first, line.textStart())
        end = min(last, line.textStart() + line.textLength())
        end -= len(words[begin:end]) - len(words[begin:end].rstrip())
        if begin < end:
            sides = sorted((_x(line, begin), _x(line, end)))
            rect = QRectF(sides[0], line.y(), sides[1] - sides[0], _height(layout, number))
            yield rect.translated(origin)


def _height(layout: QTextLayout, number: int) -> float:
    """Down to the next line, so that the shape of several lines has no gaps."""
    line = layout.lineAt(number)
    if number + 1 < layout.lineCount():
        return layout.lineAt(number + 1).y() - line.y()
    return line.height()


def _x(line: QTextLine, position: int) -> float:
    """PySide gives a pair: the place across, and the character that it belongs to."""
    across, _ = cast("tuple[float, int]", line.cursorToX(position))
    return across
