"""The line on a sheet about a booklet that a question comes from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from reader.paper.sources import source_line
from tests.paper.samples import booklet

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("today", "review"),
    [
        (date(2024, 8, 31), "Due for review in August 2024."),
        (date(2024, 9, 1), "Was due for review in August 2024."),
    ],
)
def test_it_names_title_edition_and_review(today: date, review: str, tmp_path: Path) -> None:
    line = source_line(booklet(tmp_path), today)
    assert line == f"“When ovarian cancer comes back”, edition of November 2026. {review}"
