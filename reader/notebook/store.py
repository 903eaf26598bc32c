"""Where the notebook is kept: one connection, and changes that are saved or have not happened."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from reader.notebook import connecting, disk
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookInUseError,
    NotSavedError,
    Trouble,
)
from reader.notebook.lock import NotebookLock
from reader.notebook.sealing import fetch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from reader.notebook.backup_files import BackupFile

    Value = str | int | None
    Row = Sequence[Value]

T = TypeVar("T")

WAL_LIMIT = 4 * 1024 * 1024
"""Bytes of write-ahead log above which a change is followed by a checkpoint."""

FULL_CHECK_LIMIT = 8 * 1024 * 1024
"""Bytes of a notebook up to which every index is looked at when it is opened, too.

The backup that follows the first page checks those of a larger one.
"""


class Store:
    """The notebook's database; used from the thread that opened it, and closed by its owner."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path | None,
        lock: NotebookLock | None = None,
    ) -> None:
        self._connection = connection
        self._lock = lock
        self._log = None if path is None else path.with_name(path.name + "-wal")
        self.path = path

    @classmethod
    def open(cls, path: Path | None, *, now: Callable[[], datetime] | None = None) -> Store:
        """Open the notebook at ``path``, made when it is missing; ``None`` keeps it in memory.

        With ``now`` there is a backup before an older notebook is brought up to date. Raises a
        named ``NotebookError``; then nothing was made and nothing changed.
        """
        if path is None:
            return cls(connecting.connect_in_memory(), None)
        path = path.absolute()
        made = disk.prepare(path)
        lock = None
        try:
            lock = NotebookLock.take(path)
            store = cls(connecting.connect(path, _backing_up(path, now)), path, lock)
            store._check()
            return store
        except BaseException as error:
            if lock is not None:
                lock.release()
            if not isinstance(error, NotebookInUseError):  # whoever was faster uses what we made
                made.undo()
            raise

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Changes that belong together: on the disk when the block was left, or none of them.

        Raises ``NotSavedError`` when the disk would not.
        """
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException as error:
            self._take_back()
            named = (
                connecting.saving_error(self.path, error)
                if isinstance(error, sqlite3.Error)
                else None
            )
            if named is None:
                raise
            raise named from error
        self._keep_log_small()

    def rows(
        self, make: Callable[[Row], T], query: str, values: Sequence[Value] = ()
    ) -> tuple[T, ...]:
        """All that ``query`` finds, each row made into something.

        Raises ``NotebookDamagedError`` when a row cannot be read or made sense of, and
        ``NotebookUnavailableError`` when the disk fails.
        """
        try:
            return tuple(make(row) for row in fetch(self._connection, query, values))
        except ValueError as error:
            raise NotebookDamagedError(self.path, str(error)) from error
        except sqlite3.Error as error:
            named = connecting.opening_error(self.path, error)
            if named is None:
                raise
            raise named from error

    def _check(self) -> None:
        """Raise ``NotebookDamagedError`` and let go, unless every page holds together.

        What SQLite finds only when it gets there must be known before anything is written.
        """
        try:
            found = self.rows(lambda row: str(row[0]), f"PRAGMA {self._how_to_check()}(1)")
        except BaseException:
            self._connection.close()
            raise
        if found != ("ok",):
            self._connection.close()
            raise NotebookDamagedError(self.path, "; ".join(found))

    def _how_to_check(self) -> str:
        """The full check finds an index that has lost rows too, in about 15 ms a megabyte."""
        size = None if self.path is None else disk.size(self.path)
        return "integrity_check" if (size or 0) <= FULL_CHECK_LIMIT else "quick_check"

    def look(self, of: Callable[[sqlite3.Connection], T]) -> T:
        """What ``of`` makes of the notebook, changing nothing; raises as ``rows`` does."""
        try:
            return of(self._connection)
        except UnicodeDecodeError as error:
            raise NotebookDamagedError(self.path, str(error)) from error
        except sqlite3.Error as error:
            named = connecting.opening_error(self.path, error)
            if named is None:
                raise
            raise named from error

    def back_up(self, made: datetime) -> BackupFile:
        """Put a checked copy among the backups; raises ``NotBackedUpError``.

        Not for a notebook in memory (``ValueError``).
        """
        if self.path is None:
            problem = "a notebook in memory is never written to a disk"
            raise ValueError(problem)
        from reader.notebook.copying import back_up  # not needed for the first page

        return back_up(self._connection, self.path, made)

    def checkpoint(self) -> bool:
        """Move the log into the file and empty it; whether that was done."""
        return self.path is None or connecting.checkpoint(self._connection)

    def compact(self) -> None:
        """Write the file anew, so that nothing is left in it of what was deleted, nor in the log.

        Raises ``NotSavedError``; the notebook is then as it was.
        """
        try:
            self.checkpoint()  # what was deleted is overwritten where it stood, then cut off
            self._connection.execute("VACUUM")
        except sqlite3.Error as error:
            named = connecting.saving_error(self.path, error)
            if named is None:
                raise
            raise named from error
        if not self.checkpoint():
            raise NotSavedError(self.path, Trouble.FAILING)

    def close(self) -> None:
        """Put everything into the one file and let go of it; a second call does nothing."""
        connecting.checkpoint(self._connection)
        self._connection.close()
        if self._lock is not None:
            self._lock.release()

    def _take_back(self) -> None:
        # A failed COMMIT may have rolled back by itself; a failed disk may refuse even that.
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _keep_log_small(self) -> None:
        if self._log is not None and (disk.size(self._log) or 0) > WAL_LIMIT:
            connecting.checkpoint(self._connection)


def _backing_up(path: Path, now: Callable[[], datetime] | None) -> connecting.Step | None:
    if now is None:
        return None

    def back_up(connection: sqlite3.Connection) -> None:
        from reader.notebook.copying import back_up  # hardly ever needed

        back_up(connection, path, now())

    return back_up
