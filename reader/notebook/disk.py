"""The notebook's file and folder, before and after SQLite has a look at them.

Nothing here opens a file that exists already: closing it would drop the locks that a connection
of this process holds on it ("How To Corrupt An SQLite Database File", section 2.2).
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookError,
    NotebookForeignError,
    NotebookIsFolderError,
    NotebookLinkError,
    NotebookReadOnlyError,
    NotebookUnavailableError,
    Trouble,
)

if TYPE_CHECKING:
    from pathlib import Path

COMPANIONS = ("-wal", "-journal", "-shm")
"""What SQLite puts after the name of the file for the files it keeps beside it."""

_FILE_MODE = 0o600
_FOLDER_MODE = 0o700
_CREATE = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Made:
    """What ``prepare`` made: folders from the outermost, then the file; empty when all stood."""

    folders: tuple[Path, ...] = ()
    file: Path | None = None

    def undo(self) -> None:
        """Take it away again, as far as it is still ours to take."""
        if self.file is not None:
            for name in (self.file, *companions(self.file)):
                with suppress(OSError):
                    name.unlink()
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()


def companions(path: Path) -> tuple[Path, ...]:
    """The files that SQLite may keep beside ``path``."""
    return tuple(path.with_name(path.name + ending) for ending in COMPANIONS)


def size(path: Path) -> int | None:
    """Bytes of the file, ``None`` when there is none or nobody can tell."""
    with suppress(OSError):
        return path.stat().st_size
    return None


def prepare(path: Path) -> Made:
    """Make sure that a file of ours can be opened at ``path``, and make it when it is missing.

    New folders are open to their owner alone, the file too; older folders stay as they are. Raises
    a named ``NotebookError`` and has then made nothing.
    """
    try:
        is_missing = _check(path)
    except OSError as error:
        raise _named(path, error) from error
    if not is_missing:
        with suppress(OSError):  # a disk without permissions has none to tighten
            path.chmod(_FILE_MODE)
        return Made()
    made = Made()
    try:
        made = make_folders(path)
        os.close(os.open(path, _CREATE, _FILE_MODE))
    except FileExistsError:
        return Made()  # somebody was faster; the lock decides whose it is
    except OSError as error:
        made.undo()
        raise _named(path, error) from error
    return Made(made.folders, path)


def make_folders(path: Path) -> Made:
    """Make the folders above ``path`` that are missing; raises ``OSError`` and has then made none.

    They are open to their owner alone.
    """
    made: list[Path] = []
    try:
        for folder in _missing_folders(path):
            folder.mkdir(mode=_FOLDER_MODE)
            made.append(folder)
            flush_folder(folder.parent)
    except OSError:
        Made(tuple(made)).undo()
        raise
    return Made(tuple(made))


def _check(path: Path) -> bool:
    """Whether ``path`` is missing; ``NotebookError`` where we must not go, or ``OSError``."""
    if any(name.is_symlink() for name in (path, *companions(path))):
        raise NotebookLinkError(path)
    writes_ahead = size(companions(path)[0]) or 0
    try:
        found = path.lstat()
    except FileNotFoundError:
        found = None
    if writes_ahead and (found is None or found.st_size == 0):
        # SQLite would delete the -wal file, and with it all that was written.
        raise NotebookDamagedError(path, f"{writes_ahead} bytes in -wal and none in the file")
    if found is None:
        return True
    if stat.S_ISDIR(found.st_mode):
        raise NotebookIsFolderError(path)
    if not stat.S_ISREG(found.st_mode):
        raise NotebookForeignError(path)
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
        raise NotebookReadOnlyError(path)
    return False


def _missing_folders(path: Path) -> list[Path]:
    """The folders above ``path`` that are not there, the outermost first."""
    missing = [folder for folder in path.parents if not folder.exists()]
    return missing[::-1]


def flush_folder(folder: Path) -> None:
    """Make a new name in ``folder`` last through a power cut; Windows does so by itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def trouble_of(error: OSError) -> Trouble:
    """What the disk did."""
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return Trouble.READ_ONLY
        case errno.ENOSPC | errno.EDQUOT:
            return Trouble.DISK_FULL
        case errno.ENOTDIR | errno.EEXIST:
            return Trouble.MISPLACED
        case _:
            return Trouble.FAILING


def _named(path: Path, error: OSError) -> NotebookError:
    trouble = trouble_of(error)
    if trouble is Trouble.READ_ONLY:
        return NotebookReadOnlyError(path)
    return NotebookUnavailableError(path, trouble)
