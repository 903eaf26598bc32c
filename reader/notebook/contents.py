"""What a notebook holds, counted: to tell a good copy from a bad one and a new one from an old."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook import schema
from reader.notebook.errors import NotebookDamagedError
from reader.notebook.sealing import damaged_rows

if TYPE_CHECKING:
    from pathlib import Path

_OLDEST_SEALED = 3
_WRITTEN_FIRST = ("marks", "questions", "appointments")
_ORDER = "SELECT ifnull(sum((position + 1) * (checksum % 65521)), 0) FROM questions"
_WRITTEN = ("marks", "questions", "appointments", "drafts", "versions")
"""What would be missed. Where reading stopped changes all the time and is no reason for a copy."""


@dataclass(frozen=True, slots=True)
class Contents:
    """``items`` are the marks and questions not deleted, ``rows`` all that was written.

    ``damaged`` is how many rows are not as they were written. ``imprint`` is alike for two
    notebooks of one layout when what was written is the same in both, the order included.
    """

    layout: int
    items: int
    rows: int
    damaged: int
    imprint: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """``items`` are the marks and questions not deleted; ``rows`` those too, and appointments."""

    items: int
    rows: int


def contents_of(connection: sqlite3.Connection) -> Contents:
    """What the notebook of ``connection`` holds; raises ``sqlite3.Error``."""
    layout = _number(connection, "PRAGMA user_version")
    is_sealed = layout >= _OLDEST_SEALED
    tables = _WRITTEN if is_sealed else _WRITTEN_FIRST
    rows = [_number(connection, f"SELECT count(*) FROM {table}") for table in tables]
    items = [
        _number(connection, f"SELECT count(*) FROM {table} WHERE deleted IS NULL")
        for table in ("marks", "questions")
    ]
    return Contents(
        layout,
        sum(items),
        sum(rows),
        damaged_rows(connection) if is_sealed else 0,
        imprint_of(connection),
    )


def imprint_of(connection: sqlite3.Connection) -> tuple[int, ...]:
    """The imprint alone, which costs little; raises ``sqlite3.Error``."""
    if schema.layout_of(connection) < _OLDEST_SEALED:
        counts = [f"SELECT count(*) FROM {table}" for table in _WRITTEN_FIRST]
        return tuple(_number(connection, count) for count in counts)
    sums = [
        _number(connection, f"SELECT {count} FROM {table}")
        for table in _WRITTEN
        for count in ("count(*)", "ifnull(sum(checksum), 0)")
    ]
    return (*sums, _number(connection, _ORDER))


def size_of(connection: sqlite3.Connection) -> Size:
    """What can be counted at once, in every layout; raises ``sqlite3.Error``."""
    rows = [_number(connection, f"SELECT count(*) FROM {table}") for table in _WRITTEN_FIRST]
    items = [
        _number(connection, f"SELECT count(*) FROM {table} WHERE deleted IS NULL")
        for table in ("marks", "questions")
    ]
    return Size(sum(items), sum(rows))


def size_of_file(path: Path) -> Size | None:
    """The size of the copy at ``path``; ``None`` where it cannot be read."""
    try:
        with closing(open_copy(path)) as connection:
            return size_of(connection)
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def open_copy(path: Path) -> sqlite3.Connection:
    """Open the copy at ``path`` for reading, a file with nothing beside it that nobody writes to.

    Raises ``sqlite3.Error``.
    """
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, isolation_level=None)


def contents_of_file(path: Path) -> Contents:
    """What the copy at ``path`` holds; every page is checked.

    Raises ``NotebookError``: damaged, another program's, or newer.
    """
    try:
        with closing(open_copy(path)) as connection:
            schema.check(connection, path)
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if found != ("ok",):
                raise NotebookDamagedError(path, str(found))
            if _number(connection, "PRAGMA user_version") == 0:
                raise NotebookDamagedError(path, "empty")
            return contents_of(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise NotebookDamagedError(path, str(error)) from error


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
