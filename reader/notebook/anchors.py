"""Finding a place again in the edition that is on the shelf now, whatever became of its words.

A place keeps what the W3C Web Annotation model calls a TextQuoteSelector (the words with their
neighbours) and a TextPositionSelector (where in its passage they stood), beside the id of the
passage. It is looked for by id, then by its exact words, then by the nearest words. The place that
the notebook holds is never changed here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook.edition_words import EditionWords
from reader.notebook.exact_words import find_exactly
from reader.notebook.nearest_words import find_nearest

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.booklet.model import Booklet
    from reader.notebook.model import Mark, Place
    from reader.notebook.spots import Spot


@dataclass(frozen=True, slots=True)
class Same:
    """The words stand at ``place`` as they were, perhaps in another section."""

    place: Place


@dataclass(frozen=True, slots=True)
class TextChanged:
    """Where ``old`` stood, ``new`` stands at ``place``.

    ``new`` is what may be shown beside ``old``: ``""`` where ``place`` is behind a gate, whose
    words nobody is shown before they agree (``is_gated``). ``place.quote`` has the words anyway.
    """

    old: str
    place: Place
    new: str
    is_gated: bool


@dataclass(frozen=True, slots=True)
class TextGone:
    """No passage of the edition now here is near enough to ``old``."""

    old: str


@dataclass(frozen=True, slots=True)
class BookletAway:
    """The booklet is not on the shelf, or cannot be read; ``old`` are the words as they were."""

    old: str


Outcome = Same | TextChanged | TextGone | BookletAway


class Anchors:
    """Finds places in the booklets that ``read`` gives, ``None`` for one that is not here.

    What was worked out for a booklet is kept until ``read`` gives another.
    """

    def __init__(self, read: Callable[[str], Booklet | None]) -> None:
        self._read = read
        self._editions: dict[str, EditionWords] = {}
        self._found: dict[str, dict[Place, Outcome]] = {}

    def of(self, mark: Mark) -> Outcome:
        """What has become of the words that ``mark`` stands on."""
        return self.find(mark.place)

    def find(self, place: Place) -> Outcome:
        """What has become of ``place``."""
        booklet = self._read(place.booklet)
        if booklet is None:
            return BookletAway(place.quote)
        edition = self._editions.get(place.booklet)
        if edition is None or edition.booklet is not booklet:
            edition = self._editions[place.booklet] = EditionWords(booklet)
            self._found[place.booklet] = {}
        found = self._found[place.booklet]
        if place not in found:
            found[place] = find_in(edition, place)
        return found[place]


def find_in(edition: EditionWords, place: Place) -> Outcome:
    """What has become of ``place`` in ``edition``, an edition of its booklet."""
    spot = find_exactly(edition, place) or find_nearest(edition, place)
    if spot is None:
        return TextGone(place.quote)
    now = spot.place(edition.booklet)
    if spot.is_same:
        return Same(now)
    return _changed(place, spot, now)


def _changed(place: Place, spot: Spot, now: Place) -> TextChanged:
    is_gated = spot.standing.section.gate is not None
    return TextChanged(place.quote, now, "" if is_gated else spot.shown, is_gated)
