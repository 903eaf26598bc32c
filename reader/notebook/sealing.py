"""A checksum on every row of what was written: SQLite does not notice a flipped bit in a text.

A row whose checksum is wrong is damaged. It is shown with whatever can be read of it and says so;
nothing that is changed in it later makes the checksum right by itself.
"""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook.mending import mended
from reader.notebook.rows import PLACE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.notebook.store import Row, Value

_PLACE = tuple(PLACE_COLUMNS.split(", "))


@dataclass(frozen=True, slots=True)
class Sealed:
    """A table; ``columns`` are what the checksum covers, in its order, ``key`` the row's name."""

    name: str
    key: str
    columns: tuple[str, ...]
    optional: frozenset[str] = frozenset()

    @property
    def selected(self) -> str:
        """What to ask SQLite for, so that ``opened`` can tell whether a row is whole."""
        return ", ".join((*self.columns, "checksum"))

    def opened(self, row: Row) -> tuple[Row, bool]:
        """The columns of ``row`` as selected, and whether they are as they were written.

        Those of a damaged row are mended until they have the types of a whole one.
        """
        *values, checksum = row
        if checksum == checksum_of(values):
            return values, True
        return mended(self.columns, values, self.optional), False

    def insert(
        self,
        connection: sqlite3.Connection,
        values: Mapping[str, Value],
        *,
        verb: str = "INSERT",
        is_whole: bool = True,
    ) -> None:
        """Write a new row; ``values`` may name columns beside the sealed ones.

        A copy of what is damaged is to be damaged too: ``is_whole`` is then false.
        """
        checksum = checksum_of([values.get(column) for column in self.columns])
        sealed: dict[str, Value] = dict.fromkeys(self.columns)
        sealed |= {**values, "checksum": checksum if is_whole else ~checksum}
        names = ", ".join(sealed)
        holders = ", ".join("?" * len(sealed))
        connection.execute(
            f"{verb} INTO {self.name} ({names}) VALUES ({holders})", tuple(sealed.values())
        )

    def change(self, connection: sqlite3.Connection, key: str, values: Mapping[str, Value]) -> None:
        """Write ``values`` into the row of that key; the checksum of a damaged row stays wrong."""
        before = self._row(connection, key)
        if before is None:
            return
        *columns, checksum = before
        written = dict(values)
        if checksum == checksum_of(columns):
            after = {**dict(zip(self.columns, columns, strict=True)), **values}
            written["checksum"] = checksum_of([after[column] for column in self.columns])
        settings = ", ".join(f"{name} = ?" for name in written)
        connection.execute(
            f"UPDATE {self.name} SET {settings} WHERE {self.key} = ?", (*written.values(), key)
        )

    def accept(self, connection: sqlite3.Connection, key: str) -> None:
        """Take a damaged row as it is shown for whole: somebody has looked at it."""
        row = self._row(connection, key)
        if row is None:
            return
        values, is_whole = self.opened(row)
        if is_whole:
            return
        fixed = dict(zip(self.columns, values, strict=True))
        fixed[self.key] = key
        fixed["checksum"] = checksum_of([fixed[column] for column in self.columns])
        settings = ", ".join(f"{name} = ?" for name in fixed)
        connection.execute(
            f"UPDATE {self.name} SET {settings} WHERE {self.key} = ?", (*fixed.values(), key)
        )

    def doubt(self, connection: sqlite3.Connection, key: str) -> None:
        """Take the row of that key for damaged again; its reader takes ``accept`` back."""
        row = self._row(connection, key)
        if row is not None:
            query = f"UPDATE {self.name} SET checksum = ? WHERE {self.key} = ?"
            connection.execute(query, (~checksum_of(row[:-1]), key))

    def _row(self, connection: sqlite3.Connection, key: str) -> Row | None:
        query = f"SELECT {self.selected} FROM {self.name} WHERE {self.key} = ?"
        rows = fetch(connection, query, (key,))
        return rows[0] if rows else None


MARKS = Sealed(
    "marks",
    "id",
    (*_PLACE, "id", "kind", "text", "created", "changed", "deleted", "kept_until"),
    frozenset({"deleted", "kept_until"}),
)
QUESTIONS = Sealed(
    "questions",
    "id",
    (
        *_PLACE,
        *("id", "appointment", "text", "idea", "carried_from", "answer", "answered"),
        *("created", "changed", "deleted", "kept_until"),
    ),
    frozenset({*_PLACE, "carried_from", "deleted", "kept_until"}),
)
APPOINTMENTS = Sealed("appointments", "id", ("id", "what", "at", "created"))
POSITIONS = Sealed("positions", "booklet", (*_PLACE, "seen"))
DRAFTS = Sealed("drafts", "name", ("name", "text"))
VERSIONS = Sealed("versions", "number", ("part", "item", "text", "written"))
STATE = Sealed("state", "name", ("name", "value"))

SEALED = (MARKS, QUESTIONS, APPOINTMENTS, POSITIONS, DRAFTS, VERSIONS, STATE)
"""All tables. A question's ``position`` is not sealed: putting others in order changes it."""


def checksum_of(values: Iterable[object]) -> int:
    """The CRC-32 of a row's values; that of ``1`` is not that of ``"1"``."""
    parts = [
        b"t" + value.encode("utf-8", "surrogatepass") if value.__class__ is str else _written(value)
        for value in values
    ]
    return zlib.crc32(b"\0".join(parts))


def seal_all(connection: sqlite3.Connection) -> None:
    """Write the checksum of every row as it stands, for a layout that had none."""
    for table in SEALED:
        query = f"SELECT rowid, {', '.join(table.columns)} FROM {table.name}"
        rows = fetch(connection, query)
        connection.executemany(
            f"UPDATE {table.name} SET checksum = ? WHERE rowid = ?",
            [(checksum_of(values), rowid) for rowid, *values in rows],
        )


def damaged_rows(connection: sqlite3.Connection) -> int:
    """How many rows are not as they were written. Raises ``sqlite3.Error``."""
    count = 0
    for table in SEALED:
        query = f"SELECT {table.selected} FROM {table.name}"
        for *values, checksum in fetch(connection, query):
            count += checksum != checksum_of(values)
    return count


def fetch(connection: sqlite3.Connection, query: str, values: Iterable[Value] = ()) -> list[Row]:
    """All rows of ``query``; where damage left no UTF-8, with U+FFFD for what cannot be read.

    Raises ``sqlite3.Error``.
    """
    wanted = tuple(values)
    try:
        return connection.execute(query, wanted).fetchall()
    except (sqlite3.OperationalError, UnicodeDecodeError) as error:
        if isinstance(error, sqlite3.Error) and not str(error).startswith("Could not decode"):
            raise
    connection.text_factory = _leniently
    try:
        return connection.execute(query, wanted).fetchall()
    finally:
        connection.text_factory = str


def _leniently(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _written(value: object) -> bytes:
    if value is None:
        return b"n"
    if isinstance(value, str):  # an enumeration's
        return b"t" + value.encode("utf-8", "surrogatepass")
    if isinstance(value, int):
        return b"i%d" % value
    return b"?"
