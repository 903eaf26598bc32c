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
WORDS = EditionWords(BOOKLET)


def test_neighbours_go_over_short_passages_and_end_with_the_section() -> None:
    long = WORDS.standings[2]
    assert long.around(0, len(long.text)) == ("Heading\nShort.\n", "\nEnd.")
    assert long.around(2, 9) == ("Heading\nShort.\nA ", " that is rather longer than the "[:32])
    assert WORDS.standings[0].around(0, 7) == ("", "\nShort.\nA passage that is rather")
    assert all(
        len(side) <= NEIGHBOURS for one in WORDS.standings for side in (one.before, one.after)
    )


@pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 5), (2, 9), (3, 6)])
def test_what_is_quoted_is_what_is_looked_for(start: int, end: int) -> None:
    for standing in WORDS.standings:
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


def test_order_and_ids() -> None:
    assert [one.index for one in WORDS.standings] == list(range(7))
    assert base_id("0a1b-2") == base_id("0a1b") == "0a1b"
    assert len(WORDS.by_id[WORDS.standings[1].base_id]) == 2
    assert [one.text for one in WORDS.by_section["two"]] == ["Second", "Short.", "Only."]
    assert WORDS.sections_between("one", "two") == 1
    assert WORDS.sections_between("two", "two") == 0
    assert WORDS.sections_between("one", "gone") == 2


def test_passages_that_share_rare_words_come_first() -> None:
    found = WORDS.sharing(words_of("a passage that is something else"), 3)
    assert found[0] is WORDS.standings[2]
    assert WORDS.sharing(words_of("nothing of it"), 3) == ()
    assert WORDS.sharing((), 3) == ()
    assert {one.index for one in WORDS.sharing(("short.",), 3)} == {1, 5}
    assert len(WORDS.sharing(("short.",), 1)) == 1


def test_words_whatever_their_form() -> None:
    assert words_of("  Café\u00a0AU\tlait ") == words_of("cafe\u0301 au lait")
    assert words_of("") == ()


def test_between_two_neighbours() -> None:
    long = WORDS.standings[2]
    assert list(WORDS.between(long.before, long.after)) == [long]
    assert list(WORDS.between("x", "y")) == []
