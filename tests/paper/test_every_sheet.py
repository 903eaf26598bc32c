"""Every kind of sheet at every size: the checker, the tags, the words, the letters and the ink."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

from reader.paper.kinds import SheetKind
from reader.paper.options import PaperSize, PrintSize, RestStyle, SheetOptions
from reader.paper.typesetting import paper_pdf
from tests.paper.conftest import fresh_press
from tests.paper.expected import expected
from tests.paper.reading_back import (
    check_tags,
    embedded_fonts,
    faults,
    font_sizes,
    page_sizes_mm,
    page_texts,
    stray_ink,
    tree_of,
)
from tests.paper.tagged_words import headings, tagged, untagged_words, without_spaces
from tests.paper.works import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.paper.pdf import Pdf
    from reader.paper.press import Press

pytestmark = pytest.mark.usefixtures("qapp")

# Letter is a little wider and lower: what fits on it at the ends of the sizes fits between.
FORMS = {
    "clear": SheetOptions(PrintSize.CLEAR),
    "large": SheetOptions(PrintSize.LARGE, lines=12, rest=RestStyle.LINES),
    "very-large": SheetOptions(PrintSize.VERY_LARGE, lines=2),
    "clear-letter": SheetOptions(PrintSize.CLEAR, PaperSize.LETTER),
    "very-large-letter": SheetOptions(PrintSize.VERY_LARGE, PaperSize.LETTER),
    "clear-folded": SheetOptions(PrintSize.CLEAR, is_folded=True),
    "very-large-folded": SheetOptions(PrintSize.VERY_LARGE, is_folded=True),
}
# Many pages of the same shapes: the ends and the middle are enough.
BOOKLET_FORMS = ("clear", "very-large", "clear-folded")
QUICK_FORMS = ("clear", "very-large-letter", "very-large-folded")
"""Both papers, the fold and the ends of the sizes; the slower run goes through all forms."""

CASES = [
    pytest.param(name, form, marks=() if form in QUICK_FORMS else pytest.mark.system)
    for name, form in product(SAMPLES, FORMS)
    if SAMPLES[name][0] is not SheetKind.BOOKLET or form in BOOKLET_FORMS
]


@pytest.fixture(scope="module")
def printed(press: Press) -> Callable[[str, str], Pdf]:
    """The sheet of that name in that form, typeset once."""
    return cache(lambda name, form: paper_pdf(SAMPLES[name][1], FORMS[form], press))


def test_every_kind_has_a_sample() -> None:
    assert {kind for kind, _ in SAMPLES.values()} == set(SheetKind)


@pytest.mark.parametrize(("name", "form"), CASES)
def test_it_is_a_sheet_that_everybody_can_read(
    name: str, form: str, printed: Callable[[str, str], Pdf], tmp_path: Path
) -> None:
    options, pdf = FORMS[form], printed(name, form)
    assert faults(pdf, tmp_path) == []
    tree = tree_of(pdf)
    check_tags(tree)
    assert tree.language == "en-GB"
    assert pdf.replaced == ()
    assert embedded_fonts(pdf) == {"AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"}
    assert stray_ink(pdf, options) == []
    assert page_sizes_mm(pdf) == {tuple(round(side, 1) for side in options.page_millimetres)}
    if form in BOOKLET_FORMS or form in QUICK_FORMS:
        if SAMPLES[name][0] is not SheetKind.BOOKLET:  # pictures have sizes of their own
            assert min(font_sizes(pdf)) == options.size.points
        for number, text in enumerate(page_texts(pdf), 1):
            assert f"Page {number} of {pdf.pages}" in text


@pytest.mark.parametrize(("name", "form"), CASES)
def test_its_tags_hold_the_model(name: str, form: str, printed: Callable[[str, str], Pdf]) -> None:
    work, options = SAMPLES[name][1], FORMS[form]
    document = tagged(printed(name, form))
    columns = len(document.all("TH"))
    model = expected(work, options.rest, in_columns=bool(columns))
    assert headings(document) == model.headings
    assert len(document.all("Figure")) == model.figures
    loose = [words for words in untagged_words(document) if not words.startswith("Figure")]
    assert loose == []
    assert_words(without_spaces(document.text), [*map(without_spaces, model.words)], model.is_whole)
    if model.is_whole:
        begun = [
            [text.startswith(start) for text, start in zip(found, wanted, strict=True)]
            for found, wanted in zip(document.lists(), model.lists, strict=True)
        ]
        assert all(map(all, begun))
    assert columns in (0, model.header_cells)
    if options.size is PrintSize.CLEAR and not options.is_folded:
        assert columns == model.header_cells


def assert_words(found: str, wanted: list[str], is_whole: bool) -> None:
    """``wanted`` in order, and nothing else when that is ``is_whole``."""
    if is_whole:
        assert found == "".join(wanted)
        return
    at = 0
    for words in wanted:
        place = found.find(words, at)
        assert place >= 0, words
        at = place + len(words)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_is_the_same_file(name: str, press: Press) -> None:
    work = SAMPLES[name][1]
    assert paper_pdf(work, SheetOptions(), press) == paper_pdf(work, SheetOptions(), fresh_press())


@pytest.mark.parametrize(
    ("name", "form", "pages"),
    [
        ("questions", "clear", 1),
        ("questions", "clear-letter", 1),
        ("blank", "clear", 1),
        ("referral", "clear", 1),
        ("referral-blank", "clear", 1),
        ("referral-blank", "clear-letter", 1),
        ("consent-blank", "clear", 1),
        ("bring", "clear", 1),
        ("notes-blank", "very-large", 1),
    ],
)
def test_what_ought_to_fit_on_one_side_does(name: str, form: str, pages: int, press: Press) -> None:
    assert paper_pdf(SAMPLES[name][1], FORMS[form], press).pages == pages


def test_opinions_stand_above_each_other_where_words_are_too_long_for_columns(
    press: Press,
) -> None:
    opinions = SAMPLES["two-opinions"][1]
    document = tagged(paper_pdf(opinions, FORMS["very-large-folded"], press))
    assert document.all("TH") == []
    assert document.text.index("First doctor") < document.text.index("Second doctor")
