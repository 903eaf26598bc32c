"""The notebook as one file on a stick: written, flushed, read again, and only then called done.

A copy is a notebook in itself: all there is, earlier versions and what was deleted lately included.
"""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.notebook.carry_errors import CarryError, CarryProblem, carry_error
from reader.notebook.contents import contents_of, contents_of_file
from reader.notebook.copying import write_copy
from reader.notebook.errors import NotebookError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.notebook.contents import Contents
    from reader.notebook.notebook import Notebook

    Progress = Callable[[int, int], object]

MOST_FOUND = 20
"""How many copies in one folder are looked into."""

_STEM = "booklet-reader-notes"
_MOVED = re.compile(rf"{_STEM}-\d{{4}}-\d\d-\d\d(-\d+)?\.sqlite", re.ASCII)

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file: what FAT and Windows cannot hold.
_NO_NAME = re.compile(
    r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?|.*[<>:\"/\\|?*\x00-\x1f].*|.*[. ]|", re.I | re.DOTALL
)
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Carried:
    """A good copy: ``items`` are the marks and questions in it, ``written`` is by the clock."""

    path: Path
    items: int
    size: int
    written: datetime


def save_copy(notebook: Notebook, path: Path, *, progress: Progress | None = None) -> Carried:
    """Write a copy of ``notebook`` to ``path``, where no file may be, and read it again.

    ``progress`` is told the pages that are written, of how many. Raises ``CarryError``; no half of
    a copy is then left where the disk still answers. Raises ``NotebookError`` when the notebook
    itself cannot be read.
    """
    path = path.absolute()
    _check_target(path)

    def copy(connection: sqlite3.Connection) -> Contents:
        expected = contents_of(connection)
        try:
            write_copy(connection, path, expected, progress=progress)
        except (OSError, sqlite3.Error, NotebookError, ValueError) as error:
            raise carry_error(path, error) from error
        return expected

    expected = notebook.look(copy)
    _forget_cached(path)
    found = _contents(path)
    if found != expected:
        with suppress(OSError):
            path.unlink()
        raise CarryError(path, CarryProblem.NOT_WHOLE, f"{found}, not {expected}")
    return _carried(path, found)


def read_copy(path: Path) -> Carried:
    """What is in the copy at ``path``, every page of it looked at; raises ``CarryError``."""
    path = path.absolute()
    return _carried(path, _contents(path))


def move_out(
    notebook: Notebook, folder: Path, now: datetime, *, progress: Progress | None = None
) -> Carried:
    """Write a copy that ``find_moved`` finds into ``folder``; raises as ``save_copy`` does.

    It is called by the day, ``now`` in the reader's zone.
    """
    names = (folder / f"{_STEM}-{now.date().isoformat()}{more}.sqlite" for more in _more())
    return save_copy(
        notebook, next(path for path in names if not _is_taken(path)), progress=progress
    )


def find_moved(folder: Path) -> tuple[Carried, ...]:
    """The good copies that ``move_out`` left in ``folder``, the newest first by its name.

    An unreadable folder has none, and a damaged copy is passed over.
    """
    found: list[Carried] = []
    with suppress(OSError):
        names = [path for path in folder.iterdir() if _MOVED.fullmatch(path.name)]
        for path in sorted(names, key=_age, reverse=True)[:MOST_FOUND]:
            with suppress(CarryError):
                found.append(read_copy(path))
    return tuple(found)


def _check_target(path: Path) -> None:
    name = path.name
    if _NO_NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise CarryError(path, CarryProblem.BAD_NAME)
    try:
        if _is_taken(path):
            raise CarryError(path, CarryProblem.TAKEN)
        if not path.parent.is_dir():
            raise CarryError(path, CarryProblem.NO_FOLDER)
    except (OSError, ValueError) as error:
        raise carry_error(path, error) from error


def _contents(path: Path) -> Contents:
    """What the file at ``path`` holds; raises ``CarryError``."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise CarryError(path, CarryProblem.NOT_A_FILE)
        return contents_of_file(path)
    except FileNotFoundError as error:
        raise CarryError(path, CarryProblem.MISSING) from error
    except NotebookError as error:
        raise _named(path, error) from error
    except (OSError, ValueError) as error:
        raise carry_error(path, error) from error


def _named(path: Path, error: NotebookError) -> CarryError:
    """A file that does not even begin as a database is not ours rather than damaged."""
    with suppress(OSError), path.open("rb") as file:
        if not file.read(16).startswith(b"SQLite format 3\0"):
            return CarryError(path, CarryProblem.NOT_OURS, str(error))
    return carry_error(path, error)


def _carried(path: Path, found: Contents) -> Carried:
    try:
        status = path.stat()
    except OSError as error:
        raise carry_error(path, error) from error
    return Carried(path, found.items, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC))


def _forget_cached(path: Path) -> None:
    """Let the system read the file from the stick, not from its own memory of what it wrote."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(handle)


def _is_taken(path: Path) -> bool:
    return os.path.lexists(path)


def _more() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in range(2, 10_000))


def _age(path: Path) -> tuple[str, int]:
    """The day in its name, and the number of the copy on that day."""
    named = path.stem.removeprefix(f"{_STEM}-")
    return named[:10], int(named[11:] or 1)
