"""Writing to the notebook from the window: a failure becomes a sentence, never a lost word."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.notebook.errors import EmptyTextError, NotebookError, UnknownIdError
from reader.ui.language import error_words

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class Keeper(QObject):
    """Runs one change of the notebook at a time.

    Signals:
        kept: a change is safe.
        changed: a change that pages show is safe.
        failed(str): nothing was changed; the sentence says why.
    """

    kept = Signal()
    changed = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_quiet = False
        self._is_closed = False

    def do(self, change: Callable[[], object], *, is_shown: bool = True) -> bool:
        """Make ``change``; whether it is safe. ``failed`` has told why if it is not.

        ``is_shown`` is whether pages show what changes, and are to be told.
        """
        if self._is_closed:
            return False
        try:
            change()
        except (NotebookError, EmptyTextError, UnknownIdError) as error:
            if not self._is_quiet:
                self.failed.emit(error_words(error))
            return False
        self.kept.emit()
        if is_shown:
            self.changed.emit()
        return True

    def take_back(self, change: Callable[[], object]) -> bool:
        """Make a change that undoes another; whether it need not be tried again.

        Nor need it when what it is about was deleted for ever meanwhile: ``failed`` has told so.
        """
        is_gone = False

        def take_back() -> None:
            nonlocal is_gone
            try:
                change()
            except UnknownIdError:
                is_gone = True
                raise

        return self.do(take_back) or is_gone

    def quietly(self, act: Callable[[], bool]) -> bool:
        """What ``act`` returns; meanwhile no failure is told, as it has been told before."""
        self._is_quiet = True
        try:
            return act()
        finally:
            self._is_quiet = False

    def close(self) -> None:
        """The notebook is closed: touch it no more, whatever loses the keyboard yet."""
        self._is_closed = True

    def make(self, change: Callable[[], Result]) -> Result | None:
        """What ``change`` made, or ``None`` after ``failed`` told why it could not."""
        made: list[Result] = []
        return made[0] if self.do(lambda: made.append(change())) else None
