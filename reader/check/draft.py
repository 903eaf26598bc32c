"""What is checked: the booklets of one folder with the lists beside them, and where all stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from reader.booklet.model import Booklet, Passage, Section
    from reader.check.finding import Rule
    from reader.shelf.contacts import Contact
    from reader.shelf.glossary import Term
    from reader.shelf.ideas import Ideas
    from reader.shelf.pronunciation import Saying


@dataclass(frozen=True, slots=True)
class PlacedPassage:
    """A passage, and the line of the file on which it begins."""

    passage: Passage
    line: int


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A section, its heading first; ``line`` is the heading's."""

    section: Section
    line: int
    passages: tuple[PlacedPassage, ...]

    @property
    def body(self) -> tuple[PlacedPassage, ...]:
        """What is under the heading."""
        return self.passages[1:]


@dataclass(frozen=True, slots=True)
class DraftBooklet:
    """A booklet, its file, and the line of each key of its front matter (``"source.updated"``)."""

    booklet: Booklet
    path: Path
    keys: Mapping[str, int]
    sections: tuple[DraftSection, ...]

    def passages(self) -> Iterator[PlacedPassage]:
        """All passages, in reading order."""
        for section in self.sections:
            yield from section.passages

    def finding(self, line: int, rule: Rule, what: str, mend: str) -> Finding:
        """Something to mend in the booklet's file."""
        return Finding(self.path, line, rule, what, mend)

    def at_key(self, key: str, rule: Rule, what: str, mend: str) -> Finding:
        """Something to mend in the front matter."""
        return self.finding(self.keys.get(key, 1), rule, what, mend)


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file of tables beside the booklets, and the line of each by table and id.

    ``is_read`` is false when the file is there and cannot be understood.
    """

    path: Path
    lines: Mapping[tuple[str, str], int]
    is_read: bool = True

    def finding(self, place: tuple[str, str], rule: Rule, what: str, mend: str) -> Finding:
        """Something to mend in the table ``(name, id)``."""
        return Finding(self.path, self.lines.get(place, 1), rule, what, mend)


@dataclass(frozen=True, slots=True)
class Draft:
    """``sections`` holds the section ids of each booklet that can be linked to, checked or not.

    A list that cannot be read is empty here, and without ``is_whole`` some booklets are missing:
    what only follows from that is no finding. The lists are ``are_own`` unless one booklet of
    several is checked: then they are not to blame for what the others need.
    """

    booklets: tuple[DraftBooklet, ...]
    sections: Mapping[str, frozenset[str]]
    terms: tuple[Term, ...]
    contacts: tuple[Contact, ...]
    ideas: Ideas
    pronunciation: tuple[Saying, ...]
    glossary_file: ListFile
    contacts_file: ListFile
    ideas_file: ListFile
    pronunciation_file: ListFile
    are_own: bool
    is_whole: bool
