"""Booklets on paper: the words of the model, and which sections are printed."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from reader.booklet.model import Figure, Passage, PassageKind, Run
from reader.paper.booklet import BookletPaper, booklet_pdf
from reader.paper.errors import FigureError, UnknownSectionError
from reader.paper.explaining import PaperTerm
from reader.paper.options import PaperSize, PrintSize, SheetOptions
from tests.paper.reading_back import (
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


class TestWords:
    def test_the_first_page_says_what_this_is(self, sample: Booklet, press: Press) -> None:
        first = page_texts(printed(press, sample))[0]
        assert first.startswith(
            "When ovarian cancer comes back Treatment choices, and how to ask for a second opinion "
            "Edition of November 2026. It retells “Recurrent ovarian cancer and second opinions” "
            f"by Ovacome, version 2.6, last updated August 2022. {NOTICES[0]} In this booklet"
        )

    @EVERY_SIZE
    def test_the_contents_give_the_pages_that_the_sections_are_on(
        self, size: PrintSize, sample: Booklet, press: Press
    ) -> None:
        pages = page_texts(printed(press, sample, size=size))
        contents = pages[0].replace(".", "").replace("  ", " ")
        for title in ("Why it has come back", "Clinical trials"):
            (number,) = (at for at, text in enumerate(pages, 1) if at > 1 and f"{title} " in text)
            assert f"{title} {number}" in " ".join(contents.split())

    def test_the_words_come_in_the_order_of_the_model(self, sample: Booklet, press: Press) -> None:
        text = text_of(printed(press, sample)).split("In this booklet", 1)[1]
        wanted = [
            "It is not known why cancers come back.",
            "How it may show",
            "• A blood test may show your CA125 going up. More about that test.",
            "1. It is one of several. 2. Another is a scan. • You may have no symptoms at all.",
            "What to do: 3. Write it down. 4. Take it with you.",
            "Note Ask them to say why. • a point in a box",
            "Important Do not wait.",
            "Notes to this part [1] From the trial of 2021. It went on later.",
            "Three trials Table 1: Three trials Trial Who took part What was found",
            "DESKTOP 1 401 women in 80 hospitals Some benefit",
            "DESKTOP 30 430 women in 80 hospitals Some benefit",
            "Words Relapse The cancer is back. Also called a recurrence.",
            "Ascites Fluid in the abdomen (tummy).",
            "Six months is the line. Two groups.",
        ]
        found = [text.index(words) for words in wanted]
        assert found == sorted(found)
        assert all(text.count(words) == 1 for words in wanted)

    def test_links_lead_to_pages_and_addresses_are_written_out(
        self, sample: Booklet, press: Press
    ) -> None:
        text = text_of(printed(press, sample))
        assert (
            "See the trials (page 2), how long and the NHS (https://www.nhs.uk/). "
            "This is certain and quiet.[1]"
        ) in text

    def test_an_address_that_is_its_own_words_is_written_once(
        self, tmp_path: Path, press: Press
    ) -> None:
        address = "https://www.nhs.uk/"
        link = Passage("", PassageKind.PARAGRAPH, (Run(address, link=address),))
        whole = booklet(tmp_path, section("a", "A", link))
        assert text_of(printed(press, whole)).count("nhs.uk") == 1

    def test_a_link_to_another_booklet_is_plain_words(self, tmp_path: Path, press: Press) -> None:
        link = Passage("", PassageKind.PARAGRAPH, (Run("the other one", link="surgery#what"),))
        whole = booklet(tmp_path, section("a", "A", link))
        text = text_of(printed(press, whole))
        assert "the other one When ovarian" in text

    def test_every_page_says_title_edition_review_and_number(
        self, sample: Booklet, press: Press
    ) -> None:
        for size in PrintSize:
            pdf = printed(press, sample, size=size)
            for number, text in enumerate(page_texts(pdf), 1):
                foot = text[-130:].replace(". ", " ").replace(".", "")
                assert (
                    "When ovarian cancer comes back Edition of November 2026 "
                    f"Review due August 2024 Page {number} of {pdf.pages}"
                ) in foot

    @EVERY_SIZE
    @pytest.mark.parametrize("is_folded", [False, True])
    def test_every_page_says_that_the_review_is_overdue(
        self, size: PrintSize, is_folded: bool, sample: Booklet, press: Press
    ) -> None:
        paper = BookletPaper(sample, ("why",), NOTICES, is_overdue=True)
        options = SheetOptions(size, is_folded=is_folded)
        pdf = booklet_pdf(paper, options, press)
        for text in page_texts(pdf):
            assert re.search("Review overdue(,| since) Aug(ust)? 2024", text)
            assert "Review due" not in text
        assert stray_ink(pdf, options) == []

    def test_words_of_a_booklet_are_never_markup(self, tmp_path: Path, press: Press) -> None:
        nasty = '#eval("1") $x$ *b* @lab <lab> // no \\ `c`'
        whole = booklet(
            tmp_path,
            section("a", nasty, heading(nasty, 3), paragraph(nasty), item(nasty), row(nasty)),
            section("b", "B", definition(nasty, nasty)),
        )
        assert text_of(printed(press, whole)).count(nasty) >= 7

    def test_what_could_not_be_printed_is_named(self, tmp_path: Path, press: Press) -> None:
        whole = booklet(tmp_path, section("a", "A", paragraph("TNF-α")))
        pdf = printed(press, whole)
        assert "TNF-[?]" in text_of(pdf)
        assert pdf.replaced == ("α",)


class TestSections:
    def test_all_are_printed_but_those_behind_a_gate(self, sample: Booklet, press: Press) -> None:
        text = text_of(printed(press, sample))
        assert "Half lived longer" not in text
        assert (
            "One part is not printed here: “How long people lived”. It says how long people lived. "
            "To have it on paper, open that part and print it by itself."
        ) in text

    def test_a_part_behind_a_gate_is_printed_when_it_is_named(
        self, sample: Booklet, press: Press
    ) -> None:
        text = text_of(printed(press, sample, "outlook"))
        assert "How long people lived Half lived longer." in text
        assert "It is not known why" not in text
        assert "not printed here" not in text

    def test_one_section_needs_no_contents(self, sample: Booklet, press: Press) -> None:
        pdf = printed(press, sample, "why")
        assert "In this booklet" not in text_of(pdf)
        assert "See the trials, how long" in text_of(pdf)
        assert tree_of(pdf).title == "Why it has come back – When ovarian cancer comes back"
        assert NOTICES[0] in text_of(pdf)

    def test_several_are_printed_in_the_order_of_the_booklet(
        self, sample: Booklet, press: Press
    ) -> None:
        text = text_of(printed(press, sample, "outlook", "why"))
        body = text.split("In this booklet")[1]
        assert body.index("It is not known why") < body.index("Half lived longer")
        assert "DESKTOP" not in body

    @pytest.mark.parametrize("asked", [("nowhere",), ("why", "nowhere")])
    def test_a_section_that_is_not_there_is_named(
        self, asked: tuple[str, ...], sample: Booklet, press: Press
    ) -> None:
        with pytest.raises(UnknownSectionError) as caught:
            printed(press, sample, *asked)
        assert (caught.value.booklet, caught.value.section) == ("sample", "nowhere")
        assert str(caught.value).endswith("Its parts are: why, trials, outlook.")

    def test_a_booklet_that_is_all_behind_gates_says_so(
        self, sample: Booklet, tmp_path: Path, press: Press
    ) -> None:
        gated = tuple(found for found in sample.sections if found.gate)
        pdf = printed(press, booklet(tmp_path, *gated))
        assert "not printed here: “How long people lived”" in text_of(pdf)


class TestFigures:
    def test_a_picture_that_is_gone_is_a_named_error(self, tmp_path: Path, press: Press) -> None:
        figure = passage(PassageKind.FIGURE, figure=Figure("gone.svg", "Gone"))
        with pytest.raises(FigureError) as caught:
            printed(press, booklet(tmp_path, section("a", "A", figure)))
        assert caught.value.source == "gone.svg"
        assert "nothing was printed" in str(caught.value)

    def test_other_sections_can_be_printed_without_it(self, tmp_path: Path, press: Press) -> None:
        figure = passage(PassageKind.FIGURE, figure=Figure("gone.svg", "Gone"))
        whole = booklet(tmp_path, section("a", "A", figure), section("b", "B", paragraph("Words.")))
        assert "Words." in text_of(printed(press, whole, "b"))


def test_hard_words_are_explained_at_the_end(tmp_path: Path, press: Press) -> None:
    terms = (PaperTerm("Ascites", "Fluid in the tummy."), PaperTerm("GP", "Your doctor."))
    short = booklet(tmp_path, section("why", "Why", paragraph("Nobody knows.")))
    made = booklet_pdf(BookletPaper(short, (), (), terms), SheetOptions(), press)
    assert "Words explained Ascites Fluid in the tummy. GP Your doctor." in text_of(made)
    without = booklet_pdf(BookletPaper(short, (), ()), SheetOptions(), press)
    assert "Words explained" not in text_of(without)


def test_a_telephone_number_stays_on_one_line(tmp_path: Path, press: Press) -> None:
    lines = [paragraph(f"{'word ' * count}ring 0800 008 7054.") for count in range(8, 24)]
    made = booklet_pdf(
        BookletPaper(booklet(tmp_path, section("a", "A", *lines)), (), ()), SheetOptions(), press
    )
    shown = "".join(page.extract_text() for page in PdfReader(BytesIO(made.data)).pages)
    assert shown.replace("\u00a0", " ").count("0800 008 7054") == len(lines)
