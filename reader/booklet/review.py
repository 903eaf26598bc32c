"""What readers are told, on screen and on paper, about how far a booklet has been reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from reader.booklet.dates import ReviewCurrent, ReviewOverdue, review_status

if TYPE_CHECKING:
    from datetime import date

    from reader.booklet.model import Booklet

NOT_REVIEWED = "This retelling has not been checked by a doctor."


def review_notice(booklet: Booklet, today: date) -> str:
    """One short line: ``"Was due for review in August 2024"``."""
    match review_status(booklet.source.review_due, today):
        case ReviewOverdue(due, _):
            return f"Was due for review in {due.words}"
        case ReviewCurrent(due):
            return f"Due for review in {due.words}"
        case other:
            assert_never(other)


def is_overdue(booklet: Booklet, today: date) -> bool:
    """Whether the review of the booklet's source is past its month."""
    return isinstance(review_status(booklet.source.review_due, today), ReviewOverdue)


def edition_line(booklet: Booklet) -> str:
    """Which text this is: publisher, source edition and date, and the edition of the retelling."""
    source = booklet.source
    version = f", version {source.edition}" if source.edition else ""
    return (
        f"{booklet.title}, edition of {booklet.edition.words}. Retells “{source.title}” by "
        f"{source.publisher}{version}, last updated {source.updated.words}."
    )
