"""What the Print page can put on paper, made of the notebook and the shelf as they are now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.booklet.errors import BookletError
from reader.notebook.errors import NotebookError
from reader.paper.errors import PaperError
from reader.paper.folding import folded
from reader.paper.gathering import PaperSources, gather
from reader.paper.options import LEAST_LINES
from reader.paper.sheet import CompanionCopy, PaperContact, QuestionSheet
from reader.paper.typesetting import paper_pdf
from reader.shelf.errors import ShelfFileError, UnknownBookletError
from reader.shelf.glossary import TermFinder
from reader.ui.language import error_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reader.notebook.model import Appointment
    from reader.notebook.notebook import Notebook
    from reader.paper.options import SheetOptions
    from reader.paper.pdf import Pdf
    from reader.paper.press import Press
    from reader.paper.request import PaperRequest
    from reader.paper.typesetting import Paperwork
    from reader.shelf.contacts import Contact
    from reader.shelf.glossary import Term
    from reader.shelf.shelf import Shelf

TROUBLE = (PaperError, NotebookError, BookletError, UnknownBookletError, ShelfFileError)
"""What can keep pages from being made; each says so in words for people."""


@dataclass(frozen=True, slots=True)
class Made:
    """Pages: ``saved`` for a file and ``printed`` for the printer, which differ when folded.

    ``lines`` is the most lines an answer can have for everything to fit on one side; 0 where it
    does not help or is not asked.
    """

    saved: Pdf
    printed: Pdf
    is_folded: bool = False
    lines: int = 0


@dataclass(frozen=True, slots=True)
class NotMade:
    """There are no pages; ``words`` say why."""

    words: str


class PaperDesk:
    """Reads and typesets, and writes nothing."""

    def __init__(
        self,
        press: Press,
        notebook: Notebook,
        shelf: Shelf,
        contacts: Sequence[Contact],
        terms: Sequence[Term],
        today: date,
    ) -> None:
        self._press = press
        self._notebook = notebook
        self._shelf = shelf
        self._sources = PaperSources(
            notebook,
            shelf,
            tuple(
                PaperContact(contact.name, contact.phone, contact.hours)
                for contact in contacts
                if contact.primary
            ),
            TermFinder(terms),
            today,
        )

    def booklets(self) -> tuple[tuple[str, str], ...]:
        """The id and the title of each booklet that is here."""
        return tuple((entry.id, entry.title) for entry in self._shelf.entries)

    def sections(self, booklet_id: str) -> tuple[tuple[str, str, bool], ...]:
        """The id and title of each section, and whether it stands behind a gate."""
        try:
            booklet = self._shelf.read(booklet_id)
        except TROUBLE:
            return ()
        return tuple((one.id, one.title, one.gate is not None) for one in booklet.sections)

    def appointments(self) -> tuple[Appointment, ...]:
        """Newest first; none where the notebook cannot be read, which is told with the pages."""
        try:
            return tuple(self._notebook.appointments.all())
        except NotebookError:
            return ()

    def gather(self, request: PaperRequest) -> Paperwork | NotMade:
        """What stands on the sheet asked for; to be called in the window's thread."""
        try:
            return gather(request, self._sources)
        except TROUBLE as error:
            return NotMade(error_words(error))

    def make(self, work: Paperwork, options: SheetOptions) -> Made | NotMade:
        """The pages; may be called in any thread."""
        try:
            pdf = paper_pdf(work, options, self._press)
            if not options.is_folded:
                return Made(pdf, pdf)
            return Made(pdf, folded(pdf, options, self._press), is_folded=True)
        except PaperError as error:
            return NotMade(error_words(error))

    def fitting_lines(self, work: Paperwork, options: SheetOptions) -> int:
        """With how many lines, fewer than now, everything fits on one side; 0 with none.

        May be called in any thread.
        """
        if not isinstance(work, QuestionSheet | CompanionCopy):
            return 0
        for lines in range(options.lines - 1, LEAST_LINES - 1, -1):
            try:
                if paper_pdf(work, replace(options, lines=lines), self._press).pages == 1:
                    return lines
            except PaperError:
                return 0
        return 0
