"""Bookmarks, highlights and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.errors import UnknownIdError
from reader.notebook.model import Mark, MarkKind
from reader.notebook.rows import (
    PLACE_COLUMNS,
    iso,
    moment,
    place_values,
    required_place,
    words,
)
from reader.notebook.texts import kept_place, note_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from reader.notebook.model import Place
    from reader.notebook.store import Row, Store, Value

_COLUMNS = f"{PLACE_COLUMNS}, id, kind, text, created, changed"
_LIVE = f"SELECT {_COLUMNS} FROM marks WHERE deleted IS NULL"
_SAME_PLACE = "kind = ? AND booklet = ? AND section = ? AND passage = ?"
_SAME_WORDS = "start_char = ? AND end_char = ?"


class Marks:
    """The marks of a notebook, oldest first; every change is saved when its method returns.

    What changes something raises ``NotSavedError`` when it could not be saved.
    """

    def __init__(
        self, store: Store, *, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._store = store
        self._now = now
        self._new_id = new_id

    def all(self, booklet: str | None = None) -> tuple[Mark, ...]:
        """The marks of ``booklet``, or of all booklets."""
        if booklet is None:
            return self._store.rows(_mark, f"{_LIVE} ORDER BY rowid")
        return self._store.rows(_mark, f"{_LIVE} AND booklet = ? ORDER BY rowid", (booklet,))

    def at(self, booklet: str, section: str) -> tuple[Mark, ...]:
        """The marks in one section."""
        query = f"{_LIVE} AND booklet = ? AND section = ? ORDER BY rowid"
        return self._store.rows(_mark, query, (booklet, section))

    def get(self, mark_id: str) -> Mark:
        """The mark of that id; raises ``UnknownIdError``, also when it was deleted."""
        found = self._store.rows(_mark, f"{_LIVE} AND id = ?", (mark_id,))
        if not found:
            raise UnknownIdError("mark", mark_id)
        return found[0]

    def add(self, kind: MarkKind, place: Place, text: str = "") -> Mark:
        """Mark ``place``; a place that is bookmarked or highlighted already keeps its first mark.

        A note needs ``text`` (``EmptyTextError``), the others must have none (``ValueError``).
        """
        text = _text_for(kind, text)
        place = kept_place(place)
        with self._store.transaction() as connection:
            same = self._same(kind, place)
            if same is not None:
                return same
            now = self._now()
            mark = Mark(self._new_id(), kind, place, text, now, now)
            values = (*place_values(place), mark.id, kind.value, text, iso(now), iso(now))
            holders = ", ".join("?" * len(values))
            connection.execute(f"INSERT INTO marks ({_COLUMNS}) VALUES ({holders})", values)
            return mark

    def change_text(self, mark_id: str, text: str) -> Mark:
        """Give a note another text.

        Raises ``EmptyTextError``, ``UnknownIdError``, or ``ValueError`` when it is no note.
        """
        with self._store.transaction() as connection:
            text = _text_for(self.get(mark_id).kind, text)
            connection.execute(
                "UPDATE marks SET text = ?, changed = ? WHERE id = ?",
                (text, iso(self._now()), mark_id),
            )
            return self.get(mark_id)

    def delete(self, mark_id: str) -> None:
        """Take a mark away until it is restored; raises ``UnknownIdError``."""
        with self._store.transaction() as connection:
            self._must_exist(mark_id)
            connection.execute(
                "UPDATE marks SET deleted = ? WHERE id = ? AND deleted IS NULL",
                (iso(self._now()), mark_id),
            )

    def restore(self, mark_id: str) -> Mark:
        """Bring back a deleted mark as it was; raises ``UnknownIdError``.

        Where its place was bookmarked or highlighted anew, that mark is the answer.
        """
        with self._store.transaction() as connection:
            mark = self._must_exist(mark_id)
            same = self._same(mark.kind, mark.place)
            if same is not None:
                return same
            connection.execute("UPDATE marks SET deleted = NULL WHERE id = ?", (mark_id,))
            return mark

    def _same(self, kind: MarkKind, place: Place) -> Mark | None:
        """The bookmark or highlight that ``place`` has already, in whatever edition."""
        if kind is MarkKind.NOTE:
            return None
        query = f"{_LIVE} AND {_SAME_PLACE} AND {_SAME_WORDS} ORDER BY rowid LIMIT 1"
        values: tuple[Value, ...] = (kind.value, place.booklet, place.section, place.passage)
        found = self._store.rows(_mark, query, (*values, place.start, place.end))
        return found[0] if found else None

    def _must_exist(self, mark_id: str) -> Mark:
        """The mark of that id, deleted or not; raises ``UnknownIdError``."""
        found = self._store.rows(_mark, f"SELECT {_COLUMNS} FROM marks WHERE id = ?", (mark_id,))
        if not found:
            raise UnknownIdError("mark", mark_id)
        return found[0]


def _text_for(kind: MarkKind, text: str) -> str:
    if kind is MarkKind.NOTE:
        return note_text(text)
    if text:
        problem = f"a {kind.value} has no text"
        raise ValueError(problem)
    return text


def _mark(row: Row) -> Mark:
    *place, mark_id, kind, text, created, changed = row
    return Mark(
        words(mark_id),
        MarkKind(words(kind)),
        required_place(place),
        words(text),
        moment(created),
        moment(changed),
    )
