"""The rows of My notes: a heading a booklet in reading order, and the marks; read as needed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.notebook.listing import Choice, Order
from reader.notebook.model import MarkKind
from reader.override import override
from reader.ui.outcome_words import card_words, place_now
from reader.ui.row_model import NOWHERE, RowModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from reader.booklet.model import Booklet
    from reader.notebook.anchors import Anchors, Outcome
    from reader.notebook.listing import Listing
    from reader.notebook.model import Mark
    from reader.notebook.notebook import Notebook
    from reader.ui.reading_order import ReadingOrder
    from reader.ui.row_model import AnyIndex

AT_ONCE = 40
"""Marks read in one go."""


@dataclass(frozen=True, slots=True)
class BookletRow:
    """The heading over the marks of one booklet."""

    booklet: str
    title: str


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark, what became of its words, the title of the section they are in, its versions."""

    mark: Mark
    outcome: Outcome
    section: str | None
    has_earlier: bool


Row = BookletRow | MarkRow


class NotesModel(RowModel):
    """What ``choice`` leaves, in ``order``; ``listed`` anew after every change of the notebook.

    ``of_all`` is how many marks the notebook has, whatever the choice.
    """

    def __init__(
        self,
        notebook: Notebook,
        anchors: Anchors,
        order: ReadingOrder,
        read: Callable[[str], Booklet | None],
        title: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._anchors = anchors
        self._reading_order = order
        self._read = read
        self._title = title
        self._listing: Listing | None = None
        self._whole: Listing | None = None
        self._asked: tuple[Choice, Order] | None = None
        self._heads: list[int] = []
        self._marks: dict[int, Mark] = {}
        self._items: dict[int, Row] = {}
        self.of_all = 0
        self.choice = Choice()
        self.order = Order.READING

    @property
    def count(self) -> int:
        """How many marks there are in the list."""
        return len(self._listing) if self._listing is not None else 0

    def listed(self, *, is_changed: bool = True) -> Listing:
        """The list as it would be now; ``show`` shows it.

        Unless the notebook ``is_changed`` since, the order that was made last is used again.
        """
        asked = replace(self.choice, words=""), self.order
        if is_changed or asked != self._asked or self._whole is None:
            self._asked = asked
            self._whole = self._notebook.listing(*asked, self._reading_order.rank)
            self.of_all = self._notebook.marks.count()
        return self._whole.with_words(self.choice.words)

    def show(self, listing: Listing) -> None:
        """Have the rows of ``listing``."""
        self.beginResetModel()
        self._listing = listing
        self._heads = [group.first + index for index, group in enumerate(listing.groups)]
        self._marks.clear()
        self._items.clear()
        self.endResetModel()

    def change(self, mark: Mark) -> None:
        """``mark`` reads otherwise now, and stands where it stood."""
        row = self.row_of(mark.id)
        if row is not None:
            self._marks[row] = mark
            self._items[row] = self._mark_row(mark)
            self.dataChanged.emit(self.index(row), self.index(row))

    def heading_row(self, row: int, by: int) -> int | None:
        """The next heading after ``row`` (1) or the one before it (-1)."""
        at = bisect_right(self._heads, row) if by > 0 else bisect_right(self._heads, row - 1) - 1
        return self._heads[at] if 0 <= at < len(self._heads) else None

    # ---- rows

    @override
    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else self.count + len(self._heads)

    @override
    def item(self, row: int) -> Row | None:
        if row not in self._items:
            made = self._made(row)
            if made is None:
                return None
            self._items[row] = made
        return self._items[row]

    def _made(self, row: int) -> Row | None:
        if row in self._heads and self._listing is not None:
            booklet = self._listing.groups[self._heads.index(row)].booklet
            return BookletRow(booklet, self._title(booklet))
        if row not in self._marks:
            self._read_marks(row)
        mark = self._marks.get(row)
        return self._mark_row(mark) if mark is not None else None

    @override
    def key(self, row: int) -> str:
        match self.item(row):
            case BookletRow(booklet):
                return f"booklet:{booklet}"
            case MarkRow(mark):
                return mark.id
            case None:
                return f"gone:{row}"

    @override
    def row_of(self, key: str) -> int | None:
        if self._listing is None:
            return None
        kind, _, booklet = key.partition(":")
        if kind == "booklet":
            groups = [group.booklet for group in self._listing.groups]
            return self._heads[groups.index(booklet)] if booklet in groups else None
        index = self._listing.index(key)
        if index is None:
            return None
        firsts = [group.first for group in self._listing.groups]
        return index + bisect_right(firsts, index)

    @override
    def said(self, row: int) -> str:
        match self.item(row):
            case BookletRow(_, title):
                return title
            case MarkRow(mark, outcome):
                return card_words(mark, outcome)
            case None:
                return ""

    def _read_marks(self, row: int) -> None:
        """Read the marks about ``row``; one that has gone meanwhile leaves its row empty."""
        if self._listing is None:
            return
        first = row - row % AT_ONCE
        page = range(first, min(first + AT_ONCE, self.rowCount()))
        rows = [one for one in page if one not in self._heads]
        start = rows[0] - bisect_right(self._heads, rows[0])
        found = self._listing.marks(start, len(rows))
        if len(found) == len(rows):
            self._marks.update(zip(rows, found, strict=True))
            return
        for index, one in enumerate(rows):
            for mark in self._listing.marks(start + index, 1):
                self._marks[one] = mark

    def _mark_row(self, mark: Mark) -> MarkRow:
        outcome = self._anchors.of(mark)
        place = place_now(outcome) or mark.place
        booklet = self._read(place.booklet)
        section = booklet.section(place.section) if booklet is not None else None
        is_note = mark.kind is MarkKind.NOTE
        return MarkRow(
            mark,
            outcome,
            section.title if section is not None else None,
            has_earlier=is_note and bool(self._notebook.marks.versions(mark.id)),
        )
