"""From the notebook and the shelf to what stands on a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, assert_never

from reader.booklet.review import Dated, is_overdue, printed_notices
from reader.paper.asking import Asked as Asked
from reader.paper.asking import asked_of as asked_of
from reader.paper.asking import quoted_sources, sheet_questions
from reader.paper.asking import section_title as section_title
from reader.paper.booklet import BookletPaper, chosen_sections
from reader.paper.explaining import explained_terms
from reader.paper.kinds import SheetKind
from reader.paper.letters import BringList, ConsentNote, ReferralLetter
from reader.paper.marking import gather_marks
from reader.paper.meeting import gather_opinions, gather_visit
from reader.paper.sheet import CompanionCopy, QuestionSheet, blank_sheet
from reader.paper.sources import source_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reader.booklet.model import Booklet
    from reader.notebook.model import Appointment
    from reader.notebook.notebook import Notebook
    from reader.paper.explaining import Finder
    from reader.paper.request import PaperRequest
    from reader.paper.sheet import PaperContact
    from reader.paper.typesetting import Paperwork

OPINIONS_BOOKLET = "recurrence"
"""The booklet whose facts the letters and the list to bring are made of."""


class Quotable(Dated, Protocol):
    """What a sheet says of a booklet: its edition, its review, and the titles of its sections."""

    @property
    def id(self) -> str:
        """What places name it by."""

    @property
    def section_titles(self) -> Sequence[tuple[str, str]]:
        """Pairs of id and title."""


class Bookshelf(Protocol):
    """Where booklets are found."""

    @property
    def entries(self) -> Sequence[Quotable]:
        """The booklets that are here, in their order."""

    def read(self, booklet_id: str) -> Booklet:
        """The booklet of that id."""


@dataclass(frozen=True, slots=True)
class PaperSources:
    """What sheets are made of; ``notebook`` is ``None`` where nobody has written anything.

    ``contacts`` are those to ring about anything. ``finder`` finds the words of the glossary.
    """

    notebook: Notebook | None
    shelf: Bookshelf
    contacts: tuple[PaperContact, ...]
    finder: Finder | None
    today: date


def gather(request: PaperRequest, sources: PaperSources) -> Paperwork:
    """What stands on the sheet asked for; call it from the notebook's thread.

    Without a question the question sheet is a blank one. Raises ``NotebookError``, and for a
    booklet ``BookletError``, ``UnknownSectionError`` and what the shelf raises for an unknown one.
    """
    match request.kind:
        case SheetKind.QUESTIONS:
            return _questions(request, sources)
        case SheetKind.BLANK:
            return blank_sheet(sources.contacts)
        case SheetKind.COMPANION:
            return CompanionCopy(_questions(request, sources))
        case SheetKind.AFTER_VISIT:
            return gather_visit(_appointment(request, sources), sources)
        case SheetKind.TWO_OPINIONS:
            return gather_opinions(request.appointment, sources, before=request.before)
        case SheetKind.REFERRAL | SheetKind.CONSENT | SheetKind.BRING:
            return _about_second_opinions(request, sources)
        case SheetKind.NOTES:
            return gather_marks(request, sources)
        case SheetKind.BOOKLET:
            return gather_booklet(request, sources)
        case other:
            assert_never(other)


def _about_second_opinions(
    request: PaperRequest, sources: PaperSources
) -> ReferralLetter | ConsentNote | BringList:
    origin = opinion_sources(sources)
    if request.kind is SheetKind.REFERRAL:
        return ReferralLetter(request.letter, origin)
    if request.kind is SheetKind.CONSENT:
        return ConsentNote(request.letter, origin)
    return BringList(_line(_appointment(request, sources)), sources.contacts, origin)


def gather_sheet(
    appointment: str,
    asked: Sequence[Asked],
    entries: Sequence[Quotable],
    contacts: tuple[PaperContact, ...],
    today: date,
) -> QuestionSheet:
    """A sheet with each question, where it comes from, and how old the booklets quoted are."""
    lines = quoted_sources(asked, entries, today)
    return QuestionSheet(appointment, sheet_questions(asked, entries), lines, contacts)


def gather_booklet(request: PaperRequest, sources: PaperSources) -> BookletPaper:
    """The booklet asked for, with the words of the glossary that stand in what is printed."""
    booklet = sources.shelf.read(request.booklet)
    sections = chosen_sections(booklet, request.sections)
    terms = explained_terms(sources.finder, sections) if sources.finder is not None else ()
    return BookletPaper(
        booklet,
        request.sections,
        printed_notices(booklet, sources.today),
        terms,
        is_overdue=is_overdue(booklet, sources.today),
    )


def opinion_sources(sources: PaperSources) -> tuple[str, ...]:
    """Where the words about second opinions are from, as far as that booklet is here."""
    entries = (entry for entry in sources.shelf.entries if entry.id == OPINIONS_BOOKLET)
    return tuple(source_line(entry, sources.today) for entry in entries)


def _questions(request: PaperRequest, sources: PaperSources) -> QuestionSheet:
    appointment = _appointment(request, sources)
    asked: tuple[Asked, ...] = ()
    if sources.notebook is not None and appointment is not None:
        asked = asked_of(sources.notebook.questions.all(appointment.id))
    return gather_sheet(
        _line(appointment),
        asked,
        sources.shelf.entries,
        sources.contacts,
        sources.today,
    )


def _appointment(request: PaperRequest, sources: PaperSources) -> Appointment | None:
    """The appointment asked for; the current one also where that of the request is gone."""
    if sources.notebook is None:
        return None
    appointments = sources.notebook.appointments.all()
    asked = (one for one in appointments if one.id == request.appointment)
    return next(asked, appointments[0] if appointments else None)


def _line(appointment: Appointment | None) -> str:
    return appointment.line if appointment is not None else ""
