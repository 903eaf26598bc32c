"""The backups of an open notebook: made when something was written since the last, and rotated."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reader.notebook.backup_files import backup_folder, listed, outlived
from reader.notebook.contents import contents_of_file, imprint_of
from reader.notebook.errors import NotebookError
from reader.notebook.sealing import STATE
from reader.notebook.state import About

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import datetime

    from reader.notebook.backup_files import BackupFile
    from reader.notebook.state import State
    from reader.notebook.store import Store

_OFF = "off"


class Backups:
    """What stands in the folder ``backups`` beside the notebook; one in memory has none.

    After a restore none is dropped until the reader says that the restored notebook is the right
    one: a wrong one must not push out the good ones (Anki does the same).
    """

    def __init__(self, store: Store, state: State, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self._state = state
        self._now = now
        self._imprint: tuple[int, ...] | None = None

    def all(self) -> tuple[BackupFile, ...]:
        """The backups there are, the newest first."""
        path = self._store.path
        return () if path is None else listed(backup_folder(path))

    def make_if_changed(self) -> BackupFile | None:
        """Make a backup unless the newest holds all that was written; ``None`` if none was made.

        Call it at the start and every 30 minutes of use. Raises ``NotBackedUpError``.
        """
        if self._store.path is None or self._is_up_to_date():
            return None
        return self.make()

    def make_first(self) -> BackupFile | None:
        """Make a backup where there is none and something was written; ``None`` if not.

        Without one, a notebook that is gone could not be told from one that never was. Raises
        ``NotBackedUpError``.
        """
        return None if self.all() else self.make_if_changed()

    def make(self) -> BackupFile:
        """Make a backup, and drop those that have had their time.

        Raises ``NotBackedUpError``; ``ValueError`` for a notebook in memory.
        """
        file = self._store.back_up(self._now())
        self._imprint = self._store.look(imprint_of)
        if self.is_rotating:
            self._rotate(file)
        self._store.checkpoint()
        return file

    @property
    def is_rotating(self) -> bool:
        """Whether old backups are dropped; not after a restore, until ``rotate_again``."""
        return self._state.of(About.ROTATION) != _OFF

    def rotate_again(self) -> None:
        """The reader says that this notebook is the right one; raises ``NotSavedError``."""
        self._state.keep_all({About.ROTATION: ""})

    def accept(self) -> None:
        """The reader says that what is here is all there is, whatever the backups hold.

        None of them is dropped until ``rotate_again``. Raises ``NotSavedError``.
        """
        newest = max((one.number for one in self.all()), default=0)
        self._state.keep_all({About.ROTATION: _OFF, About.ACCEPTED: str(newest)})

    def _is_up_to_date(self) -> bool:
        imprint = self._store.look(imprint_of)
        newest = next(iter(self.all()), None)
        if newest is None:
            return not any(imprint)
        if self._imprint is None:
            with suppress(NotebookError):
                self._imprint = contents_of_file(newest.path).imprint
        return self._imprint == imprint

    def _rotate(self, made: BackupFile) -> None:
        """Drop what has had its time; ``made``, just checked, is never among it."""
        for file in outlived(self.all()):
            if file.number != made.number:
                with suppress(OSError):
                    file.path.unlink()


def accept_as_it_is(connection: sqlite3.Connection, newest: int) -> None:
    """As ``accept``, in a notebook that is not open yet; ``newest`` is the last backup's number."""
    for name, value in ((About.ROTATION, _OFF), (About.ACCEPTED, str(newest))):
        STATE.insert(connection, {"name": name.value, "value": value}, verb="REPLACE")
