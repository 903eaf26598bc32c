"""The booklets that come with the reader."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reader.booklet.front_matter import read_front_matter
from reader.booklet.html import booklet_html
from reader.booklet.reading import read_booklet
from reader.booklet.text import booklet_text
from tests.booklet.pages import parse_page

CONTENT = Path(__file__).parents[2] / "content"
FOLDERS = sorted(path.parent for path in CONTENT.glob("*/booklet.md"))
IDS = [folder.name for folder in FOLDERS]


def test_both_are_there() -> None:
    assert IDS == ["recurrence", "surgery"]


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_it_reads(folder: Path) -> None:
    booklet = read_booklet(folder)
    assert booklet.id == folder.name
    assert booklet.word_count > 1000
    assert booklet.is_clinically_reviewed is False
    ids = [passage.id for part in booklet.sections for passage in part.passages]
    assert len(ids) == len(set(ids))
    assert all(passage.text for part in booklet.sections for passage in part.passages)


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_its_renderings_hold_every_passage(folder: Path) -> None:
    booklet = read_booklet(folder)
    page, text = parse_page(booklet_html(booklet)).text, booklet_text(booklet)
    for part in booklet.sections:
        assert part.title in page
        for passage in part.passages:
            if not passage.cells and not passage.term:
                assert passage.text in page
                assert passage.text in text


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_its_front_matter_foretells_it(folder: Path) -> None:
    front, booklet = read_front_matter(folder), read_booklet(folder)
    assert front.section_titles == tuple((part.id, part.title) for part in booklet.sections)
    assert abs(front.word_count_estimate - booklet.word_count) <= booklet.word_count * 0.02


def test_links_between_them_lead_somewhere() -> None:
    booklets = {folder.name: read_booklet(folder) for folder in FOLDERS}
    links = {
        run.link
        for booklet in booklets.values()
        for part in booklet.sections
        for passage in part.passages
        for runs in (passage.runs, passage.term, *passage.cells)
        for run in runs
        if run.link and not run.link.startswith(("#", "https:"))
    }
    assert links
    for link in links:
        booklet_id, _, section_id = link.partition("#")
        assert not section_id or booklets[booklet_id].section(section_id)


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_it_is_read_quickly(folder: Path) -> None:
    """Some 15 ms on the slowest machine of ours; ten times that is a mistake, not a slow day."""
    read_booklet(folder)
    began = time.process_time()
    read_booklet(folder)
    assert time.process_time() - began < 0.15
