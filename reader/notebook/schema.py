"""What stands in the notebook's file, by numbered steps from nothing to the newest layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookForeignError,
    NotebookNewerError,
)
from reader.notebook.sealing import QUESTIONS, SEALED, VERSIONS, seal_all

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

APPLICATION_ID = 0x424B4C54
"""``"BKLT"``: SQLite's mark, in the header of the file, of the program it belongs to."""

Migration = tuple[str, ...]
"""The statements that lead from one layout to the next."""

KEPT_SECONDS = 30 * 24 * 60 * 60
"""How long what was deleted is kept: 30 days."""

_PLACE = """
    booklet TEXT NOT NULL, edition TEXT NOT NULL, section TEXT NOT NULL, passage TEXT NOT NULL,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, quote TEXT NOT NULL"""

MIGRATIONS: tuple[Migration, ...] = (
    (
        """CREATE TABLE appointments (
            id TEXT PRIMARY KEY, what TEXT NOT NULL, at TEXT NOT NULL, created TEXT NOT NULL
        ) STRICT""",
        f"""CREATE TABLE marks (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, {_PLACE}, text TEXT NOT NULL,
            created TEXT NOT NULL, changed TEXT NOT NULL, deleted TEXT
        ) STRICT""",
        "CREATE INDEX marks_by_place ON marks (booklet, section, passage)",
        f"""CREATE TABLE questions (
            id TEXT PRIMARY KEY, appointment TEXT NOT NULL REFERENCES appointments (id),
            position INTEGER NOT NULL, text TEXT NOT NULL, idea TEXT NOT NULL,
            {_PLACE.replace(" NOT NULL", "")}, answer TEXT NOT NULL, answered TEXT NOT NULL,
            carried_from TEXT, created TEXT NOT NULL, changed TEXT NOT NULL, deleted TEXT
        ) STRICT""",
        "CREATE INDEX questions_in_order ON questions (appointment, position)",
        "CREATE INDEX questions_by_origin ON questions (carried_from)",
        f"CREATE TABLE positions ({_PLACE}, seen TEXT NOT NULL, UNIQUE (booklet)) STRICT",
    ),
    ("CREATE TABLE drafts (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT",),
    (
        *(
            f"ALTER TABLE {table} ADD COLUMN {neighbour} TEXT{required}"
            for table, required in (
                ("marks", " NOT NULL DEFAULT ''"),
                ("questions", ""),
                ("positions", " NOT NULL DEFAULT ''"),
            )
            for neighbour in ("prefix", "suffix")
        ),
        "UPDATE questions SET prefix = '', suffix = '' WHERE booklet IS NOT NULL",
        "ALTER TABLE marks ADD COLUMN kept_until INTEGER",
        "ALTER TABLE questions ADD COLUMN kept_until INTEGER",
        *(
            f"UPDATE {table} SET kept_until = {KEPT_SECONDS} WHERE deleted IS NOT NULL"
            for table in ("marks", "questions")
        ),
        """CREATE TABLE versions (
            number INTEGER PRIMARY KEY, part TEXT NOT NULL, item TEXT NOT NULL,
            text TEXT NOT NULL, written TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX versions_in_order ON versions (item, part, number)",
        "CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        *(
            f"ALTER TABLE {table} ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0"
            for table in (
                *("appointments", "marks", "questions", "positions"),
                *("drafts", "versions", "state"),
            )
        ),
        """CREATE INDEX marks_in_order
            ON marks (booklet, section, passage, start_char, kind) WHERE deleted IS NULL""",
        "CREATE INDEX marks_deleted ON marks (kept_until) WHERE deleted IS NOT NULL",
        "CREATE INDEX questions_deleted ON questions (kept_until) WHERE deleted IS NOT NULL",
    ),
)
"""The first leads from an empty file to layout 1, the next from 1 to 2. Append; change none.

Times are ISO 8601 in UTC. ``deleted`` is when, ``NULL`` while not; ``kept_until`` is how many
seconds must have gone by (``reader.notebook.elapsed``) before what was deleted may be purged. A
question's ``position`` counts from 0 among those not deleted of its appointment; a deleted one
keeps the position it had. ``carried_from`` is the question of an earlier appointment that this one
repeats. A version's ``part`` is what it is the earlier text of, ``item`` whose. ``checksum`` is
that of ``reader.notebook.sealing``.
"""

_SEALED_SINCE = 3
"""The first layout whose rows have a checksum."""

USER_VERSION = len(MIGRATIONS)
"""The newest layout, kept as SQLite's ``user_version``."""

TABLES = frozenset({"appointments", "marks", "questions", "positions"})
"""What every layout has."""

COLUMNS = {
    **{table.name: frozenset({*table.columns, "checksum"}) for table in SEALED},
    "questions": frozenset({*QUESTIONS.columns, "checksum", "position"}),
    "versions": frozenset({*VERSIONS.columns, "checksum", "number"}),
}
"""What the newest layout has; damage can change the name of a column."""


def check(connection: sqlite3.Connection, path: Path | None) -> None:
    """Raise a ``NotebookError`` unless ``connection`` is to a notebook that we can read, or empty.

    ``NotebookForeignError``, ``NotebookNewerError``, or ``NotebookDamagedError`` when a notebook
    lacks a table. Changes nothing.
    """
    tables = frozenset(
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
    )
    owner = _header(connection, "application_id")
    version = layout_of(connection)
    if owner == 0 and version == 0 and not tables:
        return
    if owner != APPLICATION_ID:
        if tables >= TABLES:
            raise NotebookDamagedError(path, f"application_id is {owner:#x}")
        raise NotebookForeignError(path)
    if version > USER_VERSION:
        raise NotebookNewerError(path, version, USER_VERSION)
    if version < 1 or not tables >= TABLES:
        raise NotebookDamagedError(path, f"layout {version} with {sorted(tables)}")


def check_columns(connection: sqlite3.Connection, path: Path | None) -> None:
    """Raise ``NotebookDamagedError`` when a notebook of the newest layout lacks a column."""
    for table, columns in COLUMNS.items():
        found = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        if not found >= columns:
            raise NotebookDamagedError(path, f"{table} lacks {sorted(columns - found)}")


def migrate(
    connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS
) -> tuple[int, int]:
    """Lead the notebook to the newest layout in one transaction; all of it happens, or nothing.

    Returns the layout before and after. Raises ``sqlite3.Error``.
    """
    before, after = layout_of(connection), len(migrations)
    if before == after:
        return before, after
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in migrations[before:]:
            for statement in statements:
                connection.execute(statement)
        if before < _SEALED_SINCE <= after:
            seal_all(connection)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={after}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return before, after


def layout_of(connection: sqlite3.Connection) -> int:
    """The number of the layout; 0 for an empty file."""
    return _header(connection, "user_version")


def _header(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
