"""Markdown that booklets know, and the passages it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.booklet.model import Callout, Figure, Gate, Passage, PassageKind, text_of
from tests.booklet.making import SVG, section

if TYPE_CHECKING:
    from tests.booklet.conftest import MakeFolder, ReadBody

H, P, L, D, T, F, N = (
    PassageKind.HEADING,
    PassageKind.PARAGRAPH,
    PassageKind.LIST_ITEM,
    PassageKind.DEFINITION,
    PassageKind.TABLE_ROW,
    PassageKind.FIGURE,
    PassageKind.FOOTNOTE,
)
NOTE, IMPORTANT = Callout.NOTE, Callout.IMPORTANT

Short = tuple[object, ...]


def body_of(read: ReadBody, text: str) -> tuple[Passage, ...]:
    """The passages below the section's heading."""
    return read(section(text)).sections[0].passages[1:]


def short(passages: tuple[Passage, ...]) -> list[tuple[PassageKind, str]]:
    return [(passage.kind, passage.text) for passage in passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", [(P, "One."), (P, "Two.")]),
        ("One\nand the same.", [(P, "One and the same.")]),
        ("Hard  \nbreak.", [(P, "Hard break.")]),
        ("  \n\nOne.\n   \n", [(P, "One.")]),
        ("One.\n### Part\nTwo.", [(P, "One."), (H, "Part"), (P, "Two.")]),
        ("### Part **two** ###", [(H, "Part two")]),
        ("- a\n### Part\n- b", [(L, "a"), (H, "Part"), (L, "b")]),
        ("One.\n\n<!-- hidden -->\n\nTwo.", [(P, "One."), (P, "Two.")]),
        ("One.\n\n<!-- hidden\nand more\n-->\n\nTwo.", [(P, "One."), (P, "Two.")]),
        ("A <!-- shown --> one.", [(P, "A <!-- shown --> one.")]),
        ("<b>Raw</b> &amp; &lt;", [(P, "<b>Raw</b> &amp; &lt;")]),
        ("<script>x()</script>\n\n<div>\n\ny\n\n</div>", [
            (P, "<script>x()</script>"), (P, "<div>"), (P, "y"), (P, "</div>")]),
        ("<me@example.org> wrote", [(P, "<me@example.org> wrote")]),
        (r"\# no heading, 5 \* 3, a\_b", [(P, "# no heading, 5 * 3, a_b")]),
        (r"\[no link\](x)", [(P, "[no link](x)")]),
        ("2 * 3 * 4 and snake_case_word", [(P, "2 * 3 * 4 and snake_case_word")]),
        ('"Quotes" -- and ... dots (c)', [(P, '"Quotes" -- and ... dots (c)')]),
        ("In [brackets] and [^ alone", [(P, "In [brackets] and [^ alone")]),
        ("1986\\. A year.", [(P, "1986. A year.")]),
        ("A non\u00a0breaking space", [(P, "A non\u00a0breaking space")]),
        ("Naïve café — “quoted” 😀", [(P, "Naïve café — “quoted” 😀")]),
        ("a < b > c", [(P, "a < b > c")]),
        ("x | y", [(P, "x | y")]),
        ("Ratio: 3:1", [(P, "Ratio: 3:1")]),
    ],
)  # fmt: skip
def test_plain_blocks(read: ReadBody, text: str, expected: list[tuple[PassageKind, str]]) -> None:
    assert short(body_of(read, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b", [("a", 1, "•", 1), ("b", 1, "•", 1)]),
        ("* a\n* b", [("a", 1, "•", 1), ("b", 1, "•", 1)]),
        ("- a\n\n- b", [("a", 1, "•", 1), ("b", 1, "•", 1)]),
        ("1. a\n2. b\n7. c", [("a", 1, "1.", 1), ("b", 1, "2.", 1), ("c", 1, "3.", 1)]),
        ("4. a\n5. b", [("a", 1, "4.", 1), ("b", 1, "5.", 1)]),
        ("- a\n  goes on\n- b", [("a goes on", 1, "•", 1), ("b", 1, "•", 1)]),
        ("- a\n    - b\n        - c\n- d", [
            ("a", 1, "•", 1), ("b", 2, "•", 1), ("c", 3, "•", 1), ("d", 1, "•", 1)]),
        ("1. a\n    - b\n    - c\n2. d", [
            ("a", 1, "1.", 1), ("b", 2, "•", 1), ("c", 2, "•", 1), ("d", 1, "2.", 1)]),
        ("- a\n    3. b\n    4. c", [("a", 1, "•", 1), ("b", 2, "3.", 1), ("c", 2, "4.", 1)]),
        ("- a\n\n    more\n\n- b", [("a", 1, "•", 1), ("more", 1, "", 1), ("b", 1, "•", 1)]),
        ("- a\n\n    - b\n\n    after", [("a", 1, "•", 1), ("b", 2, "•", 1), ("after", 1, "", 1)]),
        ("- a\n\n1. b", [("a", 1, "•", 1), ("b", 1, "1.", 2)]),
        ("1. a\n\n- b", [("a", 1, "1.", 1), ("b", 1, "•", 2)]),
        ("- **a** and [b](#why)", [("a and b", 1, "•", 1)]),
    ],
)  # fmt: skip
def test_lists(read: ReadBody, text: str, expected: list[Short]) -> None:
    found = body_of(read, text)
    assert {passage.kind for passage in found} == {L}
    assert [(each.text, each.level, each.marker, each.group) for each in found] == expected


def test_twelve_levels_of_list(read: ReadBody) -> None:
    found = body_of(read, "\n".join(f"{'    ' * depth}- at {depth + 1}" for depth in range(12)))
    assert [(each.text, each.level) for each in found] == [(f"at {n}", n) for n in range(1, 13)]


def test_a_table(read: ReadBody) -> None:
    text = "| Trial | Who |\n|:---|--:|\n| **DESKTOP** 3 | 407 women |\n| a \\| b | |"
    found = body_of(read, text)
    assert [(each.kind, each.text, each.is_header, each.group) for each in found] == [
        (T, "Trial · Who", True, 1),
        (T, "DESKTOP 3 · 407 women", False, 1),
        (T, "a | b · ", False, 1),
    ]
    assert [text_of(cell) for cell in found[1].cells] == ["DESKTOP 3", "407 women"]
    assert found[1].cells[0][0].strong
    assert found[1].runs == ()


def test_a_table_of_as_many_rows_as_are_allowed(read: ReadBody) -> None:
    rows = "\n".join(f"| {n} | row |" for n in range(200))
    assert len(body_of(read, f"| N | What |\n|---|---|\n{rows}")) == 201


def test_definitions(read: ReadBody) -> None:
    tea = "Tea\n:   Leaves in *water*.\n\n    And milk."
    text = f"{tea}\n\nCup\nMug\n:   What **holds** it.\n:   Or breaks."
    found = body_of(read, text)
    assert [(each.kind, text_of(each.term), text_of(each.runs), each.group) for each in found] == [
        (D, "Tea", "Leaves in water.", 1),
        (D, "", "And milk.", 1),
        (D, "Cup, Mug", "What holds it.", 1),
        (D, "", "Or breaks.", 1),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> [!note]\n> One.\n>\n> Two.", [(P, "One.", NOTE, 1), (P, "Two.", NOTE, 1)]),
        ("> [!important]\n> One.", [(P, "One.", IMPORTANT, 1)]),
        ("> [!note] One.", [(P, "One.", NOTE, 1)]),
        ("> [!note]\n>\n> **One**.", [(P, "One.", NOTE, 1)]),
        ("> [!note]\n> Ask:\n>\n> - a\n>     - b\n> - c", [
            (P, "Ask:", NOTE, 1), (L, "a", NOTE, 1), (L, "b", NOTE, 1), (L, "c", NOTE, 1)]),
        ("> [!note]\n> - a", [(L, "a", NOTE, 1)]),
        ("> [!note]\n> One.\n\n> [!important]\n> Two.", [
            (P, "One.", NOTE, 1), (P, "Two.", IMPORTANT, 2)]),
        ("> [!note]\n> One.\n\n> [!note]\n> Two.", [(P, "One.", NOTE, 1), (P, "Two.", NOTE, 2)]),
        ("> [!note]\n> One.\n>\n> [!important]\n> Two.", [
            (P, "One.", NOTE, 1), (P, "Two.", IMPORTANT, 2)]),
        ("Before.\n> [!note]\n> One.\n\nAfter.", [
            (P, "Before.", None, 0), (P, "One.", NOTE, 1), (P, "After.", None, 0)]),
        ("- a\n> [!note]\n> One.", [(L, "a", None, 1), (P, "One.", NOTE, 2)]),
        ("> [!note]\n> One.\n### Part", [(P, "One.", NOTE, 1), (H, "Part", None, 0)]),
    ],
)  # fmt: skip
def test_callouts(read: ReadBody, text: str, expected: list[Short]) -> None:
    found = body_of(read, text)
    assert [(each.kind, each.text, each.callout, each.group) for each in found] == expected


def test_a_list_in_a_callout_keeps_levels_and_markers(read: ReadBody) -> None:
    found = body_of(read, "> [!note]\n> 2. a\n>     - b")
    assert [(each.level, each.marker) for each in found] == [(1, "2."), (2, "•")]


def test_groups_are_counted_in_a_section(read: ReadBody) -> None:
    text = "- a\n\nWords.\n\n- b\n\n| A | B |\n|---|---|\n| c | d |\n\n> [!note]\n> e\n\nf\n:   g"
    assert [each.group for each in body_of(read, text)] == [1, 0, 2, 3, 3, 4, 5]
    booklet = read(section("- a") + section("- b", "## B {#b}"))
    assert [part.passages[1].group for part in booklet.sections] == [1, 1]


def test_a_figure(make_folder: MakeFolder, read: ReadBody) -> None:
    figures = make_folder("") / "figures"
    figures.mkdir()
    (figures / "cup.svg").write_bytes(SVG)
    (found,) = body_of(read, "![A *cup* of\u00a0tea](figures/cup.svg)")
    assert found.kind is F
    assert found.figure == Figure("figures/cup.svg", "A *cup* of\u00a0tea".replace("\u00a0", " "))
    assert found.text == "A *cup* of tea"


def test_footnotes_are_numbered_as_they_are_pointed_at(read: ReadBody) -> None:
    text = "One[^z] two[^a], again[^z].\n\n[^a]: About *two*.\n[^z]: About one.\n\n    And more.\n"
    found = body_of(read, text)
    assert [(run.text, run.footnote) for run in found[0].runs] == [
        ("One", ""), ("1", "1"), (" two", ""), ("2", "2"), (", again", ""), ("1", "1"), (".", ""),
    ]  # fmt: skip
    assert [(each.kind, each.text, each.marker) for each in found] == [
        (P, "One two, again.", ""),
        (N, "About one.", "1"),
        (N, "And more.", ""),
        (N, "About two.", "2"),
    ]


def test_footnotes_begin_anew_in_each_section(read: ReadBody) -> None:
    part = "One[^1].\n\n[^1]: Note."
    booklet = read(section(part) + section(part, "## B {#b}"))
    assert [each.passages[-1].marker for each in booklet.sections] == ["1", "1"]


def test_a_footnote_is_pointed_at_from_list_table_and_box(read: ReadBody) -> None:
    text = (
        "> [!note]\n> a[^1]\n\n- b[^2]\n\n| c[^3] | d |\n|---|---|\n| e | f |\n\n"
        "[^1]: One.\n\n[^2]: Two.\n\n[^3]: Three."
    )
    found = body_of(read, text)
    assert [each.text for each in found if each.kind is N] == ["One.", "Two.", "Three."]


def test_a_section_has_heading_gate_and_facts(read: ReadBody) -> None:
    booklet = read(
        section("<!-- facts: R-10 R-11 -->\n\nWords.\n\n<!-- facts: R-11, S-2 -->")
        + section("More.", "## How  long {#long gate=outlook}")
        + section("More.", '## Quoted {#quoted gate="outlook"}')
    )
    first, second, third = booklet.sections
    assert (first.id, first.title, first.gate) == ("why", "Why tea", None)
    assert first.facts == ("R-10", "R-11", "S-2")
    assert (second.title, second.gate, second.facts) == ("How long", Gate.OUTLOOK, ())
    assert third.gate is Gate.OUTLOOK
    heading = first.passages[0]
    assert (heading.kind, heading.text, heading.level) == (H, "Why tea", 2)


def test_comments_may_stand_before_the_first_section(read: ReadBody) -> None:
    assert read("\n<!-- by the publisher -->\n\n" + section("Words.")).sections[0].id == "why"


def test_a_sub_heading_is_of_level_three(read: ReadBody) -> None:
    (found,) = body_of(read, "### Part")
    assert (found.kind, found.level) == (H, 3)
