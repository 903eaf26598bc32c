"""All that the reader has written, in one place."""

from __future__ import annotations

from datetime import UTC
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from reader.notebook.appointments import Appointments
from reader.notebook.drafts import Drafts
from reader.notebook.elapsed import Elapsed
from reader.notebook.marks import Marks
from reader.notebook.positions import Positions
from reader.notebook.questions import Questions
from reader.notebook.state import State
from reader.notebook.store import Store
from reader.notebook.versions import Versions

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from reader.notebook.arrivals import Arrivals
    from reader.notebook.backups import Backups
    from reader.notebook.contents import Size
    from reader.notebook.erasing import Erasing
    from reader.notebook.housekeeping import Housekeeping
    from reader.notebook.listing import Choice, Listing, Order, Rank
    from reader.notebook.recently_deleted import RecentlyDeleted
    from reader.notebook.search import NotebookHit, NotebookSearch

T = TypeVar("T")


class Notebook:
    """All there is of one reader's; ``path`` is ``None`` when it is kept in memory.

    Use it from the thread that opened it. What a method did is saved when it returns.
    """

    def __init__(
        self, store: Store, *, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        def now_in_utc() -> datetime:
            return now().astimezone(UTC)

        self._store = store
        self._search: NotebookSearch | None = None
        self._now = now_in_utc
        self.path = store.path
        self.state = State(store)
        self._versions = versions = Versions(store)
        self._elapsed = elapsed = Elapsed(self.state, now=now_in_utc)
        self.marks = Marks(store, versions, elapsed, now=now_in_utc, new_id=new_id)
        self.appointments = Appointments(store, now=now_in_utc, new_id=new_id)
        self.questions = Questions(
            store, self.appointments, versions, elapsed, now=now_in_utc, new_id=new_id
        )
        self.positions = Positions(store, now=now_in_utc)
        self.drafts = Drafts(store)

    @classmethod
    def open(
        cls, path: Path | None, *, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> Notebook:
        """Open the notebook at ``path``, made when it is missing; ``None`` keeps it in memory.

        ``new_id`` must never give the same twice. Raises a named ``NotebookError``: read-only, a
        folder, a link, another program's, newer, damaged, in use, or unavailable. Then nothing was
        made and nothing changed.
        """
        return cls(Store.open(path, now=now), now=now, new_id=new_id)

    # What follows is not needed for the first page, nor are its modules.

    @cached_property
    def backups(self) -> Backups:
        """Its backups."""
        from reader.notebook.backups import Backups

        return Backups(self._store, self.state, now=self._now)

    @cached_property
    def deleted(self) -> RecentlyDeleted:
        """What was deleted and can be brought back."""
        from reader.notebook.recently_deleted import RecentlyDeleted

        return RecentlyDeleted(self._store, self.marks, self.questions, self._elapsed)

    @cached_property
    def erasing(self) -> Erasing:
        """Deleting for ever."""
        from reader.notebook.erasing import Erasing

        return Erasing(self._store, self.state, self.backups, self.deleted)

    @cached_property
    def housekeeping(self) -> Housekeeping:
        """What is to be done at the start and every half hour."""
        from reader.notebook.housekeeping import Housekeeping

        return Housekeeping(self._store, self._elapsed, self.backups, self.deleted, self.erasing)

    @cached_property
    def arrivals(self) -> Arrivals:
        """Taking in what another notebook gave out."""
        from reader.notebook.arrivals import Arrivals

        return Arrivals(self._store, self.marks, self.questions, self.appointments, self._versions)

    def look(self, of: Callable[[sqlite3.Connection], T]) -> T:
        """What ``of`` makes of the database, changing nothing; for modules of this package.

        Raises ``NotebookDamagedError`` or ``NotebookUnavailableError``.
        """
        return self._store.look(of)

    def size(self) -> Size:
        """How much it holds; raises ``NotebookDamagedError`` or ``NotebookUnavailableError``."""
        from reader.notebook.contents import size_of

        return self._store.look(size_of)

    def search(self, words: str, limit: int) -> tuple[NotebookHit, ...]:
        """At most ``limit`` marks and questions that have all of ``words``, the best first."""
        return self._searching().find(words, limit)

    def search_steps(self) -> Iterator[None]:
        """Get ready for searching, a little at each step; for when nobody is waiting.

        A search before the last step does the rest itself.
        """
        return self._searching().steps()

    def _searching(self) -> NotebookSearch:
        from reader.notebook.search import NotebookSearch  # not needed for the first page

        if self._search is None:
            self._search = NotebookSearch(self._store)
        return self._search

    def listing(self, choice: Choice, order: Order, rank: Rank) -> Listing:
        """The marks that ``choice`` leaves, in ``order``; ``rank`` says where a passage stands."""
        from reader.notebook.listing import Listing

        return Listing.make(self._store, self._searching(), choice, order, rank)

    def close(self) -> None:
        """Put everything into the one file and let go of it."""
        if self._search is not None:
            self._search.close()
        self._store.close()
