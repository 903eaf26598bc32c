"""The parts of the model that are known of a booklet before it is read whole.

Apart from the others because the first page needs these alone, and its start is measured.
``reader.booklet.model`` has them too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.booklet.dates import YearMonth

WORDS_A_MINUTE = 180
"""A slow, comfortable pace for health text; Brysbaert (2019) gives 238 for adults at ease."""


class Gate(StrEnum):
    """A section that stays closed until the reader chooses to open it."""

    OUTLOOK = "outlook"


@dataclass(frozen=True, slots=True)
class Source:
    """The publication that a booklet retells, and who stands behind it."""

    title: str
    publisher: str
    updated: YearMonth
    review_due: YearMonth
    reviewers: tuple[str, ...]
    edition: str = ""
