"""What the notebook remembers about itself: a few words by name, none of them the reader's."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reader.notebook.rows import words
from reader.notebook.sealing import STATE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from reader.notebook.store import Row, Store


class About(StrEnum):
    """What is remembered."""

    ELAPSED = "elapsed"
    CLOCK = "clock"
    FURTHEST = "furthest"
    ROTATION = "rotation"
    ACCEPTED = "accepted"
    FORGETTING = "forgetting"


class State:
    """Words by name; a damaged one is as good as none."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, name: About) -> str:
        """What was kept as ``name``; ``""`` when nothing was, or it is damaged."""
        query = f"SELECT {STATE.selected} FROM state WHERE name = ?"
        found = self._store.rows(_text, query, (name,))
        return found[0] if found else ""

    def put(self, connection: sqlite3.Connection, name: About, value: str) -> None:
        """Keep ``value`` as ``name``, as part of a transaction that is under way."""
        STATE.insert(connection, {"name": name, "value": value}, verb="REPLACE")

    def keep_all(self, values: Mapping[About, str]) -> None:
        """Keep all of ``values`` by their names, or none; raises ``NotSavedError``."""
        with self._store.transaction() as connection:
            for name, value in values.items():
                self.put(connection, name, value)


def _text(row: Row) -> str:
    (_name, value), is_whole = STATE.opened(row)
    return words(value) if is_whole else ""
