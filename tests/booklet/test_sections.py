"""Splitting a body into sections, with lines that can be found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.booklet.model import Gate
from reader.booklet.sections import SectionSource, split_sections

PATH = Path("tea") / "booklet.md"
BODY = """\
<!-- by the publisher -->

## Why {#why}

<!-- facts: R-1 R-2 -->
First words.

## How long {#long gate=outlook}
Second words.
<!-- facts:
R-3, R-1
-->
- third \\*words\\*
"""


@pytest.fixture
def sections() -> tuple[SectionSource, ...]:
    return split_sections(PATH, BODY, 20)


def test_ids_titles_gates_and_facts(sections: tuple[SectionSource, ...]) -> None:
    assert [(each.id, each.title, each.gate, each.facts) for each in sections] == [
        ("why", "Why", None, ("R-1", "R-2")),
        ("long", "How long", Gate.OUTLOOK, ("R-3", "R-1")),
    ]


def test_comments_are_blank_and_lines_keep_their_numbers(
    sections: tuple[SectionSource, ...],
) -> None:
    assert [each.line for each in sections] == [22, 27]
    assert [(n, line) for each in sections for n, line in each.numbered() if line] == [
        (25, "First words."),
        (28, "Second words."),
        (32, "- third \\*words\\*"),
    ]


def test_blocks_mask_what_is_escaped(sections: tuple[SectionSource, ...]) -> None:
    assert list(sections[1].blocks()) == [
        [(28, "Second words.")],
        [(32, "- third xxwordsxx")],
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [("Second", 28), ("third", 32), ("words", 28), ("R-3", 27), ("never", 27), ("", 27)],
)
def test_an_error_is_put_where_its_words_are(
    sections: tuple[SectionSource, ...], words: str, line: int
) -> None:
    error = sections[1].error_at(words, "Wrong.")
    assert (error.line, error.path, error.problem) == (line, PATH, "Wrong.")


def test_the_line_that_begins_with_the_words_goes_first() -> None:
    (found,) = split_sections(PATH, "## A {#a}\nIt says: ask them.\n\n- ask them", 1)
    assert found.error_at("ask them", "Wrong.").line == 4
