"""What the Print page can put on paper, made of the notebook and the shelf as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.booklet.review import printed_notices
from reader.paper.booklet import booklet_pdf
from reader.paper.gathering import asked_of, gather_sheet
from reader.paper.sheet import PaperContact, blank_sheet, sheet_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reader.notebook.notebook import Notebook
    from reader.paper.options import SheetOptions
    from reader.paper.pdf import Pdf
    from reader.paper.press import Press
    from reader.shelf.contacts import Contact
    from reader.shelf.shelf import Shelf


class PaperDesk:
    """Typesets, and writes nothing; each method may raise ``PaperError``."""

    def __init__(
        self,
        press: Press,
        notebook: Notebook,
        shelf: Shelf,
        contacts: Sequence[Contact],
        today: date,
    ) -> None:
        self._press = press
        self._notebook = notebook
        self._shelf = shelf
        self._today = today
        self._contacts = tuple(
            PaperContact(contact.name, contact.phone, contact.hours)
            for contact in contacts
            if contact.primary
        )

    def sheet(self, options: SheetOptions) -> Pdf:
        """The questions for the present appointment; with none of them, a blank sheet.

        Raises ``NotebookError`` when the notebook cannot be read.
        """
        appointment = self._notebook.appointments.newest()
        sheet = gather_sheet(
            appointment.line if appointment is not None else "",
            asked_of(self._notebook.questions.all()),
            self._shelf.entries,
            self._contacts,
            self._today,
        )
        return sheet_pdf(sheet, options, self._press)

    def blank(self, options: SheetOptions) -> Pdf:
        """A sheet to fill in by hand."""
        return sheet_pdf(blank_sheet(self._contacts), options, self._press)

    def booklet(self, booklet_id: str, sections: tuple[str, ...], options: SheetOptions) -> Pdf:
        """A booklet, or some sections of it.

        Raises ``BookletError`` if it is broken after all, and ``UnknownBookletError``.
        """
        booklet = self._shelf.read(booklet_id)
        notices = printed_notices(booklet, self._today)
        return booklet_pdf(booklet, sections, options, notices, self._press)
