"""Highlights: words of passages, and how they look in a view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.ui.passage_geometry import blocks_of, text_start

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QTextBlock, QTextDocument

    from reader.ui.look import Look


@dataclass(frozen=True, slots=True)
class Shine:
    """Words to show as highlighted; ``end`` 0 means the whole passage."""

    passage: str
    start: int = 0
    end: int = 0


def shining(
    document: QTextDocument, shines: Iterable[Shine], look: Look
) -> list[QTextEdit.ExtraSelection]:
    """What a view has to show for ``shines``: a ground and a line, never a colour alone."""
    shine = QTextCharFormat()
    shine.setBackground(QColor(look.colour("highlight")))
    shine.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    shine.setUnderlineColor(QColor(look.colour("highlight_line")))
    found: list[QTextEdit.ExtraSelection] = []
    for marked in shines:
        for block in blocks_of(document, marked.passage):
            start, end = _within(block, marked)
            if start >= end:
                continue
            extra = QTextEdit.ExtraSelection()
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            extra.cursor = cursor
            extra.format = shine
            found.append(extra)
    return found


def _within(block: QTextBlock, marked: Shine) -> tuple[int, int]:
    """Which letters of ``block`` shine; all of them where words cannot be told apart."""
    length, begin = block.length() - 1, text_start(block)
    if not marked.end or begin is None:
        return 0, length
    return max(marked.start - begin, 0), min(marked.end - begin, length)
