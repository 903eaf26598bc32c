"""Words in a section's document that the glossary explains, and what marks them there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.shelf.term_places import TermPlace

TERM = "term:"
"""How the address of such a word begins; no link of a booklet can begin so."""


@dataclass(frozen=True, slots=True)
class TermSpan:
    """Characters of a document that stand for a term: position, length, the term's id."""

    position: int
    length: int
    term: str


def cut_at(
    places: Sequence[TermPlace], text: str, at: int
) -> Iterator[tuple[str, TermPlace | None]]:
    """``text`` in pieces that begin and end where ``places`` do, some of them empty.

    ``text`` begins at character ``at`` of the part that places are counted in; they are in order.
    """
    done = 0
    for place in places:
        start, end = max(place.start - at, done), min(place.end - at, len(text))
        if start < end:
            yield text[done:start], None
            yield text[start:end], place
            done = end
    yield text[done:], None


def explained(text: QTextCharFormat, term: str) -> QTextCharFormat:
    """``text`` as something that can be pressed; it keeps its colour, dots are painted under it."""
    marked = QTextCharFormat(text)
    marked.setAnchor(True)
    marked.setAnchorHref(f"{TERM}{term}")
    return marked
