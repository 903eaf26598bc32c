"""Reading what is to be checked; what cannot be read is a finding, and the rest goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from reader.booklet.errors import BookletError
from reader.booklet.fields import key_lines
from reader.booklet.front_matter import read_front_matter
from reader.booklet.reading import read_booklet
from reader.booklet.sections import split_sections
from reader.booklet.source import FILE_NAME, read_source
from reader.check.draft import Draft, DraftBooklet, DraftSection, ListFile, PlacedPassage
from reader.check.finding import Finding, Rule, finding_of, worded
from reader.check.placing import passage_lines
from reader.shelf import contacts, glossary, ideas, pronunciation
from reader.shelf.errors import ShelfFileError
from reader.shelf.shelf import Shelf
from reader.shelf.tables import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.shelf.shelf import ShelfEntry

_Read = TypeVar("_Read")

_TABLE = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]")
_ID = re.compile(r"\s*id\s*=\s*[\"']([^\"']*)[\"']")
_AT_LINE = re.compile(r"\(at line (\d+),")
_IN_TABLE = re.compile(r"In the (\w+) “([^”]*)”")


def is_booklet(folder: Path) -> bool:
    """Whether ``folder`` is one booklet, in place of a folder of them."""
    return (folder / FILE_NAME).exists()


def list_files(folder: Path) -> tuple[Path, ...]:
    """The lists that can stand in ``folder``: glossary, contacts, questions, pronunciation."""
    names = (glossary.FILE, contacts.FILE, ideas.FILE, pronunciation.FILE)
    return tuple(folder / name for name in names)


def read_draft(folder: Path) -> tuple[Draft, tuple[Finding, ...]]:
    """Everything in ``folder``, which is a booklet or holds some, and what could not be read.

    One booklet is read with the lists of its own folder, or else of the folder around it, where
    the booklets are that it can link to.
    """
    shelf = Shelf.open([folder])
    around = folder.resolve().parent
    is_one = is_booklet(folder)
    near = Shelf.open([around]).entries if is_one else ()
    are_own = not is_one or any(path.exists() for path in list_files(folder))
    reader = _Reader([finding_of(error) for error in shelf.broken])
    booklets = tuple(reader.booklets(shelf.entries))
    is_whole = not reader.broken
    beside = folder if are_own else around
    draft = Draft(
        booklets=booklets,
        sections={
            entry.id: frozenset(known_as for known_as, _ in entry.section_titles)
            for entry in (*near, *shelf.entries)
        },
        terms=reader.listed(glossary.read_glossary, beside / glossary.FILE, ()),
        contacts=reader.listed(contacts.read_contacts, beside / contacts.FILE, ()),
        ideas=reader.listed(ideas.read_ideas, beside / ideas.FILE, ideas.Ideas()),
        pronunciation=reader.listed(
            pronunciation.read_pronunciation, beside / pronunciation.FILE, ()
        ),
        glossary_file=reader.list_file(beside / glossary.FILE),
        contacts_file=reader.list_file(beside / contacts.FILE),
        ideas_file=reader.list_file(beside / ideas.FILE),
        pronunciation_file=reader.list_file(beside / pronunciation.FILE),
        are_own=are_own,
        is_whole=is_whole,
    )
    return draft, tuple(reader.broken)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one thing after another; ``broken`` collects what cannot be read."""

    broken: list[Finding]

    def booklets(self, entries: tuple[ShelfEntry, ...]) -> Iterator[DraftBooklet]:
        for entry in entries:
            try:
                yield _booklet(entry.folder)
            except BookletError as error:
                self.broken.append(finding_of(error))

    def listed(self, read: Callable[[Path], _Read], path: Path, default: _Read) -> _Read:
        try:
            return read(path.parent)
        except ShelfFileError as error:
            line = _line_of(error, _list_file(path))
            self.broken.append(worded(path, line, Rule.LIST, error.problem))
            return default

    def list_file(self, path: Path) -> ListFile:
        """The file, once its list was read."""
        is_read = all(finding.path != path for finding in self.broken)
        return replace(_list_file(path), is_read=is_read)


def _booklet(folder: Path) -> DraftBooklet:
    booklet, front = read_booklet(folder), read_front_matter(folder)
    path = folder / FILE_NAME
    sources = split_sections(path, front.body, front.body_line)
    head = read_source(folder).split("\n")[1 : front.body_line - 2]
    sections = []
    for source, section in zip(sources, booklet.sections, strict=True):
        lines = passage_lines(source, section.passages)
        placed = tuple(map(PlacedPassage, section.passages, lines))
        sections.append(DraftSection(section, source.line, placed))
    return DraftBooklet(booklet, path, key_lines(head, 2), tuple(sections))


def _list_file(path: Path) -> ListFile:
    """The file with the line on which each table of it begins; empty when it cannot be read."""
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES).decode("utf-8", errors="replace")
    except OSError:
        text = ""
    lines: dict[tuple[str, str], int] = {}
    table, begins = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        if head := _TABLE.match(line):
            table, begins = head[1], number
        elif known_as := _ID.match(line):
            lines.setdefault((table, known_as[1]), begins)
    return ListFile(path, lines)


def _line_of(error: ShelfFileError, file: ListFile) -> int:
    if at_line := _AT_LINE.search(error.problem):
        return int(at_line[1])
    if in_table := _IN_TABLE.search(error.problem):
        return file.lines.get((in_table[1], in_table[2]), 1)
    return 1
