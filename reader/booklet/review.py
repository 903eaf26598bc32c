"""What readers are told, on screen and on paper, about how far a booklet has been reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, assert_never

from reader.booklet.dates import ReviewCurrent, ReviewOverdue, review_status

if TYPE_CHECKING:
    from datetime import date

    from reader.booklet.dates import YearMonth
    from reader.booklet.model import Source

NOT_REVIEWED = "This retelling has not been checked by a doctor."


class Dated(Protocol):
    """A booklet, or what the shelf knows of one before it is read."""

    @property
    def title(self) -> str:
        """What readers know it by."""

    @property
    def edition(self) -> YearMonth:
        """The edition of the retelling."""

    @property
    def source(self) -> Source:
        """What it retells."""


def review_notice(booklet: Dated, today: date) -> str:
    """One short line: ``"Was due for review in August 2024"``."""
    match review_status(booklet.source.review_due, today):
        case ReviewOverdue(due, _):
            return f"Was due for review in {due.words}"
        case ReviewCurrent(due):
            return f"Due for review in {due.words}"
        case other:
            assert_never(other)


def is_overdue(booklet: Dated, today: date) -> bool:
    """Whether the review of the booklet's source is past its month."""
    return isinstance(review_status(booklet.source.review_due, today), ReviewOverdue)


def edition_line(booklet: Dated) -> str:
    """Which text this is: publisher, source edition and date, and the edition of the retelling."""
    source = booklet.source
    version = f", version {source.edition}" if source.edition else ""
    return (
        f"{booklet.title}, edition of {booklet.edition.words}. Retells “{source.title}” by "
        f"{source.publisher}{version}, last updated {source.updated.words}."
    )
