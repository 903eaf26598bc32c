"""Where reading stopped, in each booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.model import Position
from reader.notebook.rows import PLACE_WIDTH, iso, moment, place_columns, required_place
from reader.notebook.sealing import POSITIONS
from reader.notebook.texts import kept_place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from reader.notebook.model import Place
    from reader.notebook.store import Row, Store

_ALL = f"SELECT {POSITIONS.selected} FROM positions"


class Positions:
    """The newest position of each booklet, in the order of keeping, whatever the clock says."""

    def __init__(self, store: Store, *, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def keep(self, place: Place) -> Position:
        """Remember ``place`` as where reading stopped; raises ``NotSavedError``."""
        position = Position(kept_place(place), self._now())
        values = {**place_columns(position.place), "seen": iso(position.when)}
        with self._store.transaction() as connection:
            # REPLACE gives the row a new rowid, higher than all others
            POSITIONS.insert(connection, values, verb="REPLACE")
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
    values, _is_whole = POSITIONS.opened(row)
    return Position(required_place(values[:PLACE_WIDTH]), moment(values[PLACE_WIDTH]))
