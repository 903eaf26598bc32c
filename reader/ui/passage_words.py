"""Words selected inside one passage, by dragging or by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from reader.ui.passage_geometry import blocks_of, passage_of, text_start

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument


def words_selected(cursor: QTextCursor, passage: str) -> tuple[int, int]:
    """Start and end, in the passage's text, of the words selected in ``passage``.

    0, 0 if none are, and where what is on the screen is not the text letter for letter.
    """
    block = cursor.document().findBlock(cursor.selectionStart())
    begin = text_start(block)
    if not cursor.hasSelection() or passage_of(block) != passage or begin is None:
        return 0, 0
    last = min(cursor.selectionEnd() - block.position(), block.length() - 1)
    return max(cursor.selectionStart() - block.position() + begin, 0), max(last + begin, 0)


def words_at(document: QTextDocument, passage: str, start: int, end: int) -> QTextCursor:
    """A cursor with the words selected of which ``words_selected`` says ``start`` and ``end``."""
    cursor = QTextCursor(document)
    for block in blocks_of(document, passage):
        begin = text_start(block)
        if begin is not None and begin <= start < begin + block.length():
            cursor.setPosition(block.position() + start - begin)
            cursor.setPosition(block.position() + end - begin, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def stretched(
    document: QTextDocument, cursor: QTextCursor, passage: str, move: QTextCursor.MoveOperation
) -> QTextCursor:
    """``cursor`` with one word more or less selected in ``passage``, from its first word on."""
    found = blocks_of(document, passage)
    if not found:
        return cursor
    if not found[0].contains(cursor.position()):
        cursor.setPosition(found[0].position())
    kept = cursor.position()
    cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
    if not found[0].contains(cursor.position()):
        cursor.setPosition(kept, QTextCursor.MoveMode.KeepAnchor)
    return cursor
