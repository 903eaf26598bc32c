"""Passages whose words are near to those that are gone."""

from __future__ import annotations

import pytest

from reader.notebook.edition_words import EditionWords
from reader.notebook.nearest_words import (
    _CONTAINED,
    _PIECE,
    _are_pieces,
    _each_once,
    _near,
    _piece,
    find_nearest,
)
from tests.notebook.editions import edition, place_of

BEFORE = "This stands before it and is longer than the neighbours are."
AFTER = "And this comes after it, and goes on for longer than they do."
OTHERS = ("Nothing at all like what used to be here, says somebody.", "1234567890 " * 4)
MANY = "a bb ccc dddd eeeee " + "q" * 80
"""100 characters in six words."""
FEW = "aaaaaaa bbbbbbbb cc " + "q" * 80
"""100 characters in four."""
HERE, THERE = "making", "storing"


def near(old: str, new: str, *, neighbours: int, is_here: bool) -> list[float]:
    """The weight of ``new`` for a place on ``old``; none when it is not near enough.

    It stands between so many of the old neighbours, in the old section or in another.
    """
    before = edition({HERE: [BEFORE, old, AFTER]})
    first = BEFORE if neighbours > 0 else OTHERS[0]
    last = AFTER if neighbours > 1 else OTHERS[1]
    after = EditionWords(edition({HERE if is_here else THERE: [first, new, last]}))
    found = _near(after, place_of(before, old))
    return [one.weight for one in found if one.spot.standing.text == new]


def like(text: str, per_cent: int) -> str:
    """A text of which so many of the hundred characters are those of ``text``, in their order."""
    return text[:per_cent] + "z" * (100 - per_cent)


class TestHowMuchMustAgree:
    @pytest.mark.parametrize("more", [1, -1])
    @pytest.mark.parametrize(
        ("text", "neighbours", "is_here", "needed"),
        [
            (MANY, 2, True, 55),
            (MANY, 2, False, 55),
            (MANY, 1, True, 66),
            (MANY, 1, False, 66),
            (MANY, 0, True, 78),
            (MANY, 0, False, 84),
            (FEW, 2, True, 63),
            (FEW, 1, True, 74),
            (FEW, 1, False, 74),
            (FEW, 0, True, 86),
        ],
    )
    def test_the_less_the_neighbours_do_the_more_the_words(
        self, text: str, neighbours: int, is_here: bool, needed: int, more: int
    ) -> None:
        found = near(text, like(text, needed + more), neighbours=neighbours, is_here=is_here)
        assert bool(found) is (more > 0)

    @pytest.mark.parametrize(("text", "is_found"), [(MANY[2:], True), (FEW, False)])
    def test_few_words_elsewhere_are_met_by_chance(self, text: str, is_found: bool) -> None:
        """The first has five."""
        assert bool(near(text, text, neighbours=0, is_here=False)) is is_found

    @pytest.mark.parametrize(
        ("neighbours", "is_here", "weight"),
        [(2, True, 125), (2, False, 120), (1, True, 115), (0, True, 105), (0, False, 100)],
    )
    def test_what_speaks_for_a_passage_adds_up(
        self, neighbours: int, is_here: bool, weight: float
    ) -> None:
        assert near(MANY, MANY, neighbours=neighbours, is_here=is_here) == [weight]


class TestPieces:
    WHOLE = "Warm the pot, then pour the water on and leave it alone for a while"

    @pytest.mark.parametrize(
        ("words", "neighbours", "is_found"),
        [(5, 0, True), (4, 0, False), (3, 1, True), (3, 0, False), (2, 1, False), (3, 2, True)],
    )
    def test_a_piece_of_some_words_is_found_where_the_passage_was(
        self, words: int, neighbours: int, is_found: bool
    ) -> None:
        piece = " ".join(self.WHOLE.split()[:words])
        assert bool(near(self.WHOLE, piece, neighbours=neighbours, is_here=True)) is is_found

    def test_a_passage_of_which_most_is_there_counts_by_that(self) -> None:
        most = self.WHOLE.removesuffix(" for a while")
        assert near(self.WHOLE, most, neighbours=0, is_here=True)[0] < _PIECE + 12 + 5

    def test_what_a_piece_counts(self) -> None:
        assert _piece("pour the water", self.WHOLE) == _PIECE + 100 - _CONTAINED
        assert _piece(self.WHOLE, "pour the water") == _PIECE + 100 - _CONTAINED
        assert _piece("put the milk in", self.WHOLE) == 0

    def test_both_halves_are_pieces(self) -> None:
        assert _are_pieces("warm the pot. pour it out.", ["warm the pot.", "pour it out."])

    def test_two_that_are_longer_than_the_whole_are_not(self) -> None:
        assert not _are_pieces("warm the pot.", ["warm the pot.", "warm the pot."])

    def test_nor_are_two_of_which_one_is_another(self) -> None:
        assert not _are_pieces("warm the pot. pour it out.", ["warm the pot.", "drink it up."])


class TestWhereToLook:
    def test_between_the_old_neighbours_though_no_two_words_are_left(self) -> None:
        old = edition({HERE: [BEFORE, "Warm cups.", AFTER]})
        new = EditionWords(edition({THERE: [BEFORE, "Warmed cup.", AFTER]}))
        found = find_nearest(new, place_of(old, "Warm cups."))
        assert found is not None
        assert found.standing.text == "Warmed cup."
        assert not found.is_same

    def test_in_the_old_section_though_the_neighbours_are_others(self) -> None:
        old = edition({HERE: [BEFORE, "Warm cups.", AFTER]})
        new = EditionWords(edition({HERE: [OTHERS[0], "Warms cups.", OTHERS[1]]}))
        found = find_nearest(new, place_of(old, "Warm cups."))
        assert found is not None
        assert found.standing.text == "Warms cups."

    def test_few_words_elsewhere_do_not_end_the_search(self) -> None:
        old = edition({HERE: [BEFORE, "Warm cups.", AFTER]})
        new = EditionWords(
            edition({HERE: [OTHERS[0], "Warms cups.", OTHERS[1]], THERE: ["Warm cups. Now."]})
        )
        found = find_nearest(new, place_of(old, "Warm cups."))
        assert found is not None
        assert found.standing.text == "Warms cups."

    def test_each_is_looked_at_once(self) -> None:
        one, two, three = EditionWords(edition({HERE: ["a", "b", "c"]})).standings
        assert list(_each_once([two, one], (), [one, three, two])) == [two, one, three]


class TestWhichIsNearest:
    @pytest.mark.parametrize("is_first", [True, False])
    def test_the_nearer_one_wherever_it_stands(self, is_first: bool) -> None:
        old = edition({HERE: [BEFORE, MANY, AFTER]})
        both = [like(MANY, 95), like(MANY, 85)]
        texts = both if is_first else both[::-1]
        new = EditionWords(edition({HERE: [OTHERS[0], *texts]}))
        found = find_nearest(new, place_of(old, MANY))
        assert found is not None
        assert found.standing.text == both[0]

    def test_of_two_that_are_nearly_as_near_neither(self) -> None:
        old = edition({HERE: [BEFORE, MANY, AFTER]})
        new = EditionWords(edition({HERE: [OTHERS[0], like(MANY, 95), like(MANY, 92)]}))
        assert find_nearest(new, place_of(old, MANY)) is None

    @pytest.mark.parametrize("is_longer_first", [True, False])
    def test_of_what_was_split_the_longer_piece(self, is_longer_first: bool) -> None:
        whole = (
            "Warm the pot with some hot water and swirl it round. "
            "Pour it away before you put the leaves in it."
        )
        pieces = ["Warm the pot with some hot water and swirl it round."]
        pieces += ["Pour it away before you put the leaves in it."]
        texts = pieces if is_longer_first else pieces[::-1]
        old = edition({HERE: [OTHERS[0], whole, OTHERS[1]]})
        new = EditionWords(edition({HERE: [BEFORE, *texts, AFTER]}))
        found = find_nearest(new, place_of(old, whole))
        assert found is not None
        assert found.standing.text == pieces[0]

    def test_nothing_quoted_is_near_to_nothing(self) -> None:
        old = edition({HERE: [BEFORE, " ", AFTER]})
        assert find_nearest(EditionWords(old), place_of(old, " ")) is None
