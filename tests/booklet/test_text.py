"""Booklets as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.booklet.reading import read_booklet
from reader.booklet.text import booklet_text, passage_text, section_text
from tests.booklet.making import SVG, section

if TYPE_CHECKING:
    from tests.booklet.conftest import MakeFolder, ReadBody


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One **two**.\n\nThree.", "One two.\n\nThree."),
        ("One.\n\n### Part\n\nTwo.", "One.\n\nPart\n\nTwo."),
        ("- a\n    - b\n\n    c\n\n- d", "• a\n  • b\n  c\n• d"),
        ("9. a\n10. b", "9. a\n10. b"),
        ("One.\n\n- a\n\nTwo.", "One.\n\n• a\n\nTwo."),
        ("- a\n\n1. b", "• a\n\n1. b"),
        ("| A | B |\n|---|---|\n| c | d |", "A | B\nc | d"),
        (
            "Tea\n:   Leaves.\n\n    Water.\n\nCup\n:   China.",
            "Tea: Leaves.\n  Water.\nCup: China.",
        ),
        ("> [!note]\n> One.\n>\n> - a\n> - b\n\nTwo.", "Note:\n\nOne.\n\n• a\n• b\n\nTwo."),
        ("> [!note]\n> One.\n\n> [!important]\n> Two.", "Note:\n\nOne.\n\nImportant:\n\nTwo."),
        ("One[^a] two.\n\n[^a]: Note.\n\n    More.", "One[1] two.\n\n[1] Note.\n  More."),
        ("[words](https://www.example.org)", "words"),
    ],
)
def test_a_section(read: ReadBody, text: str, expected: str) -> None:
    (part,) = read(section(text)).sections
    assert section_text(part) == f"Why tea\n-------\n\n{expected}\n"


def test_a_figure_is_told_by_its_words(make_folder: MakeFolder) -> None:
    folder = make_folder(section("![A cup](cup.svg)"))
    (folder / "cup.svg").write_bytes(SVG)
    (part,) = read_booklet(folder).sections
    assert passage_text(part.passages[1]) == "[Picture: A cup]"


def test_all_that_a_figure_shows_stands_below_it(make_folder: MakeFolder) -> None:
    folder = make_folder(section("![A cup](cup.svg)"))
    (folder / "cup.svg").write_bytes(SVG)
    (folder / "cup.txt").write_text("It is blue.\n\nIt is full.", encoding="utf-8")
    (part,) = read_booklet(folder).sections
    assert section_text(part).endswith("\n\n[Picture: A cup]\nIt is blue.\nIt is full.\n")


def test_a_passage_alone(read: ReadBody) -> None:
    (part,) = read(section("> [!note]\n> Ask[^1].\n\n[^1]: Note.")).sections
    assert [passage_text(passage) for passage in part.passages] == [
        "Why tea",
        "Ask[1].",
        "[1] Note.",
    ]


def test_a_booklet(read: ReadBody) -> None:
    booklet = read(section("One.") + section("Two.", "## Later {#later}"))
    assert booklet_text(booklet) == (
        "All about tea\n=============\n\nWhat to ask before you drink it\n"
        "All about tea, edition of November 2026. Retells “Tea and you” by The Tea Board, "
        "version 2.6, last updated August 2022.\n\n"
        "Why tea\n-------\n\nOne.\n\nLater\n-----\n\nTwo.\n"
    )
