"""Where reading stopped, in each booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.model import Position
from reader.notebook.rows import PLACE_COLUMNS, iso, moment, place_values, required_place
from reader.notebook.texts import kept_place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from reader.notebook.model import Place
    from reader.notebook.store import Row, Store

_ALL = f"SELECT {PLACE_COLUMNS}, seen FROM positions"


class Positions:
    """The newest position of each booklet, in the order of keeping, whatever the clock says."""

    def __init__(self, store: Store, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def keep(self, place: Place) -> Position:
        """Remember ``place`` as where reading stopped; raises ``NotSavedError``."""
        position = Position(kept_place(place), self._now())
        values = (*place_values(position.place), iso(position.when))
        holders = ", ".join("?" * len(values))
        with self._store.transaction(changes_words=False) as connection:
            connection.execute(
                # REPLACE gives the row a new rowid, higher than all others
                f"REPLACE INTO positions ({PLACE_COLUMNS}, seen) VALUES ({holders})",
                values,
            )
        return position

    def last(self) -> Position | None:
        """Where reading stopped last, in any booklet."""
        found = self._store.rows(_position, f"{_ALL} ORDER BY rowid DESC LIMIT 1")
        return found[0] if found else None

    def of(self, booklet: str) -> Position | None:
        """Where reading stopped in ``booklet``."""
        found = self._store.rows(_position, f"{_ALL} WHERE booklet = ?", (booklet,))
        return found[0] if found else None


def _position(row: Row) -> Position:
    *place, seen = row
    return Position(required_place(place), moment(seen))
