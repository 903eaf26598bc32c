"""A lock of our own on the notebook, beside SQLite's.

SQLite's locks on Linux and macOS are POSIX locks, and a process loses all of those on a file as
soon as it closes any handle to it: a file dialog that looks into the folder is enough
(https://sqlite.org/howtocorrupt.html, section 2.2). A second window would then empty the first
one's log. ``flock`` belongs to the handle that took it and has no such gap.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.notebook.errors import NotebookInUseError

if TYPE_CHECKING:
    from pathlib import Path

ENDING = "-lock"


class NotebookLock:
    """Held from ``take`` until ``release``, or until the process ends in whatever way."""

    def __init__(self, file: Path, handle: int | None) -> None:
        self._file = file
        self._handle = handle

    @classmethod
    def take(cls, path: Path) -> NotebookLock:
        """Take the lock of the notebook at ``path``; raises ``NotebookInUseError``.

        The lock is on an empty file beside it. Where that cannot be made, or the disk knows no
        locks, SQLite's own lock has to do.
        """
        file = path.with_name(path.name + ENDING)
        try:
            return cls(file, _locked(file))
        except BlockingIOError as error:
            raise NotebookInUseError(path) from error
        except OSError:
            return cls(file, None)

    def release(self) -> None:
        """Take the file away and let go of it; a second call does nothing."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                self._file.unlink()
            os.close(handle)


def _locked(file: Path) -> int | None:
    """A handle that holds the lock on ``file``; ``None`` where this system has no such locks.

    Raises ``BlockingIOError`` when somebody else has it, and ``OSError``.
    """
    if sys.platform == "win32":  # its locks belong to the handle anyway
        return None
    import fcntl

    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever had it before may have taken the file away since it was opened here.
            if _is_at(file, handle):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _is_at(file: Path, handle: int) -> bool:
    try:
        return os.path.samestat(file.stat(follow_symlinks=False), os.fstat(handle))
    except FileNotFoundError:
        return False
