"""What is said of each kind of passage, in order, and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.booklet.model import (
    Booklet,
    Callout,
    Figure,
    Passage,
    PassageKind,
    Run,
    Section,
    text_of,
)
from reader.booklet.saying import Sentence, section_sentences
from reader.shelf.shelf import Shelf

CONTENT = Path(__file__).parents[2] / "content"
BOOKLETS = Shelf.open([CONTENT]).read_all()
SECTIONS = [section for booklet in BOOKLETS for section in booklet.sections]


def passage(kind: PassageKind, text: str = "", **more: object) -> Passage:
    return Passage(f"id-{text[:8]}", kind, (Run(text),), **more)  # type: ignore[arg-type]


def row(ident: str, *cells: str, header: bool = False) -> Passage:
    runs = tuple((Run(cell),) for cell in cells)
    return Passage(ident, PassageKind.TABLE_ROW, cells=runs, is_header=header, group=1)


def said(*passages: Passage) -> list[tuple[str, str]]:
    sentences = section_sentences(Section("s", "S", passages))
    return [(one.lead, one.text) for one in sentences]


def test_a_paragraph_is_said_sentence_by_sentence_where_it_stands() -> None:
    one = passage(PassageKind.PARAGRAPH, "Drink tea. It is hot.")
    assert section_sentences(Section("s", "S", (one,))) == (
        Sentence(one.id, "Drink tea.", 0, 10),
        Sentence(one.id, "It is hot.", 11, 21),
    )


def test_the_number_of_an_item_is_said_and_a_bullet_is_not() -> None:
    assert said(
        passage(PassageKind.LIST_ITEM, "Water. Tea.", marker="2."),
        passage(PassageKind.LIST_ITEM, "Milk", marker="•"),
        passage(PassageKind.LIST_ITEM, "More", marker=""),
    ) == [("Number 2.", "Water."), ("", "Tea."), ("", "Milk"), ("", "More")]


def test_a_box_is_named_once() -> None:
    boxed = {"callout": Callout.IMPORTANT, "group": 3}
    assert said(
        passage(PassageKind.PARAGRAPH, "One.", **boxed),
        passage(PassageKind.PARAGRAPH, "Two.", **boxed),
        passage(PassageKind.PARAGRAPH, "Out."),
        passage(PassageKind.LIST_ITEM, "In.", marker="1.", callout=Callout.NOTE, group=4),
    ) == [("Important.", "One."), ("", "Two."), ("", "Out."), ("Note. Number 1.", "In.")]


def test_a_table_is_read_row_by_row_each_cell_after_its_heading() -> None:
    rows = (row("h", "Drink", "Before", header=True), row("r", "Water", "Much. More."))
    assert section_sentences(Section("s", "S", rows)) == (
        Sentence("r", "Water", 0, 5, "Drink:"),
        Sentence("r", "Much.", 8, 13, "Before:"),
        Sentence("r", "More.", 14, 19),
    )


def test_a_table_of_heads_alone_is_read_too() -> None:
    assert said(row("h", "Drink", "Before", header=True)) == [("", "Drink"), ("", "Before")]


def test_a_cell_more_than_there_are_heads_is_said_without_one() -> None:
    rows = (row("h", "Drink", header=True), row("r", "Water", "Much"))
    assert said(*rows) == [("Drink:", "Water"), ("", "Much")]


def test_all_that_a_picture_shows_is_said_for_the_whole_of_it() -> None:
    figure = Figure("a.svg", "A line", "It is a line. It is long.\nIt ends.")
    one = Passage("f", PassageKind.FIGURE, figure=figure)
    assert section_sentences(Section("s", "S", (one,))) == (
        Sentence("f", "It is a line.", lead="Picture."),
        Sentence("f", "It is long."),
        Sentence("f", "It ends."),
    )


def test_a_picture_without_a_full_text_is_said_by_its_short_one() -> None:
    one = Passage("f", PassageKind.FIGURE, figure=Figure("a.svg", "A line"))
    assert said(one) == [("Picture.", "A line")]


def test_a_definition_is_said_with_its_term_and_a_footnote_with_its_number() -> None:
    definition = Passage("d", PassageKind.DEFINITION, (Run("Hot water."),), term=(Run("Tea"),))
    footnote = passage(PassageKind.FOOTNOTE, "Not always.", marker="1")
    assert said(definition, footnote) == [("", "Tea: Hot water."), ("Footnote 1.", "Not always.")]


def test_the_mark_of_a_footnote_is_not_said() -> None:
    runs = (Run("Tea is hot."), Run("1", footnote="1"), Run(" Take care."))
    assert said(Passage("p", PassageKind.PARAGRAPH, runs)) == [
        ("", "Tea is hot."),
        ("", "Take care."),
    ]


def test_of_nothing_nothing_is_said() -> None:
    assert said(passage(PassageKind.PARAGRAPH, "")) == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.id)
def test_every_letter_of_the_bundled_booklets_is_said_in_order(section: Section) -> None:
    sentences = section_sentences(section)
    order = [one.id for one in section.passages]
    at = [order.index(sentence.passage) for sentence in sentences]
    assert at == sorted(at)
    for one in section.passages:
        mine = [sentence for sentence in sentences if sentence.passage == one.id]
        if one.is_header:
            assert mine == []
            continue
        if one.figure is not None:
            assert " ".join(s.text for s in mine) == " ".join(one.figure.full_text.split())
            continue
        assert [one.text[s.start : s.end] for s in mine] == [s.text for s in mine]
        letters = "".join(filter(str.isalnum, "".join(s.text for s in mine)))
        assert letters == "".join(filter(str.isalnum, one.text))


def test_heads_of_the_bundled_tables_are_said_before_each_cell() -> None:
    (section,) = [s for s in SECTIONS if any(p.is_header for p in s.passages)][:1]
    heads = next(p for p in section.passages if p.is_header).cells
    leads = [s.lead for s in section_sentences(section) if s.lead.endswith(":")]
    assert leads[: len(heads)] == [f"{text_of(head)}:" for head in heads]


def test_the_booklets_are_there() -> None:
    assert all(isinstance(booklet, Booklet) for booklet in BOOKLETS)
    assert len(SECTIONS) > 20
