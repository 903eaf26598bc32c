"""Getting ready for searching in the notebook while nobody is waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Readying(QObject):
    """Goes through ``steps`` one at a time, between everything else that the window does.

    Signals:
        ready: the last step is done.
    """

    ready = Signal()

    def __init__(self, steps: Callable[[], Iterator[None]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin = steps
        self._steps: Iterator[None] | None = None
        self.is_ready = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Begin, or go on, unless all is done."""
        if self._steps is None:
            self._steps = self._begin()
        if not self.is_ready:
            self._timer.start()

    def rest(self) -> None:
        """Do nothing more until ``begin``: the notebook may be closed meanwhile."""
        self._timer.stop()

    def _step(self) -> None:
        if self._steps is not None and next(self._steps, self) is not self:
            return
        self._timer.stop()
        self.is_ready = True
        self.ready.emit()
