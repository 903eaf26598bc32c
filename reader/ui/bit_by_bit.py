"""Making many widgets a few at a time, so that the first are there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

AT_ONCE = 30
"""Made at once: more than any window shows."""

A_STEP = 3
"""Made between two things that the window does: some 10 ms."""


class BitByBit(QObject):
    """``make`` makes at most so many more, and says whether there are more still."""

    def __init__(self, make: Callable[[int], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Make the first of them now, and the rest when nobody is waiting."""
        if self._make(AT_ONCE):
            self._timer.start()
        else:
            self._timer.stop()

    def _step(self) -> None:
        if not self._make(A_STEP):
            self._timer.stop()
