"""The notebook's marks as they are printed: by booklet, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.booklet.errors import BookletError
from reader.paper import wording
from reader.paper.notes import BookletMarks, NotesSheet, PrintedMark
from reader.paper.sources import source_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.booklet.model import Booklet
    from reader.notebook.model import Mark
    from reader.paper.gathering import PaperSources
    from reader.paper.request import PaperRequest


def gather_marks(request: PaperRequest, sources: PaperSources) -> NotesSheet:
    """The marks in the booklet asked for, or in all: those of the shelf first, then what is gone.

    Words behind a gate are left out unless ``request.sections`` names their section; what was
    noted there stays. Raises ``NotebookError``.
    """
    if sources.notebook is None:
        return NotesSheet()
    marks = sources.notebook.marks.all(request.booklet or None)
    ids = dict.fromkeys(
        [entry.id for entry in sources.shelf.entries] + [mark.place.booklet for mark in marks]
    )
    own = {one: [mark for mark in marks if mark.place.booklet == one] for one in ids}
    return NotesSheet(
        tuple(
            _booklet_marks(booklet_id, found, request.sections, sources)
            for booklet_id, found in own.items()
            if found
        )
    )


def in_reading_order(marks: Iterable[Mark], booklet: Booklet | None) -> list[Mark]:
    """Marks of one booklet as their places follow each other in it.

    A place that this edition no longer has comes after the rest of its section, or at the end.
    """
    passages = (
        [(section.id, passage.id) for section in booklet.sections for passage in section.passages]
        if booklet is not None
        else []
    )
    order = {place: at for at, place in enumerate(passages)}
    last = {section: at for at, (section, _) in enumerate(passages)}

    def where(mark: Mark) -> tuple[int, int]:
        place = mark.place
        after = last.get(place.section, len(passages))
        return (order.get((place.section, place.passage), after), place.start)

    return sorted(marks, key=where)


def _booklet_marks(
    booklet_id: str, marks: Sequence[Mark], shown: Sequence[str], sources: PaperSources
) -> BookletMarks:
    booklet = _read(booklet_id, sources)
    if booklet is None:
        title = wording.BOOKLET_GONE.format(name=booklet_id)
        return BookletMarks(
            title, "", tuple(_printed(mark, "", mark.place.quote) for mark in marks)
        )
    gated = {section.id for section in booklet.sections if section.gate is not None}
    titles = {section.id: section.title for section in booklet.sections}
    return BookletMarks(
        booklet.title,
        source_line(booklet, sources.today),
        tuple(
            _printed(
                mark,
                titles.get(mark.place.section, ""),
                None if mark.place.section in gated - set(shown) else mark.place.quote,
            )
            for mark in in_reading_order(marks, booklet)
        ),
    )


def _printed(mark: Mark, section: str, quote: str | None) -> PrintedMark:
    return PrintedMark(mark.kind, section, quote, mark.text)


def _read(booklet_id: str, sources: PaperSources) -> Booklet | None:
    """The booklet, or ``None`` when it is not here or broken: its marks can be printed even so."""
    if booklet_id not in {entry.id for entry in sources.shelf.entries}:
        return None
    try:
        return sources.shelf.read(booklet_id)
    except BookletError:
        return None
