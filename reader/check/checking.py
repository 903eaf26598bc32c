"""The editorial check of whole folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.check.drafting import read_draft
from reader.check.finding import Finding, Rule
from reader.check.jargon import check_capitals, check_terms
from reader.check.lists import (
    check_contacts,
    check_glossary,
    check_keys,
    check_phones,
    check_questions,
)
from reader.check.pronunciation import check_pronunciation
from reader.check.reading_ease import check_ages, check_sentences
from reader.check.shape import (
    check_headings,
    check_lengths,
    check_links,
    check_pictures,
    check_tables,
)
from reader.check.standing import check_dates, check_gates, check_provenance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from reader.check.draft import Draft
    from reader.check.ease import Ease

_OF_BOOKLETS = (
    check_headings,
    check_links,
    check_tables,
    check_pictures,
    check_lengths,
    check_sentences,
    check_terms,
    check_capitals,
    check_phones,
    check_gates,
)
_OF_LISTS = (check_keys, check_glossary, check_questions, check_contacts, check_pronunciation)


def check_folders(folders: Sequence[Path], today: date, ease: Ease) -> tuple[Finding, ...]:
    """All there is to mend in ``folders``, by file and line; each is a booklet or holds some.

    Never raises for what is in them: a booklet that cannot be read is a finding, and the check
    goes on with the others.
    """
    found = {finding for folder in folders for finding in _check_folder(folder, today, ease)}
    return tuple(sorted(found))


def _check_folder(folder: Path, today: date, ease: Ease) -> Iterator[Finding]:
    draft, broken = read_draft(folder)
    yield from broken
    if not draft.booklets and not broken:
        what, mend = "There is no booklet in this folder", "put booklet.md into a folder in it"
        yield Finding(folder, 1, Rule.FORMAT, what, mend)
    yield from _findings(draft, today, ease)


def _findings(draft: Draft, today: date, ease: Ease) -> Iterator[Finding]:
    for check in _OF_BOOKLETS:
        yield from check(draft)
    yield from check_ages(draft, ease)
    yield from check_dates(draft, today)
    yield from check_provenance(draft, today)
    if draft.are_own:
        for check in _OF_LISTS:
            yield from check(draft)
