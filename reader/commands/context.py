"""What every command is given, and the answers that are no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.booklet.review import today
from reader.override import override
from reader.shelf.contacts import Contact, first_contacts
from reader.shelf.shelf import Shelf
from reader.version import BUILT

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from reader.booklet.model import Booklet, Section
    from reader.commands.console import Console
    from reader.paths import Paths
    from reader.shelf.shelf import ShelfEntry


class UsageError(Exception):
    """The command makes no sense as it is written; the message is a sentence that says why."""


class UnknownSectionError(Exception):
    """The booklet ``booklet`` has no section ``section``; those in ``known`` it has."""

    def __init__(self, booklet: str, section: str, known: tuple[str, ...]) -> None:
        super().__init__(booklet, section, known)
        self.booklet = booklet
        self.section = section
        self.known = known

    @override
    def __str__(self) -> str:
        return (
            f"The booklet “{self.booklet}” has no section “{self.section}”. "
            f"Its sections are: {', '.join(self.known)}."
        )


@dataclass(frozen=True, slots=True)
class Context:
    """Where to speak, where things are, and what time it is.

    ``content`` are the folders asked for with ``--content``, beside the program's own booklets.
    """

    console: Console
    paths: Paths
    content: tuple[Path, ...]
    now: Callable[[], datetime]

    @property
    def today(self) -> date:
        """The day it is, for review dates; never one before the program was built."""
        return today(self.now().date(), BUILT)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where to look for booklets."""
        return (self.paths.content, *self.content)

    def shelf(self) -> Shelf:
        """The booklets, opened anew."""
        return Shelf.open(self.folders)

    def contacts(self) -> tuple[Contact, ...]:
        """Whom to ring, as in the window; raises ``ShelfFileError``."""
        return first_contacts(self.paths.content, self.content)


def check_section(entry: ShelfEntry, section_id: str) -> None:
    """Raise ``UnknownSectionError`` unless the booklet has that section."""
    known = tuple(known_as for known_as, _ in entry.section_titles)
    if section_id not in known:
        raise UnknownSectionError(entry.id, section_id, known)


def section_of(booklet: Booklet, section_id: str) -> Section:
    """The section of that id; raises ``UnknownSectionError``."""
    section = booklet.section(section_id)
    if section is None:
        known = tuple(each.id for each in booklet.sections)
        raise UnknownSectionError(booklet.id, section_id, known)
    return section
