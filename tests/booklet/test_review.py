"""The lines that say how far a booklet has been reviewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from reader.booklet.review import (
    CLINICALLY_REVIEWED,
    NO_SUBSTITUTE,
    NOT_REVIEWED,
    edition_line,
    is_overdue,
    provenance_lines,
    review_notice,
    review_warning,
    review_words,
    today,
)
from tests.booklet.making import section

if TYPE_CHECKING:
    from tests.booklet.conftest import ReadBody


@pytest.mark.parametrize(
    ("today", "notice", "overdue"),
    [
        (date(2024, 8, 31), "Due for review in August 2024", False),
        (date(2024, 9, 1), "Was due for review in August 2024", True),
    ],
)
def test_the_notice_names_the_month(
    read: ReadBody, today: date, notice: str, overdue: bool
) -> None:
    booklet = read(section("Words."))
    assert review_notice(booklet, today) == notice
    assert is_overdue(booklet, today) is overdue


@pytest.mark.parametrize(
    ("today", "checked", "warning"),
    [
        (
            date(2026, 11, 21),
            False,
            "Was due for review in August 2024, 27 months ago · not checked by a doctor",
        ),
        (date(2026, 11, 21), True, "Was due for review in August 2024, 27 months ago"),
        (date(2024, 8, 1), False, "Not checked by a doctor"),
        (date(2024, 8, 1), True, ""),
    ],
)
def test_the_warning_is_only_of_what_is_wrong(
    read: ReadBody, today: date, checked: bool, warning: str
) -> None:
    booklet = replace(read(section("Words.")), is_clinically_reviewed=checked)
    assert review_warning(booklet, today) == warning


def test_the_edition_line_names_source_and_version(read: ReadBody) -> None:
    assert edition_line(read(section("Words."))) == (
        "All about tea, edition of November 2026. Retells “Tea and you” by The Tea Board, "
        "version 2.6, last updated August 2022."
    )


def test_the_edition_line_does_without_a_version(read: ReadBody) -> None:
    booklet = read(section("Words."))
    plain = replace(booklet, source=replace(booklet.source, edition=""))
    assert edition_line(plain) == (
        "All about tea, edition of November 2026. Retells “Tea and you” by The Tea Board, "
        "last updated August 2022."
    )


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (date(2024, 1, 1), "is due for review in August 2024"),
        (date(2024, 8, 31), "is due for review in August 2024"),
        (date(2024, 9, 1), "was due for review in August 2024, 1 month ago"),
        (date(2024, 12, 31), "was due for review in August 2024, 4 months ago"),
        (date(2025, 8, 1), "was due for review in August 2024, 12 months ago"),
        (date(2026, 11, 21), "was due for review in August 2024, 27 months ago"),
    ],
)
def test_the_months_since_a_review_was_due_are_counted(
    read: ReadBody, now: date, words: str
) -> None:
    assert review_words(read(section("Words.")), now) == words


@pytest.mark.parametrize(
    ("clock", "believed"),
    [
        (date(1970, 1, 1), date(2026, 11, 1)),
        (date(2026, 10, 31), date(2026, 11, 1)),
        (date(2026, 11, 1), date(2026, 11, 1)),
        (date(2031, 2, 3), date(2031, 2, 3)),
    ],
)
def test_no_clock_is_believed_that_is_before_the_program(clock: date, believed: date) -> None:
    assert today(clock, date(2026, 11, 1)) == believed


def test_a_clock_without_a_battery_hides_no_overdue_review(read: ReadBody) -> None:
    booklet, stopped = read(section("Words.")), date(1970, 1, 1)
    assert not is_overdue(booklet, stopped)
    assert is_overdue(booklet, today(stopped, date(2026, 11, 1)))


class TestProvenance:
    def test_it_says_where_the_words_come_from_and_what_they_are_not(self, read: ReadBody) -> None:
        assert provenance_lines(read(section("Words.")), date(2026, 11, 21)) == (
            "This booklet retells “Tea and you”, published by The Tea Board (version 2.6, last "
            "updated in August 2022).",
            "The original was reviewed by Dr A. Leaf; Dr B. Pot.",
            "The original was due for review in August 2024, 27 months ago. Some things may have "
            "changed since then.",
            "This retelling is new writing, the edition of November 2026. The Tea Board did not "
            "write these words.",
            NOT_REVIEWED,
            NO_SUBSTITUTE,
        )

    def test_a_review_to_come_is_no_warning(self, read: ReadBody) -> None:
        lines = provenance_lines(read(section("Words.")), date(2024, 8, 1))
        assert lines[2] == "The original is due for review in August 2024."

    def test_what_is_not_known_is_not_made_up(self, read: ReadBody) -> None:
        booklet = read(section("Words."))
        bare = replace(booklet, source=replace(booklet.source, edition="", reviewers=()))
        lines = provenance_lines(bare, date(2026, 11, 21))
        assert "(last updated in August 2022)" in lines[0]
        assert lines[1] == "The original names no reviewers."

    def test_a_retelling_that_was_checked_says_so(self, read: ReadBody) -> None:
        checked = replace(read(section("Words.")), is_clinically_reviewed=True)
        lines = provenance_lines(checked, date(2026, 11, 21))
        assert CLINICALLY_REVIEWED in lines
        assert NOT_REVIEWED not in lines
