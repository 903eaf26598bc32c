"""Which booklets are here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.booklet.errors import BookletError
from reader.booklet.front_matter import FrontMatter, read_front_matter
from reader.shelf.errors import UnknownBookletError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from reader.booklet.dates import YearMonth
    from reader.booklet.model import Booklet, Source

FILE = "booklet.md"


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """What is known of a booklet before it is read; ``section_titles`` are (id, title) pairs."""

    id: str
    title: str
    summary: str
    cover: str
    edition: YearMonth
    source: Source
    is_clinically_reviewed: bool
    minutes_to_read: int
    section_titles: tuple[tuple[str, str], ...]
    folder: Path


class Shelf:
    """The booklets of some folders, each read when it is first asked for and then kept.

    ``entries`` and ``broken`` change when reading finds a booklet to be broken after all.
    """

    def __init__(self, entries: Sequence[ShelfEntry], broken: Sequence[BookletError]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._broken = list(broken)
        self._failed: dict[str, BookletError] = {}
        self._booklets: dict[str, Booklet] = {}

    @classmethod
    def open(cls, folders: Sequence[Path]) -> Shelf:
        """The shelf of ``folders``: each is a booklet, or holds folders that are.

        Reads front matters alone. Never raises for a booklet: what is wrong is in ``broken``. Of
        two booklets with one id the first is kept and the second is broken.
        """
        entries: dict[str, ShelfEntry] = {}
        broken: list[BookletError] = []
        for folder in _booklet_folders(folders):
            try:
                entry = _entry(read_front_matter(folder))
                _check_alone(entry, entries)
            except BookletError as error:
                broken.append(error)
            else:
                entries[entry.id] = entry
        return cls(tuple(entries.values()), broken)

    def only(self, is_wanted: Callable[[str], bool]) -> Shelf:
        """A shelf of those whose id is wanted; nothing is said of what is broken."""
        made = Shelf([entry for entry in self.entries if is_wanted(entry.id)], ())
        made._booklets = {one: found for one, found in self._booklets.items() if is_wanted(one)}
        return made

    @property
    def entries(self) -> tuple[ShelfEntry, ...]:
        """The booklets that can be read, as far as is known, in the order of their folders."""
        return tuple(self._entries.values())

    @property
    def broken(self) -> tuple[BookletError, ...]:
        """What is wrong with the others."""
        return tuple(self._broken)

    def entry(self, booklet_id: str) -> ShelfEntry:
        """The entry of that id; raises ``UnknownBookletError``, or ``BookletError`` if broken.

        What is too broken to have an id is known by the name of its folder.
        """
        if booklet_id in self._entries:
            return self._entries[booklet_id]
        for error in self._broken:
            if booklet_id == error.folder_name or error is self._failed.get(booklet_id):
                raise error
        raise UnknownBookletError(booklet_id, tuple(self._entries))

    def read(self, booklet_id: str) -> Booklet:
        """The booklet of that id; raises ``UnknownBookletError`` or ``BookletError``."""
        if booklet_id not in self._booklets:
            entry = self.entry(booklet_id)
            self._booklets[booklet_id] = self._read(entry)
        return self._booklets[booklet_id]

    def read_all(self) -> tuple[Booklet, ...]:
        """Every booklet that can be read; the others are in ``broken`` afterwards."""
        return tuple(self._readable())

    def _readable(self) -> Iterator[Booklet]:
        for entry in self.entries:
            try:
                yield self.read(entry.id)
            except BookletError:
                continue

    def _read(self, entry: ShelfEntry) -> Booklet:
        # The Markdown parser is slow to import, and a start shows front matters alone.
        from reader.booklet.reading import read_booklet

        try:
            return read_booklet(entry.folder)
        except BookletError as error:
            del self._entries[entry.id]
            self._failed[entry.id] = error
            self._broken.append(error)
            raise


def _booklet_folders(folders: Sequence[Path]) -> Iterator[Path]:
    """Each booklet's folder once, in the order given and within a folder by name."""
    seen: set[Path] = set()
    for folder in folders:
        for found in [folder] if _is_booklet(folder) else _within(folder):
            known_as = found.resolve()
            if known_as not in seen:
                seen.add(known_as)
                yield found


def _within(folder: Path) -> list[Path]:
    try:
        return sorted(filter(_is_booklet, folder.iterdir()))
    except OSError:
        return []


def _is_booklet(folder: Path) -> bool:
    try:
        return (folder / FILE).exists()
    except OSError:
        return False


def _entry(found: FrontMatter) -> ShelfEntry:
    return ShelfEntry(
        id=found.id,
        title=found.title,
        summary=found.summary,
        cover=found.cover,
        edition=found.edition,
        source=found.source,
        is_clinically_reviewed=found.is_clinically_reviewed,
        minutes_to_read=found.minutes_to_read,
        section_titles=found.section_titles,
        folder=found.folder,
    )


def _check_alone(entry: ShelfEntry, entries: dict[str, ShelfEntry]) -> None:
    if entry.id in entries:
        first = entries[entry.id].folder.name
        problem = f"The booklet in “{first}” has the id “{entry.id}” too. Give each its own id."
        raise BookletError(entry.folder / FILE, 0, problem)
