"""The booklets that come with the program, printed whole and part by part."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.booklet.reading import read_booklet
from reader.paper.booklet import BookletPaper, booklet_pdf
from reader.paper.options import PaperSize, PrintSize, SheetOptions
from tests.paper.kinds import ENDS
from tests.paper.reading_back import check_tags, faults, page_texts, stray_ink, text_of, tree_of

if TYPE_CHECKING:
    from reader.booklet.model import Booklet
    from reader.paper.press import Press

CONTENT = Path(__file__).parents[2] / "content"
FOLDERS = sorted(path.parent for path in CONTENT.glob("*/booklet.md"))
EVERY_BOOKLET = pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)

pytestmark = pytest.mark.usefixtures("qapp")


@cache
def read(folder: Path) -> Booklet:
    return read_booklet(folder)


def test_there_are_booklets_to_print() -> None:
    assert len(FOLDERS) >= 2


@EVERY_BOOKLET
@pytest.mark.parametrize("size", ENDS)
@pytest.mark.parametrize(
    "paper", [PaperSize.A4, pytest.param(PaperSize.LETTER, marks=pytest.mark.system)]
)
def test_it_is_printed_whole(
    folder: Path, size: PrintSize, paper: PaperSize, press: Press, tmp_path: Path
) -> None:
    pdf = booklet_pdf(
        BookletPaper(read(folder), (), ("Notice.",)), SheetOptions(size, paper), press
    )
    assert pdf.replaced == ()
    assert faults(pdf, tmp_path) == []
    assert stray_ink(pdf, paper) == []
    check_tags(tree_of(pdf))


@EVERY_BOOKLET
def test_every_section_is_printed_by_itself(folder: Path, press: Press) -> None:
    booklet = read(folder)
    for section in booklet.sections:
        text = text_of(booklet_pdf(BookletPaper(booklet, (section.id,), ()), SheetOptions(), press))
        assert section.title in text
        assert "not printed here" not in text


@EVERY_BOOKLET
def test_nothing_behind_a_gate_is_printed_unasked(folder: Path, press: Press) -> None:
    booklet = read(folder)
    text = text_of(booklet_pdf(BookletPaper(booklet, (), ()), SheetOptions(), press))
    for section in booklet.sections:
        words = " ".join(section.passages[1].text.split())[:60]
        assert (words in text) == (section.gate is None), section.id


@EVERY_BOOKLET
@pytest.mark.parametrize("size", ENDS)
def test_no_heading_is_the_last_on_its_page(folder: Path, size: PrintSize, press: Press) -> None:
    booklet = read(folder)
    headings = {
        passage.text
        for section in booklet.sections
        for passage in section.passages
        if passage.level in (2, 3) and passage.kind == "heading"
    }
    for text in page_texts(booklet_pdf(BookletPaper(booklet, (), ()), SheetOptions(size), press)):
        above = text.rpartition(f"{booklet.title} Edition of")[0].strip()
        assert above
        assert not above.endswith(tuple(f". {heading}" for heading in headings))
