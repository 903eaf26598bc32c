"""Where a question comes from, in the few words that stand under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.notebook.model import Place

if TYPE_CHECKING:
    from reader.notebook.model import Question
    from reader.shelf.ideas import Idea
    from reader.shelf.shelf import Shelf


class Origins(QObject):
    """Names the sections that questions come from; reads no booklet for it."""

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf

    def words(self, question: Question) -> str:
        """``From “Questions to ask”``, ``My own · from “More surgery”`` or ``My own``.

        Before it stands whether what the disk gives back may be wrong.
        """
        origin = self._origin(question)
        damaged = self.tr("This may be damaged.")
        return origin if question.is_whole else f"{damaged} {origin}"

    def _origin(self, question: Question) -> str:
        place = question.place
        title = self._section_title(place) if place is not None else ""
        if question.idea:
            named = self.tr("From “{title}”").format(title=title)
            return named if title else self.tr("From the ideas in the booklets")
        if title:
            return self.tr("My own · from “{title}”").format(title=title)
        if place is not None:
            return self.tr("My own · from a booklet that is not here now")
        return self.tr("My own")

    def place(self, idea: Idea) -> Place | None:
        """The section that ``idea`` belongs to, if its booklet is here; no one passage of it."""
        booklet, _, section = idea.section.partition("#")
        entry = next((entry for entry in self._shelf.entries if entry.id == booklet), None)
        return Place(booklet, str(entry.edition), section, "") if entry is not None else None

    def _section_title(self, place: Place) -> str:
        titles = (
            title
            for entry in self._shelf.entries
            if entry.id == place.booklet
            for section, title in entry.section_titles
            if section == place.section
        )
        return next(titles, "")
