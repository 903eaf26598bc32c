"""Printers and jobs as a print server describes them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class PrinterState(IntEnum):
    """What a printer is doing; RFC 8011, 5.4.11."""

    IDLE = 3
    PROCESSING = 4
    STOPPED = 5


class JobState(IntEnum):
    """How far a job has come; RFC 8011, 5.3.7."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self >= JobState.CANCELED


@dataclass(frozen=True, slots=True)
class Margins:
    """What a printer cannot print on, in millimetres from each edge of the paper."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    @property
    def widest(self) -> float:
        """The widest of the four."""
        return max(self.left, self.top, self.right, self.bottom)


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue; ``reasons`` are keywords such as ``media-empty-error``, ``"none"`` left out."""

    name: str
    state: PrinterState
    reasons: tuple[str, ...] = ()
    message: str = ""
    is_accepting: bool = True
    waiting: int = 0
    """How many jobs are in the queue."""
    formats: tuple[str, ...] = ()
    """What it takes, as MIME types."""
    margins: Margins = Margins()

    @property
    def takes_pdf(self) -> bool:
        """Whether a PDF may be handed to it as it is."""
        return not self.formats or "application/pdf" in self.formats


@dataclass(frozen=True, slots=True)
class Job:
    """One print job; ``pages`` is how many sheets of paper have come out, as far as is known."""

    id: int
    state: JobState
    reasons: tuple[str, ...] = ()
    message: str = ""
    pages: int = 0


class Sides(StrEnum):
    """Which sides of the paper are printed."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


@dataclass(frozen=True, slots=True)
class JobOptions:
    """How a PDF is to be printed.

    ``title`` is seen by everybody who looks at the queue, so never the words of a sheet. ``media``
    is a paper's name as PWG 5101.1 writes it, ``""`` what the printer has. ``first`` and ``last``
    are page numbers from 1; 0 and 0 mean all. ``is_fitted`` makes the pages smaller so that they
    keep off what the printer cannot print on; else they are printed as large as they are.
    """

    title: str
    copies: int = 1
    media: str = ""
    sides: Sides = Sides.ONE
    is_grey: bool = True
    is_collated: bool = True
    first: int = 0
    last: int = 0
    is_fitted: bool = False
