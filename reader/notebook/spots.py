"""A spot in an edition where the words of a place may stand, and what speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from reader.notebook.model import Place

if TYPE_CHECKING:
    from reader.booklet.model import Booklet
    from reader.notebook.edition_words import EditionWords, Standing

ALIKE = 80
"""Percent from which the characters beside two places are taken for the same neighbours."""

TELLING = 5
"""Words from which a quote is hardly ever met twice by chance."""

_SENTENCE_END = re.compile(r"[.!?…][”’\")]*\s|\n")


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters ``start`` to ``end`` of a passage, both 0 for all of it.

    ``is_same`` is whether the words are those that were marked, in the sentence they were in.
    """

    standing: Standing
    start: int = 0
    end: int = 0
    is_same: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether it is the passage as a whole."""
        return self.start == self.end == 0

    @property
    def bounds(self) -> tuple[int, int]:
        """First character and the one after the last."""
        return (0, len(self.standing.text)) if self.is_whole else (self.start, self.end)

    @property
    def around(self) -> tuple[str, str]:
        """The characters before and after it."""
        return self.standing.around(*self.bounds)

    @property
    def quote(self) -> str:
        """The words at it."""
        start, end = self.bounds
        return self.standing.text[start:end]

    @property
    def shown(self) -> str:
        """The words at it with the rest of their sentences, for a reader to compare."""
        start, end = self.bounds
        text = self.standing.text
        begin = max((found.end() for found in _SENTENCE_END.finditer(text, 0, start)), default=0)
        stop = _SENTENCE_END.search(text, max(start, end - 1))
        return text[begin : stop.end() if stop else len(text)].strip()

    def place(self, booklet: Booklet) -> Place:
        """It as a place in ``booklet``, the edition that it is in."""
        prefix, suffix = self.around
        return Place(
            booklet.id,
            str(booklet.edition),
            self.standing.section.id,
            self.standing.passage.id,
            self.start,
            self.end,
            self.quote,
            prefix,
            suffix,
        )


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """What speaks for a spot, the strongest first."""

    neighbours: int
    is_same_id: bool
    is_same_section: bool
    nearness: int


def knows_neighbours(place: Place) -> bool:
    """Whether ``place`` was kept with its neighbours; those of long ago were not."""
    return bool(place.prefix or place.suffix)


def is_of_whole(place: Place) -> bool:
    """Whether ``place`` is a passage as a whole, also where somebody selected all of its words."""
    if not place.start and not place.end:
        return True
    stands_alone = place.prefix[-1:] in ("", "\n") and place.suffix[:1] in ("", "\n")
    return knows_neighbours(place) and not place.start and stands_alone


def neighbours_alike(place: Place, spot: Spot) -> int:
    """How many of the two neighbours of ``place`` are beside ``spot``: 0, 1 or 2."""
    if not knows_neighbours(place):
        return 0
    before, after = spot.around
    return _is_alike(place.prefix, before) + _is_alike(place.suffix, after)


def evidence(edition: EditionWords, place: Place, spot: Spot) -> Evidence:
    """What speaks for ``place`` being at ``spot`` now, but for the words themselves."""
    standing = spot.standing
    away = edition.sections_between(place.section, standing.section.id)
    shift = abs(spot.start - place.start)
    return Evidence(
        neighbours_alike(place, spot),
        standing.passage.id == place.passage,
        standing.section.id == place.section,
        -(away * 100_000 + shift),
    )


def stands_in_same_sentence(place: Place, spot: Spot) -> bool:
    """Whether nothing beside the words changed, as far as their neighbours are known."""
    before, after = spot.around
    return _last_sentence(place.prefix) == _last_sentence(before) and _first_sentence(
        place.suffix
    ) == _first_sentence(after)


def _is_alike(one: str, other: str) -> bool:
    return fuzz.ratio(one.casefold(), other.casefold()) >= ALIKE


def _last_sentence(before: str) -> list[str]:
    return _SENTENCE_END.split(before)[-1].casefold().split()


def _first_sentence(after: str) -> list[str]:
    return _SENTENCE_END.split(after)[0].casefold().split()
