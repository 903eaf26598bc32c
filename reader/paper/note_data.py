"""The notebook's marks as their template is given them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from reader.notebook.model import MarkKind
from reader.paper import wording
from reader.paper.frame import frame
from reader.paper.limiting import MOST_SOURCE, limited, long_text, one_line

if TYPE_CHECKING:
    from reader.paper.notes import BookletMarks, NotesSheet, PrintedMark
    from reader.paper.options import SheetOptions
    from reader.paper.press import Json

MOST_NOTE = 20_000
"""Characters of one note; the rest is cut with a visible "…". About eight pages."""


def notes_data(sheet: NotesSheet, options: SheetOptions) -> dict[str, Json]:
    """The marks by booklet and section."""
    return frame(wording.MY_NOTES, options) | {
        "empty": wording.NO_NOTES if not sheet.booklets else "",
        "booklets": [_booklet(one) for one in sheet.booklets],
    }


def _booklet(booklet: BookletMarks) -> dict[str, Json]:
    parts = groupby(booklet.marks, lambda mark: mark.section)
    return {
        "title": one_line(booklet.title),
        "source": one_line(booklet.source, MOST_SOURCE),
        "sections": [
            {
                # Of a booklet that is not here no part is known, so none is named.
                "title": one_line(title) or (wording.NO_SECTION if booklet.source else ""),
                "marks": [_mark(mark) for mark in marks],
            }
            for title, marks in parts
        ],
    }


def _mark(mark: PrintedMark) -> dict[str, Json]:
    return {
        "label": _label(mark.kind),
        "text": limited(mark.text, MOST_NOTE),
        "quote": _quote(mark.quote),
    }


def _quote(quote: str | None) -> str:
    if quote is None:
        return wording.BEHIND_GATE
    words = long_text(quote)
    return wording.QUOTED.format(words=words) if words else ""


def _label(kind: MarkKind) -> str:
    match kind:
        case MarkKind.BOOKMARK:
            return wording.MARK_BOOKMARK
        case MarkKind.HIGHLIGHT:
            return wording.MARK_HIGHLIGHT
        case MarkKind.NOTE:
            return wording.MARK_NOTE
        case other:
            assert_never(other)
