"""Finding a place by the words nearest to those that are gone.

A wrong match is worse than none: it would put a reader's note beside words it was never about. So
the less the neighbours agree, the more of the words must, and of two that are as near neither is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from reader.notebook.edition_words import words_of
from reader.notebook.near_parts import parts_near
from reader.notebook.spots import TELLING, Spot, evidence, is_of_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.notebook.edition_words import EditionWords, Standing
    from reader.notebook.model import Place

MOST_CANDIDATES = 8

_NEEDED = (78.0, 66.0, 55.0)
"""Per cent of the words that must agree, by how many neighbours do."""
_SHORT = 8.0
"""More than that for fewer than ``TELLING`` words, which are alike by chance."""
_ELSEWHERE = 6.0
"""More than that in another section, where no neighbour agrees."""
_MARGIN = 5.0
"""How much nearer than the next it must be."""
_CONTAINED = 88.0
"""Per cent from which one is taken for a piece of the other."""
_PIECE = 80.0
"""What a piece counts: as much as a passage of which four words in five stayed."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    spot: Spot
    weight: float


def find_nearest(edition: EditionWords, place: Place) -> Spot | None:
    """Where words near enough to those of ``place`` stand, if in one place alone."""
    if not words_of(place.quote):
        return None
    if not is_of_whole(place):
        return parts_near(edition, place)
    near = sorted(_near(edition, place), key=lambda one: one.weight, reverse=True)
    if len(near) < 2 or near[0].weight - near[1].weight >= _MARGIN:
        return near[0].spot if near else None
    pieces = [one.spot for one in near[:2]]
    if _are_pieces(place.quote.casefold(), [one.standing.text.casefold() for one in pieces]):
        return max(pieces, key=lambda one: len(one.standing.text))
    return None


def _near(edition: EditionWords, place: Place) -> Iterator[_Candidate]:
    quote, words = place.quote.casefold(), words_of(place.quote)
    for standing in _each_once(
        edition.sharing(words, MOST_CANDIDATES),
        edition.between(place.prefix, place.suffix),
        edition.by_section.get(place.section, ()),
    ):
        spot = Spot(standing, is_same=False)
        found = evidence(edition, place, spot)
        is_placed = bool(found.neighbours or found.is_same_section)
        count = min(len(words), len(standing.words))
        if not is_placed and count < TELLING:
            continue
        text = standing.text.casefold()
        likeness = fuzz.ratio(quote, text)
        if is_placed and likeness < _PIECE and count >= TELLING - 2 * (found.neighbours > 0):
            likeness = max(likeness, _piece(quote, text))
        needed = _NEEDED[found.neighbours]
        needed += _SHORT * (count < TELLING) + _ELSEWHERE * (not is_placed)
        if likeness >= needed:
            yield _Candidate(spot, likeness + 10 * found.neighbours + 5 * found.is_same_section)


def _piece(one: str, other: str) -> float:
    """What it counts that one was split off from the other, or joined to more; 0 if it was not."""
    found = fuzz.partial_ratio(one, other, score_cutoff=_CONTAINED)
    return _PIECE + (found - _CONTAINED) if found else 0


def _are_pieces(quote: str, texts: Sequence[str]) -> bool:
    """Whether ``texts`` are what the passage was split into, so that the longer one will do."""
    return sum(map(len, texts)) <= len(quote) * 1.2 and all(
        fuzz.partial_ratio(text, quote) >= _CONTAINED for text in texts
    )


def _each_once(*groups: Iterable[Standing]) -> Iterator[Standing]:
    seen: set[int] = set()
    for group in groups:
        for standing in group:
            if standing.index not in seen:
                seen.add(standing.index)
                yield standing
