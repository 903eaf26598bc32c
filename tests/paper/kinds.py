"""Every kind of question sheet, and every size of print and paper, for tests to go through."""

from __future__ import annotations

from itertools import product

import pytest

from reader.paper.options import PaperSize, PrintSize
from reader.paper.sheet import blank_sheet
from tests.paper.samples import SUPPORT_LINE, sheet

SIZES, PAPERS = tuple(PrintSize), tuple(PaperSize)
KINDS = {
    "one": (sheet(1), False),
    "five": (sheet(5), False),
    "twelve": (sheet(12), False),
    "blank": (blank_sheet((SUPPORT_LINE,)), False),
    "copy": (sheet(5), True),
    "blank-copy": (blank_sheet((SUPPORT_LINE,)), True),
}
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)
USUAL_FORMS = (
    (PrintSize.CLEAR, PaperSize.A4),
    (PrintSize.LARGE, PaperSize.LETTER),
    (PrintSize.VERY_LARGE, PaperSize.A4),
)
EVERY_SIZE = pytest.mark.parametrize(
    ("size", "paper"),
    [
        pytest.param(*form, marks=() if form in USUAL_FORMS else pytest.mark.system)
        for form in product(SIZES, PAPERS)
    ],
)
"""Each size and each paper; all of the pairs in the slower run."""

ENDS = (
    PrintSize.CLEAR,
    pytest.param(PrintSize.LARGE, marks=pytest.mark.system),
    PrintSize.VERY_LARGE,
)
"""What is right at the ends of the sizes is seldom wrong between."""
