"""Months, and whether a review is overdue."""

from __future__ import annotations

from datetime import date

import pytest

from reader.booklet.dates import ReviewCurrent, ReviewOverdue, YearMonth, review_status


@pytest.mark.parametrize(
    ("text", "month", "words"),
    [
        ("2024-08", YearMonth(2024, 8), "August 2024"),
        ("1990-01", YearMonth(1990, 1), "January 1990"),
        ("2199-12", YearMonth(2199, 12), "December 2199"),
    ],
)
def test_a_month_is_read_and_said(text: str, month: YearMonth, words: str) -> None:
    parsed = YearMonth.parse(text)
    assert parsed == month
    assert parsed.words == words
    assert str(parsed) == text


@pytest.mark.parametrize(
    "text",
    ["", "2024", "2024-8", "2024-13", "2024-00", "1989-12", "2200-01", "2024-08-01", " 2024-08"],
)
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a month written like 2024-08"):
        YearMonth.parse(text)


def test_months_are_in_order() -> None:
    assert YearMonth(2023, 12) < YearMonth(2024, 1) < YearMonth(2024, 2)


@pytest.mark.parametrize(
    ("today", "months"),
    [(date(2024, 9, 1), 1), (date(2025, 8, 31), 12), (date(2026, 11, 20), 27)],
)
def test_a_review_is_overdue_from_the_month_after(today: date, months: int) -> None:
    due = YearMonth(2024, 8)
    assert review_status(due, today) == ReviewOverdue(due, months)


@pytest.mark.parametrize("today", [date(2024, 8, 31), date(2024, 8, 1), date(2020, 1, 1)])
def test_a_review_is_current_in_its_own_month(today: date) -> None:
    due = YearMonth(2024, 8)
    assert review_status(due, today) == ReviewCurrent(due)
