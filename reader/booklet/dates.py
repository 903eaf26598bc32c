"""Months as booklets date themselves, and whether a review is overdue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.override import override

if TYPE_CHECKING:
    from datetime import date

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A month of a year; booklets are dated no finer."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> YearMonth:
        """Read ``"2024-08"``; raises ``ValueError`` when it is not a month of 1990 to 2199."""
        found = re.fullmatch(r"(199\d|2[01]\d\d)-(0[1-9]|1[0-2])", text)
        if found is None:
            message = f"{text!r} is not a month written like 2024-08"
            raise ValueError(message)
        return cls(int(found[1]), int(found[2]))

    @property
    def words(self) -> str:
        """As people say it: ``"August 2024"``."""
        return f"{MONTHS[self.month - 1]} {self.year}"

    @override
    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, slots=True)
class ReviewCurrent:
    """The review is still to come."""

    due: YearMonth


@dataclass(frozen=True, slots=True)
class ReviewOverdue:
    """The review was due ``months`` ago, one or more."""

    due: YearMonth
    months: int


ReviewStatus = ReviewCurrent | ReviewOverdue


def review_status(due: YearMonth, today: date) -> ReviewStatus:
    """Whether a review ``due`` in some month is overdue ``today``: from the month after."""
    months = (today.year - due.year) * 12 + today.month - due.month
    return ReviewOverdue(due, months) if months > 0 else ReviewCurrent(due)
