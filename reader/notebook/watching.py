"""Which marks and questions have changed since a search was last up to date.

SQLite itself notes it, by triggers that are in memory alone and end with the connection: so no
change is missed, whoever makes it, and one that is taken back is not noted.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.notebook.errors import NotebookReadOnlyError
from reader.notebook.sealing import MARKS, QUESTIONS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from reader.notebook.sealing import Sealed
    from reader.notebook.store import Store

_WATCHED: Mapping[Sealed, str] = {
    MARKS: "text, quote, kind, deleted",
    QUESTIONS: "text, quote, answer, carried_from, deleted",
}
_TABLE = "CREATE TEMP TABLE changes (name TEXT, number INTEGER, PRIMARY KEY (name, number))"
_NOTE = "INSERT OR IGNORE INTO changes VALUES ('{table}', {row}.rowid);"
_NOTE_ORIGIN = """INSERT OR IGNORE INTO changes
    SELECT 'questions', rowid FROM main.questions WHERE id = {row}.carried_from;"""
"""Whether a question is found depends on whether it was carried over."""


class Watch:
    """Notes rows from ``begin`` until ``stop``; none of it is part of the notebook's file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def begin(cls, store: Store) -> Watch | None:
        """Watch the notebook of ``store``; ``None`` for one that may only be read."""
        watch = cls(store)
        try:
            watch._do(_TABLE, *_triggers())
        except NotebookReadOnlyError:
            return None
        return watch

    @property
    def has_changes(self) -> bool:
        """Whether anything changed since it was last forgotten."""
        return bool(self._store.look(_any))

    def changes(self) -> Mapping[Sealed, list[int]]:
        """The rows that changed, by table."""
        return {table: self._store.look(partial(_changed, table)) for table in _WATCHED}

    def forget(self) -> None:
        """All that changed so far was dealt with."""
        self._do("DELETE FROM temp.changes")

    def stop(self) -> None:
        """Watch no longer."""
        names = (name for name, _statement in _named_triggers())
        self._do(*(f"DROP TRIGGER temp.{name}" for name in names), "DROP TABLE temp.changes")

    def _do(self, *statements: str) -> None:
        def do(connection: sqlite3.Connection) -> None:
            for statement in statements:
                connection.execute(statement)

        self._store.look(do)


def _triggers() -> Iterator[str]:
    return (statement for _name, statement in _named_triggers())


def _named_triggers() -> Iterator[tuple[str, str]]:
    for table, columns in _WATCHED.items():
        for event, row in (("INSERT", "new"), (f"UPDATE OF {columns}", "new"), ("DELETE", "old")):
            name = f"{event.split()[0].lower()}_in_{table.name}"
            notes = _NOTE.format(table=table.name, row=row)
            if table is QUESTIONS:
                notes += _NOTE_ORIGIN.format(row=row)
            yield (
                name,
                f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{table.name} BEGIN {notes} END",
            )


def _any(connection: sqlite3.Connection) -> int:
    (found,) = connection.execute("SELECT EXISTS (SELECT 1 FROM temp.changes)").fetchone()
    return int(found)


def _changed(table: Sealed, connection: sqlite3.Connection) -> list[int]:
    query = "SELECT number FROM temp.changes WHERE name = ?"
    return [int(row[0]) for row in connection.execute(query, (table.name,))]
