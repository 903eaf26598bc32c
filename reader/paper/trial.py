"""A page that shows whether a printer is well: letters of each size, and lines to the edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.paper import wording
from reader.paper.frame import frame
from reader.paper.options import PrintSize

if TYPE_CHECKING:
    from reader.paper.options import SheetOptions
    from reader.paper.pdf import Pdf
    from reader.paper.press import Json, Press

TEMPLATE = "test.typ"


def trial_pdf(options: SheetOptions, press: Press) -> Pdf:
    """One page; raises ``FontsMissingError`` and ``TypesettingError``."""
    samples: list[Json] = [
        {"points": size.points, "words": wording.TRIAL_SAMPLE.format(points=size.points)}
        for size in PrintSize
    ]
    told: dict[str, Json] = {"lines": [wording.TRIAL_TOLD], "samples": samples}
    return press.typeset(TEMPLATE, frame(wording.TRIAL, options) | told)
