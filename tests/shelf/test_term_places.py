"""Where terms are first met in a section."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.booklet.model import Figure, Passage, PassageKind, Run, Section
from reader.booklet.reading import read_booklet
from reader.shelf.glossary import Term, TermFinder, read_glossary
from reader.shelf.term_places import TermPlace, first_places, parts_of

CONTENT = Path(__file__).parents[2] / "content"
TEA = Term("tea", "Tea", ("tea", "green tea"), "Leaves in water.")
CUP = Term("cup", "Cup", ("cup", "cups"), "You drink from it.")
FINDER = TermFinder([TEA, CUP])
P = PassageKind.PARAGRAPH


def passage(*runs: Run | str, kind: PassageKind = P, name: str = "p", **more: object) -> Passage:
    made = tuple(run if isinstance(run, Run) else Run(run) for run in runs)
    return Passage(name, kind, made, **more)  # type: ignore[arg-type]


def found(*passages: Passage) -> list[tuple[str, int, int, int, str]]:
    places = first_places(FINDER, Section("s", "S", passages))
    return [(each.passage, each.part, each.start, each.end, each.term.id) for each in places]


def test_each_term_is_marked_where_it_is_first_met() -> None:
    assert found(
        passage("Some tea, more tea.", name="a"),
        passage("Tea in a cup; two cups.", name="b"),
        passage("A cup of tea.", name="c"),
    ) == [("a", 0, 5, 8, "tea"), ("b", 0, 9, 12, "cup")]


def test_the_words_are_those_of_the_text() -> None:
    (place,) = first_places(FINDER, Section("s", "S", (passage("Some Green Tea."),)))
    assert place == TermPlace("p", 0, 5, 14, "Green Tea", TEA)


def test_a_term_may_go_over_runs_of_different_looks() -> None:
    assert found(passage("Green ", Run("tea", strong=True))) == [("p", 0, 0, 9, "tea")]


def test_the_marks_of_footnotes_do_not_count() -> None:
    assert found(
        passage("So", Run("1", footnote="1"), " green", Run("2", footnote="2"), " tea")
    ) == [("p", 0, 3, 12, "tea")]


@pytest.mark.parametrize(
    "first",
    [
        passage("All about tea", kind=PassageKind.HEADING),
        passage(Run("tea", link="#tea")),
        passage("green ", Run("tea shop", link="#tea")),
        passage(kind=PassageKind.TABLE_ROW, is_header=True, cells=((Run("tea"),),)),
        passage(kind=PassageKind.FIGURE, figure=Figure("tea.svg", "tea", "tea")),
    ],
)
def test_headings_links_and_pictures_are_passed_over(first: Passage) -> None:
    assert found(first, passage("tea", name="after")) == [("after", 0, 0, 3, "tea")]


def test_a_word_beside_a_link_is_marked() -> None:
    assert found(passage("tea", Run(" and more", link="#tea"))) == [("p", 0, 0, 3, "tea")]


def test_cells_and_definitions_are_parts() -> None:
    row = passage(kind=PassageKind.TABLE_ROW, cells=((Run("a"),), (Run("a cup"),)), name="row")
    said = passage("It is tea.", kind=PassageKind.DEFINITION, term=(Run("Leaves"),), name="said")
    assert [len(parts_of(each)) for each in (row, said, passage("a"))] == [2, 2, 1]
    assert found(row, said) == [("row", 1, 2, 5, "cup"), ("said", 1, 6, 9, "tea")]


def test_without_a_glossary_nothing_is_marked() -> None:
    assert first_places(TermFinder(()), Section("s", "S", (passage("tea"),))) == ()


@pytest.mark.parametrize("name", ["recurrence", "surgery"])
def test_every_place_in_the_bundled_booklets_says_its_term(name: str) -> None:
    finder = TermFinder(read_glossary(CONTENT))
    count = 0
    for section in read_booklet(CONTENT / name).sections:
        places = first_places(finder, section)
        by_id = {each.id: each for each in section.passages}
        assert len({each.term.id for each in places}) == len(places)
        for place in places:
            runs = parts_of(by_id[place.passage])[place.part]
            text = "".join(run.text for run in runs if not run.footnote)
            assert text[place.start : place.end] == place.words
            assert place.words.casefold() in {form.casefold() for form in place.term.forms}
            count += 1
    assert count > 30
