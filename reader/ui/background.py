"""Work off the window's thread, of which only the newest answer counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future


class Latest(QObject):
    """Hands work to ``executor``, one piece at a time; what was asked for since drops the rest.

    Work that has begun cannot be stopped, so it is let finish and its answer thrown away. Work must
    touch nothing of Qt and nothing that changes. An exception out of it is a bug of ours, and is
    raised in the window's thread.

    Signals:
        answered(object): what the newest piece of work gave.
    """

    answered = Signal(object)
    _ended = Signal(int, object)

    def __init__(self, executor: Executor) -> None:
        super().__init__()
        self._executor = executor
        self._number = 0
        self._is_busy = False
        self._waiting: Callable[[], object] | None = None
        self._ended.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._is_busy or self._waiting is not None

    def ask(self, work: Callable[[], object]) -> None:
        """Have ``work`` done; no answer to anything before will come any more."""
        self._number += 1
        self._waiting = work
        self._begin()

    def drop(self) -> None:
        """Want no answer any more."""
        self._number += 1
        self._waiting = None

    def _begin(self) -> None:
        if self._is_busy or self._waiting is None:
            return
        work, self._waiting = self._waiting, None
        self._is_busy = True
        number = self._number
        self._executor.submit(work).add_done_callback(lambda done: self._tell(number, done))

    def _tell(self, number: int, done: Future[object]) -> None:
        """In the other thread."""
        self._ended.emit(number, done)

    def _take(self, number: int, done: Future[object]) -> None:
        self._is_busy = False
        if number == self._number:
            self.answered.emit(done.result())
        else:
            self._begin()
