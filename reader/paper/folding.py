"""Pages of half the paper, imposed two to a side, so that the pile is folded into a booklet.

What is made here is for the printer. The pages that went in are tagged for screen readers and are
what is saved; pictures of them on larger paper carry no tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.paper import wording
from reader.paper.fonts import FAMILY
from reader.paper.pdf import Pdf

if TYPE_CHECKING:
    from reader.paper.options import SheetOptions
    from reader.paper.press import Json, Press

TEMPLATE: Final = "fold.typ"
PAGES_A_SHEET: Final = 4
HOW_TO_FOLD: Final = 0
"""Stands in the order of pages for the one that says how to fold."""


def folded(pdf: Pdf, options: SheetOptions, press: Press) -> Pdf:
    """``pdf``, made with ``options.is_folded``, two pages to a side; ``pages`` counts the sides.

    The last page says how to fold. Raises ``FontsMissingError`` and ``TypesettingError``.
    """
    sides = booklet_order(pdf.pages)
    width, height = options.page_millimetres
    data: dict[str, Json] = {
        "width": width,
        "height": height,
        "side": options.side_margin,
        "size": options.size.points,
        "font": FAMILY,
        "lang": wording.LANGUAGE,
        "region": wording.REGION,
        "heading": wording.HOW_TO_FOLD,
        "steps": [*wording.FOLDING],
        "sides": [list(side) for side in sides],
    }
    return Pdf(press.impose(TEMPLATE, data, pdf.data), len(sides), pdf.replaced)


def booklet_order(pages: int) -> tuple[tuple[int | None, int | None], ...]:
    """For each printed side the page at its left and at its right, ``None`` for a blank one.

    The pages and the one that says how to fold fill up to a number that four divides; the blank
    ones stand before the last. The first sheet is the outermost: its front bears last and first.
    """
    whole = -(-(pages + 1) // PAGES_A_SHEET) * PAGES_A_SHEET
    blank: list[int | None] = [None] * (whole - pages - 1)
    order: list[int | None] = [*range(1, pages + 1), *blank, HOW_TO_FOLD]
    sides: list[tuple[int | None, int | None]] = []
    for first in range(0, whole // 2, 2):
        sides.append((order[whole - 1 - first], order[first]))
        sides.append((order[first + 1], order[whole - 2 - first]))
    return tuple(sides)
