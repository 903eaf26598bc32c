"""The lines that say how far a booklet has been reviewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from reader.booklet.review import edition_line, is_overdue, review_notice
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
