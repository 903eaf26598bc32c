"""Where a booklet comes from, how old it is, and what is said behind a gate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.booklet.dates import YearMonth
from reader.booklet.review import is_overdue
from reader.check.finding import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reader.check.draft import Draft, DraftBooklet
    from reader.check.finding import Finding

_NUMBER = (
    r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"a few|a couple of|several|half of)"
)
_LIVING = r"(?:lived?|lives|living|alive|surviv(?:e|ed|al|ing)|die[ds]?|dying|deaths?)"
_AMOUNT = (
    rf"\b{_NUMBER}(?: (?:more )?(?:weeks?|months?|years?)| per cent| ?%| (?:in|out of) {_NUMBER})"
)
_OUTLOOK = re.compile(
    rf"\b{_LIVING}\b[^.!?]{{0,60}}{_AMOUNT}"
    rf"|{_AMOUNT}[^.!?]{{0,60}}\b{_LIVING}\b"
    r"|\bdeath rates?\b|\blife expectancy\b|\bsurvival (?:rates?|times?)\b"
    r"|\b(?:overall|progression-free|median) survival\b",
    re.IGNORECASE,
)


def check_dates(draft: Draft, today: date) -> Iterator[Finding]:
    """Dates that cannot be."""
    this_month = YearMonth(today.year, today.month)
    for booklet in draft.booklets:
        edition, source = booklet.booklet.edition, booklet.booklet.source
        if edition > this_month:
            what = f"The edition of {edition.words} is in the future"
            yield booklet.at_key(".edition", Rule.DATE, what, "write the month of this edition")
        if source.updated > this_month:
            what = f"The source’s last update, {source.updated.words}, is in the future"
            yield booklet.at_key("source.updated", Rule.DATE, what, "correct the month")
        if source.updated > edition:
            what, mend = "The source is newer than this edition", "renew the text, or the edition"
            yield booklet.at_key("source.updated", Rule.DATE, what, mend)
        if source.review_due <= source.updated:
            what = "The source’s review is due before it was last updated"
            yield booklet.at_key("source.review_due", Rule.DATE, what, "correct one of the two")


def check_provenance(draft: Draft, today: date) -> Iterator[Finding]:
    """What every booklet has to tell its readers about where it comes from."""
    for booklet in draft.booklets:
        told = "\n".join(section.section.text for section in booklet.sections)
        if not booklet.booklet.source.reviewers and "no reviewers" not in told.casefold():
            what = "No reviewer of the source is named"
            mend = "name them, or say in the text that the source names no reviewers"
            yield booklet.at_key("source.reviewers", Rule.PROVENANCE, what, mend)
        for key, words in _to_tell(booklet, today):
            if words.casefold() not in told.casefold():
                what = f"No section says “{words}”"
                mend = "tell readers where the booklet comes from, in its last section"
                yield booklet.at_key(key, Rule.PROVENANCE, what, mend)


def _to_tell(booklet: DraftBooklet, today: date) -> Iterator[tuple[str, str]]:
    source = booklet.booklet.source
    yield "source.publisher", source.publisher
    yield "source.title", source.title
    yield "source.updated", source.updated.words
    for reviewer in source.reviewers:
        yield "source.reviewers", reviewer.partition(",")[0]
    if is_overdue(booklet.booklet, today):
        yield "source.review_due", source.review_due.words


def check_gates(draft: Draft) -> Iterator[Finding]:
    """How long people live, said in the open."""
    for booklet in draft.booklets:
        for section in booklet.sections:
            if section.section.gate is not None:
                continue
            for placed in section.passages:
                if found := _OUTLOOK.search(placed.passage.text):
                    what = f"“{found[0]}” says how long people live, outside a gate"
                    mend = "move it to a section with gate=outlook"
                    yield booklet.finding(placed.line, Rule.GATE, what, mend)
