"""Notebooks for tests: a clock that is set by hand, ids that count, and places."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from reader.notebook import schema
from reader.notebook.model import Place
from reader.notebook.notebook import Notebook
from reader.notebook.schema import APPLICATION_ID

Opener = Callable[[Path | None], Notebook]

START = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


class Clock:
    """Says ``now``, and stands still until the test moves it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, minutes: int = 1) -> datetime:
        """Let ``minutes`` go by, back when below 0."""
        self.now += timedelta(minutes=minutes)
        return self.now


class Ids:
    """``id-1``, ``id-2`` ..."""

    def __init__(self, prefix: str = "id") -> None:
        self._numbers = count(1)
        self._prefix = prefix

    def __call__(self) -> str:
        return f"{self._prefix}-{next(self._numbers)}"


def place(
    passage: str = "p1",
    *,
    booklet: str = "recurrence",
    section: str = "why",
    edition: str = "2026-11",
    start: int = 0,
    end: int = 0,
    quote: str = "Some cancer cells can stay asleep.",
) -> Place:
    """A place in a booklet."""
    return Place(booklet, edition, section, passage, start, end, quote)


def look(path: Path, query: str) -> list[tuple[object, ...]]:
    """What another program sees in a notebook that is closed."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()


def alter(path: Path, *statements: str) -> None:
    """Change a notebook, or make a database, as another program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement).fetchall()


def make_older(path: Path, version: int, *statements: str) -> None:
    """Make the notebook that an older program left, of layout ``version``, then alter it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    steps = [statement for step in schema.MIGRATIONS[:version] for statement in step]
    mark = (f"PRAGMA application_id={APPLICATION_ID}", f"PRAGMA user_version={version}")
    alter(path, *steps, *mark, *statements)


def everything(folder: Path) -> dict[str, bytes | None]:
    """The names of all that is in ``folder``, and the bytes of the files."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
