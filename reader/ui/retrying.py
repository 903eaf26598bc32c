"""Tries again by itself, without a word, while something that was written is not safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.saving_words import RETRY_AFTER_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.keeper import Keeper


class Retrying(QObject):
    """Calls ``save`` ``RETRY_AFTER_MS`` after a failure, until it says that all is safe.

    Signals:
        recovered: what could not be saved before is saved now.
        failing(str): something that was written is not safe, and why.
        safe: all is safe again.
    """

    recovered = Signal()
    failing = Signal(str)
    safe = Signal()

    def __init__(self, keeper: Keeper, save: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._save = save
        self._has_saved = False
        self._is_over = False
        self._failure = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RETRY_AFTER_MS)
        self._timer.timeout.connect(self.retry)
        keeper.failed.connect(self._note_failure)
        keeper.kept.connect(self._note_saved)

    def retry(self) -> None:
        """Try now; nothing is told again of a failure that was told already."""
        if self._is_over:
            return
        self._has_saved = False
        if not self._keeper.quietly(self._save):
            self._timer.start()
            self.failing.emit(self._failure)
            return
        self.safe.emit()
        if self._has_saved:
            self.recovered.emit()

    def stop(self) -> None:
        """Try no more."""
        self._is_over = True
        self._timer.stop()

    def _note_failure(self, failure: str) -> None:
        """Look at once whether words are in danger, when whoever failed has done with it."""
        self._failure = failure
        self._timer.start()
        QTimer.singleShot(0, self, self.retry)

    def _note_saved(self) -> None:
        self._has_saved = True
