"""What speaks for a spot being the one that was marked, each thing by itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from reader.notebook.edition_words import EditionWords
from reader.notebook.spots import (
    ALIKE,
    Evidence,
    Spot,
    evidence,
    is_of_whole,
    knows_neighbours,
    neighbours_alike,
    stands_in_same_sentence,
)
from tests.notebook.editions import edition, place_of

if TYPE_CHECKING:
    from reader.notebook.model import Place

POUR = "Pour it slowly. Then wait."
SECTIONS = {
    "making": ["Making", "Warm the pot.", POUR, "Put the lid on."],
    "storing": ["Storing", "Keep it dry."],
    "drinking": ["Drinking", POUR, "Enjoy it."],
}
TEA = edition(SECTIONS)
WORDS = EditionWords(TEA)


def spot(section: str, start: int = 0, end: int = 0) -> Spot:
    """Some characters of the passage on pouring in one of the two sections that have it."""
    (standing,) = (one for one in WORDS.by_section[section] if one.text == POUR)
    return Spot(standing, start, end)


@pytest.fixture
def place() -> Place:
    """All of that passage, as it was marked in the first."""
    return place_of(TEA, POUR)


# ---- a passage as a whole


def test_a_place_with_no_characters_is_all_of_a_passage(place: Place) -> None:
    assert is_of_whole(place)
    assert is_of_whole(replace(place, prefix="", suffix=""))


@pytest.mark.parametrize(
    ("prefix", "suffix", "is_whole"),
    [
        ("Warm the pot.\n", "\nPut the lid on.", True),
        ("", "\nPut the lid on.", True),
        ("Warm the pot.\n", "", True),
        ("\n", "\n", True),
        ("", "", False),
        ("Warm the pot.\n", " Then wait.", False),
        ("Warm the pot. ", "\nPut the lid on.", False),
        ("Warm the pot.\n ", "\n", False),
        ("Warm ", "", False),
        ("", " wait", False),
    ],
)
def test_whoever_selected_every_word_marked_the_whole(
    place: Place, prefix: str, suffix: str, is_whole: bool
) -> None:
    selected = replace(place, start=0, end=len(POUR), prefix=prefix, suffix=suffix)
    assert is_of_whole(selected) == is_whole
    assert not is_of_whole(replace(selected, start=1))


def test_either_neighbour_is_enough_to_know_them(place: Place) -> None:
    alone = replace(place, prefix="", suffix="")
    assert not knows_neighbours(alone)
    assert knows_neighbours(replace(alone, prefix="a"))
    assert knows_neighbours(replace(alone, suffix="a"))


# ---- neighbours


def test_neighbours_are_counted(place: Place) -> None:
    here, there = spot("making"), spot("drinking")
    assert neighbours_alike(place, here) == 2
    assert neighbours_alike(place, there) == 0
    assert neighbours_alike(replace(place, prefix=there.around[0]), here) == 1
    assert neighbours_alike(replace(place, suffix=there.around[1]), here) == 1


def test_of_a_place_without_neighbours_none_are_alike(place: Place) -> None:
    assert neighbours_alike(replace(place, prefix="", suffix=""), spot("making")) == 0


def test_how_alike_they_must_be(place: Place) -> None:
    """Of two texts of ten letters, two unlike ones make eighty per cent."""
    assert ALIKE == 80
    here = edition({"making": ["abcdefghi", POUR]})
    (_, standing) = EditionWords(here).standings
    assert standing.before == "abcdefghi\n"
    found = Spot(standing)
    assert neighbours_alike(replace(place, prefix="ABCDEFGXX\n", suffix="x"), found) == 1
    assert neighbours_alike(replace(place, prefix="ABCDEFXXX\n", suffix="x"), found) == 0


# ---- all of it together


def test_what_speaks_for_the_very_spot(place: Place) -> None:
    assert evidence(WORDS, place, spot("making")) == Evidence(2, True, True, 0)


def test_what_speaks_for_another(place: Place) -> None:
    """Two sections on, and a passage that is not the first of its words."""
    assert evidence(WORDS, place, spot("drinking")) == Evidence(0, False, False, -200_000)
    back = replace(place_of(TEA, POUR, nth=1), section="storing")
    assert evidence(WORDS, back, spot("making")).nearness == -100_000
    assert evidence(WORDS, replace(place, section="gone"), spot("making")).nearness == -300_000


def test_the_nearer_of_two_spots_in_a_passage_speaks_louder(place: Place) -> None:
    marked = replace(place, start=5, end=7)
    assert evidence(WORDS, marked, spot("making", 8, 14)).nearness == -3
    assert evidence(WORDS, marked, spot("making", 2, 4)).nearness == -3
    assert evidence(WORDS, marked, spot("drinking", 8, 14)).nearness == -200_003


def test_neighbours_weigh_more_than_the_id_and_that_more_than_the_section_or_nearness() -> None:
    ordered = [
        Evidence(0, False, False, -9),
        Evidence(0, False, False, -1),
        Evidence(0, False, True, -9),
        Evidence(0, True, False, -9),
        Evidence(1, False, False, -9),
    ]
    assert all(one < other for one, other in pairwise(ordered))


# ---- the sentence


@pytest.mark.parametrize(
    ("prefix", "suffix", "is_same"),
    [
        ("Pour it ", ". Then wait.", True),
        ("Put the pot away. POUR  it ", ". Other words", True),
        ("Pour that ", ". Then wait.", False),
        ("Pour it ", ", but wait.", False),
    ],
)
def test_only_the_sentence_that_the_words_are_in_must_be_as_it_was(
    place: Place, prefix: str, suffix: str, is_same: bool
) -> None:
    marked = replace(place, start=8, end=14, prefix=prefix, suffix=suffix)
    assert stands_in_same_sentence(marked, spot("making", 8, 14)) == is_same


def test_what_is_shown_is_the_sentence_around(place: Place) -> None:
    assert spot("making", 8, 14).shown == "Pour it slowly."
    assert spot("making", 16, 20).shown == "Then wait."
    assert spot("making", 8, 20).shown == POUR
    assert spot("making").shown == POUR
    assert spot("making").place(TEA) == place
