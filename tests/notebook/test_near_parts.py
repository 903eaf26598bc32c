"""Some words of a passage that is no longer as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.notebook.edition_words import EditionWords, Standing
from reader.notebook.near_parts import (
    _OFF_A_PIECE,
    _OFF_AN_END,
    _SHIFT,
    _ends_that_moved,
    _piece,
    _score,
    _spot,
    _wanted,
    _windows,
    parts_near,
)
from reader.notebook.spots import Spot
from tests.notebook.editions import edition, place_of

if TYPE_CHECKING:
    from reader.notebook.model import Place

HERE, THERE = "making", "storing"
BEFORE = "Warm the pot with a little hot water, swirl it round and pour it away. "
AFTER = " Put the lid on and cover the pot with a cloth, so that it stays hot to the last cup."
WORDS = "Never pour in milk before the leaves are out."
TEXT = BEFORE + WORDS + AFTER


def standing_of(text: str, section: str = HERE) -> Standing:
    return EditionWords(edition({section: ["Tea", text]})).standings[1]


def place_in(text: str, words: str) -> Place:
    return place_of(edition({HERE: ["Tea", text, "Drink it."]}), text, words)


def scored(place: Place, text: str, words: str, section: str = HERE) -> float:
    """The score of ``words`` where they stand in a passage ``text`` of ``section``."""
    start = text.index(words)
    spot = Spot(standing_of(text, section), start, start + len(words))
    return _score(place, _wanted(place), spot)


class TestBounds:
    @pytest.mark.parametrize(
        ("start", "end", "words"),
        [
            (0, 4, "warm"),
            (1, 4, "warm"),
            (0, 1, "warm"),
            (5, 8, "the"),
            (6, 8, "the"),
            (7, 8, "the"),
            (5, 6, "the"),
            (4, 9, "the"),
            (5, 9, "the"),
            (6, 10, "the cups"),
            (9, 13, "cups"),
            (12, 13, "cups"),
            (0, 13, "warm the cups"),
        ],
    )
    def test_words_are_never_cut(self, start: int, end: int, words: str) -> None:
        text = "warm the cups"
        spot = _spot(standing_of(text), text, start, end)
        assert spot.quote == words
        assert (spot.start, spot.end) == (text.index(words), text.index(words) + len(words))


class TestWindows:
    def found(self, place: Place, text: str) -> list[str]:
        """The words found in ``text``, each with what follows it."""
        standing = standing_of(text)
        windows = _windows(standing, text.casefold(), _wanted(place))
        return [text[spot.start : spot.end + 12] for spot in windows]

    def test_they_are_found_by_themselves_and_by_their_neighbours(self) -> None:
        old = "You can ask for a cup of tea in the hall, or take one home with you if you like."
        place = place_in(old, "a cup of tea")
        text = f"Begin with a cup of tea and a cake. {old.replace('cup', 'mug')}"
        assert self.found(place, text) == ["a cup of tea and a cake.", "a mug of tea in the hall"]

    def test_what_is_not_near_is_not_found(self) -> None:
        place = place_in(TEXT, WORDS)
        assert self.found(place, "Shelves should be dry, and far from anything that smells.") == []

    def test_neighbours_without_the_words_are_not_enough(self) -> None:
        place = place_in(TEXT, "milk")
        assert self.found(place, TEXT.replace("milk", "XYZQ")) == []


class TestScore:
    @pytest.mark.parametrize("words", [WORDS, TEXT[:20], TEXT[-20:], "hot water"])
    def test_words_that_stand_as_they_stood_have_all_there_is(self, words: str) -> None:
        place = place_in(TEXT, words)
        assert scored(place, TEXT, words) == 100 + 100 / 4 + 3
        assert scored(place, TEXT, words, THERE) == 100 + 100 / 4

    @pytest.mark.parametrize(
        ("words", "now", "here", "there"),
        [
            ("pour in milk before", "tip in milk first of all", False, False),
            ("pour in milk", "put in malt", True, False),
            ("pour in milk", "pour oat milk", True, True),
            ("in milk", "on silk", False, False),
            ("in milk", "in milk,", True, True),
        ],
    )
    def test_fewer_words_must_agree_where_there_are_three_and_the_section_is_the_same(
        self, words: str, now: str, here: bool, there: bool
    ) -> None:
        place = place_in(TEXT, words)
        text = TEXT.replace(words, now)
        assert bool(scored(place, text, now)) is here
        assert bool(scored(place, text, now, THERE)) is there

    def test_fewer_neighbours_must_agree_in_the_same_section(self) -> None:
        place = place_in(TEXT, WORDS)
        text = f"Swirl the water round, pour it away. {WORDS} Cover it well, and it stays warm."
        assert scored(place, text, WORDS) > 0
        assert scored(place, text, WORDS, THERE) == 0

    def test_a_half_of_the_passage_that_was_split_is_a_piece_in_its_own_section(self) -> None:
        place = place_in(TEXT, "hot water, swirl it round and pour it away.")
        kept = "swirl it round and pour it away. Never pour in milk before the leaves are out."
        assert scored(place, kept, "swirl it round and pour it away.") > 0
        assert scored(place, kept, "swirl it round and pour it away.", THERE) == 0

    def test_so_is_the_first_half(self) -> None:
        place = place_in(TEXT, "pour it away. Never pour in milk")
        kept = "Warm the pot with a little hot water, swirl it round and pour it away."
        assert scored(place, kept, "pour it away.") > 0
        assert scored(place, kept, "pour it away.", THERE) == 0

    @pytest.mark.parametrize(
        ("before", "after", "moved"),
        [("", "", 0), ("First of all, please: ", "", 1), ("First of all, please: ", AFTER, 2)],
    )
    def test_what_was_put_around_the_words_counts_against_another_section_alone(
        self, before: str, after: str, moved: int
    ) -> None:
        old = f"Now: {WORDS} So."
        place = place_in(old, WORDS)
        text = before + old + after
        here, there = scored(place, text, WORDS), scored(place, text, WORDS, THERE)
        assert here == 128
        assert there == pytest.approx(125 - moved * _OFF_AN_END)


class TestEnds:
    @pytest.mark.parametrize("by", [0, _SHIFT, _SHIFT + 1])
    def test_an_end_that_moved_by_more_than_a_little(self, by: int) -> None:
        old = f"Now: {WORDS} So."
        place = place_in(old, WORDS)
        for text in ("x" * by + old, old + "x" * by):
            start = text.index(WORDS)
            spot = Spot(standing_of(text), start, start + len(WORDS))
            assert _ends_that_moved(place, _wanted(place), spot) == (by > _SHIFT)

    def test_both_can_move(self) -> None:
        old = f"Now: {WORDS} So."
        place = place_in(old, WORDS)
        text = BEFORE + old + AFTER
        start = text.index(WORDS)
        spot = Spot(standing_of(text), start, start + len(WORDS))
        assert _ends_that_moved(place, _wanted(place), spot) == 2

    def test_ends_that_were_far_away_cannot(self) -> None:
        place = place_in(TEXT, WORDS)
        spot = Spot(standing_of(WORDS), 0, len(WORDS))
        assert _ends_that_moved(place, _wanted(place), spot) == 0


class TestPiece:
    def test_a_piece_counts_less_than_the_whole(self) -> None:
        assert _piece("warm the", "warm the cups", 2) == 100 - _OFF_A_PIECE

    def test_a_piece_has_so_many_words(self) -> None:
        assert _piece("warm the", "warm the cups", 3) == 0

    def test_a_piece_is_shorter(self) -> None:
        assert _piece("warm the cups", "warm the cups", 2) == 0
        assert _piece("warm the cups now", "warm the cups", 2) == 0


class TestPartsNear:
    def test_of_two_passages_that_are_as_near_neither(self) -> None:
        place = place_in(TEXT, WORDS)
        both = edition({"one": ["One", TEXT], "two": ["Two", TEXT]})
        assert parts_near(EditionWords(both), place) is None

    def test_of_two_in_one_passage_the_nearer(self) -> None:
        place = place_in(TEXT, "pot with a")
        text = f"{TEXT} Mind the pot with a broken lid."
        found = parts_near(EditionWords(edition({HERE: ["Tea", text]})), place)
        assert found is not None
        assert found.start == text.index("pot with a little")

    @pytest.mark.parametrize("order", [(TEXT, WORDS), (WORDS, TEXT)])
    def test_the_nearer_passage_wherever_it_stands(self, order: tuple[str, str]) -> None:
        place = place_in(TEXT, WORDS)
        new = EditionWords(edition({HERE: ["Tea", *order]}))
        found = parts_near(new, place)
        assert found is not None
        assert found.standing.text == TEXT
        assert found.quote == WORDS

    def test_the_same_words_are_the_same_only_in_the_same_sentence(self) -> None:
        place = place_in(TEXT, "pour in milk")
        same = EditionWords(edition({HERE: ["Tea", f"Do this. {TEXT}"]}))
        found = parts_near(same, place)
        assert found is not None
        assert found.is_same
        other = EditionWords(edition({HERE: ["Tea", TEXT.replace("Never", "Always")]}))
        found = parts_near(other, place)
        assert found is not None
        assert found.quote == "pour in milk"
        assert not found.is_same
        bare = parts_near(same, replace(place, prefix="", suffix=""))
        assert bare is None or not bare.is_same
