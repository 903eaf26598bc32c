"""The notebook's connection: every setting that "saved" leans on, set and read back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from reader.notebook import schema
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookError,
    NotebookForeignError,
    NotebookInUseError,
    NotebookReadOnlyError,
    NotebookUnavailableError,
    NotSavedError,
    Trouble,
)
from reader.notebook.log_owner import has_foreign_log

if TYPE_CHECKING:
    from pathlib import Path

Step = Callable[[sqlite3.Connection], object]
"""Something to be done with the connection on the way."""

Setting = tuple[str, str, object]
"""A pragma, what it is set to, and what it must then answer."""

_EVERYWHERE: tuple[Setting, ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("synchronous", "EXTRA", 3),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
)
_ON_DISK: tuple[Setting, ...] = (
    ("wal_autocheckpoint", "0", 0),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
)

_TROUBLES = {
    sqlite3.SQLITE_FULL: Trouble.DISK_FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_IOERR: Trouble.FAILING,
    sqlite3.SQLITE_CANTOPEN: Trouble.FAILING,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
    sqlite3.SQLITE_BUSY: Trouble.IN_USE,
    sqlite3.SQLITE_LOCKED: Trouble.IN_USE,
    sqlite3.SQLITE_PROTOCOL: Trouble.IN_USE,
}
_SAID_OF_DAMAGE = ("unsupported file format", "Could not decode to UTF-8")
"""Errors of damage without a code of their own."""


def connect_in_memory() -> sqlite3.Connection:
    """A new notebook in this process's memory alone."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _set(connection, _EVERYWHERE)
    schema.migrate(connection)
    return connection


def connect(path: Path, before_migration: Step | None = None) -> sqlite3.Connection:
    """The one connection to the notebook at ``path``, an existing file that may be empty.

    The file is locked until it is closed. ``before_migration`` is called before anything in an
    older notebook is changed. Raises a named ``NotebookError``.
    """
    try:
        _look(path)
        connection = _connect(path, "mode=rw")
        try:
            _settle(connection, path, before_migration)
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        named = opening_error(path, error)
        if named is None:
            raise
        raise named from error
    except UnicodeDecodeError as error:  # from the words of an error that quotes the file
        raise NotebookDamagedError(path, str(error)) from error
    return connection


def trouble_of(error: sqlite3.Error) -> Trouble | None:
    """What the disk did, or ``None`` where the fault is ours."""
    if str(error).startswith(_SAID_OF_DAMAGE):
        return Trouble.DAMAGED
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _TROUBLES.get(code & 0xFF)


def opening_error(path: Path | None, error: sqlite3.Error) -> NotebookError | None:
    """The named error for ``error`` met while opening or reading; ``None`` for a fault of ours."""
    match trouble_of(error):
        case None:
            return None
        case Trouble.DAMAGED:
            return NotebookDamagedError(path, str(error))
        case Trouble.READ_ONLY:
            return NotebookReadOnlyError(path)
        case Trouble.IN_USE:
            return NotebookInUseError(path)
        case trouble:
            return NotebookUnavailableError(path, trouble)


def saving_error(path: Path | None, error: sqlite3.Error) -> NotebookError | None:
    """The named error for ``error`` met while writing; ``None`` for a fault of ours."""
    trouble = trouble_of(error)
    return None if trouble is None else NotSavedError(path, trouble)


def _connect(path: Path, query: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{query}"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=0)


def _look(path: Path) -> None:
    """Refuse a file that is another program's, or newer, before a lock or a byte of it changes.

    ``immutable`` reads past -wal and -journal; what seems damaged without them may be whole with
    them, so that is left to the real connection to say.
    """
    if has_foreign_log(path):
        raise NotebookForeignError(path)
    with closing(_connect(path, "mode=ro&immutable=1")) as connection:
        try:
            schema.check(connection, path)
        except (sqlite3.DatabaseError, UnicodeDecodeError, NotebookDamagedError):
            return


def _settle(connection: sqlite3.Connection, path: Path, before_migration: Step | None) -> None:
    """Lock, check, bring up to date, and turn on the write-ahead log, in the order that is safe.

    The first layout and the change to the write-ahead log are written with ``EXTRA``, which makes
    the end of their rollback journal last; were it to come back, it would empty the file.
    """
    _set(connection, _EVERYWHERE + _ON_DISK)
    _no_mapping(connection)
    connection.execute("BEGIN IMMEDIATE")  # takes the lock, or fails
    connection.execute("ROLLBACK")
    schema.check(connection, path)
    if before_migration is not None and 0 < schema.layout_of(connection) < schema.USER_VERSION:
        before_migration(connection)
    before, after = _migrate(connection, path)
    schema.check_columns(connection, path)
    if before == after:
        _try_to_write(connection, after)
    if _take(connection, "journal_mode", "WAL") == "wal":
        _set(connection, (("synchronous", "FULL", 2),))
        if before != after:
            checkpoint(connection)
    else:
        _set(connection, (("journal_mode", "TRUNCATE", "truncate"),))


def _migrate(connection: sqlite3.Connection, path: Path) -> tuple[int, int]:
    """As ``schema.migrate``; a layout that does not lead on is not the one that it says it is."""
    before = schema.layout_of(connection)
    try:
        return schema.migrate(connection)
    except sqlite3.Error as error:
        if before and trouble_of(error) is None:
            raise NotebookDamagedError(path, str(error)) from error
        raise


def checkpoint(connection: sqlite3.Connection) -> bool:
    """Move what the write-ahead log holds into the file and empty the log; whether that was done.

    Everything stays saved in the log when it was not, so that nobody need be told.
    """
    with suppress(sqlite3.DatabaseError):
        busy, _in_log, _moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    return False


def _set(connection: sqlite3.Connection, settings: tuple[Setting, ...]) -> None:
    for name, value, answer in settings:
        taken = _take(connection, name, value)
        if taken != answer:
            problem = f"SQLite {sqlite3.sqlite_version} answers {name}={taken!r}, not {answer!r}"
            raise RuntimeError(problem)


def _try_to_write(connection: sqlite3.Connection, version: int) -> None:
    """Fail now rather than at the first note; SQLite by itself makes do with reading."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version={version}")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _no_mapping(connection: sqlite3.Connection) -> None:
    """Read the file by calls; a mapped file whose disk fails ends the program."""
    if _take(connection, "mmap_size", "0"):  # a SQLite built without answers nothing
        problem = f"SQLite {sqlite3.sqlite_version} goes on mapping the file"
        raise RuntimeError(problem)


def _take(connection: sqlite3.Connection, name: str, value: str) -> object:
    connection.execute(f"PRAGMA {name}={value}").fetchall()
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return None if row is None else row[0]
