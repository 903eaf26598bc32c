"""Writing to the notebook from the window: a failure becomes a sentence, never a lost word."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.notebook.errors import EmptyTextError, NotebookError, UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class Keeper(QObject):
    """Runs one change of the notebook at a time.

    Signals:
        changed: the notebook has changed and is safe on disk.
        failed(str): nothing was changed; the sentence says why.
    """

    changed = Signal()
    failed = Signal(str)

    def do(self, change: Callable[[], object]) -> bool:
        """Make ``change``; whether it is safe. ``failed`` has told why if it is not."""
        try:
            change()
        except (NotebookError, EmptyTextError, UnknownIdError) as error:
            self.failed.emit(str(error))
            return False
        self.changed.emit()
        return True

    def make(self, change: Callable[[], Result]) -> Result | None:
        """What ``change`` made, or ``None`` after ``failed`` told why it could not."""
        made: list[Result] = []
        return made[0] if self.do(lambda: made.append(change())) else None
