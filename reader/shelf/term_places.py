"""Where the words of a section are first met that the glossary explains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.booklet.model import PassageKind, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.booklet.model import Passage, Runs, Section
    from reader.shelf.glossary import Occurrence, Term, TermFinder


@dataclass(frozen=True, slots=True)
class TermPlace:
    """``words``, characters ``start`` to ``end`` of one part of a passage, stand for ``term``.

    ``part`` counts the parts as ``parts_of`` gives them.
    """

    passage: str
    part: int
    start: int
    end: int
    words: str
    term: Term


def parts_of(passage: Passage) -> tuple[Runs, ...]:
    """The stretches of text that a passage is shown as: a term and its meaning, cells, or one."""
    if passage.kind is PassageKind.DEFINITION:
        return (passage.term, passage.runs)
    return passage.cells or (passage.runs,)


def first_places(finder: TermFinder, section: Section) -> tuple[TermPlace, ...]:
    """The first place in ``section`` of each term, in reading order.

    Headings, heads of tables and links have marks of their own, so terms in them are passed over.
    """
    places: dict[str, TermPlace] = {}
    for passage in section.passages:
        if passage.kind is PassageKind.HEADING or passage.is_header:
            continue
        for part, runs in enumerate(parts_of(passage)):
            for found in _outside_links(finder, runs):
                words = text_of(runs)[found.start : found.end]
                place = TermPlace(passage.id, part, found.start, found.end, words, found.term)
                places.setdefault(found.term.id, place)
    return tuple(places.values())


def _outside_links(finder: TermFinder, runs: Runs) -> Iterator[Occurrence]:
    links: list[tuple[int, int]] = []
    at = 0
    for run in runs:
        if run.footnote:
            continue
        if run.link:
            links.append((at, at + len(run.text)))
        at += len(run.text)
    for found in finder.occurrences(text_of(runs)):
        if all(found.end <= start or end <= found.start for start, end in links):
            yield found
