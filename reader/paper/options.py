"""The few choices there are for a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.paper.errors import LinesError

LEAST_LINES = 2
MOST_LINES = 12


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


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """How a sheet is to be printed.

    ``lines`` to write each answer on: 2 to 12, else ``LinesError``. ``companion`` adds a copy for
    the person who comes along, after the sheet itself and on pages numbered from 1.
    """

    size: PrintSize = PrintSize.CLEAR
    paper: PaperSize = PaperSize.A4
    lines: int = 3
    companion: bool = False

    def __post_init__(self) -> None:
        if not LEAST_LINES <= self.lines <= MOST_LINES:
            raise LinesError(self.lines, LEAST_LINES, MOST_LINES)
