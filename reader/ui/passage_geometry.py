"""Where passages are in a laid-out section document, and room made in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextFormat

from reader.ui.section_document import CALLOUT, PASSAGE_ID, TEXT_START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QTextDocument, QTextTable


OWN_MARGIN = PASSAGE_ID + 10
BOTTOM_PADDING = QTextFormat.Property.TableCellBottomPadding


def passage_of(block: QTextBlock) -> str:
    """The id of the passage that ``block`` belongs to; ``""`` for none."""
    found = block.blockFormat().property(PASSAGE_ID)
    return str(found) if found else ""


def text_start(block: QTextBlock) -> int | None:
    """Where in its passage's text ``block`` begins; ``None`` where that cannot be said."""
    shape = block.blockFormat()
    return shape.intProperty(TEXT_START) if shape.hasProperty(TEXT_START) else None


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
    _make_high(document.lastBlock(), foot)
    wanted: dict[int, float] = {}
    chosen = blocks_of(document, passage)
    table = QTextCursor(chosen[0]).currentTable() if chosen else None
    if table is None and chosen and room:
        wanted[chosen[-1].blockNumber()] = float(room)
    _reserve_in_tables(document, chosen, room)
    for block in blocks(document):
        number = block.blockNumber()
        shape = block.blockFormat()
        has_own = shape.hasProperty(OWN_MARGIN)
        if number in wanted:
            if not has_own:
                shape.setProperty(OWN_MARGIN, float(shape.bottomMargin()))
            _set_margin(block, shape, wanted[number])
        elif has_own:
            _set_margin(block, shape, shape.doubleProperty(OWN_MARGIN))


def _make_high(last: QTextBlock, pixels: int) -> None:
    """The thin last block takes up the room itself: Qt leaves out the margin of the last one."""
    shape = last.blockFormat()
    if shape.lineHeight() != max(pixels, 1):
        shape.setLineHeight(max(pixels, 1), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        QTextCursor(last).setBlockFormat(shape)


def _reserve_in_tables(document: QTextDocument, chosen: list[QTextBlock], room: int) -> None:
    """In a table margins are not kept; room comes from the padding of the row's cells."""
    row = {block.position() for block in chosen}
    for block in blocks(document):
        table: QTextTable | None = QTextCursor(block).currentTable()
        if table is None:
            continue
        cell = table.cellAt(block.position())
        shape = cell.format().toTableCellFormat()
        own = table.format().cellPadding()
        padding = own + room if room and block.position() in row else -1.0
        has = shape.bottomPadding() if shape.hasProperty(BOTTOM_PADDING) else -1.0
        if has != padding:
            if padding < 0:
                shape.clearProperty(BOTTOM_PADDING)
            else:
                shape.setBottomPadding(padding)
            cell.setFormat(shape)
            # Qt lays a table out again only when its text changes.
            document.markContentsDirty(table.firstPosition(), table.lastPosition())


def _set_margin(block: QTextBlock, shape: QTextBlockFormat, margin: float) -> None:
    if shape.bottomMargin() != margin:
        shape.setBottomMargin(margin)
        QTextCursor(block).setBlockFormat(shape)


def line_origin(document: QTextDocument, block: QTextBlock) -> QPointF:
    """The place in the document from which the lines of ``block`` are measured."""
    return document.documentLayout().blockBoundingRect(block).topLeft()
