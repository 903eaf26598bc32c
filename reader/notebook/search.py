"""Finding words in what the reader wrote and marked.

The index is in memory alone. One in the notebook's file would keep words there that were deleted
(FTS5 keeps them in its own tables, which ``secure_delete`` does not reach), and damage to it would
stop saving. It is made in steps, so that a window with a hundred thousand notes need not wait.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.notebook.rows import PLACE_COLUMNS, place_of, words
from reader.notebook.sealing import MARKS, QUESTIONS, fetch
from reader.notebook.watching import Watch
from reader.words import (
    END,
    FTS_TOKENIZER,
    START,
    Snippet,
    match_expression,
    searchable,
    snippet_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.notebook.model import Place
    from reader.notebook.sealing import Sealed
    from reader.notebook.store import Row, Store

SNIPPET_WORDS = 16
"""About a line of text around what was found."""

STEP = 250
"""Rows indexed at a time: some 10 ms."""

RANKED = 2_000
"""Texts up to which the best come first; of more than that the newest do, which is faster."""


class HitKind(StrEnum):
    """What words were found in."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class NotebookHit:
    """A mark or a question with the words; ``place`` is ``None`` for a question of one's own."""

    kind: HitKind
    id: str
    snippet: Snippet
    place: Place | None


# A question carried over is found once, unless the earlier one was answered in part.
_WORDS = {
    MARKS: "SELECT rowid, text, quote FROM marks WHERE deleted IS NULL",
    QUESTIONS: """SELECT rowid, text, answer || ' ' || ifnull(quote, '') FROM questions AS one
        WHERE deleted IS NULL AND (answer <> '' OR NOT EXISTS (
            SELECT 1 FROM questions WHERE carried_from = one.id AND deleted IS NULL))""",
}
_TABLES: tuple[Sealed, ...] = (MARKS, QUESTIONS)
_HIT = {
    MARKS: f"SELECT {PLACE_COLUMNS}, kind, id FROM marks WHERE rowid = ?",
    QUESTIONS: f"SELECT {PLACE_COLUMNS}, 'question', id FROM questions WHERE rowid = ?",
}
# The letter that is typed first is in half of all texts: it has an index of its own.
_TABLE = f"""CREATE VIRTUAL TABLE found
    USING fts5(text, more, tokenize='{FTS_TOKENIZER}', prefix='1')"""
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM found WHERE found MATCH ? LIMIT ?)"
_FIND = f"""SELECT rowid, snippet(found, -1, ?, ?, '…', {SNIPPET_WORDS}) FROM found
    WHERE found MATCH ? ORDER BY {{order}} LIMIT ?"""
# One text is read faster than a row for each number, of which there may be a hundred thousand.
_FIND_MARKS = f"""SELECT json_group_array(rowid / {len(_TABLES)}) FROM found
    WHERE found MATCH ? AND rowid % {len(_TABLES)} = {_TABLES.index(MARKS)}"""
_BEST, _NEWEST = "rank, rowid DESC", "rowid DESC"


class NotebookSearch:
    """The words of a notebook. A text's number in the index tells its table and its row."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._watch: Watch | None = None
        self._index: sqlite3.Connection | None = None
        self._making: Iterator[None] | None = None

    def steps(self) -> Iterator[None]:
        """Make the index, a little at each step; whoever searches earlier waits for the rest."""
        self._begin()
        while self._making is not None:
            self._go_on()
            yield

    def find(self, text: str, limit: int) -> tuple[NotebookHit, ...]:
        """At most ``limit`` marks and questions with all the words of ``text``, the best first.

        Of more than ``RANKED`` the newest come first. Raises ``NotebookDamagedError`` and
        ``NotebookUnavailableError``.
        """
        expression = match_expression(text)
        if not expression or limit <= 0:
            return ()
        index = self._fresh()
        (count,) = index.execute(_COUNT, (expression, RANKED + 1)).fetchone()
        query = _FIND.format(order=_BEST if count <= RANKED else _NEWEST)
        rows = index.execute(query, (START, END, expression, limit)).fetchall()
        return tuple(hit for number, marked in rows for hit in self._hit(number, marked))

    def marks_with(self, text: str) -> frozenset[int] | None:
        """The rows of all marks that have all the words of ``text``; ``None`` when it has none.

        Raises as ``find`` does.
        """
        expression = match_expression(text)
        if not expression:
            return None
        (numbers,) = self._fresh().execute(_FIND_MARKS, (expression,)).fetchone()
        return frozenset(json.loads(numbers))

    def close(self) -> None:
        """Forget the index."""
        if self._watch is not None:
            self._watch.stop()
        if self._index is not None:
            self._index.close()
        self._index, self._watch, self._making = None, None, None

    def _fresh(self) -> sqlite3.Connection:
        """The index of what stands in the notebook now."""
        index = self._begin()
        while self._making is not None:
            self._go_on()
        if self._watch is not None and self._watch.has_changes:
            changed = self._watch.changes()
            for table in _TABLES:
                self._index_again(index, table, changed[table])
            self._watch.forget()
        return index

    def _begin(self) -> sqlite3.Connection:
        if self._index is None:
            self._watch = Watch.begin(self._store)
            self._index = sqlite3.connect(":memory:", isolation_level=None)
            self._index.execute(_TABLE)
            self._making = self._made(self._index)
        return self._index

    def _go_on(self) -> None:
        if self._making is not None:
            try:
                next(self._making)
            except StopIteration:
                self._making = None

    def _made(self, index: sqlite3.Connection) -> Iterator[None]:
        for table in _TABLES:
            last = 0
            while rows := self._words(table, f"AND rowid > {last} ORDER BY rowid LIMIT {STEP}"):
                _put(index, table, rows)
                last = rows[-1][0]
                yield

    def _index_again(self, index: sqlite3.Connection, table: Sealed, rowids: Sequence[int]) -> None:
        for start in range(0, len(rowids), STEP):
            some = rowids[start : start + STEP]
            rows = self._words(table, f"AND rowid IN ({', '.join(map(str, some))})")
            _put(index, table, rows, instead_of=some)

    def _words(self, table: Sealed, which: str) -> list[tuple[int, str, str]]:
        rows = self._store.look(lambda found: fetch(found, f"{_WORDS[table]} {which}"))
        return [(int(row[0] or 0), str(row[1]), str(row[2])) for row in rows]

    def _hit(self, number: int, marked: str) -> tuple[NotebookHit, ...]:
        table, rowid = _place_in_table(number)

        def read(row: Row) -> NotebookHit:
            *place, kind, found = row
            return NotebookHit(
                HitKind(words(kind)), words(found), snippet_of(marked), place_of(place)
            )

        return self._store.rows(read, _HIT[table], (rowid,))


def _put(
    index: sqlite3.Connection,
    table: Sealed,
    rows: Sequence[tuple[int, str, str]],
    instead_of: Sequence[int] = (),
) -> None:
    index.execute("BEGIN")
    index.executemany(
        "DELETE FROM found WHERE rowid = ?", [(_number(table, one),) for one in instead_of]
    )
    index.executemany(
        "INSERT INTO found (rowid, text, more) VALUES (?, ?, ?)",
        [(_number(table, rowid), _line(text), _line(more)) for rowid, text, more in rows],
    )
    index.execute("COMMIT")


def _number(table: Sealed, rowid: int) -> int:
    return rowid * len(_TABLES) + _TABLES.index(table)


def _place_in_table(number: int) -> tuple[Sealed, int]:
    rowid, table = divmod(number, len(_TABLES))
    return _TABLES[table], rowid


def _line(text: str) -> str:
    return searchable(text).replace("\n", " ")
