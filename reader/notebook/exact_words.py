"""Finding a place by its passage, which has the id and the words that it had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.edition_words import base_id, words_of
from reader.notebook.spots import TELLING, Evidence, Spot, evidence, is_of_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.notebook.edition_words import EditionWords, Standing
    from reader.notebook.model import Place


def find_exactly(edition: EditionWords, place: Place) -> Spot | None:
    """Where the passage of ``place`` stands, its words unchanged; ``None`` if it is not certain."""
    return _whole(edition, place) if is_of_whole(place) else _part(edition, place)


def _whole(edition: EditionWords, place: Place) -> Spot | None:
    words = words_of(place.quote)
    if words:
        standings = edition.by_words.get(words, [])
    else:  # nothing was quoted, so the id has to do
        standings = edition.by_id.get(base_id(place.passage), [])
    best = _best(edition, place, [Spot(standing) for standing in standings])
    if best is None:
        return None
    spot, found = best
    is_certain = found.is_same_section or found.neighbours or len(words) >= TELLING or not words
    return spot if is_certain else None


def _part(edition: EditionWords, place: Place) -> Spot | None:
    """The words in the passage they were in."""
    spots = [
        spot
        for standing in edition.by_id.get(base_id(place.passage), ())
        for spot in _spots_in(standing, place)
    ]
    best = _best(edition, place, spots)
    return best[0] if best is not None else None


def _spots_in(standing: Standing, place: Place) -> Iterator[Spot]:
    text, quote = standing.text, place.quote
    if not 0 <= place.start < place.end:
        return
    if place.end <= len(text) and (not quote or text[place.start : place.end] == quote):
        yield Spot(standing, place.start, place.end)
    elif quote:
        folded, wanted = text.casefold(), quote.casefold()
        if len(folded) == len(text):
            yield from occurrences(standing, folded, wanted)


def occurrences(standing: Standing, text: str, quote: str) -> Iterator[Spot]:
    """Every spot where ``quote`` stands in ``text``, which has the length of the passage's."""
    start = text.find(quote)
    while start >= 0:
        yield Spot(standing, start, start + len(quote))
        start = text.find(quote, start + 1)


def _best(
    edition: EditionWords, place: Place, spots: Sequence[Spot]
) -> tuple[Spot, Evidence] | None:
    """The spot that most speaks for, and what; the first of several that are alike."""
    found = [(spot, evidence(edition, place, spot)) for spot in spots]
    return max(found, key=lambda pair: pair[1], default=None)
