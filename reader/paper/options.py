"""The few choices there are for a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.paper.errors import LinesError

LEAST_LINES = 2
MOST_LINES = 12

_SIDE_MARGIN, _FOLDED_SIDE_MARGIN = 18.0, 12.0
_POINTS_A_MILLIMETRE = 72 / 25.4


class PrintSize(StrEnum):
    """How large the print is: no letter on the sheet is smaller, page numbers included."""

    CLEAR = "clear"
    LARGE = "large"
    VERY_LARGE = "very-large"

    @property
    def points(self) -> int:
        """The size in points; 14 is the least that the NHS calls clear print, 16 and up large."""
        return _POINTS[self]


_POINTS = {PrintSize.CLEAR: 14, PrintSize.LARGE: 18, PrintSize.VERY_LARGE: 24}


class PaperSize(StrEnum):
    """The paper in the printer."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height, upright."""
        return _MILLIMETRES[self]


_MILLIMETRES = {PaperSize.A4: (210.0, 297.0), PaperSize.LETTER: (215.9, 279.4)}


class RestStyle(StrEnum):
    """What stands with a question that is asked if there is time."""

    BOXES = "boxes"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """How a sheet is to be printed.

    ``lines`` to write each answer on: 2 to 12, else ``LinesError``. ``rest`` is what the
    questions have that are asked if there is time. ``is_folded`` makes pages of half the paper,
    upright, of which two are printed side by side and folded. ``foot`` is a line of whoever
    prints it that stands at the foot of every page of a sheet of questions, such as a clinic's.
    """

    size: PrintSize = PrintSize.CLEAR
    paper: PaperSize = PaperSize.A4
    lines: int = 3
    rest: RestStyle = RestStyle.BOXES
    is_folded: bool = False
    foot: str = ""

    def __post_init__(self) -> None:
        if not LEAST_LINES <= self.lines <= MOST_LINES:
            raise LinesError(self.lines, LEAST_LINES, MOST_LINES)

    @property
    def page_millimetres(self) -> tuple[float, float]:
        """Width and height of a page: the paper's, or half of the paper when it is folded."""
        width, height = self.paper.millimetres
        return (height / 2, width) if self.is_folded else (width, height)

    @property
    def side_margin(self) -> float:
        """How many millimetres are kept free at the left and at the right."""
        return _FOLDED_SIDE_MARGIN if self.is_folded else _SIDE_MARGIN

    @property
    def text_points(self) -> float:
        """The length of a line of print in points."""
        return (self.page_millimetres[0] - 2 * self.side_margin) * _POINTS_A_MILLIMETRE
