"""What notes, questions and answers said before: the last 20 versions of each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from reader.notebook.errors import UnknownIdError
from reader.notebook.model import Part, Version
from reader.notebook.rows import iso, moment, number, words
from reader.notebook.sealing import VERSIONS

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from reader.notebook.store import Row, Store

KEPT = 20
"""Versions of each text."""

SPELL = timedelta(minutes=5)
"""What is typed within this time is one spell of writing: autosave would else fill the list."""

SLIP = 20
"""Characters that may be lost to a correction within a spell and not be missed."""

_ALL = f"SELECT number, {VERSIONS.selected} FROM versions WHERE item = ?"


class Versions:
    """The earlier texts of a notebook."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, item: str, *parts: Part) -> tuple[Version, ...]:
        """The earlier versions of a note, or of a question's ``parts``; the newest first."""
        wanted = ", ".join("?" * len(parts))
        query = f"{_ALL} AND part IN ({wanted}) ORDER BY number DESC"
        return self._store.rows(_version, query, (item, *parts))

    def get(self, item: str, number_of_version: int) -> Version:
        """One of them; raises ``UnknownIdError``."""
        query = f"{_ALL} AND number = ?"
        found = self._store.rows(_version, query, (item, number_of_version))
        if not found:
            raise UnknownIdError("version", str(number_of_version))
        return found[0]

    def keep(
        self,
        connection: sqlite3.Connection,
        item: str,
        part: Part,
        text: str,
        written: datetime,
        *,
        is_whole: bool,
        always: bool = False,
    ) -> None:
        """Keep ``text``, which is about to be replaced, as part of a transaction under way.

        Within a spell of writing only what would be missed is kept, unless ``always``.
        """
        if not text:
            return
        before = self.of(item, part)
        newest = before[0] if before else None
        if newest is not None and newest.text == text:
            return
        if newest is not None and not always and _is_same_spell(newest, written):
            lost, gained = _differences(newest.text, text)
            if not gained or (lost < SLIP and len(text) < len(newest.text)):
                return
            if lost < SLIP and is_whole and newest.is_whole:
                VERSIONS.change(connection, str(newest.number), {"text": text})
                return
        VERSIONS.insert(
            connection,
            {"part": part.value, "item": item, "text": text, "written": iso(written)},
            is_whole=is_whole,
        )
        for version in before[KEPT - 1 :]:
            connection.execute("DELETE FROM versions WHERE number = ?", (version.number,))

    def keep_new(
        self, connection: sqlite3.Connection, item: str, part: Part, text: str, written: datetime
    ) -> bool:
        """Keep ``text``, which came from elsewhere, unless it is a version already; whether it was.

        As part of a transaction under way.
        """
        if not text or any(version.text == text for version in self.of(item, part)):
            return False
        self.keep(connection, item, part, text, written, is_whole=True, always=True)
        return True

    def forget(self, connection: sqlite3.Connection, item: str) -> None:
        """Remove all versions of ``item`` for ever, as part of a transaction under way."""
        connection.execute("DELETE FROM versions WHERE item = ?", (item,))


def _is_same_spell(version: Version, written: datetime) -> bool:
    return timedelta(0) <= written - version.written < SPELL


def _differences(before: str, after: str) -> tuple[int, int]:
    """How many characters of ``before`` are not in ``after``, and the other way round.

    Taken as one change in one place, as typing is.
    """
    start = _same(before, after)
    rest, other = before[start:], after[start:]
    end = _same(rest[::-1], other[::-1])
    return len(rest) - end, len(other) - end


def _same(one: str, other: str) -> int:
    """How many letters both begin with; notes can be long, so whole stretches are compared."""
    same, unlike = 0, min(len(one), len(other)) + 1
    while unlike - same > 1:
        middle = (same + unlike) // 2
        if one[same:middle] == other[same:middle]:
            same = middle
        else:
            unlike = middle
    return same


def _version(row: Row) -> Version:
    found, *sealed = row
    (part, _item, text, written), is_whole = VERSIONS.opened(sealed)
    return Version(number(found), Part(words(part)), words(text), moment(written), is_whole)
