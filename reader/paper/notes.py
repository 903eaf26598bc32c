"""The notebook's bookmarks, highlights and notes, by booklet in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.notebook.model import MarkKind


@dataclass(frozen=True, slots=True)
class PrintedMark:
    """A mark: ``quote`` is the words it stands on, ``text`` a note's own words.

    ``section`` is the title of the part it is in, ``""`` when that is not known. ``quote`` is
    ``None`` where the words are behind a gate.
    """

    kind: MarkKind
    section: str
    quote: str | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class BookletMarks:
    """The marks in one booklet; ``source`` says its edition and review."""

    title: str
    source: str
    marks: tuple[PrintedMark, ...]


@dataclass(frozen=True, slots=True)
class NotesSheet:
    """All the marks that are printed; with none the sheet says so."""

    booklets: tuple[BookletMarks, ...] = ()
