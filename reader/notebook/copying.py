"""Copies of a notebook: written beside, flushed, checked, and only then given their name."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook import connecting, disk
from reader.notebook.backup_files import UNFINISHED, backup_folder, next_file
from reader.notebook.contents import Contents, contents_of_file, imprint_of
from reader.notebook.errors import NotBackedUpError, NotebookDamagedError, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from reader.notebook.backup_files import BackupFile

_FOLDER_MODE = 0o700
_CHUNK = 1 << 20
_PAGES_AT_ONCE = 256


def back_up(connection: sqlite3.Connection, notebook: Path, made: datetime) -> BackupFile:
    """Put a checked copy of ``connection`` among the backups of ``notebook``; drops none.

    Raises ``NotBackedUpError``; then there is no new backup, and no half of one.
    """
    folder = backup_folder(notebook)
    with _named_errors(folder):
        _prepare(folder)
        imprint = imprint_of(connection)
        with _checked_copy(connection, folder) as (copy, found):
            if found.imprint != imprint:
                raise NotebookDamagedError(folder, f"{found}, not {imprint}")
            file = next_file(folder, made, has_damage=found.damaged > 0)
            copy.replace(file.path)
        disk.flush_folder(folder)
        return file


def write_copy(
    source: sqlite3.Connection,
    path: Path,
    expected: Contents | None = None,
    *,
    alter: Callable[[sqlite3.Connection], None] | None = None,
    make_room: Callable[[], object] | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Contents:
    """Write a copy of ``source`` to ``path``, in the place of what stood there; what it holds.

    ``alter`` changes the copy before it is checked; ``make_room`` is called when it is whole and
    about to get its name; ``progress`` is told how many pages are written, of how many. Raises
    ``sqlite3.Error``, ``OSError`` or ``NotebookDamagedError``, also when it does not hold what is
    ``expected``; ``path`` is then as it was.
    """
    with _checked_copy(source, path.parent, alter, progress) as (copy, found):
        if expected is not None and found != expected:
            raise NotebookDamagedError(path, f"{found}, not {expected}")
        if make_room is not None:
            make_room()
        copy.replace(path)
    disk.flush_folder(path.parent)
    return found


@contextmanager
def _checked_copy(
    source: sqlite3.Connection,
    folder: Path,
    alter: Callable[[sqlite3.Connection], None] | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Iterator[tuple[Path, Contents]]:
    """A flushed copy in ``folder`` and what it holds; removed again unless the block renames it."""
    handle, name = tempfile.mkstemp(prefix=UNFINISHED, suffix=".new", dir=folder)
    os.close(handle)
    unfinished = Path(name)
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
            copy.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
            _copy(source, copy, progress)
            if alter is not None:
                alter(copy)
            # one file with nothing beside it, which can be read from a disk that is read-only
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        flush(unfinished)
        yield unfinished, contents_of_file(unfinished)
    finally:
        for left in (unfinished, *disk.companions(unfinished)):
            left.unlink(missing_ok=True)


def _copy(
    source: sqlite3.Connection,
    copy: sqlite3.Connection,
    progress: Callable[[int, int], object] | None,
) -> None:
    if progress is None:
        source.backup(copy)
        return

    def tell(_status: int, left: int, total: int) -> None:
        progress(total - left, total)

    source.backup(copy, pages=_PAGES_AT_ONCE, progress=tell)


def flush(path: Path) -> None:
    """Make what is in the file at ``path`` last through a power cut; raises ``OSError``."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def wipe(path: Path) -> None:
    """Overwrite the file at ``path`` and remove it; raises ``OSError``.

    A solid-state disk may write the zeros elsewhere and keep the old bytes for some time.
    """
    with suppress(FileNotFoundError):
        handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        try:
            overwrite(handle)
        finally:
            os.close(handle)
        path.unlink(missing_ok=True)


def overwrite(handle: int) -> None:
    """Fill the open file with zeros and flush it; raises ``OSError``."""
    left = os.fstat(handle).st_size
    os.lseek(handle, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(handle, bytes(min(left, _CHUNK)))
    os.fsync(handle)


def _prepare(folder: Path) -> None:
    """Make the folder, and clear away what a power cut left half written."""
    if folder.is_symlink():
        raise NotBackedUpError(folder, Trouble.MISPLACED)
    folder.mkdir(mode=_FOLDER_MODE, exist_ok=True)
    with suppress(OSError):  # as on a stick, where nothing has permissions
        folder.chmod(_FOLDER_MODE)
    disk.flush_folder(folder.parent)
    for left in unfinished_in(folder):
        left.unlink(missing_ok=True)


def unfinished_in(folder: Path) -> tuple[Path, ...]:
    """The copies in ``folder`` that a power cut left half written; raises ``OSError``."""
    return tuple(
        path for path in folder.glob(f"{UNFINISHED}*") if path.is_file() and not path.is_symlink()
    )


@contextmanager
def _named_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotBackedUpError(folder, disk.trouble_of(error)) from error
    except sqlite3.Error as error:
        trouble = connecting.trouble_of(error)
        if trouble is None:
            raise
        raise NotBackedUpError(folder, trouble) from error
    except NotebookDamagedError as error:
        raise NotBackedUpError(folder, Trouble.DAMAGED) from error
