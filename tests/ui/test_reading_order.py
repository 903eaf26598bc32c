"""Where a marked passage stands among all passages of the shelf."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.notebook.anchors import Anchors
from reader.notebook.edition_words import EditionWords
from reader.notebook.model import MarkKind, Place
from reader.notebook.spots import Spot
from reader.shelf.errors import UnknownBookletError
from reader.ui.reading_order import MOST_SOUGHT, ReadingOrder

if TYPE_CHECKING:
    from reader.booklet.model import Booklet
    from reader.notebook.model import Mark
    from reader.notebook.notebook import Notebook
    from reader.shelf.shelf import Shelf


class Sought:
    """The order, and how often a mark was asked for."""

    def __init__(self, shelf: Shelf, notebook: Notebook) -> None:
        self.asked: list[str] = []
        self._notebook = notebook

        def read(booklet: str) -> Booklet | None:
            try:
                return shelf.read(booklet)
            except UnknownBookletError:
                return None

        booklets = [entry.id for entry in shelf.entries]
        self.order = ReadingOrder(booklets, read, Anchors(read), self._sample)

    def _sample(self, booklet: str, section: str, passage: str) -> Mark | None:
        self.asked.append(passage)
        return self._notebook.marks.one_on(booklet, section, passage)

    def rank(self, place: Place) -> tuple[int, ...]:
        return self.order.rank(place.booklet, place.section, place.passage)


@pytest.fixture
def sought(shelf: Shelf, notebook: Notebook) -> Sought:
    return Sought(shelf, notebook)


def places(shelf: Shelf, booklet: str = "recurrence") -> list[Place]:
    found = shelf.read(booklet)
    return [Spot(standing).place(found) for standing in EditionWords(found).standings]


def test_passages_stand_as_they_are_read_and_booklets_as_on_the_shelf(
    shelf: Shelf, sought: Sought
) -> None:
    ids = [entry.id for entry in shelf.entries]
    every = [place for booklet in ids for place in places(shelf, booklet)]
    ranks = [sought.rank(place) for place in every]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(every)
    assert sought.asked == [], "what is here by its id is not sought"


def test_a_booklet_that_is_away_comes_after_all_others(shelf: Shelf, sought: Sought) -> None:
    away = Place("away", "1", "s", "p")
    assert all(sought.rank(away) > sought.rank(one) for one in places(shelf, "surgery"))


def test_a_passage_in_another_section_stands_where_it_is_now(shelf: Shelf, sought: Sought) -> None:
    place = places(shelf)[7]
    assert sought.rank(replace(place, section="of old")) == sought.rank(place)


def test_reworded_passages_are_sought_once_and_stand_where_the_words_are(
    shelf: Shelf, notebook: Notebook, sought: Sought
) -> None:
    place = places(shelf)[1]
    words = place.quote.replace("is for people", "is meant for people")
    old = replace(place, passage="0123456789ab", edition="2019-05", quote=words)
    notebook.marks.add(MarkKind.NOTE, old, "Mine")
    assert sought.rank(old) == sought.rank(place)
    assert sought.rank(old) == sought.rank(place)
    assert sought.asked == ["0123456789ab"]


def test_what_is_gone_comes_last_in_its_booklet(
    shelf: Shelf, notebook: Notebook, sought: Sought
) -> None:
    every = places(shelf)
    gone = replace(every[1], passage="0123456789ab", quote="Porridge is served at seven.")
    notebook.marks.add(MarkKind.NOTE, gone, "Mine")
    assert sought.rank(gone) > sought.rank(every[-1])
    nobodys = replace(gone, passage="ba9876543210")
    assert sought.rank(nobodys) == sought.rank(gone)


def test_no_more_than_so_many_are_sought(shelf: Shelf, sought: Sought) -> None:
    place = places(shelf)[1]
    for number in range(MOST_SOUGHT + 20):
        sought.rank(replace(place, passage=f"old{number}"))
    assert len(sought.asked) == MOST_SOUGHT
