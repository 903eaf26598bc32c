"""Places found again in another edition: the same, changed, gone, or the booklet not here."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.booklet.reading import read_booklet
from reader.notebook.anchors import Anchors, BookletAway, Same, TextChanged, TextGone
from reader.notebook.edition_words import EditionWords
from reader.notebook.model import Mark, MarkKind, Place
from reader.notebook.spots import Spot
from tests.notebook.editions import edition, place_of
from tests.notebook.making import START

if TYPE_CHECKING:
    from reader.booklet.model import Booklet

CONTENT = Path(__file__).parents[2] / "content"

WATER = "Use water that has only just come to the boil."
POUR = "Pour it over the leaves and wait. Do not stir it. Four minutes is long enough for most."
MILK = "Milk can go in before the tea or after it."
CUPS = "Warm the cups beforehand with a little hot water."
SUGAR = "Some people take sugar and others never do."
OLD = edition({"making": ["Making tea", WATER, POUR], "drinking": ["Drinking tea", MILK, CUPS]})


def anchors(booklet: Booklet | None) -> Anchors:
    return Anchors(lambda name: booklet if name == "tea" else None)


def now(sections: dict[str, list[str]], *, gated: tuple[str, ...] = ()) -> Booklet:
    return edition(sections, year=2027, gated=gated)


class TestSame:
    def test_nothing_changed(self) -> None:
        for text in (WATER, POUR, MILK, CUPS, "Making tea"):
            place = place_of(OLD, text)
            assert anchors(OLD).find(place) == Same(place)

    def test_of_a_mark(self) -> None:
        place = place_of(OLD, MILK)
        mark = Mark("1", MarkKind.NOTE, place, "with milk", START, START)
        assert anchors(OLD).of(mark) == Same(place)

    def test_words_in_a_passage(self) -> None:
        place = place_of(OLD, POUR, "Do not stir it.")
        assert anchors(OLD).find(place) == Same(place)

    def test_the_new_edition_is_named(self) -> None:
        new = replace(OLD, edition=replace(OLD.edition, year=2027))
        found = anchors(new).find(place_of(OLD, MILK))
        assert found == Same(place_of(new, MILK))
        assert found.place.edition == "2027-11"

    def test_moved_to_another_section(self) -> None:
        new = now({"making": ["Making tea", POUR], "drinking": ["Drinking tea", MILK, WATER]})
        assert anchors(new).find(place_of(OLD, WATER)) == Same(place_of(new, WATER))

    def test_words_moved_with_their_passage(self) -> None:
        new = now({"making": ["Making tea", WATER], "drinking": ["Drinking tea", MILK, POUR]})
        found = anchors(new).find(place_of(OLD, POUR, "Do not stir it."))
        assert found == Same(place_of(new, POUR, "Do not stir it."))

    def test_a_section_of_another_name(self) -> None:
        new = now({"brewing": ["Making tea", WATER, POUR]})
        assert anchors(new).find(place_of(OLD, "Making tea")) == Same(place_of(new, "Making tea"))

    def test_capitals_and_spaces_are_no_other_words(self) -> None:
        new = now({"drinking": ["Drinking tea", MILK.upper().replace(" ", "  "), CUPS]})
        found = anchors(new).find(place_of(OLD, MILK, "before the tea"))
        assert isinstance(anchors(new).find(place_of(OLD, MILK)), Same)
        assert isinstance(found, TextChanged | Same)
        assert found.place.quote.casefold().split() == ["before", "the", "tea"]

    def test_words_whose_passage_changed_elsewhere(self) -> None:
        longer = f"{POUR} Then take the leaves out, or it turns bitter and dark."
        new = now({"making": ["Making tea", WATER, longer]})
        place = place_of(OLD, POUR, "Do not stir it.")
        assert anchors(new).find(place) == Same(place_of(new, longer, "Do not stir it."))

    def test_a_place_without_words_is_found_by_its_id(self) -> None:
        place = replace(place_of(OLD, MILK), quote="", prefix="", suffix="")
        assert anchors(OLD).find(place) == Same(place_of(OLD, MILK))

    def test_a_place_from_before_neighbours_were_kept(self) -> None:
        for words in ("", "in before the tea"):
            place = replace(place_of(OLD, MILK, words), prefix="", suffix="")
            assert anchors(OLD).find(place) == Same(place_of(OLD, MILK, words))


class TestRepeatedWords:
    SECTIONS = {  # noqa: RUF012
        "one": ["First", "Ask your nurse.", "Drink plenty of water.", "Ask your nurse.", "Rest."],
        "two": ["Second", "Sleep when you can.", "Ask your nurse.", "Walk a little."],
    }

    def test_each_is_told_from_the_others(self) -> None:
        booklet = edition(self.SECTIONS)
        for nth in range(3):
            place = place_of(booklet, "Ask your nurse.", nth=nth)
            assert anchors(booklet).find(place) == Same(place)

    def test_neighbours_outlast_the_number_in_the_id(self) -> None:
        old = edition(self.SECTIONS)
        first_gone = self.SECTIONS | {"one": ["First", *self.SECTIONS["one"][2:]]}
        new = now(first_gone)
        assert anchors(new).find(place_of(old, "Ask your nurse.", nth=1)) == Same(
            place_of(new, "Ask your nurse.", nth=0)
        )
        assert anchors(new).find(place_of(old, "Ask your nurse.", nth=2)) == Same(
            place_of(new, "Ask your nurse.", nth=1)
        )

    def test_the_same_section_is_nearer(self) -> None:
        booklet = edition(self.SECTIONS)
        place = replace(
            place_of(booklet, "Ask your nurse.", nth=2), prefix="", suffix="", passage="0"
        )
        assert anchors(booklet).find(place) == Same(place_of(booklet, "Ask your nurse.", nth=2))

    def test_few_words_in_another_section_are_not_taken(self) -> None:
        new = now({"one": ["First", "Rest."], "three": ["Third", "Wait.", "Ask your nurse."]})
        old = edition({"one": ["First", "Eat.", "Ask your nurse.", "Sing aloud every day."]})
        place = place_of(old, "Ask your nurse.")
        assert anchors(new).find(place) == TextGone("Ask your nurse.")

    def test_a_word_that_stands_twice_in_its_passage(self) -> None:
        text = "Tea is best with a friend, and a friend is best with tea and with time."
        old = edition({"one": ["First", text]})
        second = text.rindex("best")
        place = Spot(EditionWords(old).standings[1], second, second + 4).place(old)
        new = now({"one": ["First", f"People say this. {text}"]})
        found = anchors(new).find(place)
        assert isinstance(found, Same)
        assert found.place.start == place.start + len("People say this. ")


class TestTextChanged:
    def test_reworded(self) -> None:
        text = "Use water that has only now come to a full boil."
        new = now({"making": ["Making tea", text, POUR]})
        assert anchors(new).find(place_of(OLD, WATER)) == TextChanged(
            WATER, place_of(new, text), text, is_gated=False
        )

    def test_what_was_joined_to_another_is_shown_whole(self) -> None:
        joined = f"{WATER} {POUR}"
        new = now({"making": ["Making tea", joined]})
        for text in (WATER, POUR):
            assert anchors(new).find(place_of(OLD, text)) == TextChanged(
                text, place_of(new, joined), joined, is_gated=False
            )

    def test_of_what_was_split_the_longer_piece(self) -> None:
        head, tail = (
            "Pour it over the leaves and wait.",
            "Do not stir it. Four minutes is long enough for most.",
        )
        new = now({"making": ["Making tea", WATER, head, tail]})
        assert anchors(new).find(place_of(OLD, POUR)) == TextChanged(
            POUR, place_of(new, tail), tail, is_gated=False
        )

    def test_a_not_before_the_words_is_no_same(self) -> None:
        old = edition({"one": ["First", "You can take it with food in the morning."]})
        text = "You must not take it with food in the morning."
        new = now({"one": ["First", text]})
        found = anchors(new).find(
            place_of(old, "You can take it with food in the morning.", "take it with food")
        )
        assert found == TextChanged(
            "take it with food", place_of(new, text, "take it with food"), text, is_gated=False
        )

    def test_some_words_reworded_are_shown_in_their_sentence(self) -> None:
        text = (
            "Pour it over the leaves and wait. Never stir it. Four minutes is long enough for most."
        )
        new = now({"making": ["Making tea", WATER, text]})
        found = anchors(new).find(place_of(OLD, POUR, "Do not stir it."))
        assert isinstance(found, TextChanged)
        assert (found.old, found.new) == ("Do not stir it.", "Never stir it.")
        assert found.place.quote == text[found.place.start : found.place.end]
        assert "stir it." in found.place.quote

    def test_words_behind_a_gate_are_not_told(self) -> None:
        text = "Use water that has only now come to a full boil."
        new = now({"making": ["Making tea", text, POUR]}, gated=("making",))
        found = anchors(new).find(place_of(OLD, WATER))
        assert found == TextChanged(WATER, place_of(new, text), "", is_gated=True)

    def test_what_is_kept_then_is_the_same(self) -> None:
        text = "Use water that has only now come to a full boil."
        found = anchors(new := now({"making": ["Making tea", text, POUR]})).find(
            place_of(OLD, WATER)
        )
        assert isinstance(found, TextChanged)
        assert anchors(new).find(found.place) == Same(found.place)


class TestTextGone:
    def test_deleted(self) -> None:
        new = now({"making": ["Making tea", WATER], "drinking": ["Drinking tea", MILK, CUPS]})
        assert anchors(new).find(place_of(OLD, POUR)) == TextGone(POUR)
        assert anchors(new).find(place_of(OLD, POUR, "Do not stir")) == TextGone("Do not stir")

    def test_other_words_in_its_stead(self) -> None:
        new = now({"making": ["Making tea", SUGAR, POUR]})
        assert anchors(new).find(place_of(OLD, WATER)) == TextGone(WATER)

    def test_one_word_is_not_found_just_anywhere(self) -> None:
        new = now({"making": ["Making tea", WATER, SUGAR], "drinking": ["Drinking tea", MILK]})
        assert anchors(new).find(place_of(OLD, CUPS, "water.")) == TextGone("water.")

    def test_of_two_that_are_as_near_neither(self) -> None:
        one = "Use water that has only just come off the boil."
        other = "Use water that has only just come up to boil."
        new = now({"a": ["A", "Cold.", one], "b": ["B", "Hot.", other]})
        assert anchors(new).find(place_of(OLD, WATER)) == TextGone(WATER)

    def test_an_id_with_other_words_is_not_believed(self) -> None:
        place = replace(place_of(OLD, MILK), quote="Coffee is for other people to write about.")
        assert anchors(OLD).find(place) == TextGone(place.quote)

    @pytest.mark.parametrize(("start", "end"), [(-5, 3), (7, 3), (0, 9_000), (9_000, 9_999)])
    def test_offsets_that_are_none(self, start: int, end: int) -> None:
        place = replace(place_of(OLD, MILK), start=start, end=end, quote="nowhere to be seen")
        assert anchors(OLD).find(place) == TextGone("nowhere to be seen")

    def test_no_words_and_an_unknown_id(self) -> None:
        assert anchors(OLD).find(Place("tea", "", "", "nothing")) == TextGone("")
        assert anchors(OLD).find(Place("tea", "", "", "nothing", 2, 5)) == TextGone("")


class TestTheShelf:
    def test_a_booklet_that_is_not_here(self) -> None:
        assert anchors(None).find(place_of(OLD, MILK)) == BookletAway(MILK)

    def test_another_edition_is_looked_at_anew(self) -> None:
        shelf = [OLD]
        found = Anchors(lambda _name: shelf[-1])
        place = place_of(OLD, MILK)
        assert found.find(place) == Same(place)
        shelf.append(now({"making": ["Making tea", WATER]}))
        assert found.find(place) == TextGone(MILK)
        shelf.append(OLD)
        assert found.find(place) == Same(place)

    def test_a_booklet_of_one_empty_passage(self) -> None:
        assert anchors(now({"one": [""]})).find(place_of(OLD, MILK)) == TextGone(MILK)


@settings(max_examples=300, deadline=None)
@given(
    st.builds(
        Place,
        booklet=st.just("tea"),
        edition=st.text(max_size=8),
        section=st.sampled_from(["making", "drinking", "gone", ""]),
        passage=st.text(max_size=13),
        start=st.integers(-3, 40),
        end=st.integers(-3, 60),
        quote=st.one_of(st.text(max_size=60), st.sampled_from([MILK, POUR, "tea", "İ ẞ", " "])),
        prefix=st.text(max_size=32),
        suffix=st.text(max_size=32),
    )
)
def test_any_place_has_an_outcome(place: Place) -> None:
    new = now({"making": ["Making tea", f"İ {WATER}", POUR], "drinking": ["Drinking", MILK]})
    found = anchors(new).find(place)
    if isinstance(found, Same | TextChanged):
        text = next(
            one.text
            for one in EditionWords(new).standings
            if (one.section.id, one.passage.id) == (found.place.section, found.place.passage)
        )
        start, end = found.place.start, found.place.end or len(text)
        assert 0 <= start < end <= len(text)
        assert found.place.quote == text[start:end]
    else:
        assert found == TextGone(place.quote)


def test_1000_marks_in_a_real_booklet_are_found_in_a_moment() -> None:
    booklet = read_booklet(CONTENT / "recurrence")
    standings = EditionWords(booklet).standings
    places = []
    for number in range(1000):
        standing = standings[number % len(standings)]
        end = min(len(standing.text), 10 + number % 40)
        spot = Spot(standing) if number % 2 else Spot(standing, number % 5, end)
        places.append(replace(spot.place(booklet), edition="2020-01"))
    started = time.process_time()
    found = anchors(replace(booklet, id="tea"))
    outcomes = [found.find(replace(place, booklet="tea")) for place in places]
    took = time.process_time() - started
    assert all(isinstance(outcome, Same) for outcome in outcomes)
    assert took < 0.2
