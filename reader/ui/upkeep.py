"""The notebook's housekeeping while the window is open: after the first page, and now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.language import error_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.notebook.housekeeping import Done, Housekeeping


class Upkeep(QObject):
    """Makes backups and lets go of what was deleted long ago; nobody has to think of it.

    ``housekeeping`` is asked for at the first need: the first page comes before its modules.

    Signals:
        troubled(str): it could not be done; the same is not said twice.
    """

    troubled = Signal(str)

    def __init__(self, housekeeping: Callable[[], Housekeeping], parent: QObject) -> None:
        super().__init__(parent)
        self._housekeeping = housekeeping
        self._told = ""
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.go_on)

    @property
    def is_running(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def start(self) -> None:
        """Do what is due at the start; to be called when the first page is on the screen."""
        from reader.notebook.housekeeping import MINUTES

        if not self._is_over:  # the window may be closed as soon as it is painted
            self._timer.start(MINUTES * 60 * 1000)
            self._tell(self._housekeeping().at_start())

    def go_on(self) -> None:
        """Do what is due now and then."""
        self._tell(self._housekeeping().now_and_then())

    def finish(self) -> None:
        """Do what is due at the end; there is no window any more to tell of trouble in."""
        if not self._is_over:
            self._housekeeping().at_end()
        self.stop()

    def stop(self) -> None:
        """Touch the notebook no more."""
        self._is_over = True
        self._timer.stop()

    def _tell(self, done: Done) -> None:
        told = error_words(done.trouble) if done.trouble is not None else ""
        if told and told != self._told:
            self.troubled.emit(told)
        self._told = told
