"""Damaged notebooks, kept beside the new one under a name that says what they are."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC
from typing import TYPE_CHECKING

from reader.notebook import disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path


def damaged_copies(notebook: Path) -> tuple[Path, ...]:
    """The files that ``set_aside`` left beside ``notebook``."""
    stem, ending = re.escape(notebook.stem), re.escape(notebook.suffix)
    name = re.compile(rf"{stem}-damaged-\d{{8}}T\d{{6}}Z(-\d+)?{ending}(-wal|-journal)?", re.ASCII)
    with suppress(OSError):
        return tuple(
            sorted(
                path
                for path in notebook.parent.iterdir()
                if name.fullmatch(path.name) and path.is_file() and not path.is_symlink()
            )
        )
    return ()


def set_aside(notebook: Path, now: datetime) -> Path | None:
    """Rename ``notebook`` and what SQLite keeps beside it; the new name, ``None`` if none is there.

    The file goes first: a log that lost its file is known for damage, a file without its log would
    be taken for whole. Raises ``OSError``.
    """
    aside = next(path for path in _names(notebook, now) if not _is_taken(path))
    moved = None
    for old, new in zip(_family(notebook), _family(aside), strict=True):
        if old.exists():
            old.rename(new)
            moved = aside
    disk.flush_folder(notebook.parent)
    return moved


def _names(notebook: Path, now: datetime) -> Iterator[Path]:
    time = now.astimezone(UTC).replace(microsecond=0).isoformat()
    time = time.replace("-", "").replace(":", "").removesuffix("+0000")
    count = 1
    while True:
        more = f"-{count}" if count > 1 else ""
        yield notebook.with_name(f"{notebook.stem}-damaged-{time}Z{more}{notebook.suffix}")
        count += 1


def _family(path: Path) -> tuple[Path, ...]:
    return (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-journal")))


def _is_taken(path: Path) -> bool:
    return any(one.exists() or one.is_symlink() for one in _family(path))
