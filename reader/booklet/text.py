"""Booklets, sections and passages as plain text, for a terminal or a screen reader's copy."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from reader.booklet.model import Callout, PassageKind
from reader.booklet.review import edition_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.booklet.model import Booklet, Passage, Runs, Section

_INDENT = "  "


def booklet_text(booklet: Booklet) -> str:
    """The whole booklet: title, edition, sections; ends with a line feed."""
    head = (*_underlined(booklet.title, "="), "", booklet.summary, edition_line(booklet))
    sections = (section_text(section) for section in booklet.sections)
    return "\n".join((*head, "", "\n".join(sections)))


def section_text(section: Section) -> str:
    """One section, gated or not, from its heading on; ends with a line feed."""
    blocks = ["\n".join(_underlined(section.title, "-"))]
    body = section.passages[1:]
    for (callout, _), boxed in groupby(body, lambda passage: (passage.callout, _box(passage))):
        lines = [_callout_name(callout)] if callout else []
        for _, together in groupby(boxed, _run_of):
            lines.append("\n".join(passage_text(passage) for passage in together))
        blocks.append("\n\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def passage_text(passage: Passage) -> str:
    """One passage with its marker, and the marks of its footnotes as ``[1]``."""
    match passage.kind:
        case PassageKind.HEADING | PassageKind.PARAGRAPH:
            return _marked(passage.runs)
        case PassageKind.LIST_ITEM:
            marker = passage.marker or " "
            return f"{_INDENT * (passage.level - 1)}{marker} {_marked(passage.runs)}"
        case PassageKind.DEFINITION:
            term = f"{_marked(passage.term)}: " if passage.term else _INDENT
            return f"{term}{_marked(passage.runs)}"
        case PassageKind.TABLE_ROW:
            return " | ".join(_marked(cell) for cell in passage.cells)
        case PassageKind.FIGURE:
            full_text = passage.figure.full_text if passage.figure else ""
            return "\n".join(filter(None, (f"[Picture: {passage.text}]", full_text)))
        case PassageKind.FOOTNOTE:
            marker = f"[{passage.marker}] " if passage.marker else _INDENT
            return f"{marker}{_marked(passage.runs)}"
        case other:
            assert_never(other)


def _marked(runs: Runs) -> str:
    return "".join(f"[{run.footnote}]" if run.footnote else run.text for run in runs)


def _underlined(title: str, mark: str) -> Iterator[str]:
    yield title
    yield mark * len(title)


def _box(passage: Passage) -> int:
    return passage.group if passage.callout else 0


def _run_of(passage: Passage) -> object:
    """The same for passages that stand on lines right below each other."""
    if passage.kind in {PassageKind.PARAGRAPH, PassageKind.HEADING, PassageKind.FIGURE}:
        return passage.id
    return (passage.kind, passage.group)


def _callout_name(callout: Callout) -> str:
    match callout:
        case Callout.NOTE:
            return "Note:"
        case Callout.IMPORTANT:
            return "Important:"
        case other:
            assert_never(other)
