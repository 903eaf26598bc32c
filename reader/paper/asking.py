"""Questions as they stand on a sheet: the words, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.booklet.dates import YearMonth
from reader.paper import wording
from reader.paper.sheet import SheetQuestion
from reader.paper.sources import source_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from reader.notebook.model import Question
    from reader.paper.gathering import Quotable

_KEYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the section and edition it comes from if it comes from one."""

    text: str
    booklet: str = ""
    section: str = ""
    edition: str = ""


def asked_of(questions: Iterable[Question]) -> tuple[Asked, ...]:
    """The notebook's questions, in their order."""
    return tuple(
        Asked(one.text, one.place.booklet, one.place.section, one.place.edition)
        if one.place
        else Asked(one.text)
        for one in questions
    )


def section_title(entries: Iterable[Quotable], booklet: str, section: str) -> str:
    """The title of a section, or ``""`` when it is not here."""
    entry = next((one for one in entries if one.id == booklet), None)
    return dict(entry.section_titles).get(section, "") if entry is not None else ""


def sheet_questions(
    asked: Sequence[Asked], entries: Sequence[Quotable]
) -> tuple[SheetQuestion, ...]:
    """Each question with its origin, as ``origins`` words it."""
    return tuple(
        SheetQuestion(one.text, origin)
        for one, origin in zip(asked, origins(asked, entries), strict=True)
    )


def origins(asked: Sequence[Asked], entries: Sequence[Quotable]) -> tuple[str, ...]:
    """Where each question comes from, in a few words; ``""`` for an own one.

    Where questions come from several booklets, a letter says which: ``quoted_sources`` gives it.
    """
    quoted = _quoted(asked, entries)
    keys = {entry.id: key for entry, key in zip(quoted, _keys(quoted), strict=True)}
    return tuple(_origin(one, entries, keys) for one in asked)


def quoted_sources(
    asked: Sequence[Asked], entries: Sequence[Quotable], today: date
) -> tuple[str, ...]:
    """A line for each booklet that a question comes from: its edition and its review."""
    quoted = _quoted(asked, entries)
    return tuple(
        wording.SOURCE_KEY.format(key=key, source=source_line(entry, today))
        if key
        else source_line(entry, today)
        for entry, key in zip(quoted, _keys(quoted), strict=True)
    )


def _quoted(asked: Sequence[Asked], entries: Sequence[Quotable]) -> list[Quotable]:
    named = {one.booklet for one in asked}
    return [entry for entry in entries if entry.id in named]


def _keys(quoted: Sequence[Quotable]) -> list[str]:
    """A letter for each booklet where there are several."""
    if len(quoted) == 1:
        return [""]
    return [*_KEYS[: len(quoted)], *map(str, range(len(_KEYS) + 1, len(quoted) + 1))]


def _origin(asked: Asked, entries: Sequence[Quotable], keys: dict[str, str]) -> str:
    """Section, and what else is needed to find it: the booklet's letter, an older edition."""
    if not asked.booklet:
        return ""
    entry = next((one for one in entries if one.id == asked.booklet), None)
    if entry is None:
        return wording.ORIGIN_GONE
    title = section_title([entry], asked.booklet, asked.section)
    named = ", ".join(filter(None, (title, _older_edition(asked, entry))))
    key = keys.get(asked.booklet, "")
    return wording.ORIGIN_KEY.format(key=key, title=named) if key and named else named


def _older_edition(asked: Asked, entry: Quotable) -> str:
    if not asked.edition or asked.edition == str(entry.edition):
        return ""
    try:
        return wording.ORIGIN_EDITION.format(month=YearMonth.parse(asked.edition).words)
    except ValueError:
        return ""
