"""Finding some words of a passage again, where the passage itself is no longer as it was.

The words are looked for together with their neighbours inside the passage: three words by
themselves stand in many places, and a reader marked them in one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from reader.notebook.edition_words import words_of
from reader.notebook.exact_words import occurrences
from reader.notebook.spots import Spot, knows_neighbours, stands_in_same_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.notebook.edition_words import EditionWords, Standing
    from reader.notebook.model import Place

MOST_CANDIDATES = 6

_NEEDED_HERE = 72.0
"""Per cent of the words with their neighbours that must agree in the same section."""
_NEEDED_ELSEWHERE = 82.0
_NEEDED_OF_WORDS = 68.0
"""Per cent of the words alone that must agree."""
_SURE = 75.0
"""Per cent of the words alone in another section, and of fewer than three words anywhere."""
_OFF_A_PIECE = 10.0
"""Per cent less that the agreement of a piece counts."""
_OFF_AN_END = 8.0
"""Per cent less for each end of the passage that the words were near and are not."""
_SHIFT = 12
"""Characters by which words may move in a passage that was reworded before or after them."""
_UNCHANGED = 90.0
"""Per cent of the words from which a longer passage may have been put around them."""
_LEAST_PIECE = 5
_LEAST_PIECE_OF_WORDS = 2
"""Words that a piece must have."""
_MARGIN = 4.0
"""How much nearer than the next passage it must be."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The words and their neighbours in the passage, in small letters."""

    before: str
    quote: str
    after: str

    @property
    def all(self) -> str:
        return self.before + self.quote + self.after


def parts_near(edition: EditionWords, place: Place) -> Spot | None:
    """Where the words that ``place`` quotes stand now, if in one passage alone."""
    wanted = _wanted(place)
    best: dict[int, tuple[float, Spot]] = {}
    for spot in _spots(edition, place, wanted):
        score = _score(place, wanted, spot)
        index = spot.standing.index
        if score and (index not in best or score > best[index][0]):
            best[index] = (score, spot)
    ranked = sorted(best.values(), key=lambda found: found[0], reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
        return None
    spot = ranked[0][1]
    is_same = (
        spot.quote == place.quote
        and knows_neighbours(place)
        and stands_in_same_sentence(place, spot)
    )
    return replace(spot, is_same=is_same)


def _wanted(place: Place) -> _Wanted:
    before = place.prefix.rpartition("\n")[2]
    after = place.suffix.partition("\n")[0]
    return _Wanted(before.casefold(), place.quote.casefold(), after.casefold())


def _spots(edition: EditionWords, place: Place, wanted: _Wanted) -> Iterator[Spot]:
    for standing in edition.standings:
        yield from occurrences(standing, standing.text, place.quote)
    for standing in edition.sharing(words_of(wanted.all), MOST_CANDIDATES):
        text = standing.text.casefold()
        if len(text) == len(standing.text):  # else the positions would be those of other letters
            yield from _windows(standing, text, wanted)


def _windows(standing: Standing, text: str, wanted: _Wanted) -> Iterator[Spot]:
    """The nearest words of ``text``, found by themselves and by way of their neighbours."""
    by_words = fuzz.partial_ratio_alignment(wanted.quote, text, score_cutoff=_NEEDED_OF_WORDS)
    if by_words is not None:
        yield _spot(standing, text, by_words.dest_start, by_words.dest_end)
    around = fuzz.partial_ratio_alignment(wanted.all, text, score_cutoff=_NEEDED_OF_WORDS)
    if around is None:
        return
    inner = text[around.dest_start : around.dest_end]
    within = fuzz.partial_ratio_alignment(wanted.quote, inner, score_cutoff=_NEEDED_OF_WORDS)
    if within is not None:
        first = around.dest_start
        yield _spot(standing, text, first + within.dest_start, first + within.dest_end)


def _score(place: Place, wanted: _Wanted, spot: Spot) -> float:
    """How near ``spot`` is, 0 if not near enough."""
    text = spot.standing.text
    begin, end = spot.start - len(wanted.before), spot.end + len(wanted.after)
    now, quote = text[max(0, begin) : end].casefold(), spot.quote.casefold()
    of_words, of_all = fuzz.ratio(wanted.quote, quote), fuzz.ratio(wanted.all, now)
    is_here = spot.standing.section.id == place.section
    if is_here and (begin < 0 or end > len(text)):  # perhaps the passage was split there
        of_words = max(of_words, _piece(quote, wanted.quote, _LEAST_PIECE_OF_WORDS))
        of_all = max(of_all, _piece(now, wanted.all, _LEAST_PIECE))
    if not is_here or of_words < _UNCHANGED:
        of_all -= _OFF_AN_END * _ends_that_moved(place, wanted, spot)
    is_short = len(wanted.quote.split()) < 3
    if of_words < (_NEEDED_OF_WORDS if is_here and not is_short else _SURE):
        return 0
    if of_all < (_NEEDED_HERE if is_here else _NEEDED_ELSEWHERE):
        return 0
    return of_all + of_words / 4 + 3 * is_here


def _ends_that_moved(place: Place, wanted: _Wanted, spot: Spot) -> int:
    """At how many ends of the passage, where they were near, the words are not near them now."""
    length = len(spot.standing.text)
    begins, ends = len(wanted.before) < len(place.prefix), len(wanted.after) < len(place.suffix)
    return (begins and abs(spot.start - len(wanted.before)) > _SHIFT) + (
        ends and abs(length - spot.end - len(wanted.after)) > _SHIFT
    )


def _piece(piece: str, whole: str, least_words: int) -> float:
    """How near a piece of so many words at least is to some part of ``whole``."""
    if len(piece.split()) < least_words or len(piece) >= len(whole):
        return 0
    return fuzz.partial_ratio(piece, whole) - _OFF_A_PIECE


def _spot(standing: Standing, text: str, start: int, end: int) -> Spot:
    """The bounds moved out to the ends of the words they cut, and in over white space.

    There is a character between ``start`` and ``end``.
    """
    while start > 0 and not text[start - 1].isspace() and not text[start].isspace():
        start -= 1
    while end < len(text) and not text[end - 1].isspace() and not text[end].isspace():
        end += 1
    inner = text[start:end]
    start, end = start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
    return Spot(standing, start, end)
