"""Closing the window while words are not safe: it asks once, and then does as it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.notice import Notice


class ClosingGuard(QObject):
    """Holds the window open once for words that cannot be saved, and again after a new failure."""

    def __init__(self, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._notice = notice
        self._failure = ""
        self._may_lose = False
        self._asked = ""

    def tell_failure(self, text: str) -> None:
        """Say why something was not saved; who closes the window after that is asked again."""
        self._failure = text
        self._may_lose = False
        self._notice.tell(text)

    def tell_recovery(self) -> None:
        """Say that the words are safe after all, where it still says that they are not."""
        self._may_lose = False
        if self._failure and self._notice.text.startswith(self._failure):
            self._notice.tell(self.tr("Saved now."))
        self._failure = ""

    def let_go(self) -> None:
        """Ask nobody: the system is ending the program."""
        self._may_lose = True

    def may_close(self, save: Callable[[], bool], unfinished: str = "") -> bool:
        """Whether the window may go, after a last ``save``; if not, the notice says what to do.

        ``unfinished`` is what would be cut off, as a sentence. It is asked about as well, and again
        where the question has gone: what is unfinished then is something else.
        """
        may_lose = self._may_lose
        may_stop = may_lose or bool(self._asked and self._notice.text == self._asked)
        is_safe = save() or may_lose
        if is_safe and (may_stop or not unfinished):
            return True
        if is_safe:
            self._asked = self.tr("{what} Close again to stop that.").format(what=unfinished)
            self._notice.tell(self._asked)
            return False
        self._may_lose = True
        self._failure = self._failure or self.tr("Not saved: some of your words are not safe yet.")
        again = self.tr("Close again to leave without these words.")
        self._notice.tell(" ".join(filter(None, (self._failure, unfinished, again))))
        return False
