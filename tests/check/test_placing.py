"""The lines on which passages begin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.booklet.front_matter import read_front_matter
from reader.booklet.model import PassageKind, text_of
from reader.booklet.reading import read_booklet
from reader.booklet.sections import split_sections
from reader.check.placing import passage_lines
from tests.booklet.making import BODY_LINE, FRONT, SVG

CONTENT = Path(__file__).parents[2] / "content"

BODY = """\
## Why tea {#why}

<!-- facts: T-1 -->

Tea is **warm**, says [the board](#why).
It goes on here, and it
is one paragraph.

### The same words {odd}

The same words.

- The same words.
- Milk
    - Cream

> [!note]
> Boxed *words*.
>
> 1. First
> 2. Second

| Cup | Pot |
|---|---|
| **A** | B |

Milk
:   It is white.

![A cup](figures/cup.svg)

See the foot.[^a] The end.

[^a]: Small words.

## Later {#later}
The same words.
"""

LINES = [
    ("Why tea", 1), ("Tea is warm", 5), ("The same words {odd}", 9), ("The same words.", 11),
    ("The same words.", 13), ("Milk", 14), ("Cream", 15), ("Boxed words.", 18), ("First", 20),
    ("Second", 21), ("Cup · Pot", 23), ("A · B", 25), ("Milk: It is white.", 27), ("A cup", 30),
    ("See the foot.", 32), ("Small words.", 34), ("Later", 36), ("The same words.", 37),
]  # fmt: skip


def placed(folder: Path) -> list[tuple[str, int]]:
    booklet, front = read_booklet(folder), read_front_matter(folder)
    sources = split_sections(folder / "booklet.md", front.body, front.body_line)
    return [
        (passage.text, line)
        for source, section in zip(sources, booklet.sections, strict=True)
        for passage, line in zip(
            section.passages, passage_lines(source, section.passages), strict=True
        )
    ]


def test_every_kind_of_passage_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "tea"
    (folder / "figures").mkdir(parents=True)
    (folder / "figures" / "cup.svg").write_bytes(SVG)
    body = BODY.replace(" {odd}", "")
    (folder / "booklet.md").write_text(FRONT + body, encoding="utf-8")

    found = placed(folder)

    wanted = [(words.replace(" {odd}", ""), line) for words, line in LINES]
    assert [line - BODY_LINE + 1 for _, line in found] == [line for _, line in wanted]
    assert all(text.startswith(words) for (text, _), (words, _) in zip(found, wanted, strict=True))


@pytest.mark.parametrize("name", ["recurrence", "surgery"])
def test_in_the_bundled_booklets_each_line_holds_the_first_word_of_its_passage(name: str) -> None:
    lines = (CONTENT / name / "booklet.md").read_text(encoding="utf-8").split("\n")
    found = placed(CONTENT / name)
    assert len(found) > 100
    for text, line in found:
        first = re.findall(r"\w+", text)[0]
        assert first in lines[line - 1], text


@pytest.mark.parametrize("name", ["recurrence", "surgery"])
def test_in_the_bundled_booklets_no_two_passages_are_on_one_line(name: str) -> None:
    lines = [line for _, line in placed(CONTENT / name)]
    assert lines == sorted(set(lines))


def test_words_that_are_nowhere_are_where_the_last_ones_were(tmp_path: Path) -> None:
    (tmp_path / "booklet.md").write_text(FRONT + "## Tea {#tea}\n\nOne.\n", encoding="utf-8")
    section = read_booklet(tmp_path).sections[0]
    front = read_front_matter(tmp_path)
    (source,) = split_sections(tmp_path / "booklet.md", front.body, front.body_line)
    heading, one = section.passages
    stranger = read_booklet(CONTENT / "surgery").sections[0].passages[1]
    assert stranger.kind is PassageKind.PARAGRAPH
    assert text_of(one.runs) == "One."
    at = BODY_LINE
    assert passage_lines(source, (heading, stranger, one)) == (at, at, at + 2)
