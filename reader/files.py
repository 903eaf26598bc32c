"""Writing a file so that a reader of it meets the old one or the new one, never half of one."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

_PRIVATE_FOLDER = 0o700


def write_atomically(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` by way of a temporary file beside it, flushed to the disk.

    Makes the folder when it is missing, open to its owner alone. Raises ``OSError``; what stood at
    ``path`` is then untouched and no temporary file is left.
    """
    path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Make the rename last through a power cut; Windows cannot open a folder and does so itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
