"""Where the questions on a sheet come from, in a line that leaves room for the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.booklet.review import review_notice
from reader.paper import wording

if TYPE_CHECKING:
    from datetime import date

    from reader.booklet.review import Dated


def source_line(booklet: Dated, today: date) -> str:
    """Title, edition and review of a booklet that a question comes from.

    Shorter than ``edition_line``: five questions and two such lines fit on one side of A4.
    """
    return wording.SOURCE.format(
        title=booklet.title, month=booklet.edition.words, review=review_notice(booklet, today)
    )
