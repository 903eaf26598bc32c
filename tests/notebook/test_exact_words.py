"""Words that are found in the passage they were in, by its id."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.notebook.edition_words import EditionWords
from reader.notebook.exact_words import find_exactly, occurrences
from reader.notebook.model import Place
from reader.notebook.spots import TELLING, Spot
from tests.notebook.editions import edition, place_of

STIR = "Stir it once, wait, then stir it again and stir it well."
OLD = edition({"one": ["First", STIR], "two": ["Second", "Rest."]})


def without_neighbours(place: Place) -> Place:
    """As places of long ago were kept."""
    return replace(place, prefix="", suffix="")


def test_every_occurrence_is_given_also_where_one_begins_in_the_last() -> None:
    standing = EditionWords(OLD).standings[1]
    found = [(spot.standing, spot.start, spot.end) for spot in occurrences(standing, "aaa.a", "aa")]
    assert found == [(standing, 0, 2), (standing, 1, 3)]
    assert list(occurrences(standing, "aaa", "b")) == []


@pytest.mark.parametrize("nth", [0, 1, 2])
def test_words_in_other_capitals_are_found_at_each_spot_where_they_stand(nth: int) -> None:
    new = EditionWords(edition({"one": ["First", STIR.upper()]}))
    words = "stir it"
    starts = [at for at in range(len(STIR)) if STIR.casefold().startswith(words, at)]
    spot = Spot(EditionWords(OLD).standings[1], starts[nth], starts[nth] + len(words))
    assert find_exactly(new, spot.place(OLD)) == replace(spot, standing=new.standings[1])


def test_letters_that_grow_as_small_letters_shift_nothing() -> None:
    text = "İn the morning, tea."
    booklet = edition({"one": ["First", text]})
    place = without_neighbours(place_of(booklet, text, "tea"))
    words = EditionWords(booklet)
    assert find_exactly(words, place) == Spot(words.standings[1], text.index("tea"), len(text) - 1)
    other = replace(place, start=place.start - 1, end=place.end - 1)
    assert find_exactly(words, other) is None


@pytest.mark.parametrize(
    ("start", "end", "is_found"),
    [
        (0, 4, True),
        (5, len(STIR), True),
        (len(STIR) - 1, len(STIR), True),
        (5, len(STIR) + 1, False),
        (4, 4, False),
        (-1, 4, False),
        (5, 4, False),
    ],
)
def test_where_nothing_was_quoted_the_offsets_have_to_be_in_the_passage(
    start: int, end: int, is_found: bool
) -> None:
    words = EditionWords(OLD)
    passage = words.standings[1]
    place = Place("tea", "2026-11", "one", passage.passage.id, start, end)
    assert find_exactly(words, place) == (Spot(passage, start, end) if is_found else None)


@pytest.mark.parametrize(("count", "is_found"), [(TELLING, True), (TELLING - 1, False)])
def test_a_passage_of_few_words_is_not_taken_for_the_same_elsewhere(
    count: int, is_found: bool
) -> None:
    text = " ".join(f"word{number}" for number in range(count))
    old = edition({"one": ["First", "Before.", text, "After."]})
    new = EditionWords(edition({"other": ["Something else", text, "And so on it goes."]}))
    assert (find_exactly(new, place_of(old, text)) is not None) is is_found
