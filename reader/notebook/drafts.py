"""Words on their way to becoming something: a question that is typed and not yet added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.rows import words
from reader.notebook.sealing import DRAFTS
from reader.notebook.texts import kept

if TYPE_CHECKING:
    from reader.notebook.store import Row, Store


class Drafts:
    """One draft a field; ``name`` says which field. No search finds a draft."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, name: str, text: str) -> None:
        """Remember ``text``, or with ``""`` nothing any more; raises ``NotSavedError``."""
        with self._store.transaction() as connection:
            if text:
                DRAFTS.insert(connection, {"name": name, "text": kept(text)}, verb="REPLACE")
            else:
                connection.execute("DELETE FROM drafts WHERE name = ?", (name,))

    def of(self, name: str) -> str:
        """What was kept for ``name``; ``""`` when nothing was."""
        query = f"SELECT {DRAFTS.selected} FROM drafts WHERE name = ?"
        found = self._store.rows(_text, query, (name,))
        return found[0] if found else ""


def _text(row: Row) -> str:
    (_name, text), _is_whole = DRAFTS.opened(row)
    return words(text)
