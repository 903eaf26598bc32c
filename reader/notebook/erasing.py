"""Deleting for ever: from the notebook, its log, every backup and every damaged copy beside it.

What is to go is written down in the same transaction that takes it out of the notebook, so that a
power cut in the middle leaves no backup behind that still has it: ``finish`` is called again at the
next start.
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from reader.notebook import copying, disk
from reader.notebook.backup_files import backup_folder, listed
from reader.notebook.contents import open_copy
from reader.notebook.errors import NotebookError
from reader.notebook.kept_aside import damaged_copies
from reader.notebook.recently_deleted import remove
from reader.notebook.sealing import SEALED
from reader.notebook.state import About

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.notebook.backup_files import BackupFile
    from reader.notebook.backups import Backups
    from reader.notebook.recently_deleted import RecentlyDeleted
    from reader.notebook.state import State
    from reader.notebook.store import Store

_EVERYTHING = "everything"


class Erasing:
    """Takes out of the notebook and of its copies what is never to come back."""

    def __init__(
        self, store: Store, state: State, backups: Backups, deleted: RecentlyDeleted
    ) -> None:
        self._store = store
        self._state = state
        self._backups = backups
        self._deleted = deleted

    def delete_for_ever(self, *ids: str) -> bool:
        """Delete marks and questions that were deleted already, wherever a copy of them is.

        Whether the copies are clean too; if not, ``finish`` tries again. Raises ``NotSavedError``,
        then nothing was changed, and ``UnknownIdError``.
        """
        for one in ids:
            self._deleted.must_hold(one)
        waiting = self._waiting()
        with self._store.transaction() as connection:
            remove(connection, ids)
            if waiting != [_EVERYTHING]:
                self._state.put(connection, About.FORGETTING, json.dumps([*waiting, *ids]))
        return self.finish()

    def delete_everything(self) -> bool:
        """Delete all that was ever written, with every copy of it.

        Whether the copies are gone too; if not, ``finish`` tries again. Raises ``NotSavedError``,
        then nothing was changed.
        """
        with self._store.transaction() as connection:
            for table in sorted((table.name for table in SEALED), reverse=True):
                connection.execute(f"DELETE FROM {table}")
            self._state.put(connection, About.FORGETTING, json.dumps([_EVERYTHING]))
        return self.finish()

    @property
    def is_unfinished(self) -> bool:
        """Whether some copy may still hold what was deleted for ever."""
        return bool(self._waiting())

    def finish(self) -> bool:
        """Clean the notebook's file, its log and all copies of what is to be forgotten.

        Whether that was done; with nothing to do it is.
        """
        waiting = self._waiting()
        if not waiting:
            return True
        try:
            self._store.compact()
            if self._store.path is not None:
                if waiting == [_EVERYTHING]:
                    _wipe_copies(self._store.path)
                else:
                    self._clean_copies(self._store.path, waiting)
            self._state.keep_all({About.FORGETTING: ""})
            self._store.compact()
        except (NotebookError, OSError):
            return False
        return True

    def _clean_copies(self, path: Path, ids: Sequence[str]) -> None:
        fresh = self._backups.make()
        for backup in self._backups.all():
            if backup.number != fresh.number:
                _clean(backup, ids)
        for file in damaged_copies(path):
            if _holds(file, ids):
                copying.wipe(file)

    def _waiting(self) -> list[str]:
        kept = self._state.of(About.FORGETTING)
        return [str(one) for one in json.loads(kept)] if kept else []


def _clean(backup: BackupFile, ids: Sequence[str]) -> None:
    """Write ``backup`` anew without ``ids``; one too damaged for that is wiped if it has them."""

    def forget(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA secure_delete=ON").fetchall()
        remove(connection, ids)
        connection.execute("VACUUM")

    handle = os.open(backup.path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        with closing(open_copy(backup.path)) as connection:
            copying.write_copy(connection, backup.path, alter=forget)
        copying.overwrite(handle)  # what the name stood for before
    except (sqlite3.Error, NotebookError, UnicodeDecodeError):
        if _holds(backup.path, ids):
            copying.wipe(backup.path)
    finally:
        os.close(handle)


def _holds(path: Path, ids: Sequence[str]) -> bool:
    data = path.read_bytes()
    return any(one.encode() in data for one in ids)


def _wipe_copies(path: Path) -> None:
    """Wipe every backup, finished or not, and every damaged copy; files of others stay."""
    folder = backup_folder(path)
    if folder.is_dir() and not folder.is_symlink():
        for backup in listed(folder):
            copying.wipe(backup.path)
        for left in copying.unfinished_in(folder):
            copying.wipe(left)
        disk.flush_folder(folder)
    for file in (*damaged_copies(path), *copying.unfinished_in(path.parent)):
        copying.wipe(file)
    disk.flush_folder(path.parent)
