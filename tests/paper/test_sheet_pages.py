"""The pages of a question sheet: how many, how large, and where there is ink."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

import pytest

from reader.paper.options import LEAST_LINES, MOST_LINES, PaperSize, PrintSize, SheetOptions
from reader.paper.sheet import (
    blank_sheet,
    sheet_pdf,
)
from tests.paper.conftest import fresh_press
from tests.paper.kinds import EVERY_KIND, EVERY_SIZE, KINDS, PAPERS, SIZES
from tests.paper.reading_back import (
    embedded_fonts,
    font_sizes,
    page_images,
    page_sizes_mm,
    page_texts,
    rows,
    stray_ink,
)
from tests.paper.samples import (
    SOURCE_LINE,
    SUPPORT_LINE,
    asking,
    sheet,
)

if TYPE_CHECKING:
    from reader.paper.pdf import Pdf
    from reader.paper.press import Press

pytestmark = pytest.mark.usefixtures("qapp")


# Where pages end moves with every question; the full walks are for the slower run.
SLOW_COUNTS = [
    pytest.param(count, marks=pytest.mark.system) for count in range(1, 13) if count not in (5, 9)
]
SLOW_EVEN_COUNTS = [
    pytest.param(count, marks=pytest.mark.system)
    for count in range(4, 31, 2)
    if count not in (6, 12)
]


def line_heights_mm(pdf: Pdf) -> list[list[float]]:
    """How far down the pages are the lines to write on that reach the right margin."""
    found = []
    for image in page_images(pdf):
        width = image.width()
        start, end = int(width * 0.6), int(width * 0.88)
        heights: list[float] = []
        for at, row in enumerate(rows(image)):
            is_line = max(row[start:end]) < 200
            if is_line and (not heights or at / 3 - heights[-1] > 1):
                heights.append(at / 3)
        found.append(heights)
    return found


class TestPages:
    @EVERY_KIND
    @EVERY_SIZE
    def test_every_page_is_of_the_size_asked_for(
        self, kind: str, size: PrintSize, paper: PaperSize, press: Press
    ) -> None:
        asked, companion = KINDS[kind]
        pdf = sheet_pdf(asked, SheetOptions(size, paper), press, is_copy=companion)
        assert page_sizes_mm(pdf) == {paper.millimetres}
        assert len(page_texts(pdf)) == pdf.pages

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("companion", [False, True])
    def test_nothing_is_smaller_than_the_size_asked_for(
        self, size: PrintSize, companion: bool, press: Press
    ) -> None:
        pdf = sheet_pdf(sheet(5), SheetOptions(size), press, is_copy=companion)
        assert min(font_sizes(pdf)) == size.points

    @pytest.mark.parametrize("paper", PAPERS)
    def test_five_questions_in_clear_print_fit_on_one_side(
        self, paper: PaperSize, press: Press
    ) -> None:
        assert sheet_pdf(sheet(5), SheetOptions(paper=paper), press).pages == 1

    def test_five_questions_of_two_booklets_fit_on_one_side(self, press: Press) -> None:
        second = "“Having a second operation”, edition of November 2026. Was due in April 2023."
        asked = replace(sheet(5), sources=(SOURCE_LINE, second))
        assert sheet_pdf(asked, SheetOptions(), press).pages == 1

    def test_eight_questions_fit_on_one_side_of_a4(self, press: Press) -> None:
        assert sheet_pdf(sheet(8), SheetOptions(), press).pages == 1

    @pytest.mark.parametrize("paper", PAPERS)
    def test_a_blank_sheet_in_clear_print_is_one_side(self, paper: PaperSize, press: Press) -> None:
        pdf = sheet_pdf(blank_sheet((SUPPORT_LINE,)), SheetOptions(paper=paper), press)
        assert pdf.pages == 1

    @pytest.mark.parametrize("count", [5, 9, *SLOW_COUNTS])
    @EVERY_SIZE
    def test_no_page_holds_the_sources_alone(
        self, count: int, size: PrintSize, paper: PaperSize, press: Press
    ) -> None:
        last = page_texts(sheet_pdf(sheet(count), SheetOptions(size, paper), press))[-1]
        assert not last.startswith(SOURCE_LINE[:20])

    @pytest.mark.parametrize("count", [6, 12, *SLOW_EVEN_COUNTS])
    def test_no_heading_ends_a_page(self, count: int, press: Press) -> None:
        asked = asking(*(f"Question {number}?" for number in range(1, count + 1)))
        for size in SIZES:
            for text in page_texts(sheet_pdf(asked, SheetOptions(size), press)):
                assert not text.split(" My questions Page")[0].endswith("If there is time")

    @pytest.mark.parametrize("size", SIZES)
    def test_the_foot_is_apart_from_the_text(self, size: PrintSize, press: Press) -> None:
        for image in page_images(sheet_pdf(sheet(8), SheetOptions(size), press)):
            drawn, width = rows(image), image.width()
            full = slice(int(width * 0.12), int(width * 0.88))
            rule = max(at for at, row in enumerate(drawn) if max(row[full]) < 200)
            between = list(takewhile(lambda row: min(row) > 200, drawn[rule - 2 :: -1]))
            assert len(between) / 3 > 2.5, "millimetres"

    def test_the_copy_has_more_room_to_write(self, press: Press) -> None:
        own = sheet_pdf(sheet(3), SheetOptions(), press)
        copy = sheet_pdf(sheet(3), SheetOptions(), press, is_copy=True)
        assert len(line_heights_mm(copy)[0]) > len(line_heights_mm(own)[0])

    @pytest.mark.parametrize(
        ("size", "apart"),
        [(PrintSize.CLEAR, 9), (PrintSize.LARGE, 10.2), (PrintSize.VERY_LARGE, 12)],
    )
    def test_lines_to_write_on_are_far_enough_apart(
        self, size: PrintSize, apart: float, press: Press
    ) -> None:
        pdf = sheet_pdf(asking("Why?"), SheetOptions(size, lines=6), press)
        answer = line_heights_mm(pdf)[0][3:9]
        gaps = [below - above for above, below in pairwise(answer)]
        assert gaps == pytest.approx([apart] * 5, abs=0.4)

    @pytest.mark.parametrize("lines", [2, 7, 12])
    def test_there_are_as_many_lines_as_asked_for(self, lines: int, press: Press) -> None:
        fewer = sheet_pdf(asking("Why?"), SheetOptions(lines=2), press)
        asked = sheet_pdf(asking("Why?"), SheetOptions(lines=lines), press)
        extra = sum(map(len, line_heights_mm(asked))) - sum(map(len, line_heights_mm(fewer)))
        assert extra == lines - 2


class TestPaper:
    @EVERY_KIND
    @EVERY_SIZE
    @pytest.mark.parametrize(
        "lines", [MOST_LINES, pytest.param(LEAST_LINES, marks=pytest.mark.system)]
    )
    def test_no_ink_is_in_the_margins(
        self,
        kind: str,
        size: PrintSize,
        paper: PaperSize,
        lines: int,
        press: Press,
    ) -> None:
        asked, companion = KINDS[kind]
        pdf = sheet_pdf(asked, SheetOptions(size, paper, lines), press, is_copy=companion)
        assert stray_ink(pdf, paper) == []

    def test_ink_in_a_margin_would_be_seen(self, press: Press) -> None:
        pdf = sheet_pdf(sheet(5), SheetOptions(paper=PaperSize.A4), press)
        assert stray_ink(pdf, PaperSize.LETTER) != []

    def test_only_our_letters_are_embedded(self, press: Press) -> None:
        fonts = embedded_fonts(sheet_pdf(sheet(5), SheetOptions(), press))
        assert fonts == {"AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"}

    def test_the_same_sheet_is_the_same_file(self, press: Press) -> None:
        options = SheetOptions(PrintSize.LARGE)
        assert sheet_pdf(sheet(5), options, press) == sheet_pdf(sheet(5), options, fresh_press())
