"""The search index as one block of bytes: built in memory, kept in a file, taken back into memory.

SQLite never opens the file itself. So it leaves no journal behind, needs no lock between several
programs, and damage is seen by a checksum before SQLite meets it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from typing import TYPE_CHECKING

from reader.booklet.model import Gate, PassageKind
from reader.words import FTS_TOKENIZER, searchable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.booklet.model import Booklet, Passage, Section

VERSION = 1
"""Of the tables below; a file of another version is built anew."""

_HEAD = b"Booklet Reader search index\n"
_CHECKSUM = hashlib.sha256
_CHECKSUM_BYTES = _CHECKSUM().digest_size
_AS_WRITTEN = FTS_TOKENIZER.removeprefix("porter ")

_SCHEMA = f"""
CREATE TABLE about (fingerprint TEXT NOT NULL);
CREATE TABLE sections (
    booklet TEXT NOT NULL, section TEXT NOT NULL,
    booklet_title TEXT NOT NULL, section_title TEXT NOT NULL,
    PRIMARY KEY (booklet, section)
) WITHOUT ROWID;
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    booklet TEXT NOT NULL, section TEXT NOT NULL, passage TEXT NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL
);
CREATE VIRTUAL TABLE by_stem USING fts5(
    title, text, content='passages', content_rowid='id', tokenize='{FTS_TOKENIZER}'
);
CREATE VIRTUAL TABLE as_written USING fts5(
    title, text, content='passages', content_rowid='id', tokenize='{_AS_WRITTEN}'
);
"""


def build(booklets: Sequence[Booklet], fingerprint: str) -> sqlite3.Connection:
    """A new index of ``booklets`` in memory, from which ``fingerprint_of`` reads it back."""
    connection = _empty()
    connection.executescript(_SCHEMA)
    connection.execute("INSERT INTO about VALUES (?)", (fingerprint,))
    for booklet in booklets:
        connection.executemany(
            "INSERT INTO sections VALUES (?, ?, ?, ?)",
            [(booklet.id, each.id, booklet.title, each.title) for each in booklet.sections],
        )
        connection.executemany(
            "INSERT INTO passages (booklet, section, passage, title, text) VALUES (?, ?, ?, ?, ?)",
            _rows(booklet),
        )
    for table in ("by_stem", "as_written"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    connection.commit()
    return connection


def to_bytes(connection: sqlite3.Connection) -> bytes:
    """All of the index, with its checksum."""
    image = connection.serialize()
    return _HEAD + _CHECKSUM(image).digest() + image


def from_bytes(data: bytes) -> sqlite3.Connection | None:
    """The index that ``to_bytes`` gave, in memory; ``None`` where a single bit is different."""
    start = len(_HEAD) + _CHECKSUM_BYTES
    image = data[start:]
    if data[:start] != _HEAD + _CHECKSUM(image).digest():
        return None
    connection = _empty()
    try:
        connection.deserialize(image)
        fingerprint_of(connection)
    except sqlite3.Error:
        connection.close()
        return None
    return connection


def fingerprint_of(connection: sqlite3.Connection) -> str:
    """What ``build`` was given; raises ``sqlite3.Error`` when this is no index."""
    found = connection.execute("SELECT fingerprint FROM about").fetchone()
    return str(found[0]) if found else ""


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _rows(booklet: Booklet) -> Iterator[tuple[str, str, str, str, str]]:
    for section in booklet.sections:
        for passage in _open_passages(section):
            words = searchable(_words(passage))
            is_heading = passage.kind is PassageKind.HEADING
            title, text = (words, "") if is_heading else ("", words)
            yield booklet.id, section.id, passage.id, title, text


def _open_passages(section: Section) -> tuple[Passage, ...]:
    """What a search may quote: of a gated section its title alone."""
    match section.gate:
        case None:
            return section.passages
        case Gate.OUTLOOK:
            return section.passages[:1]


def _words(passage: Passage) -> str:
    """What a reader finds at the passage; of a figure also what it says in full."""
    full_text = passage.figure.full_text if passage.figure is not None else ""
    return f"{passage.text} {full_text}".strip()
