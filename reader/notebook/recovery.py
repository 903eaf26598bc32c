"""What can be done about a notebook that was lost, and looking at one that is too new to open."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook import connecting, copying, disk, schema
from reader.notebook.backup_files import backup_folder, listed
from reader.notebook.backups import accept_as_it_is
from reader.notebook.contents import Contents, contents_of_file, open_copy
from reader.notebook.errors import (
    NotebookError,
    NotebookLinkError,
    NotebookUnavailableError,
)
from reader.notebook.kept_aside import set_aside
from reader.notebook.lock import NotebookLock
from reader.notebook.notebook import Notebook
from reader.notebook.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from reader.notebook.backup_files import BackupFile


def check(backup: BackupFile) -> Contents | None:
    """What ``backup`` holds, every page and row of it looked at; ``None`` when it is no good."""
    try:
        return contents_of_file(backup.path)
    except NotebookError:
        return None


def newest_good(backups: Iterable[BackupFile]) -> tuple[BackupFile, Contents] | None:
    """The first of ``backups`` that is good and has no damaged rows, else the first with some.

    Looks into none after it has found one.
    """
    second: tuple[BackupFile, Contents] | None = None
    for backup in backups:
        contents = check(backup)
        if contents is None:
            continue
        if not contents.damaged:
            return backup, contents
        second = second or (backup, contents)
    return second


def restore(
    path: Path, backup: BackupFile, *, now: Callable[[], datetime], new_id: Callable[[], str]
) -> Notebook:
    """Open ``backup`` as the notebook at ``path``; what stood there is kept beside it.

    No backup is dropped until ``notebook.backups.rotate_again()``. Raises ``NotebookError``: in
    use, damaged when the backup is, or unavailable; then everything is as it was.
    """
    with closing(_opened(backup.path)) as source:
        _replace(path, source, now())
    return Notebook.open(path, now=now, new_id=new_id)


def start_afresh(path: Path, *, now: Callable[[], datetime], new_id: Callable[[], str]) -> Notebook:
    """Open an empty notebook at ``path``; what stood there is kept beside it, the backups too.

    Raises ``NotebookError``: in use or unavailable; then everything is as it was.
    """
    with closing(connecting.connect_in_memory()) as source:
        _replace(path, source, now())
    return Notebook.open(path, now=now, new_id=new_id)


def keep_as_it_is(
    path: Path, *, now: Callable[[], datetime], new_id: Callable[[], str]
) -> Notebook:
    """Open a shrunken notebook all the same: its reader says that this is all there is.

    No backup is dropped until ``notebook.backups.rotate_again()``. Raises ``NotebookError``.
    """
    notebook = Notebook.open(path, now=now, new_id=new_id)
    try:
        notebook.backups.accept()
    except BaseException:
        notebook.close()
        raise
    return notebook


def look(
    path: Path,
    *,
    now: Callable[[], datetime],
    new_id: Callable[[], str],
    for_pages: bool = False,
) -> Notebook:
    """A copy in memory of the notebook or backup at ``path``, to be read and not changed.

    ``for_pages``: it has an appointment, which pages ask for and could not make any more. A change
    raises ``NotSavedError``. Raises ``NotebookError`` when it cannot be read, also when a
    newer layout has no place for what we look for.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with _naming(path):
            lock = NotebookLock.take(path)
            try:
                _read_into(connection, path)
            finally:
                lock.release()
            if schema.layout_of(connection) < schema.USER_VERSION:
                schema.migrate(connection)
            schema.check_columns(connection, path)
            notebook = Notebook(Store(connection, None), now=now, new_id=new_id)
            if for_pages:
                notebook.appointments.current()
            connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    return notebook


def _replace(path: Path, source: sqlite3.Connection, now: datetime) -> None:
    """Put a copy of ``source`` at ``path``, and what stands there beside it."""
    newest = max((one.number for one in listed(backup_folder(path))), default=0)

    def prepare(copy: sqlite3.Connection) -> None:
        schema.migrate(copy)
        accept_as_it_is(copy, newest)

    if path.is_symlink():
        raise NotebookLinkError(path)
    with _naming(path):
        made = disk.make_folders(path)
        try:
            lock = NotebookLock.take(path)
            try:
                for left in copying.unfinished_in(path.parent):
                    left.unlink(missing_ok=True)
                copying.write_copy(
                    source, path, alter=prepare, make_room=lambda: set_aside(path, now)
                )
            finally:
                lock.release()
        except BaseException:
            made.undo()
            raise


def _opened(path: Path) -> sqlite3.Connection:
    """A backup to copy from, after a look at every page of it."""
    with _naming(path):
        contents_of_file(path)
        return open_copy(path)


def _read_into(connection: sqlite3.Connection, path: Path) -> None:
    """Read a file and its log, both left as they are: SQLite would tidy them up."""
    log = disk.companions(path)[0]
    if not disk.size(log):
        with closing(open_copy(path)) as source:
            source.backup(connection)
        return
    with tempfile.TemporaryDirectory(prefix="booklet-reader-") as folder:
        copy = Path(folder) / "notebook.sqlite"
        shutil.copyfile(path, copy)
        shutil.copyfile(log, disk.companions(copy)[0])
        with closing(sqlite3.connect(copy, isolation_level=None)) as source:
            source.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
            source.backup(connection)
        copying.wipe(copy)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Name what goes wrong with the file at ``path``."""
    try:
        yield
    except OSError as error:
        raise NotebookUnavailableError(path, disk.trouble_of(error)) from error
    except sqlite3.Error as error:
        named = connecting.opening_error(path, error)
        if named is None:
            raise
        raise named from error
