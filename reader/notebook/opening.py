"""Opening the notebook at home, so that no loss is ever taken for an empty notebook.

``open_notebook`` says what was found; whoever calls it looks at all four outcomes.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.notebook import disk
from reader.notebook.backup_files import backup_folder, listed
from reader.notebook.contents import Size, size_of_file
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookError,
    NotebookForeignError,
    NotebookNewerError,
)
from reader.notebook.notebook import Notebook
from reader.notebook.state import About

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.notebook.backup_files import BackupFile


class Loss(StrEnum):
    """What became of a notebook."""

    MISSING = "missing"
    EMPTY = "empty"
    SHRUNKEN = "shrunken"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Opened:
    """All is well."""

    notebook: Notebook


@dataclass(frozen=True, slots=True)
class Lost:
    """Something was lost at ``path``; nothing was changed, and nobody holds the notebook.

    ``size`` is what it still holds, ``None`` when that cannot be told. ``written`` is when the
    system last wrote to it, by the clock. ``backups`` are all there are, the newest first, not
    looked into: ask ``reader.notebook.recovery``.
    """

    path: Path
    loss: Loss
    size: Size | None
    written: datetime | None
    backups: tuple[BackupFile, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer program wrote it, in layout ``version``; it can be looked at (``recovery.look``)."""

    path: Path
    version: int
    known: int


@dataclass(frozen=True, slots=True)
class Refused:
    """It cannot be opened now, for a reason that no backup helps against."""

    error: NotebookError


Outcome = Opened | Lost | Newer | Refused


def open_notebook(path: Path, *, now: Callable[[], datetime], new_id: Callable[[], str]) -> Outcome:
    """Open the notebook at ``path``, made when there never was one. Raises no ``NotebookError``.

    A notebook is lost when it is missing or empty while there are backups, when it is damaged, and
    when it holds less than half of what the newest backup does: nothing that a reader does, short
    of deleting for ever, makes it hold less.
    """
    path = path.absolute()
    backups = listed(backup_folder(path))
    if backups and not disk.size(path) and not _log_size(path):
        is_there = path.exists() or path.is_symlink()
        if not path.is_symlink():
            return _lost(path, Loss.EMPTY if is_there else Loss.MISSING, Size(0, 0), backups)
    try:
        notebook = Notebook.open(path, now=now, new_id=new_id)
    except NotebookDamagedError as error:
        return _lost(path, Loss.DAMAGED, None, listed(backup_folder(path)), error.detail)
    except NotebookNewerError as error:
        return Newer(path, error.version, error.known)
    except NotebookForeignError as error:
        # A file or a log of another program took the place of ours, when ours was backed up.
        return _lost(path, Loss.DAMAGED, None, backups, str(error)) if backups else Refused(error)
    except NotebookError as error:
        return Refused(error)
    try:
        size = _shrunken_to(notebook, backups)
    except NotebookError as error:
        notebook.close()
        return _lost(path, Loss.DAMAGED, None, backups, str(error))
    if size is None:
        return Opened(notebook)
    notebook.close()
    return _lost(path, Loss.SHRUNKEN if size.rows else Loss.EMPTY, size, backups)


def _shrunken_to(notebook: Notebook, backups: tuple[BackupFile, ...]) -> Size | None:
    """What is left of ``notebook``, if that is less than half; ``None`` when all is well."""
    if notebook.state.of(About.FORGETTING):
        return None
    accepted = notebook.state.of(About.ACCEPTED)
    for backup in backups:
        if backup.number <= int(accepted or 0):
            return None
        before = size_of_file(backup.path)
        if before is not None:
            size = notebook.size()
            has_shrunk = size.items * 2 < before.items and size.rows * 2 < before.rows
            return size if has_shrunk else None
    return None


def _lost(
    path: Path,
    loss: Loss,
    size: Size | None,
    backups: tuple[BackupFile, ...],
    detail: str = "",
) -> Lost:
    return Lost(path, loss, size, _written(path), backups, detail)


def _written(path: Path) -> datetime | None:
    """When the file or its log was last written to."""
    times: list[float] = []
    for one in (path, *disk.companions(path)[:1]):
        with suppress(OSError):
            times.append(one.stat().st_mtime)
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(max(times), UTC)
    return None


def _log_size(path: Path) -> int:
    return disk.size(disk.companions(path)[0]) or 0
