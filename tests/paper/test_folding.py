"""A folded pile reads from the first page to the last, and says how it is to be folded."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pypdf
import pytest

from reader.paper import wording
from reader.paper.folding import HOW_TO_FOLD, booklet_order, folded
from reader.paper.options import PaperSize, PrintSize, SheetOptions
from reader.paper.pdf import Pdf
from reader.paper.sheet import blank_sheet, sheet_pdf
from tests.paper.conftest import fresh_press
from tests.paper.kinds import EVERY_SIZE
from tests.paper.samples import SUPPORT_LINE, sheet

if TYPE_CHECKING:
    from reader.paper.press import Press

POINTS = 72 / 25.4


def read_through(sides: tuple[tuple[int | None, int | None], ...]) -> list[int | None]:
    """What somebody meets who folds the pile and turns the leaves."""
    fronts, backs = sides[::2], sides[1::2]
    first_half = [leaf for front, back in zip(fronts, backs, strict=True) for leaf in
                  (front[1], back[0])]  # fmt: skip
    second_half = [leaf for front, back in zip(fronts, backs, strict=True) for leaf in
                   (front[0], back[1])]  # fmt: skip
    return [*first_half, *reversed(second_half)]


@pytest.mark.parametrize("pages", range(1, 41))
def test_the_folded_pile_reads_in_order_and_ends_with_how_to_fold(pages: int) -> None:
    sides = booklet_order(pages)
    leaves = read_through(sides)
    assert leaves[:pages] == list(range(1, pages + 1))
    assert leaves[-1] == HOW_TO_FOLD
    assert leaves[pages:-1] == [None] * (len(leaves) - pages - 1)


@pytest.mark.parametrize("pages", range(1, 41))
def test_sheets_are_whole_and_none_is_wasted(pages: int) -> None:
    sides = booklet_order(pages)
    assert len(sides) % 2 == 0
    assert pages + 1 <= len(sides) * 2 < pages + 1 + 4


def test_twelve_pages_lie_as_a_printer_would_lay_them() -> None:
    assert booklet_order(11) == ((0, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7))


def make(press: Press, size: PrintSize, paper: PaperSize) -> tuple[Pdf, Pdf]:
    options = SheetOptions(size, paper, is_folded=True)
    pages = sheet_pdf(sheet(12), options, press)
    return pages, folded(pages, options, press)


@EVERY_SIZE
def test_two_pages_fill_one_side_of_the_paper_that_was_chosen(
    press: Press, size: PrintSize, paper: PaperSize
) -> None:
    pages, fold = make(press, size, paper)
    width, height = paper.millimetres
    read = pypdf.PdfReader(io.BytesIO(fold.data))
    assert fold.pages == len(read.pages) == len(booklet_order(pages.pages))
    for side in read.pages:
        assert float(side.mediabox.width) == pytest.approx(height * POINTS, abs=0.1)
        assert float(side.mediabox.height) == pytest.approx(width * POINTS, abs=0.1)


@EVERY_SIZE
def test_every_word_of_the_pages_is_on_the_fold_once(
    press: Press, size: PrintSize, paper: PaperSize
) -> None:
    pages, fold = make(press, size, paper)
    said = wording.HOW_TO_FOLD.split() + " ".join(wording.FOLDING).split()
    numbers = [f"{step}." for step in range(1, len(wording.FOLDING) + 1)]
    assert sorted(words_of(fold)) == sorted([*words_of(pages), *said, *numbers])


def words_of(pdf: Pdf) -> list[str]:
    read = pypdf.PdfReader(io.BytesIO(pdf.data))
    return " ".join(page.extract_text() for page in read.pages).split()


def test_the_same_pages_fold_to_the_same_bytes(press: Press) -> None:
    presses = (press, fresh_press())
    once, again = (make(one, PrintSize.LARGE, PaperSize.A4)[1] for one in presses)
    assert once == again


def test_the_pages_that_are_saved_are_tagged_and_the_fold_claims_nothing(press: Press) -> None:
    pages, fold = make(press, PrintSize.CLEAR, PaperSize.A4)
    with pikepdf.open(io.BytesIO(pages.data)) as read:
        assert read.Root.MarkInfo.Marked
        assert b"pdfuaid" in read.Root.Metadata.read_bytes()
    with pikepdf.open(io.BytesIO(fold.data)) as read:
        metadata = read.Root.get("/Metadata")
        assert metadata is None or b"pdfuaid" not in metadata.read_bytes()


def test_one_page_is_one_sheet_with_the_instructions_outside(press: Press) -> None:
    options = SheetOptions(is_folded=True, lines=2)
    one = Pdf(sheet_pdf(blank_sheet((SUPPORT_LINE,)), options, press).data, 1, ("😀",))
    fold = folded(one, options, press)
    assert (fold.pages, fold.replaced) == (2, ("😀",))
    assert booklet_order(1) == ((0, 1), (None, None))
