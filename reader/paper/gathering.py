"""From questions and the booklets they come from to what stands on a question sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from reader.booklet.review import Dated
from reader.paper.sheet import QuestionSheet, SheetQuestion
from reader.paper.sources import source_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from reader.notebook.model import Question
    from reader.paper.sheet import PaperContact


class Quotable(Dated, Protocol):
    """What a sheet says of a booklet: its edition, its review, and the titles of its sections."""

    @property
    def id(self) -> str:
        """What places name it by."""

    @property
    def section_titles(self) -> Sequence[tuple[str, str]]:
        """Pairs of id and title."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the section it comes from if it comes from one."""

    text: str
    booklet: str = ""
    section: str = ""


def asked_of(questions: Iterable[Question]) -> tuple[Asked, ...]:
    """The notebook's questions, in their order."""
    return tuple(
        Asked(one.text, one.place.booklet, one.place.section) if one.place else Asked(one.text)
        for one in questions
    )


def section_title(entries: Iterable[Quotable], booklet: str, section: str) -> str:
    """The title of a section, or ``""`` when it is not here."""
    entry = next((one for one in entries if one.id == booklet), None)
    return dict(entry.section_titles).get(section, "") if entry is not None else ""


def gather_sheet(
    appointment: str,
    asked: Sequence[Asked],
    entries: Sequence[Quotable],
    contacts: tuple[PaperContact, ...],
    today: date,
) -> QuestionSheet:
    """A sheet with each question, where it comes from, and how old the booklets quoted are."""
    quoted = {one.booklet for one in asked}
    return QuestionSheet(
        appointment,
        tuple(
            SheetQuestion(one.text, section_title(entries, one.booklet, one.section))
            for one in asked
        ),
        tuple(source_line(entry, today) for entry in entries if entry.id in quoted),
        contacts,
    )
