"""What is done at the start and now and then, without anybody asking: backups, and the purge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook.errors import NotebookError
from reader.notebook.recently_deleted import remove

if TYPE_CHECKING:
    from reader.notebook.backup_files import BackupFile
    from reader.notebook.backups import Backups
    from reader.notebook.elapsed import Elapsed
    from reader.notebook.erasing import Erasing
    from reader.notebook.recently_deleted import RecentlyDeleted
    from reader.notebook.store import Store

MINUTES = 30
"""How often ``now_and_then`` is to be called while the window is open."""


@dataclass(frozen=True, slots=True)
class Done:
    """``backup`` that was made, ``purged`` how many went for good, ``trouble`` why not more."""

    backup: BackupFile | None = None
    purged: int = 0
    trouble: NotebookError | None = None


class Housekeeping:
    """Keeps the notebook's copies up to date and lets go of what was deleted long ago."""

    def __init__(
        self,
        store: Store,
        elapsed: Elapsed,
        backups: Backups,
        deleted: RecentlyDeleted,
        erasing: Erasing,
    ) -> None:
        self._store = store
        self._elapsed = elapsed
        self._backups = backups
        self._deleted = deleted
        self._erasing = erasing

    def at_start(self) -> Done:
        """To be called once the first page is shown: a backup, then what is due. Never raises."""
        try:
            self._elapsed.look()
            self._erasing.finish()
            backup = self._backups.make_if_changed()
        except NotebookError as error:
            return Done(trouble=error)
        try:
            return Done(backup, self._purge())
        except NotebookError as error:
            return Done(backup, trouble=error)

    def now_and_then(self) -> Done:
        """To be called every ``MINUTES`` minutes: a backup if something was written."""
        try:
            self._elapsed.look()
            return Done(self._backups.make_if_changed())
        except NotebookError as error:
            return Done(trouble=error)

    def at_end(self) -> Done:
        """To be called before the notebook is closed: the first backup of all. Never raises."""
        try:
            return Done(self._backups.make_first())
        except NotebookError as error:
            return Done(trouble=error)

    def _purge(self) -> int:
        """Remove what was kept long enough; the backup just made has it for some time yet."""
        due = self._deleted.due()
        if due:
            with self._store.transaction() as connection:
                remove(connection, due)
        return len(due)
