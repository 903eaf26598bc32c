"""The pages of a printed booklet, for eyes and for ears."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.booklet.model import PassageKind
from reader.paper.booklet import BookletPaper, booklet_pdf
from reader.paper.options import PaperSize, PrintSize, SheetOptions
from tests.paper.conftest import fresh_press
from tests.paper.reading_back import (
    check_tags,
    embedded_fonts,
    faults,
    font_sizes,
    page_sizes_mm,
    page_texts,
    stray_ink,
    text_of,
    tree_of,
)
from tests.paper.samples import (
    booklet,
    definition,
    heading,
    item,
    paragraph,
    passage,
    row,
    section,
)

if TYPE_CHECKING:
    from pathlib import Path

    from reader.booklet.model import Booklet
    from reader.paper.pdf import Pdf
    from reader.paper.press import Press

NOTICES = ("This retelling has not been checked by a doctor.",)
EVERY_SIZE = pytest.mark.parametrize("size", tuple(PrintSize))

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def sample(tmp_path: Path) -> Booklet:
    return booklet(tmp_path)


def printed(
    press: Press,
    whole: Booklet,
    *section_ids: str,
    size: PrintSize = PrintSize.CLEAR,
    paper: PaperSize = PaperSize.A4,
) -> Pdf:
    return booklet_pdf(BookletPaper(whole, section_ids, NOTICES), SheetOptions(size, paper), press)


class TestPages:
    @EVERY_SIZE
    @pytest.mark.parametrize("paper", tuple(PaperSize))
    def test_they_are_of_the_size_asked_for_and_the_margins_are_clear(
        self, size: PrintSize, paper: PaperSize, sample: Booklet, press: Press
    ) -> None:
        pdf = printed(press, sample, size=size, paper=paper)
        assert page_sizes_mm(pdf) == {paper.millimetres}
        assert stray_ink(pdf, paper) == []
        assert pdf.pages == len(page_texts(pdf))

    @EVERY_SIZE
    def test_nothing_is_smaller_than_the_size_asked_for(
        self, size: PrintSize, sample: Booklet, press: Press
    ) -> None:
        # The words inside a figure are as large as the figure makes them.
        sizes = font_sizes(printed(press, sample, "why", size=size))
        assert min(sizes) == size.points

    def test_a_table_goes_on_over_pages_with_its_header(
        self, sample: Booklet, press: Press
    ) -> None:
        pages = [text for text in page_texts(printed(press, sample)) if "DESKTOP" in text]
        assert len(pages) > 1
        assert all("Trial Who took part What was found" in text for text in pages)

    def test_a_table_too_wide_for_large_print_becomes_entries(
        self, sample: Booklet, press: Press
    ) -> None:
        text = text_of(printed(press, sample, "trials", size=PrintSize.VERY_LARGE))
        assert (
            "• Trial: DESKTOP 7 Who took part: 407 women in 80 hospitals What was found: Some "
            "benefit"
        ) in text

    @EVERY_SIZE
    @pytest.mark.parametrize("length", [30, 400, pytest.param(5000, marks=pytest.mark.system)])
    def test_long_words_keep_to_the_paper_wherever_they_stand(
        self, length: int, size: PrintSize, tmp_path: Path, press: Press
    ) -> None:
        long = "W" * length
        boxed = item(long)
        whole = booklet(
            tmp_path,
            section(
                "a",
                long[:300],
                heading(long[:300], 3),
                paragraph(long),
                boxed,
                item(long, level=2),
                row("A", long, is_header=True),
                row(long, "b"),
                definition(long, long),
                passage(PassageKind.FOOTNOTE, long, marker="1"),
            ),
            section("b", "B"),
        )
        assert stray_ink(printed(press, whole, size=size), PaperSize.A4) == []

    def test_only_our_letters_are_embedded(self, sample: Booklet, press: Press) -> None:
        assert embedded_fonts(printed(press, sample)) == {
            "AtkinsonHyperlegible-Regular",
            "AtkinsonHyperlegible-Bold",
        }

    def test_the_same_booklet_is_the_same_file(self, sample: Booklet, press: Press) -> None:
        assert printed(press, sample) == printed(fresh_press(), sample)


class TestTags:
    @EVERY_SIZE
    def test_the_checker_finds_nothing(
        self, size: PrintSize, sample: Booklet, press: Press, tmp_path: Path
    ) -> None:
        assert faults(printed(press, sample, size=size), tmp_path) == []

    @EVERY_SIZE
    def test_the_tags_are_those_of_the_booklet(
        self, size: PrintSize, sample: Booklet, press: Press
    ) -> None:
        tree = tree_of(printed(press, sample, size=size))
        check_tags(tree)
        assert tree.language == "en-GB"
        assert tree.title == sample.title
        assert tree.heading_levels == [1, 2, 2, 3, 3, 2, 3, 3]
        assert tree.document.count("TOCI") == 2
        assert len(tree.document.all("Figure")) == 2

    def test_a_table_has_header_cells_and_all_its_cells(
        self, sample: Booklet, press: Press
    ) -> None:
        (table,) = tree_of(printed(press, sample)).document.all("Table")
        assert (table.count("TH"), table.count("TR"), table.count("TD")) == (3, 31, 90)
        assert table.count("Caption") == 1
        assert all(cell.outline == ("P",) for cell in [*table.all("TH"), *table.all("TD")])

    def test_lists_are_lists_of_paragraphs(self, sample: Booklet, press: Press) -> None:
        lists = tree_of(printed(press, sample, "why")).document.all("L")
        outer = lists[0]
        assert outer.children[0].children[1].outline == ("P", "P")
        assert [len(found.all("LI")) for found in lists] == [4, 2, 2, 1, 1]

    def test_another_language_is_said(self, sample: Booklet, press: Press) -> None:
        assert tree_of(printed(press, replace(sample, language="cy"))).language == "cy"
        assert tree_of(printed(press, replace(sample, language="fr-CA"))).language == "fr-CA"
