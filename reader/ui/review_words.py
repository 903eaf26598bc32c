"""How far a booklet has been reviewed, on the screen and in the language of the window.

Paper and the commands say the same in the language of the booklets: ``booklet.review``. The tests
hold both against each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from reader.booklet.dates import ReviewCurrent, ReviewOverdue, review_status
from reader.ui.language import Counts, one_or_many, translate
from reader.ui.moment_words import month_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reader.booklet.review import Dated, Published


def notice_words(booklet: Dated, today: date) -> str:
    """One short line: ``"Was due for review in August 2024"``."""
    match review_status(booklet.source.review_due, today):
        case ReviewOverdue(due, _):
            told = translate("Review", "Was due for review in {month}")
        case ReviewCurrent(due):
            told = translate("Review", "Due for review in {month}")
        case other:
            assert_never(other)
    return told.format(month=month_words(due))


def warning_words(booklet: Published, today: date) -> str:
    """What a reader should know at a glance; ``""`` for a checked booklet whose review is current.

    ``"Was due for review in August 2024, 27 months ago · not checked by a doctor"``.
    """
    status = review_status(booklet.source.review_due, today)
    if isinstance(status, ReviewOverdue):
        told = translate("Review", "Was due for review in {month}, {ago}")
        overdue = told.format(month=month_words(status.due), ago=_ago(status.months))
        if booklet.is_clinically_reviewed:
            return overdue
        unchecked = translate("Review", "not checked by a doctor")
        return f"{overdue} · {unchecked}"
    if booklet.is_clinically_reviewed:
        return ""
    return translate("Review", "Not checked by a doctor")


def provenance_words(booklet: Published, today: date) -> tuple[str, ...]:
    """Where a booklet comes from and how far it can be relied on, a sentence or two a line."""
    return tuple(_provenance(booklet, today))


def _provenance(booklet: Published, today: date) -> Iterator[str]:
    yield _retold(booklet)
    if booklet.source.reviewers:
        told = translate("Review", "The original was reviewed by {names}.")
        yield told.format(names="; ".join(booklet.source.reviewers))
    else:
        yield translate("Review", "The original names no reviewers.")
    yield _review(booklet, today)
    told = translate(
        "Review",
        "This retelling is new writing, the edition of {month}. {publisher} did not write these "
        "words.",
    )
    yield told.format(month=month_words(booklet.edition), publisher=booklet.source.publisher)
    if booklet.is_clinically_reviewed:
        yield translate("Review", "A doctor or nurse has checked this retelling.")
    else:
        yield translate("Review", "This retelling has not been checked by a doctor.")
    yield translate(
        "Review",
        "It informs you. It does not take the place of care from your own doctors and nurses: "
        "please check with them anything that matters to you.",
    )


def _retold(booklet: Published) -> str:
    source = booklet.source
    if source.edition:
        told = translate(
            "Review",
            "This booklet retells “{title}”, published by {publisher} (version {version}, last "
            "updated in {month}).",
        )
    else:
        told = translate(
            "Review",
            "This booklet retells “{title}”, published by {publisher} (last updated in {month}).",
        )
    return told.format(
        title=source.title,
        publisher=source.publisher,
        version=source.edition,
        month=month_words(source.updated),
    )


def _review(booklet: Published, today: date) -> str:
    match review_status(booklet.source.review_due, today):
        case ReviewOverdue(due, months):
            told = translate(
                "Review",
                "The original was due for review in {month}, {ago}. Some things may have changed "
                "since then.",
            )
            return told.format(month=month_words(due), ago=_ago(months))
        case ReviewCurrent(due):
            told = translate("Review", "The original is due for review in {month}.")
            return told.format(month=month_words(due))
        case other:
            assert_never(other)


def _ago(months: int) -> str:
    return one_or_many(
        months,
        one=translate("Review", "1 month ago"),
        many=Counts.tr("%Ln months ago", "", months),
    )
