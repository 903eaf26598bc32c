"""The writings in the order in which a person reads them; Markdown and HTML both say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from reader.notebook.model import TOP, Answered, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime, tzinfo

    from reader.notebook.exchange.writings import Writings
    from reader.notebook.model import Appointment, Mark, Place, Question

TITLE = "My notes and questions"
AWAY = "A booklet that was not here ({name})"


@dataclass(frozen=True, slots=True)
class BookletNames:
    """How people know a booklet, and its sections in order as (id, title)."""

    id: str
    title: str
    sections: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark or a question: what it is, the words it stands on, and what the reader wrote."""

    label: str
    quote: str
    text: str
    answer: str
    when: str
    moment: datetime
    is_damaged: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A section of a booklet, or an appointment's list."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A booklet, or all the questions."""

    heading: str
    groups: tuple[Group, ...]


def lay_out(
    writings: Writings, booklets: Sequence[BookletNames], zone: tzinfo | None
) -> tuple[Chapter, ...]:
    """Questions first, the newest list on top; then marks by booklet in reading order.

    ``booklets`` are in the order of the shelf; dates are those of ``zone``.
    """
    chapters = [_questions(writings, booklets, zone), *_booklets(writings, booklets, zone)]
    return tuple(chapter for chapter in chapters if chapter.groups)


def day(moment: datetime, zone: tzinfo | None) -> str:
    """``"20 November 2026"``."""
    local = moment.astimezone(zone)
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"


def _questions(
    writings: Writings, booklets: Sequence[BookletNames], zone: tzinfo | None
) -> Chapter:
    groups = []
    for appointment in reversed(writings.appointments):
        own = [each for each in writings.questions if each.appointment == appointment.id]
        if own or appointment.line:
            entries = [_asked(at, each, booklets, zone) for at, each in enumerate(own)]
            groups.append(Group(_appointment(appointment, zone), tuple(entries)))
    return Chapter("Questions", tuple(groups))


def _appointment(appointment: Appointment, zone: tzinfo | None) -> str:
    return appointment.line or f"List begun on {day(appointment.created, zone)}"


def _asked(
    at: int, question: Question, booklets: Sequence[BookletNames], zone: tzinfo | None
) -> Entry:
    label = "One of the three that matter most" if at < TOP else "If there is time"
    return Entry(
        f"{label}. {_answered(question.answered)}{_from(question.place, booklets)}",
        question.place.quote if question.place is not None else "",
        question.text,
        question.answer,
        day(question.created, zone),
        question.created,
        not question.is_whole,
    )


def _from(place: Place | None, booklets: Sequence[BookletNames]) -> str:
    if place is None:
        return ""
    names = next((each for each in booklets if each.id == place.booklet), None)
    if names is None:
        return f" From {AWAY.format(name=place.booklet).lower()}."
    section = dict(names.sections).get(place.section, "")
    return f" From {names.title}{', ' if section else ''}{section}."


def _answered(answered: Answered) -> str:
    match answered:
        case Answered.NOT_YET:
            return "Not answered yet."
        case Answered.ANSWERED:
            return "Answered."
        case Answered.PARTLY:
            return "Answered in part."
        case Answered.NOT_ASKED:
            return "Not asked."
        case _:
            assert_never(answered)


def _booklets(
    writings: Writings, booklets: Sequence[BookletNames], zone: tzinfo | None
) -> Iterator[Chapter]:
    known = {each.id for each in booklets}
    away = dict.fromkeys(each.place.booklet for each in writings.marks)
    strangers = [
        BookletNames(name, AWAY.format(name=name), ()) for name in away if name not in known
    ]
    for names in (*booklets, *strangers):
        own = [mark for mark in writings.marks if mark.place.booklet == names.id]
        yield Chapter(names.title, tuple(_sections(own, names, zone)))


def _sections(marks: Sequence[Mark], names: BookletNames, zone: tzinfo | None) -> Iterator[Group]:
    titles = dict(names.sections)
    others = dict.fromkeys(mark.place.section for mark in marks)
    for section in (*titles, *(each for each in others if each not in titles)):
        own = tuple(_marked(mark, zone) for mark in _in(marks, section))
        if own:
            yield Group(titles.get(section, "A part that has another name now"), own)


def _in(marks: Iterable[Mark], section: str) -> Iterator[Mark]:
    return (mark for mark in marks if mark.place.section == section)


def _marked(mark: Mark, zone: tzinfo | None) -> Entry:
    return Entry(
        _kind(mark.kind),
        mark.place.quote,
        mark.text,
        "",
        day(mark.created, zone),
        mark.created,
        not mark.is_whole,
    )


def _kind(kind: MarkKind) -> str:
    match kind:
        case MarkKind.BOOKMARK:
            return "Bookmark"
        case MarkKind.HIGHLIGHT:
            return "Highlight"
        case MarkKind.NOTE:
            return "Note"
        case _:
            assert_never(kind)


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
