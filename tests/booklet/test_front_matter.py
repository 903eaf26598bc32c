"""The front matter: what a shelf knows of a booklet before its text is parsed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.booklet.dates import YearMonth
from reader.booklet.front_matter import COVERS, read_front_matter
from reader.booklet.model import Source
from reader.booklet.reading import read_booklet
from tests.booklet.making import BODY_LINE, FRONT, section

if TYPE_CHECKING:
    from tests.booklet.conftest import MakeFolder

ROOT = Path(__file__).parents[2]


def test_every_field_is_read(make_folder: MakeFolder) -> None:
    folder = make_folder(section("Words.") + section("More.", "## Later on {#later}"))
    front = read_front_matter(folder)
    assert (front.id, front.title) == ("tea", "All about tea")
    assert front.summary == "What to ask before you drink it"
    assert (front.language, front.edition) == ("en-GB", YearMonth(2026, 11))
    assert front.source == Source(
        title="Tea and you",
        publisher="The Tea Board",
        updated=YearMonth(2022, 8),
        review_due=YearMonth(2024, 8),
        reviewers=("Dr A. Leaf", "Dr B. Pot"),
        edition="2.6",
    )
    assert (front.is_clinically_reviewed, front.cover, front.folder) == (False, "teal", folder)
    assert front.section_titles == (("why", "Why tea"), ("later", "Later on"))
    assert front.body.startswith("## Why tea")
    assert front.body_line == BODY_LINE


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        ('cover = "teal"\n', "", "cover", COVERS[0]),
        ('cover = "teal"', 'cover = "ochre"', "cover", "ochre"),
        (
            "clinically_reviewed = false",
            "clinically_reviewed = true",
            "is_clinically_reviewed",
            True,
        ),
        ('language = "en-GB"', 'language = "cy"', "language", "cy"),
        ('title = "All about tea"', 'title = " All  about tea "', "title", "All about tea"),
        ('id = "tea"', 'id = "tea-2"', "id", "tea-2"),
    ],
)
def test_values_that_are_allowed(
    make_folder: MakeFolder, old: str, new: str, field: str, value: object
) -> None:
    front = read_front_matter(make_folder(section("Words."), front=FRONT.replace(old, new)))
    assert getattr(front, field) == value


def test_a_source_does_without_an_edition_and_without_reviewers(make_folder: MakeFolder) -> None:
    bare = FRONT.replace('edition = "2.6"\n', "").replace('["Dr A. Leaf", "Dr B. Pot"]', "[]")
    source = read_front_matter(make_folder(section("Words."), front=bare)).source
    assert (source.edition, source.reviewers) == ("", ())


def test_the_booklet_agrees_with_its_front_matter(make_folder: MakeFolder) -> None:
    folder = make_folder(section("Words.") + section("More.", "## Later {#later}"))
    front, booklet = read_front_matter(folder), read_booklet(folder)
    for name in ("id", "title", "summary", "language", "edition", "source", "cover", "folder"):
        assert getattr(front, name) == getattr(booklet, name)
    assert front.is_clinically_reviewed == booklet.is_clinically_reviewed
    assert front.section_titles == tuple((part.id, part.title) for part in booklet.sections)


def test_the_estimate_of_words_is_close(make_folder: MakeFolder) -> None:
    body = section(
        "<!-- facts: R-1 R-2 -->\n\nSome **strong** words, [a link](#why) and *more*.\n\n"
        "### A heading\n\n- one\n- two words\n\n| A | B |\n|---|---|\n| c d | e |\n\n"
        "> [!note]\n> Boxed words.\n\nTerm\n:   Its meaning.\n" + "\nPlain words stand here." * 20
    )
    folder = make_folder(body)
    estimate, exact = read_front_matter(folder).word_count_estimate, read_booklet(folder).word_count
    assert abs(estimate - exact) <= exact * 0.05


def test_the_estimate_of_minutes_is_at_least_one(make_folder: MakeFolder) -> None:
    assert read_front_matter(make_folder(section("Few."))).minutes_to_read == 1
    assert read_front_matter(make_folder(section("word " * 400))).minutes_to_read == 3


def test_carriage_returns_and_tabs_are_taken(make_folder: MakeFolder) -> None:
    folder = make_folder(section("Words.\n\n-\tone"))
    path = folder / "booklet.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_front_matter(folder).title == "All about tea"
    assert [passage.text for passage in read_booklet(folder).sections[0].passages] == [
        "Why tea",
        "Words.",
        "one",
    ]


def test_reading_it_imports_no_markdown() -> None:
    program = (
        "import sys, reader.booklet.front_matter, reader.booklet.review\n"
        "sys.exit('markdown' in sys.modules or 'xml.etree.ElementTree' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert done.returncode == 0
