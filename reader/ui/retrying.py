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
    """

    recovered = Signal()

    def __init__(self, keeper: Keeper, save: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._save = save
        self._has_saved = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RETRY_AFTER_MS)
        self._timer.timeout.connect(self.retry)
        keeper.failed.connect(lambda _: self._timer.start())
        keeper.kept.connect(self._note_saved)

    def retry(self) -> None:
        """Try now; nothing is told again of a failure that was told already."""
        self._has_saved = False
        if not self._keeper.quietly(self._save):
            self._timer.start()
        elif self._has_saved:
            self.recovered.emit()

    def stop(self) -> None:
        """Try no more."""
        self._timer.stop()

    def _note_saved(self) -> None:
        self._has_saved = True
