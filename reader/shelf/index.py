"""Searching the booklets."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from reader.files import write_atomically
from reader.shelf import index_image
from reader.shelf.shelf import FILE
from reader.words import END, START, match_expression, snippet_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from reader.booklet.dates import YearMonth
    from reader.booklet.model import Booklet
    from reader.words import Snippet

SNIPPET_WORDS = 28
HEADING_WEIGHT = 4.0
"""How much more a word counts in a heading than in the text, in FTS5's bm25()."""

_log = logging.getLogger(__name__)

_QUERY = """
SELECT passages.id, booklet, section, passage, booklet_title, section_title,
       snippet({table}, -1, ?, ?, '…', {words})
FROM {table}
JOIN passages ON passages.id = {table}.rowid
JOIN sections USING (booklet, section)
WHERE {table} MATCH ?
ORDER BY bm25({table}, {weight}, 1.0), passages.id
LIMIT ?
"""
_QUERIES = tuple(
    _QUERY.format(table=table, words=SNIPPET_WORDS, weight=HEADING_WEIGHT)
    for table in ("by_stem", "as_written")
)


class Edition(Protocol):
    """What identifies a text: a ``Booklet``, or its ``ShelfEntry`` before it is read."""

    @property
    def id(self) -> str:
        """The booklet's id."""

    @property
    def edition(self) -> YearMonth:
        """Which edition of it."""

    @property
    def folder(self) -> Path:
        """Where its file is."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds what was looked for, and the words around it."""

    booklet: str
    section: str
    passage: str
    booklet_title: str
    section_title: str
    snippet: Snippet


class SearchIndex:
    """Finds passages by their words. Nothing about its file can make a search fail."""

    def __init__(self, path: Path | None, connection: sqlite3.Connection | None) -> None:
        self._path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path | None) -> SearchIndex:
        """The index kept at ``path``, which finds nothing until ``refresh`` if there is none.

        ``None`` keeps it in memory alone. A damaged file is deleted.
        """
        return cls(path, None if path is None else _kept(path))

    def is_fresh_for(self, editions: Iterable[Edition]) -> bool:
        """Whether the index is of exactly these texts; reads their files, parses nothing."""
        if self._connection is None:
            return False
        return index_image.fingerprint_of(self._connection) == _fingerprint(editions)

    def refresh(self, booklets: Sequence[Booklet]) -> None:
        """Make the index one of ``booklets``, unless it is, and keep it if the disk allows."""
        if self.is_fresh_for(booklets):
            return
        self.close()
        self._connection = index_image.build(booklets, _fingerprint(booklets))
        if self._path is not None:
            _keep(self._path, index_image.to_bytes(self._connection))

    def search(self, words: str, limit: int) -> tuple[Hit, ...]:
        """At most ``limit`` passages that hold all of ``words``, the best first, none twice.

        Words match by their stem. What is still being typed may be no stem of anything
        ("recurren" for "recurrence"), so words as they are written come after.
        """
        expression = match_expression(words)
        if self._connection is None or not expression:
            return ()
        hits: dict[int, Hit] = {}
        for query in _QUERIES:
            found = self._connection.execute(query, (START, END, expression, limit))
            for row_id, booklet, section, passage, booklet_title, section_title, marked in found:
                place = (booklet, section, passage, booklet_title, section_title)
                hits.setdefault(row_id, Hit(*place, snippet_of(marked)))
        return tuple(hits.values())[: max(limit, 0)]

    def close(self) -> None:
        """Let go of the memory; a closed index finds nothing."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _kept(path: Path) -> sqlite3.Connection | None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        _log.info("The search index cannot be read (%s).", error.strerror)
        return None
    connection = index_image.from_bytes(data)
    if connection is None:
        _log.warning("The search index is damaged; it is made again.")
        _delete(path)
    return connection


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        _log.info("The search index cannot be deleted (%s).", error.strerror)


def _keep(path: Path, data: bytes) -> None:
    try:
        write_atomically(path, data)
    except OSError as error:
        _log.info("The search index stays in memory (%s).", error.strerror)


def _fingerprint(editions: Iterable[Edition]) -> str:
    """One line that is different whenever a different index would be built."""
    known = sorted(f"{each.id} {each.edition} {_file_hash(each.folder)}" for each in editions)
    parts = "\n".join([f"{index_image.VERSION}", *known])
    return hashlib.sha256(parts.encode()).hexdigest()


def _file_hash(folder: Path) -> str:
    try:
        return hashlib.sha256((folder / FILE).read_bytes()).hexdigest()
    except OSError:
        return "unreadable"
