"""A copy from a stick, put in the place of the notebook or beside what is in it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook import disk, recovery
from reader.notebook.backup_files import BackupFile
from reader.notebook.carrying import read_copy
from reader.notebook.contents import contents_of_file
from reader.notebook.errors import NotebookDamagedError, NotebookError, NotebookNewerError
from reader.notebook.exchange.taking_in import take_in
from reader.notebook.exchange.writings import writings_of
from reader.notebook.kept_aside import damaged_copies
from reader.notebook.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from reader.notebook.carrying import Carried
    from reader.notebook.exchange.taking_in import Report


@dataclass(frozen=True, slots=True)
class Restored:
    """The open ``notebook``, the copy it is of, and where what was there before is kept.

    ``before`` is ``None`` where nothing was there.
    """

    notebook: Notebook
    copy: Carried
    before: Path | None


def restore_copy(
    path: Path, source: Path, *, now: Callable[[], datetime], new_id: Callable[[], str]
) -> Restored:
    """Put the copy at ``source`` in the place of the notebook at ``path``, which nobody has open.

    What is there now becomes a backup; where it is not good it is kept beside as it is. No backup
    is dropped until ``notebook.backups.rotate_again()``. Raises ``CarryError`` for a copy that is
    no good, and ``NotebookError`` where the notebook is in use or the disk will not; then the
    notebook is as it was.
    """
    path = path.absolute()
    copy = read_copy(source)
    kept = _back_up(path, now=now, new_id=new_id) if disk.size(path) else None
    aside = set(damaged_copies(path))
    as_backup = BackupFile(0, copy.written, copy.path)
    notebook = recovery.restore(path, as_backup, now=now, new_id=new_id)
    beside = sorted(set(damaged_copies(path)) - aside)
    if kept is not None and all(_is_same(kept, one) for one in beside):
        for one in beside:
            with suppress(OSError):
                one.unlink()
        return Restored(notebook, copy, kept)
    return Restored(notebook, copy, next(iter(beside), kept))


def _is_same(backup: Path, other: Path) -> bool:
    """Whether the backup holds all that stood in the place of the notebook."""
    try:
        return contents_of_file(backup) == contents_of_file(other)
    except NotebookError:
        return False


def bring_in(
    notebook: Notebook,
    source: Path,
    *,
    now: Callable[[], datetime],
    new_id: Callable[[], str],
) -> Report:
    """Put all notes and questions of the copy at ``source`` beside what is in ``notebook``.

    For a notebook that is open: nothing of it is replaced. Earlier versions and what was deleted
    stay in the copy. Raises ``CarryError``, and ``NotebookError`` with nothing brought in.
    """
    copy = read_copy(source)
    other = recovery.look(copy.path, now=now, new_id=new_id)
    try:
        return take_in(notebook, writings_of(other))
    finally:
        other.close()


def _back_up(path: Path, *, now: Callable[[], datetime], new_id: Callable[[], str]) -> Path | None:
    """Make a backup of what is at ``path``; ``None`` where that is damaged.

    Raises ``NotebookError`` for all other reasons: then nothing must be put in its place.
    """
    with suppress(NotebookDamagedError, NotebookNewerError):
        notebook = Notebook.open(path, now=now, new_id=new_id)
        try:
            return notebook.backups.make().path
        finally:
            notebook.close()
    return None
