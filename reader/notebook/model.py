"""What a reader writes: places, marks, appointments and questions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

TOP = 3
"""How many questions "matter most": the first three of an appointment's list."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a booklet something points.

    ``start`` and ``end`` are characters in the passage's text; both 0 mean the whole passage.
    ``quote`` is the words pointed at, kept so that they can be shown when the booklet is gone;
    ``prefix`` and ``suffix`` are the words just before and after them, which tell apart two places
    with the same words (https://www.w3.org/TR/annotation-model/#text-quote-selector).
    """

    booklet: str
    edition: str
    section: str
    passage: str
    start: int = 0
    end: int = 0
    quote: str = ""
    prefix: str = ""
    suffix: str = ""


class MarkKind(StrEnum):
    """What a mark does to its place."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark, a highlight or a note at a place; ``text`` is the note's, else empty.

    ``is_whole`` is false when the disk gives back something else than was written: then what can be
    read is shown, and that some of it may be wrong.
    """

    id: str
    kind: MarkKind
    place: Place
    text: str
    created: datetime
    changed: datetime
    is_whole: bool = True


class Answered(StrEnum):
    """How far an appointment answered a question."""

    NOT_YET = "not-yet"
    ANSWERED = "answered"
    PARTLY = "partly"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an appointment's list; ``place`` is where it comes from, ``None`` if own.

    ``idea`` is the id of the ready-made question that it was taken from, ``""`` if own.
    ``carried_from`` is the id of the question that it repeats from the appointment before.
    ``is_whole`` is that of ``Mark``.
    """

    id: str
    appointment: str
    text: str
    place: Place | None
    answer: str
    answered: Answered
    created: datetime
    changed: datetime
    idea: str = ""
    carried_from: str = ""
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a list of questions is for, in the reader's own words: ``what`` and ``when``.

    ``is_whole`` is that of ``Mark``.
    """

    id: str
    what: str
    when: str
    created: datetime
    is_whole: bool = True

    @property
    def line(self) -> str:
        """``"Second opinion, Thursday 3 December, 2.30pm"``; empty when nothing is filled in."""
        return ", ".join(part for part in (self.what, self.when) if part)


@dataclass(frozen=True, slots=True)
class Position:
    """Where reading stopped: a place, and when."""

    place: Place
    when: datetime


class Part(StrEnum):
    """What there are earlier versions of."""

    NOTE = "note"
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Version:
    """What a note, a question or an answer said before; ``number`` names it, ``written`` is when.

    ``is_whole`` is that of ``Mark``.
    """

    number: int
    part: Part
    text: str
    written: datetime
    is_whole: bool = True
