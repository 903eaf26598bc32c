"""A long list of marks, of which a window is read at a time.

What is kept is a number a mark, so that a list of a hundred thousand is there at once. After a
change of the notebook a new list is to be made.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.notebook.marks import mark_of
from reader.notebook.model import Mark, MarkKind
from reader.notebook.rows import number, words
from reader.notebook.sealing import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.notebook.search import NotebookSearch
    from reader.notebook.store import Row, Store, Value

    Rank = Callable[[str, str, str], tuple[int, ...]]
    """Where in reading order a passage stands: of its booklet, its section and its own id."""

AT_ONCE = 500
"""Rows asked for in one query."""


class Order(StrEnum):
    """What comes first."""

    READING = "reading"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which marks: of ``kinds``, of ``booklet`` or with ``""`` of all, with all of ``words``."""

    kinds: frozenset[MarkKind] = frozenset(MarkKind)
    booklet: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that follow each other in one booklet: ``count`` of them from the ``first`` on."""

    booklet: str
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class _Passage:
    booklet: str
    section: str
    passage: str
    count: int


class Listing:
    """Marks in order, as they were when it was made."""

    def __init__(
        self,
        store: Store,
        search: NotebookSearch,
        rows: Sequence[int],
        groups: tuple[Group, ...],
    ) -> None:
        self._store = store
        self._search = search
        self._rows = rows
        self.groups = groups

    @classmethod
    def make(
        cls, store: Store, search: NotebookSearch, choice: Choice, order: Order, rank: Rank
    ) -> Listing:
        """The marks that ``choice`` leaves.

        In reading order ``groups`` says where each booklet begins; passages that ``rank`` puts
        in one spot keep together. The newest are those made last, whatever the clock said.
        Raises ``NotebookDamagedError`` and ``NotebookUnavailableError``.
        """
        if order is Order.NEWEST:
            query, values = _query("rowid", choice, "ORDER BY rowid DESC")
            made = cls(store, search, _numbers(store, query, values), ())
        else:
            made = cls._in_reading_order(store, search, choice, rank)
        return made.with_words(choice.words)

    @classmethod
    def _in_reading_order(
        cls, store: Store, search: NotebookSearch, choice: Choice, rank: Rank
    ) -> Listing:
        """SQLite counts and sorts by passage; the passages are then put in their order."""
        passage = "booklet, section, passage"
        query, values = _query(f"{passage}, count(*)", choice, f"GROUP BY {passage}")
        passages = store.rows(_passage, f"{query} ORDER BY {passage}", values)
        query, values = _query("rowid", choice, f"ORDER BY {passage}, start_char, rowid")
        by_name = _numbers(store, query, values)
        starts = accumulate((one.count for one in passages), initial=0)
        placed = sorted(
            zip(passages, starts, strict=False),
            key=lambda one: (
                rank(one[0].booklet, one[0].section, one[0].passage),
                (one[0].booklet, one[0].section, one[0].passage),
            ),
        )
        rows: list[int] = []
        groups: list[Group] = []
        for one, start in placed:
            if groups and groups[-1].booklet == one.booklet:
                last = groups.pop()
                groups.append(Group(one.booklet, last.first, last.count + one.count))
            else:
                groups.append(Group(one.booklet, len(rows), one.count))
            rows += by_name[start : start + one.count]
        return cls(store, search, rows, tuple(groups))

    def with_words(self, text: str) -> Listing:
        """Those of them that have all the words of ``text``; all of them when it has none.

        Faster than ``make``: what is typed changes, and the order does not. Raises as ``make``.
        """
        wanted = self._search.marks_with(text)
        if wanted is None:
            return self
        if not self.groups:
            found = [row for row in self._rows if row in wanted]
            return Listing(self._store, self._search, found, ())
        rows: list[int] = []
        groups: list[Group] = []
        for group in self.groups:
            own = self._rows[group.first : group.first + group.count]
            found = [row for row in own if row in wanted]
            if found:
                groups.append(Group(group.booklet, len(rows), len(found)))
                rows += found
        return Listing(self._store, self._search, rows, tuple(groups))

    def __len__(self) -> int:
        return len(self._rows)

    def marks(self, start: int, count: int) -> tuple[Mark, ...]:
        """The marks from ``start`` on, at most ``count``; fewer where one has gone since.

        Raises as ``make``.
        """
        wanted = self._rows[max(start, 0) : max(start, 0) + max(count, 0)]
        found: dict[int, Mark] = {}
        for at in range(0, len(wanted), AT_ONCE):
            some = ", ".join(map(str, wanted[at : at + AT_ONCE]))
            query = f"""SELECT rowid, {MARKS.selected} FROM marks
                WHERE deleted IS NULL AND rowid IN ({some})"""
            found |= dict(self._store.rows(_numbered_mark, query))
        return tuple(found[one] for one in wanted if one in found)

    def index(self, mark_id: str) -> int | None:
        """Where in the list a mark is; ``None`` when it is not in it."""
        found = self._store.rows(_number, "SELECT rowid FROM marks WHERE id = ?", (mark_id,))
        try:
            return self._rows.index(found[0]) if found else None
        except ValueError:
            return None


def _query(columns: str, choice: Choice, ending: str) -> tuple[str, tuple[Value, ...]]:
    kinds = ", ".join("?" * len(choice.kinds))
    where = "deleted IS NULL"
    values: tuple[Value, ...] = ()
    if choice.kinds != frozenset(MarkKind):  # with all of them, damage to a kind hides nothing
        where += f" AND kind IN ({kinds})"
        values = tuple(sorted(kind.value for kind in choice.kinds))
    if choice.booklet:
        where += " AND booklet = ?"
        values += (choice.booklet,)
    return f"SELECT {columns} FROM marks WHERE {where} {ending}", values


def _numbers(store: Store, query: str, values: tuple[Value, ...]) -> list[int]:
    return store.look(lambda connection: [one for (one,) in connection.execute(query, values)])


def _number(row: Row) -> int:
    return number(row[0])


def _passage(row: Row) -> _Passage:
    booklet, section, passage, count = row
    return _Passage(words(booklet), words(section), words(passage), number(count))


def _numbered_mark(row: Row) -> tuple[int, Mark]:
    return number(row[0]), mark_of(row[1:])
