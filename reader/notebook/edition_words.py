"""One edition of a booklet laid out for finding words in it again."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.booklet.model import Booklet, Passage, Section

NEIGHBOURS = 32
"""How many characters before and after the quoted words are kept with them."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A passage where it stands: the ``index``-th of the booklet, its ``text`` and its ``words``.

    ``before`` and ``after`` are the ``NEIGHBOURS`` characters around it in its section.
    """

    section: Section
    passage: Passage
    index: int
    text: str
    words: Words
    before: str
    after: str

    @property
    def base_id(self) -> str:
        """The id that the passage has by its words alone, were it the first to have them."""
        return base_id(self.passage.id)

    def around(self, start: int, end: int) -> tuple[str, str]:
        """The ``NEIGHBOURS`` characters before ``start`` and after ``end`` of its text."""
        return _around(self.before, self.text, self.after, start, end)


class EditionWords:
    """The passages of one booklet, by id and by words; made once for as long as it is read."""

    def __init__(self, booklet: Booklet) -> None:
        self.booklet = booklet
        self.standings = tuple(_standings(booklet))
        self.by_id: dict[str, list[Standing]] = {}
        self.by_words: dict[Words, list[Standing]] = {}
        self.by_section: dict[str, list[Standing]] = {}
        self._by_pair: dict[Words, list[int]] = {}
        self._order = {section.id: at for at, section in enumerate(booklet.sections)}
        self._by_neighbours: dict[tuple[str, str], list[Standing]] = {}
        for standing in self.standings:
            self.by_id.setdefault(standing.base_id, []).append(standing)
            self.by_words.setdefault(standing.words, []).append(standing)
            self.by_section.setdefault(standing.section.id, []).append(standing)
            around = (standing.before, standing.after)
            self._by_neighbours.setdefault(around, []).append(standing)
            for pair in set(_pairs(standing.words)):
                self._by_pair.setdefault(pair, []).append(standing.index)

    def sharing(self, words: Words, most: int) -> tuple[Standing, ...]:
        """At most ``most`` passages that have pairs of words in common with ``words``.

        Those with the most come first; a pair counts the more, the fewer passages have it.
        """
        votes: Counter[int] = Counter()
        for pair in set(_pairs(words)):
            holders = self._by_pair.get(pair, ())
            for index in holders:
                votes[index] += 60 // len(holders)
        return tuple(self.standings[index] for index, _votes in votes.most_common(most))

    def between(self, before: str, after: str) -> Sequence[Standing]:
        """The passages that have exactly these characters before and after them."""
        return self._by_neighbours.get((before, after), ())

    def sections_between(self, one: str, other: str) -> int:
        """How many sections it is from one to the other; as far as can be if one is unknown."""
        if one in self._order and other in self._order:
            return abs(self._order[one] - self._order[other])
        return len(self._order)


def base_id(passage_id: str) -> str:
    """``"0a1b"`` of ``"0a1b-2"``, the second passage of the same words."""
    return passage_id.partition("-")[0]


def words_of(text: str) -> Words:
    """The words of ``text``, whatever the capitals, the white space and the form of accents."""
    return tuple(unicodedata.normalize("NFC", text).casefold().split())


def _pairs(words: Words) -> Iterator[Words]:
    return pairwise(words) if len(words) > 1 else iter([words])


def quoted(section: Section, passage: Passage, start: int, end: int) -> tuple[str, str, str]:
    """The words of ``passage`` from ``start`` to ``end``, or all with 0, between their neighbours.

    They come second. Neighbours are of the same section, a line feed between its passages.
    """
    text = passage.text
    start, end = (start, end) if end else (0, len(text))
    texts = [one.text for one in section.passages]
    index = next((at for at, one in enumerate(section.passages) if one.id == passage.id), None)
    before, after = ("", "") if index is None else _neighbours(texts, index)
    prefix, suffix = _around(before, text, after, start, end)
    return prefix, text[start:end], suffix


def _standings(booklet: Booklet) -> Iterator[Standing]:
    index = 0
    for section in booklet.sections:
        texts = [passage.text for passage in section.passages]
        for at, passage in enumerate(section.passages):
            text = texts[at]
            before, after = _neighbours(texts, at)
            yield Standing(section, passage, index, text, words_of(text), before, after)
            index += 1


def _neighbours(texts: Sequence[str], at: int) -> tuple[str, str]:
    """The ``NEIGHBOURS`` characters before and after the passage at ``at``, with line feeds."""
    before = "".join(f"{text}\n" for text in texts[max(0, at - NEIGHBOURS) : at])
    after = "".join(f"\n{text}" for text in texts[at + 1 : at + 1 + NEIGHBOURS])
    return before[-NEIGHBOURS:], after[:NEIGHBOURS]


def _around(before: str, text: str, after: str, start: int, end: int) -> tuple[str, str]:
    return (before + text[:start])[-NEIGHBOURS:], (text[end:] + after)[:NEIGHBOURS]
