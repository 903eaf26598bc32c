"""Highlights: words of passages, and how they look in a view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.ui.passage_geometry import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QTextDocument

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
            extra = QTextEdit.ExtraSelection()
            cursor = QTextCursor(block)
            length = block.length() - 1
            cursor.setPosition(block.position() + min(marked.start, length))
            end = min(marked.end, length) if marked.end else length
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            extra.cursor = cursor
            extra.format = shine
            found.append(extra)
    return found
