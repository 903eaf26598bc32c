"""An edition laid out for finding words: neighbours, pairs of words, order."""

from __future__ import annotations

import pytest

from reader.notebook.edition_words import (
    NEIGHBOURS,
    EditionWords,
    base_id,
    quoted,
    words_of,
)
from reader.notebook.spots import Spot
from tests.notebook.editions import edition

BOOKLET = edition(
    {
        "one": [
            "Heading",
            "Short.",
            "A passage that is rather longer than the others are.",
            "End.",
        ],
        "two": ["Second", "Short.", "Only."],
    }
)


@pytest.fixture
def words() -> EditionWords:
    return EditionWords(BOOKLET)


def test_neighbours_go_over_short_passages_and_end_with_the_section(words: EditionWords) -> None:
    long = words.standings[2]
    assert long.around(0, len(long.text)) == ("Heading\nShort.\n", "\nEnd.")
    assert long.around(2, 9) == ("Heading\nShort.\nA ", " that is rather longer than the "[:32])
    assert words.standings[0].around(0, 7) == ("", "\nShort.\nA passage that is rather")
    assert all(
        len(side) <= NEIGHBOURS for one in words.standings for side in (one.before, one.after)
    )


@pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 5), (2, 9), (3, 6)])
def test_what_is_quoted_is_what_is_looked_for(words: EditionWords, start: int, end: int) -> None:
    for standing in words.standings:
        if end > len(standing.text):
            continue
        spot = Spot(standing, start, end)
        prefix, quote, suffix = quoted(standing.section, standing.passage, start, end)
        place = spot.place(BOOKLET)
        assert (prefix, quote, suffix) == (place.prefix, place.quote, place.suffix)


def test_a_passage_of_another_section_has_no_neighbours() -> None:
    one, two = BOOKLET.sections
    assert quoted(two, one.passages[2], 2, 9) == (
        "A ",
        "passage",
        " that is rather longer than the ",
    )
    assert quoted(two, one.passages[3], 0, 0) == ("", "End.", "")


def test_order_and_ids(words: EditionWords) -> None:
    assert [one.index for one in words.standings] == list(range(7))
    assert base_id("0a1b-2") == base_id("0a1b") == "0a1b"
    assert len(words.by_id[words.standings[1].base_id]) == 2
    assert [one.text for one in words.by_section["two"]] == ["Second", "Short.", "Only."]
    assert words.sections_between("one", "two") == 1
    assert words.sections_between("two", "two") == 0
    assert words.sections_between("one", "gone") == 2


def test_passages_that_share_rare_words_come_first(words: EditionWords) -> None:
    found = words.sharing(words_of("a passage that is something else"), 3)
    assert found[0] is words.standings[2]
    assert words.sharing(words_of("nothing of it"), 3) == ()
    assert words.sharing((), 3) == ()
    assert {one.index for one in words.sharing(("short.",), 3)} == {1, 5}
    assert len(words.sharing(("short.",), 1)) == 1


def test_words_whatever_their_form() -> None:
    assert words_of("  Café\u00a0AU\tlait ") == words_of("cafe\u0301 au lait")
    assert words_of("") == ()


def test_between_two_neighbours(words: EditionWords) -> None:
    long = words.standings[2]
    assert list(words.between(long.before, long.after)) == [long]
    assert list(words.between("x", "y")) == []


def test_what_shares_more_pairs_comes_before_what_shares_a_rarer_one() -> None:
    """A pair that two passages have counts half, so three of those are more than one."""
    both = "warm the pot first and"
    found = EditionWords(
        edition({"one": ["Rare pair here.", f"{both} then pour", f"{both} then wait"]})
    )
    shared = found.sharing(words_of(f"rare pair {both}"), 3)
    assert [one.index for one in shared] == [1, 2, 0]


def test_two_words_are_one_pair_and_not_two_words() -> None:
    found = EditionWords(edition({"one": ["Drink tea", "Tea with milk", "Milk"]}))
    assert found.sharing(words_of("milk"), 3) == (found.standings[2],)
    assert found.sharing(words_of("with milk"), 3) == (found.standings[1],)


def test_many_short_passages_are_all_neighbours() -> None:
    found = EditionWords(edition({"one": [chr(ord("a") + at % 26) for at in range(40)]}))
    middle = found.standings[20]
    before, after = middle.before, middle.after
    assert before == "".join(f"{one.text}\n" for one in found.standings[:20])[-NEIGHBOURS:]
    assert after == "".join(f"\n{one.text}" for one in found.standings[21:])[:NEIGHBOURS]


def test_empty_passages_stand_between_neighbours_too() -> None:
    found = EditionWords(edition({"one": ["a", *[""] * 40, "b"]}))
    assert found.standings[0].after == "\n" * NEIGHBOURS
    assert found.standings[-1].before == "\n" * NEIGHBOURS
    assert found.standings[9].before == "a" + "\n" * 9
