"""The one model of a booklet: ``Booklet > Section > Passage > Run``.

Screen, paper, search, speech and HTML are renderings of these frozen values; what they cannot
say cannot reach a reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.booklet.outline import WORDS_A_MINUTE as WORDS_A_MINUTE
from reader.booklet.outline import Gate as Gate
from reader.booklet.outline import Source as Source

if TYPE_CHECKING:
    from pathlib import Path

    from reader.booklet.dates import YearMonth

CELL_GAP = " · "
"""What stands between the cells of a table row in its plain text."""


class PassageKind(StrEnum):
    """What a passage is; each is one unit that can be marked."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    DEFINITION = "definition"
    TABLE_ROW = "table-row"
    FIGURE = "figure"
    FOOTNOTE = "footnote"


class Callout(StrEnum):
    """A box that sets passages apart from the running text."""

    NOTE = "note"
    IMPORTANT = "important"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look.

    ``link`` is ``""``, ``"#section"``, ``"booklet#section"`` or an ``https:`` address.
    ``footnote`` is the marker of the footnote it points to, else ``""``. The text of such a run is
    that marker too, but no part of the passage's words: those stay when footnotes are renumbered.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    footnote: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of facts: ``source`` is a path inside the booklet's folder.

    ``alternative`` says shortly what it is, ``full_text`` all that it shows, a paragraph a line.
    """

    source: str
    alternative: str
    full_text: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, heading, list item, definition, table row, figure or footnote.

    ``id`` stays the same across editions while the words stay (see ``passage_id``).
    ``level`` is 2 or 3 for a heading, and the depth from 1 for a list item.
    ``marker`` is what stands before a list item or footnote: ``"•"``, ``"2."``, or ``""`` where an
    item goes on in a second paragraph.
    ``term`` is what a definition defines, empty where a definition goes on. ``cells`` are the
    cells of a table row (``runs`` is then empty). Passages of one list, table or callout share a
    ``group``, counted from 1 in a section.
    """

    id: str
    kind: PassageKind
    runs: Runs = ()
    level: int = 0
    marker: str = ""
    term: Runs = ()
    cells: tuple[Runs, ...] = ()
    is_header: bool = False
    callout: Callout | None = None
    figure: Figure | None = None
    group: int = 0

    @property
    def text(self) -> str:
        """The words of the passage as one line of plain text."""
        if self.kind is PassageKind.TABLE_ROW:
            return CELL_GAP.join(text_of(cell) for cell in self.cells)
        if self.kind is PassageKind.DEFINITION:
            term = f"{text_of(self.term)}: " if self.term else ""
            return f"{term}{text_of(self.runs)}"
        if self.figure is not None:
            return self.figure.alternative
        return text_of(self.runs)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what is under it; ``passages[0]`` is that heading, of level 2."""

    id: str
    title: str
    passages: tuple[Passage, ...]
    gate: Gate | None = None
    facts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of the section, a passage a line."""
        return "\n".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Booklet:
    """One edition of one booklet; ``folder`` is where its figures are."""

    id: str
    title: str
    summary: str
    language: str
    edition: YearMonth
    source: Source
    is_clinically_reviewed: bool
    sections: tuple[Section, ...]
    folder: Path
    cover: str = "teal"

    @property
    def word_count(self) -> int:
        """How many words a reader meets from the first heading to the last."""
        return sum(len(section.text.split()) for section in self.sections)

    @property
    def minutes_to_read(self) -> int:
        """Whole minutes, rounded up, at ``WORDS_A_MINUTE``."""
        return max(1, -(-self.word_count // WORDS_A_MINUTE))

    def section(self, section_id: str) -> Section | None:
        """The section of that id, or ``None``."""
        return next((found for found in self.sections if found.id == section_id), None)

    def section_of(self, passage_id: str) -> Section | None:
        """The section that holds the passage of that id, or ``None``."""
        return next(
            (
                section
                for section in self.sections
                if any(passage.id == passage_id for passage in section.passages)
            ),
            None,
        )


def text_of(runs: Runs) -> str:
    """The words of ``runs``, without the marks of footnotes."""
    return "".join(run.text for run in runs if not run.footnote)
