"""Where a passage that was marked stands among all passages of all booklets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.outcome_words import place_now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.booklet.model import Booklet
    from reader.notebook.anchors import Anchors
    from reader.notebook.model import Mark

MOST_SOUGHT = 40
"""Passages that are not here by id, whose words are sought to put them in their order.

Seeking takes some milliseconds each. Those beyond stand at the end of their booklet.
"""


class ReadingOrder:
    """The order of reading on the shelf; what was worked out once is kept.

    ``sample`` gives a mark that stands on a passage, to seek its words by.
    """

    def __init__(
        self,
        booklets: Sequence[str],
        read: Callable[[str], Booklet | None],
        anchors: Anchors,
        sample: Callable[[str, str, str], Mark | None],
    ) -> None:
        self._booklets = {booklet: index for index, booklet in enumerate(booklets)}
        self._read = read
        self._anchors = anchors
        self._sample = sample
        self._orders: dict[str, tuple[Booklet, dict[str, int]]] = {}
        self._sought: dict[tuple[str, str, str], int | None] = {}

    def rank(self, booklet: str, section: str, passage: str) -> tuple[int, ...]:
        """By booklet, then as the words stand now; what is not there any more comes last."""
        first = self._booklets.get(booklet, len(self._booklets))
        found = self._read(booklet)
        if found is None:
            return (first,)
        order = self._order(found)
        index = order.get(passage)
        if index is None:
            index = self._seek(order, (booklet, section, passage))
        return first, len(order) if index is None else index

    def _order(self, booklet: Booklet) -> dict[str, int]:
        known = self._orders.get(booklet.id)
        if known is None or known[0] is not booklet:
            passages = (one.id for section in booklet.sections for one in section.passages)
            order = {passage: index for index, passage in enumerate(passages)}
            known = self._orders[booklet.id] = (booklet, order)
            self._sought = {key: at for key, at in self._sought.items() if key[0] != booklet.id}
        return known[1]

    def _seek(self, order: dict[str, int], where: tuple[str, str, str]) -> int | None:
        if where not in self._sought and len(self._sought) < MOST_SOUGHT:
            mark = self._sample(*where)
            place = place_now(self._anchors.of(mark)) if mark is not None else None
            self._sought[where] = order.get(place.passage) if place is not None else None
        return self._sought.get(where)
