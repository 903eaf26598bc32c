"""Booklets as data for JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.booklet.data import booklet_data, section_data
from reader.booklet.passage_id import passage_id
from reader.booklet.reading import read_booklet
from tests.booklet.making import SVG, section

if TYPE_CHECKING:
    from tests.booklet.conftest import MakeFolder, ReadBody


def test_a_booklet(read: ReadBody) -> None:
    booklet = read(section("One.") + section("Two.", "## Later {#later gate=outlook}"))
    data = booklet_data(booklet)
    assert {key: value for key, value in data.items() if key != "sections"} == {
        "id": "tea",
        "title": "All about tea",
        "summary": "What to ask before you drink it",
        "language": "en-GB",
        "edition": "2026-11",
        "clinically_reviewed": False,
        "cover": "teal",
        "source": {
            "title": "Tea and you",
            "publisher": "The Tea Board",
            "edition": "2.6",
            "updated": "2022-08",
            "review_due": "2024-08",
            "reviewers": ["Dr A. Leaf", "Dr B. Pot"],
        },
        "words": 5,
        "minutes_to_read": 1,
    }
    assert data["sections"] == [section_data(part) for part in booklet.sections]


def test_a_section(read: ReadBody) -> None:
    (part,) = read(section("<!-- facts: R-1 -->\n\nOne.", "## Why {#why gate=outlook}")).sections
    assert section_data(part) == {
        "id": "why",
        "title": "Why",
        "gate": "outlook",
        "facts": ["R-1"],
        "passages": [
            {
                "id": passage_id("Why"),
                "kind": "heading",
                "text": "Why",
                "runs": [{"text": "Why"}],
                "level": 2,
            },
            {
                "id": passage_id("One."),
                "kind": "paragraph",
                "text": "One.",
                "runs": [{"text": "One."}],
            },
        ],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "**a** *b*[^1] [c](#why)\n\n[^1]: d",
            {
                "kind": "paragraph",
                "text": "a b c",
                "runs": [
                    {"text": "a", "strong": True},
                    {"text": " "},
                    {"text": "b", "emphasis": True},
                    {"text": "1", "footnote": "1"},
                    {"text": " "},
                    {"text": "c", "link": "#why"},
                ],
            },
        ),
        (
            "> [!note]\n> 3. a",
            {
                "kind": "list-item",
                "text": "a",
                "runs": [{"text": "a"}],
                "level": 1,
                "marker": "3.",
                "callout": "note",
                "group": 1,
            },
        ),
        (
            "| A | B |\n|---|---|\n| c | d |",
            {
                "kind": "table-row",
                "text": "A · B",
                "cells": [[{"text": "A"}], [{"text": "B"}]],
                "header": True,
                "group": 1,
            },
        ),
        (
            "Tea\n:   Leaves",
            {
                "kind": "definition",
                "text": "Tea: Leaves",
                "runs": [{"text": "Leaves"}],
                "term": [{"text": "Tea"}],
                "group": 1,
            },
        ),
    ],
)
def test_a_passage(read: ReadBody, text: str, expected: dict[str, object]) -> None:
    (part,) = read(section(text)).sections
    data = section_data(part)["passages"]
    assert isinstance(data, list)
    found = dict(data[1])
    assert found.pop("id") == part.passages[1].id
    found["runs"] = found.get("runs", [])
    assert found == {"runs": []} | expected


def test_a_figure(make_folder: MakeFolder) -> None:
    folder = make_folder(section("![A cup](cup.svg)"))
    (folder / "cup.svg").write_bytes(SVG)
    data = section_data(read_booklet(folder).sections[0])["passages"]
    assert isinstance(data, list)
    assert data[1]["figure"] == {"source": "cup.svg", "alternative": "A cup", "full_text": ""}
    assert data[1]["text"] == "A cup"


def test_it_goes_through_json_unchanged(read: ReadBody) -> None:
    data = booklet_data(read(section("é “a” <b>\n\n- b\n\n| A | B |\n|---|---|\n| c | d |")))
    assert json.loads(json.dumps(data)) == data
