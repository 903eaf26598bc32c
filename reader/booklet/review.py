"""What readers are told, on screen and on paper, about how far a booklet has been reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, assert_never

from reader.booklet.dates import ReviewCurrent, ReviewOverdue, review_status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reader.booklet.dates import YearMonth
    from reader.booklet.model import Source

NOT_REVIEWED = "This retelling has not been checked by a doctor."
NOT_CHECKED = "not checked by a doctor"
CLINICALLY_REVIEWED = "A doctor or nurse has checked this retelling."
NO_SUBSTITUTE = (
    "It informs you. It does not take the place of care from your own doctors and nurses: "
    "please check with them anything that matters to you."
)


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


class Published(Dated, Protocol):
    """Something dated that also says whether its own words have been checked."""

    @property
    def is_clinically_reviewed(self) -> bool:
        """Whether a doctor or nurse has checked the retelling itself."""


def today(clock_date: date, built: date) -> date:
    """The day it is, as far as it can be known.

    A clock that has lost its battery says 1970 and would hide that a review is overdue. The day on
    which the program was ``built`` is past for certain, so no day before it is believed.
    """
    return max(clock_date, built)


def review_notice(booklet: Dated, today: date) -> str:
    """One short line: ``"Was due for review in August 2024"``."""
    match review_status(booklet.source.review_due, today):
        case ReviewOverdue(due, _):
            return f"Was due for review in {due.words}"
        case ReviewCurrent(due):
            return f"Due for review in {due.words}"
        case other:
            assert_never(other)


def review_warning(booklet: Published, today: date) -> str:
    """What a reader should know at a glance; ``""`` for a checked booklet whose review is current.

    ``"Was due for review in August 2024, 27 months ago · not checked by a doctor"``.
    """
    parts = [review_words(booklet, today)] if is_overdue(booklet, today) else []
    if not booklet.is_clinically_reviewed:
        parts.append(NOT_CHECKED)
    warning = " · ".join(parts)
    return warning[:1].upper() + warning[1:]


def printed_notices(booklet: Published, today: date) -> tuple[str, ...]:
    """What a reader of a printed booklet must be told first: sentences, the review in months."""
    words = review_words(booklet, today)
    notices = [f"{words[:1].upper()}{words[1:]}."]
    if not booklet.is_clinically_reviewed:
        notices.append(NOT_REVIEWED)
    return tuple(notices)


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


def review_words(booklet: Dated, today: date) -> str:
    """The middle of a sentence: ``"was due for review in August 2024, 27 months ago"``."""
    match review_status(booklet.source.review_due, today):
        case ReviewOverdue(due, months):
            ago = "1 month ago" if months == 1 else f"{months} months ago"
            return f"was due for review in {due.words}, {ago}"
        case ReviewCurrent(due):
            return f"is due for review in {due.words}"
        case other:
            assert_never(other)


def provenance_lines(booklet: Published, today: date) -> tuple[str, ...]:
    """Where a booklet comes from and how far it can be relied on, a sentence or two a line.

    In order: what it retells and who published that, its reviewers, its review, what this retelling
    is, whether it has been checked, and what it cannot do.
    """
    return tuple(_provenance(booklet, today))


def _provenance(booklet: Published, today: date) -> Iterator[str]:
    source = booklet.source
    version = f"version {source.edition}, " if source.edition else ""
    yield (
        f"This booklet retells “{source.title}”, published by {source.publisher} "
        f"({version}last updated in {source.updated.words})."
    )
    if source.reviewers:
        yield f"The original was reviewed by {'; '.join(source.reviewers)}."
    else:
        yield "The original names no reviewers."
    changed = " Some things may have changed since then." if is_overdue(booklet, today) else ""
    yield f"The original {review_words(booklet, today)}.{changed}"
    yield (
        f"This retelling is new writing, the edition of {booklet.edition.words}. "
        f"{source.publisher} did not write these words."
    )
    yield CLINICALLY_REVIEWED if booklet.is_clinically_reviewed else NOT_REVIEWED
    yield NO_SUBSTITUTE
