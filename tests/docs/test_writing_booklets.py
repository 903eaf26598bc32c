"""The example in docs/writing-booklets.md is a booklet, and its rules are those of the check."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.booklet.front_matter import COVERS
from reader.booklet.html import booklet_html
from reader.booklet.model import Gate, PassageKind
from reader.booklet.reading import read_booklet
from reader.check import lists, pronunciation, reading_ease, shape
from reader.check.checking import check_folders
from reader.check.ease import load_ease
from reader.check.finding import Rule
from reader.shelf.contacts import read_contacts
from reader.shelf.glossary import read_glossary
from reader.shelf.ideas import read_ideas
from reader.shelf.pronunciation import read_pronunciation

if TYPE_CHECKING:
    from reader.booklet.model import Booklet

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "writing-booklets.md").read_text(encoding="utf-8")
PARTS = re.findall(r'^```\w+ title="([^"]+)"\n(.*?)^```$', DOCUMENT, re.MULTILINE | re.DOTALL)
TODAY = date(2026, 11, 21)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """The example, laid out as the document says."""
    for name, text in PARTS:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def booklet(shelf: Path) -> Booklet:
    return read_booklet(shelf / "tea")


def test_the_example_is_whole() -> None:
    assert sorted(name for name, _ in PARTS) == [
        "contacts.toml",
        "glossary.toml",
        "pronunciation.toml",
        "questions.toml",
        "tea/booklet.md",
        "tea/figures/day.svg",
        "tea/figures/day.txt",
    ]


def test_there_is_nothing_to_mend_in_the_example(shelf: Path) -> None:
    assert check_folders([shelf], TODAY, load_ease()) == ()


def test_a_slip_in_the_example_would_be_found(shelf: Path) -> None:
    path = shelf / "tea" / "booklet.md"
    path.write_text(path.read_text(encoding="utf-8").replace("(#ask)", "(#asks)"), encoding="utf-8")
    assert len(check_folders([shelf], TODAY, load_ease())) == 1


def test_the_example_shows_all_that_a_booklet_can_hold(booklet: Booklet) -> None:
    passages = [passage for section in booklet.sections for passage in section.passages]
    assert {passage.kind for passage in passages} == set(PassageKind)
    assert [section.gate for section in booklet.sections].count(Gate.OUTLOOK) == 1
    assert any(passage.callout for passage in passages)
    assert any(section.facts for section in booklet.sections)
    assert {passage.level for passage in passages if passage.kind is PassageKind.HEADING} == {2, 3}
    assert all(passage.figure.full_text for passage in passages if passage.figure)


def test_the_example_can_be_shown(booklet: Booklet) -> None:
    html = booklet_html(booklet)
    assert "Tea before your test" in html
    assert "facts:" not in html


def test_the_lists_of_the_example_are_read(shelf: Path) -> None:
    assert [term.id for term in read_glossary(shelf)] == ["scan"]
    assert [contact.id for contact in read_contacts(shelf)] == ["tea-line"]
    assert [idea.section for idea in read_ideas(shelf).ideas] == ["tea#drink"]
    assert [saying.said for saying in read_pronunciation(shelf)] == ["M R I", "bracka"]


def test_every_rule_of_the_check_is_explained() -> None:
    explained = set(re.findall(r"^\| `([a-z-]+)` \|", DOCUMENT, re.MULTILINE))
    assert explained == set(Rule)


@pytest.mark.parametrize(
    ("rule", "numbers"),
    [
        ("long-sentence", [reading_ease.SENTENCE_WORDS]),
        ("reading-age", [int(reading_ease.SECTION_AGE), int(reading_ease.MEAN_AGE)]),
        ("pronunciation", [pronunciation.MOST_SAID]),
        ("picture", [shape.ALTERNATIVE_CHARACTERS]),
        (
            "limit",
            [
                shape.TITLE_CHARACTERS,
                shape.SUMMARY_CHARACTERS,
                shape.PARAGRAPH_WORDS,
                shape.SECTION_WORDS,
            ],
        ),
    ],
)
def test_the_numbers_are_those_of_the_check(rule: str, numbers: list[int]) -> None:
    (row,) = re.findall(rf"^\| `{rule}` \| (.*) \|$", DOCUMENT, re.MULTILINE)
    assert list(map(int, re.findall(r"\d+", row))) == numbers


def test_small_numbers_are_those_of_the_check() -> None:
    assert f"fewer than {reading_ease.FEWEST_WORDS} words" in DOCUMENT
    assert (shape.TABLE_COLUMNS, "five columns at most" in DOCUMENT) == (5, True)
    assert (lists.MOST_STARTERS, "six starters at most" in DOCUMENT) == (6, True)
    assert (lists.MEANING_SENTENCES, "one or two sentences" in DOCUMENT) == (2, True)
    assert all(cover in DOCUMENT for cover in COVERS)
