"""A fresh folder in memory for each session, and no trace of it afterwards."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from reader.kiosk.mounts import MEMORY_KINDS, mount_of, read_mounts
from reader.kiosk.screen import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PREFIX = "booklet-kiosk-"
_LOCK = "lock"
_PRIVATE = 0o700
SHARED_MEMORY = Path("/dev/shm")


def memory_folder(environ: Mapping[str, str], mountinfo: str) -> Path | None:
    """Where files are kept in memory alone: the machine's shared memory or the account's own."""
    mounts = read_mounts(mountinfo)
    for place in (SHARED_MEMORY, Path(environ.get("XDG_RUNTIME_DIR", ""))):
        mount = mount_of(place, mounts) if place.is_absolute() else None
        if mount and mount.kind in MEMORY_KINDS and os.access(place, os.W_OK | os.X_OK):
            return place
    return None


class SessionFolders:
    """One folder of ours in ``base``, locked while we live, and in it one for each session.

    Making it removes what supervisors left there that did not live to do so. Raises ``OSError``.
    """

    def __init__(self, base: Path) -> None:
        for left in _left_behind(base):
            _remove(left)
        self._own = Path(tempfile.mkdtemp(prefix=PREFIX, dir=base))
        self._lock = _locked(self._own / _LOCK)
        self._made = 0

    def make(self) -> Path:
        """An empty folder with a place for each variable of ``FOLDERS``, open to us alone."""
        self._made += 1
        folder = self._own / str(self._made)
        folder.mkdir(mode=_PRIVATE)
        for inner in FOLDERS.values():
            (folder / inner).mkdir(mode=_PRIVATE)
        return folder

    def remove(self, folder: Path) -> bool:
        """Remove a session's folder with all that is in it; whether nothing is left."""
        _remove(folder)
        return not folder.exists()

    def close(self) -> None:
        """Remove everything; again does nothing."""
        _remove(self._own)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():  # some folder in it was closed to us by the session
        folder.chmod(_PRIVATE)
        for parent, inner, _ in os.walk(folder):
            for name in inner:
                if not Path(parent, name).is_symlink():
                    Path(parent, name).chmod(_PRIVATE)
        shutil.rmtree(folder, ignore_errors=True)


def _left_behind(base: Path) -> Iterator[Path]:
    for folder in base.glob(f"{PREFIX}*"):
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            continue
        lock = _locked(folder / _LOCK)
        if lock is not None:
            os.close(lock)
            yield folder


def _locked(path: Path) -> int | None:
    """A lock on the file, or ``None`` if a living process holds it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle
