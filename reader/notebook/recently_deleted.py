"""What was deleted and can be brought back, for 30 days; then it is purged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from reader.notebook.errors import UnknownIdError
from reader.notebook.marks import mark_of
from reader.notebook.model import Mark, Question
from reader.notebook.questions import question_of
from reader.notebook.rows import moment, number
from reader.notebook.sealing import MARKS, QUESTIONS, Sealed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from reader.notebook.elapsed import Elapsed
    from reader.notebook.marks import Marks
    from reader.notebook.questions import Questions
    from reader.notebook.store import Row, Store

_A_DAY = 24 * 60 * 60

Item = TypeVar("Item", Mark, Question)


@dataclass(frozen=True, slots=True)
class Deleted:
    """A mark or a question that was deleted ``when``; it is kept ``days_left`` more days."""

    item: Mark | Question
    when: datetime
    days_left: int


class RecentlyDeleted:
    """The deleted marks and questions of a notebook, the last deleted first."""

    def __init__(self, store: Store, marks: Marks, questions: Questions, elapsed: Elapsed) -> None:
        self._store = store
        self._marks = marks
        self._questions = questions
        self._elapsed = elapsed

    def all(self) -> tuple[Deleted, ...]:
        """Everything that can be brought back."""
        found = [deleted for deleted, _until in self._found()]
        return tuple(sorted(found, key=lambda one: (one.days_left, one.when), reverse=True))

    def count(self) -> int:
        """How many there are."""
        return sum(
            self._store.rows(
                lambda row: number(row[0]),
                f"SELECT count(*) FROM {table.name} WHERE deleted IS NOT NULL",
            )[0]
            for table in (MARKS, QUESTIONS)
        )

    def restore(self, item_id: str) -> Mark | Question:
        """Bring one back as it was; raises ``UnknownIdError`` and ``NotSavedError``."""
        if self._marks.find(item_id) is not None:
            return self._marks.restore(item_id)
        return self._questions.restore(item_id)

    def must_hold(self, item_id: str) -> None:
        """Raise ``UnknownIdError`` unless that id is of something that was deleted."""
        for found in (self._marks.find(item_id), self._questions.find(item_id)):
            if found is not None and found[1]:
                return
        raise UnknownIdError("deleted item", item_id)

    def due(self) -> tuple[str, ...]:
        """The ids of what was kept long enough.

        A damaged row stays: it may say that it was deleted, or when, only because it is damaged.
        """
        gone_by = self._elapsed.seconds()
        return tuple(
            deleted.item.id
            for deleted, until in self._found()
            if deleted.item.is_whole and until <= gone_by
        )

    def _found(self) -> tuple[tuple[Deleted, int], ...]:
        gone_by = self._elapsed.seconds()
        return (
            *self._store.rows(_reader(MARKS, mark_of, gone_by), _query(MARKS)),
            *self._store.rows(_reader(QUESTIONS, question_of, gone_by), _query(QUESTIONS)),
        )


def remove(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Remove marks and questions with their versions, as part of a transaction under way.

    Works in every layout.
    """
    tables = {"marks": "id", "questions": "id", "versions": "item"}
    there = {
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
    }
    for one in ids:
        for table in sorted(there & set(tables)):
            connection.execute(f"DELETE FROM {table} WHERE {tables[table]} = ?", (one,))


def _query(table: Sealed) -> str:
    return f"SELECT {table.selected} FROM {table.name} WHERE deleted IS NOT NULL ORDER BY rowid"


def _reader(
    table: Sealed, item_of: Callable[[Row], Item], gone_by: int
) -> Callable[[Row], tuple[Deleted, int]]:
    deleted, kept_until = table.columns.index("deleted"), table.columns.index("kept_until")

    def read(row: Row) -> tuple[Deleted, int]:
        values, _is_whole = table.opened(row)
        until = number(values[kept_until] or 0)
        days = max(-((gone_by - until) // _A_DAY), 0)
        return Deleted(item_of(row), moment(values[deleted]), days), until

    return read
