"""All that the reader has written, in one place."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from reader.notebook.appointments import Appointments
from reader.notebook.arrivals import Arrivals
from reader.notebook.drafts import Drafts
from reader.notebook.elapsed import Elapsed
from reader.notebook.marks import Marks
from reader.notebook.positions import Positions
from reader.notebook.questions import Questions
from reader.notebook.state import State
from reader.notebook.store import Store
from reader.notebook.versions import Versions

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from reader.notebook.search import NotebookHit, NotebookSearch


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
        self.path = store.path
        versions = Versions(store)
        elapsed = Elapsed(State(store), now=now_in_utc)
        self.marks = Marks(store, versions, elapsed, now=now_in_utc, new_id=new_id)
        self.appointments = Appointments(store, now=now_in_utc, new_id=new_id)
        self.questions = Questions(
            store, self.appointments, versions, elapsed, now=now_in_utc, new_id=new_id
        )
        self.positions = Positions(store, now=now_in_utc)
        self.drafts = Drafts(store)
        self.arrivals = Arrivals(store, self.marks, self.questions, self.appointments, versions)

    @classmethod
    def open(
        cls, path: Path | None, *, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> Notebook:
        """Open the notebook at ``path``, made when it is missing; ``None`` keeps it in memory.

        ``new_id`` must never give the same twice. Raises a named ``NotebookError``: read-only, a
        folder, a link, another program's, newer, damaged, in use, or unavailable. Then nothing was
        made and nothing changed.
        """
        return cls(Store.open(path), now=now, new_id=new_id)

    def search(self, words: str, limit: int) -> tuple[NotebookHit, ...]:
        """At most ``limit`` marks and questions that have all of ``words``, the best first."""
        from reader.notebook.search import NotebookSearch  # not needed for the first page

        if self._search is None:
            self._search = NotebookSearch(self._store)
        return self._search.find(words, limit)

    def close(self) -> None:
        """Put everything into the one file and let go of it."""
        if self._search is not None:
            self._search.close()
        self._store.close()
