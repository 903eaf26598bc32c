"""Finding words in what the reader wrote and marked."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.notebook.rows import PLACE_COLUMNS, place_of, words
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
    from reader.notebook.model import Place
    from reader.notebook.store import Row, Store

SNIPPET_WORDS = 16
"""About a line of text around what was found."""


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
_MARKS = f"""SELECT {PLACE_COLUMNS}, kind, id, text, quote FROM marks
    WHERE deleted IS NULL ORDER BY rowid"""
_QUESTIONS = f"""SELECT {PLACE_COLUMNS}, 'question', id, text, answer || ' ' || ifnull(quote, '')
    FROM questions AS one
    WHERE deleted IS NULL AND (answer <> '' OR NOT EXISTS (
        SELECT 1 FROM questions WHERE carried_from = one.id AND deleted IS NULL))
    ORDER BY rowid"""
_TABLE = f"CREATE VIRTUAL TABLE found USING fts5(text, more, tokenize='{FTS_TOKENIZER}')"
_FIND = f"""SELECT found.rowid, snippet(found, -1, ?, ?, '…', {SNIPPET_WORDS}) FROM found
    WHERE found MATCH ? ORDER BY rank, rowid DESC LIMIT ?"""

_Entry = tuple[HitKind, str, "Place | None", str, str]


class NotebookSearch:
    """An index in memory alone, made when it is first asked and again after a change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index: sqlite3.Connection | None = None
        self._entries: tuple[_Entry, ...] = ()
        self._changes = -1

    def find(self, text: str, limit: int) -> tuple[NotebookHit, ...]:
        """At most ``limit`` marks and questions with all the words of ``text``, the best first."""
        expression = match_expression(text)
        if not expression or limit <= 0:
            return ()
        rows = self._fresh().execute(_FIND, (START, END, expression, limit))
        return tuple(self._hit(rowid, marked) for rowid, marked in rows.fetchall())

    def close(self) -> None:
        """Forget the index."""
        if self._index is not None:
            self._index.close()
        self._index, self._entries, self._changes = None, (), -1

    def _fresh(self) -> sqlite3.Connection:
        if self._index is not None and self._changes == self._store.word_changes:
            return self._index
        self.close()
        changes = self._store.word_changes
        entries = self._store.rows(_entry, _MARKS) + self._store.rows(_entry, _QUESTIONS)
        index = sqlite3.connect(":memory:", isolation_level=None)
        index.execute(_TABLE)
        index.execute("BEGIN")
        index.executemany(
            "INSERT INTO found (rowid, text, more) VALUES (?, ?, ?)",
            (
                (rowid, _line(text), _line(more))
                for rowid, (_kind, _id, _place, text, more) in enumerate(entries)
            ),
        )
        index.execute("COMMIT")
        self._index, self._entries, self._changes = index, entries, changes
        return index

    def _hit(self, rowid: int, marked: str) -> NotebookHit:
        kind, found, place, _text, _more = self._entries[rowid]
        return NotebookHit(kind, found, snippet_of(marked), place)


def _line(text: str) -> str:
    return searchable(text).replace("\n", " ")


def _entry(row: Row) -> _Entry:
    *place, kind, found, text, more = row
    return HitKind(words(kind)), words(found), place_of(place), words(text), words(more)
