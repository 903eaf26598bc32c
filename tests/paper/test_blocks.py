"""Passages to blocks: what belongs together, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.booklet.model import Callout, Figure, Passage, PassageKind, Run
from reader.paper.blocks import BlockMaker
from reader.paper.options import SheetOptions
from tests.paper.samples import definition, heading, item, paragraph, passage, row, section

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def maker(tmp_path: Path) -> BlockMaker:
    return BlockMaker(tmp_path, frozenset(("here",)), SheetOptions())


def words(runs: list[dict[str, object]]) -> str:
    return "".join(str(run["text"]) for run in runs)


def listed(block: dict) -> list[object]:
    """A list as its words, each list inside it as a list."""
    found: list[object] = []
    for entry in block["items"]:
        found.append(" / ".join(words(runs) for runs in entry["paragraphs"]))
        found += [listed(inner) for inner in entry["lists"]]
    return found


def test_the_heading_of_the_section_is_not_a_block(maker: BlockMaker) -> None:
    blocks = maker.section(section("a", "A", paragraph("One"), paragraph("Two")))
    assert [(block["kind"], words(block["runs"])) for block in blocks] == [
        ("paragraph", "One"),
        ("paragraph", "Two"),
    ]


def test_items_of_one_list_are_one_block(maker: BlockMaker) -> None:
    blocks = maker.section(
        section("a", "A", item("a"), item("b"), item("c", group=2), paragraph("end"))
    )
    assert [block["kind"] for block in blocks] == ["list", "list", "paragraph"]
    assert [listed(block) for block in blocks[:2]] == [["a", "b"], ["c"]]


def test_deeper_items_belong_to_the_item_before_them(maker: BlockMaker) -> None:
    (block,) = maker.section(
        section(
            "a",
            "A",
            item("a"),
            item("a1", level=2),
            item("a11", level=3),
            item("a2", level=2),
            item("b"),
            item("b1", "1.", level=2),
        )
    )
    assert listed(block) == ["a", ["a1", ["a11"], "a2"], "b", ["b1"]]


def test_an_item_goes_on_in_a_second_paragraph(maker: BlockMaker) -> None:
    (block,) = maker.section(section("a", "A", item("a"), item("more", ""), item("b")))
    assert listed(block) == ["a / more", "b"]


@pytest.mark.parametrize(
    ("markers", "is_ordered", "start"),
    [(("•", "•"), False, 0), (("1.", "2."), True, 1), (("7.", "8."), True, 7), (("",), False, 0)],
)
def test_numbers_go_on_from_the_first(
    markers: tuple[str, ...], is_ordered: bool, start: int, maker: BlockMaker
) -> None:
    (block,) = maker.section(section("a", "A", *(item("x", marker) for marker in markers)))
    assert (block["is-ordered"], block["start"]) == (is_ordered, start)


def test_a_box_holds_its_passages_and_the_next_box_is_another(maker: BlockMaker) -> None:
    def boxed(text: str, group: int, callout: Callout = Callout.NOTE) -> Passage:
        return passage(PassageKind.PARAGRAPH, text, callout=callout, group=group)

    blocks = maker.section(
        section(
            "a",
            "A",
            boxed("a", 1),
            boxed("b", 1),
            boxed("c", 2),
            boxed("d", 3, Callout.IMPORTANT),
            paragraph("e"),
        )
    )
    assert [block.get("label", "") for block in blocks] == ["Note", "Note", "Important", ""]
    assert [len(block.get("blocks", [])) for block in blocks] == [2, 1, 1, 0]


def test_a_term_may_have_several_definitions(maker: BlockMaker) -> None:
    (block,) = maker.section(
        section("a", "A", definition("T", "one"), definition("", "two"), definition("U", "three"))
    )
    found = [
        (words(entry["term"]), [words(runs) for runs in entry["paragraphs"]])
        for entry in block["items"]
    ]
    assert found == [("T", ["one", "two"]), ("U", ["three"])]


def test_footnotes_are_one_block_with_their_marks(maker: BlockMaker) -> None:
    (block,) = maker.section(
        section(
            "a",
            "A",
            passage(PassageKind.FOOTNOTE, "one", marker="1"),
            passage(PassageKind.FOOTNOTE, "still one", marker=""),
            passage(PassageKind.FOOTNOTE, "two", marker="2"),
        )
    )
    assert [(note["marker"], len(note["paragraphs"])) for note in block["items"]] == [
        ("1", 2),
        ("2", 1),
    ]


def test_a_table_is_called_by_the_heading_above_it(maker: BlockMaker) -> None:
    passages = (heading("Trials", 3), row("A", "B", is_header=True), row("1", "2"))
    *_, table = maker.section(section("a", "A", *passages))
    assert table["caption"] == "Trials"
    (table,) = maker.section(section("a", "Title", *passages[1:]))
    assert table["caption"] == "Title"


@pytest.mark.parametrize(
    ("run", "text", "is_bold", "to"),
    [
        (Run("word"), "word", False, ""),
        (Run("word", strong=True), "word", True, ""),
        (Run("word", emphasis=True), "word", True, ""),
        (Run("word", link="#here"), "word", False, "here"),
        (Run("word", link="#elsewhere"), "word", False, ""),
        (Run("word", link="other#here"), "word", False, ""),
        (Run("word", link="https://a.org"), "word (https://a.org)", False, ""),
        (Run("", footnote="2"), "[2]", False, ""),
    ],
)
def test_a_run_becomes_what_paper_can_show(
    run: Run, text: str, is_bold: bool, to: str, maker: BlockMaker
) -> None:
    assert maker.runs((run,)) == [{"text": text, "is-bold": is_bold, "to": to}]


def test_pictures_are_numbered_through_all_sections(maker: BlockMaker, tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    for name in ("figures/a.svg", "b.PNG"):
        (tmp_path / name).write_bytes(name.encode())
    figures = [
        passage(PassageKind.FIGURE, figure=Figure(name, "Alt", "One\n\nTwo"))
        for name in ("figures/a.svg", "b.PNG")
    ]
    (first,) = maker.section(section("a", "A", figures[0]))
    (second,) = maker.section(section("b", "B", figures[1]))
    assert (first["picture"], second["picture"]) == (0, 1)
    assert first["full-text"] == ["One", "Two"]
    assert [(picture.format, picture.data) for picture in maker.pictures] == [
        ("svg", b"figures/a.svg"),
        ("png", b"b.PNG"),
    ]
