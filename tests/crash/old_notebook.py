"""The notebook that an older program left."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.notebook import schema
from tests.crash.workload import NAME

if TYPE_CHECKING:
    from pathlib import Path

LAYOUT = 2
TEXTS = tuple(f"note {number}" for number in range(30))

_NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC).isoformat()


def make_old_notebook(path: Path) -> None:
    """Make the notebook that a program of layout 2 left at ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for step in schema.MIGRATIONS[:LAYOUT]:
            for statement in step:
                connection.execute(statement)
        for number, text in enumerate(TEXTS):
            connection.execute(
                "INSERT INTO marks VALUES (?, 'note', 'recurrence', '2026-11', 'why', 'p1', 0, 0,"
                " 'words', ?, ?, ?, NULL)",
                (f"old-{number}", text, _NOW, _NOW),
            )
        connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={LAYOUT}")


def old_notebook(folder: Path) -> dict[str, bytes | None]:
    """What is in the folder of such a notebook."""
    make_old_notebook(folder / NAME)
    return {NAME: (folder / NAME).read_bytes()}
