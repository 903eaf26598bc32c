"""Bookmarks, highlights and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.errors import UnknownIdError
from reader.notebook.model import Mark, MarkKind, Part
from reader.notebook.rows import (
    PLACE_WIDTH,
    iso,
    moment,
    number,
    place_columns,
    required_place,
    words,
)
from reader.notebook.schema import KEPT_SECONDS
from reader.notebook.sealing import MARKS
from reader.notebook.texts import kept_place, note_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from reader.notebook.elapsed import Elapsed
    from reader.notebook.model import Place, Version
    from reader.notebook.store import Row, Store, Value
    from reader.notebook.versions import Versions

_ALL = f"SELECT {MARKS.selected} FROM marks"
_LIVE = f"{_ALL} WHERE deleted IS NULL"
_SAME_PLACE = "kind = ? AND booklet = ? AND section = ? AND passage = ?"
_SAME_WORDS = "start_char = ? AND end_char = ?"
_DELETED = MARKS.columns.index("deleted")


class Marks:
    """The marks of a notebook, oldest first; every change is saved when its method returns.

    What changes something raises ``NotSavedError`` when it could not be saved.
    """

    def __init__(
        self,
        store: Store,
        versions: Versions,
        elapsed: Elapsed,
        *,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._store = store
        self._versions = versions
        self._elapsed = elapsed
        self._now = now
        self._new_id = new_id

    def all(self, booklet: str | None = None) -> tuple[Mark, ...]:
        """The marks of ``booklet``, or of all booklets."""
        if booklet is None:
            return self._store.rows(mark_of, f"{_LIVE} ORDER BY rowid")
        return self._store.rows(mark_of, f"{_LIVE} AND booklet = ? ORDER BY rowid", (booklet,))

    def count(self) -> int:
        """How many there are, of all booklets."""
        (found,) = self._store.rows(
            lambda row: number(row[0]), "SELECT count(*) FROM marks WHERE deleted IS NULL"
        )
        return found

    def at(self, booklet: str, section: str) -> tuple[Mark, ...]:
        """The marks in one section."""
        query = f"{_LIVE} AND booklet = ? AND section = ? ORDER BY rowid"
        return self._store.rows(mark_of, query, (booklet, section))

    def one_on(self, booklet: str, section: str, passage: str) -> Mark | None:
        """A mark on one passage, the first that was made."""
        query = f"""{_LIVE} AND booklet = ? AND section = ? AND passage = ?
            ORDER BY rowid LIMIT 1"""
        found = self._store.rows(mark_of, query, (booklet, section, passage))
        return found[0] if found else None

    def of_other_editions(self, booklet: str, edition: str) -> tuple[Mark, ...]:
        """The marks of ``booklet`` that were made in an edition other than ``edition``."""
        query = f"{_LIVE} AND booklet = ? AND edition <> ? ORDER BY rowid"
        return self._store.rows(mark_of, query, (booklet, edition))

    def get(self, mark_id: str) -> Mark:
        """The mark of that id; raises ``UnknownIdError``, also when it was deleted."""
        found = self._store.rows(mark_of, f"{_LIVE} AND id = ?", (mark_id,))
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
            same = self.same(kind, place)
            if same is not None:
                return same
            now = self._now()
            mark = Mark(self._new_id(), kind, place, text, now, now)
            MARKS.insert(connection, mark_values(mark))
            return mark

    def change_text(self, mark_id: str, text: str) -> Mark:
        """Give a note another text; the one it had can be gone back to.

        Raises ``EmptyTextError``, ``UnknownIdError``, or ``ValueError`` when it is no note.
        """
        return self._change_text(mark_id, text, always=False)

    def change_place(self, mark_id: str, place: Place) -> Mark:
        """Move a mark to where its words stand now; raises ``UnknownIdError``."""
        with self._store.transaction() as connection:
            self.get(mark_id)
            MARKS.change(connection, mark_id, place_columns(kept_place(place)))
            return self.get(mark_id)

    def versions(self, mark_id: str) -> tuple[Version, ...]:
        """What a note said before, the newest first; raises ``UnknownIdError``."""
        self.get(mark_id)
        return self._versions.of(mark_id, Part.NOTE)

    def go_back(self, mark_id: str, version: int) -> Mark:
        """Give a note the text of one of its versions; what it said till now becomes one too.

        Raises ``UnknownIdError``.
        """
        return self._change_text(mark_id, self._versions.get(mark_id, version).text, always=True)

    def accept(self, mark_id: str) -> Mark:
        """Take a damaged mark, as it is shown, for whole; raises ``UnknownIdError``."""
        with self._store.transaction() as connection:
            self.get(mark_id)
            MARKS.accept(connection, mark_id)
            return self.get(mark_id)

    def doubt(self, mark_id: str) -> Mark:
        """Take ``accept`` back; raises ``UnknownIdError``."""
        with self._store.transaction() as connection:
            self.get(mark_id)
            MARKS.doubt(connection, mark_id)
            return self.get(mark_id)

    def delete(self, mark_id: str) -> None:
        """Take a mark away until it is restored; raises ``UnknownIdError``."""
        with self._store.transaction() as connection:
            _mark, is_deleted = self._must_exist(mark_id)
            if is_deleted:
                return
            until = self._elapsed.seconds() + KEPT_SECONDS
            MARKS.change(connection, mark_id, {"deleted": iso(self._now()), "kept_until": until})

    def restore(self, mark_id: str) -> Mark:
        """Bring back a deleted mark as it was; raises ``UnknownIdError``.

        Where its place was bookmarked or highlighted anew, that mark is the answer.
        """
        with self._store.transaction() as connection:
            mark, is_deleted = self._must_exist(mark_id)
            if not is_deleted:
                return mark
            same = self.same(mark.kind, mark.place)
            if same is not None:
                return same
            MARKS.change(connection, mark_id, {"deleted": None, "kept_until": None})
            return mark

    def _change_text(self, mark_id: str, text: str, *, always: bool) -> Mark:
        with self._store.transaction() as connection:
            mark = self.get(mark_id)
            text = _text_for(mark.kind, text)
            if text == mark.text:
                return mark
            self._versions.keep(
                connection,
                mark_id,
                Part.NOTE,
                mark.text,
                mark.changed,
                is_whole=mark.is_whole,
                always=always,
            )
            MARKS.change(connection, mark_id, {"text": text, "changed": iso(self._now())})
            return self.get(mark_id)

    def same(self, kind: MarkKind, place: Place) -> Mark | None:
        """The bookmark or highlight that ``place`` has already, in whatever edition."""
        if kind is MarkKind.NOTE:
            return None
        query = f"{_LIVE} AND {_SAME_PLACE} AND {_SAME_WORDS} ORDER BY rowid LIMIT 1"
        values: tuple[Value, ...] = (kind.value, place.booklet, place.section, place.passage)
        found = self._store.rows(mark_of, query, (*values, place.start, place.end))
        return found[0] if found else None

    def find(self, mark_id: str) -> tuple[Mark, bool] | None:
        """The mark of that id, and whether it is deleted; ``None`` when there never was one."""
        found = self._store.rows(
            lambda row: (mark_of(row), row[_DELETED] is not None),
            f"{_ALL} WHERE id = ?",
            (mark_id,),
        )
        return found[0] if found else None

    def _must_exist(self, mark_id: str) -> tuple[Mark, bool]:
        """The mark of that id, deleted or not, and whether it is; raises ``UnknownIdError``."""
        found = self.find(mark_id)
        if found is None:
            raise UnknownIdError("mark", mark_id)
        return found


def _text_for(kind: MarkKind, text: str) -> str:
    if kind is MarkKind.NOTE:
        return note_text(text)
    if text:
        problem = f"a {kind.value} has no text"
        raise ValueError(problem)
    return text


def mark_values(mark: Mark) -> dict[str, Value]:
    """The columns of a mark that is not deleted."""
    return {
        **place_columns(mark.place),
        "id": mark.id,
        "kind": mark.kind.value,
        "text": mark.text,
        "created": iso(mark.created),
        "changed": iso(mark.changed),
    }


def mark_of(row: Row) -> Mark:
    """The mark in a row of ``MARKS.selected``."""
    values, is_whole = MARKS.opened(row)
    mark_id, kind, text, created, changed, _deleted, _kept_until = values[PLACE_WIDTH:]
    return Mark(
        words(mark_id),
        MarkKind(words(kind)),
        required_place(values[:PLACE_WIDTH]),
        words(text),
        moment(created),
        moment(changed),
        is_whole,
    )
