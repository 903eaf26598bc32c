"""Where passages are in a laid-out section document, and room made in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor

from reader.ui.section_document import CALLOUT, PASSAGE_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument


def passage_of(block: QTextBlock) -> str:
    """The id of the passage that ``block`` belongs to; ``""`` for none."""
    found = block.blockFormat().property(PASSAGE_ID)
    return str(found) if found else ""


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """All blocks, in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def blocks_of(document: QTextDocument, passage: str) -> list[QTextBlock]:
    """The blocks of ``passage``: one, or one a cell of a table row."""
    if not passage:
        return []
    return [block for block in blocks(document) if passage_of(block) == passage]


def text_rect(document: QTextDocument, block: QTextBlock) -> QRectF:
    """Where the lines of ``block`` are, without its margins."""
    rect = document.documentLayout().blockBoundingRect(block)
    layout = block.layout()
    if QTextCursor(block).currentTable() is None and layout.lineCount():
        last = layout.lineAt(layout.lineCount() - 1)
        rect.setTop(layout.position().y())
        rect.setHeight(last.y() + last.height())
    return rect


def passage_rect(document: QTextDocument, passage: str) -> QRectF:
    """Where ``passage`` is in the document; an empty rectangle when it is not there."""
    whole = QRectF()
    for block in blocks_of(document, passage):
        whole = whole.united(text_rect(document, block))
    return whole


def callout_rects(document: QTextDocument) -> list[QRectF]:
    """Where the callouts of the document are, one rectangle each."""
    groups: dict[int, QRectF] = {}
    for block in blocks(document):
        group = block.blockFormat().property(CALLOUT)
        if group:
            groups[int(group)] = groups.get(int(group), QRectF()).united(text_rect(document, block))
    return list(groups.values())


def reserve(document: QTextDocument, passage: str, room: int, foot: int) -> None:
    """Widen the margin under ``passage`` to ``room`` pixels, and end with ``foot`` pixels.

    Each block keeps its own margin in ``OWN_MARGIN``, so that room is never added to room.
    """
    last = document.lastBlock()
    wanted: dict[int, float] = {last.blockNumber(): float(foot)}
    rows = blocks_of(document, passage)
    if rows and room:
        wanted[rows[-1].blockNumber()] = float(room)
    for block in blocks(document):
        number = block.blockNumber()
        shape = block.blockFormat()
        own = shape.property(OWN_MARGIN)
        if number in wanted:
            if own is None:
                shape.setProperty(OWN_MARGIN, shape.bottomMargin())
            _set_margin(block, shape, wanted[number])
        elif own is not None:
            _set_margin(block, shape, float(own))


OWN_MARGIN = PASSAGE_ID + 10


def _set_margin(block: QTextBlock, shape: QTextBlockFormat, margin: float) -> None:
    if shape.bottomMargin() != margin:
        shape.setBottomMargin(margin)
        QTextCursor(block).setBlockFormat(shape)
