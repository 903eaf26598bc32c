"""Python's garbage is collected in the thread of the windows, and in no other."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 5000


class Collecting(QObject):
    """Looks now and then for what Python holds in circles, in the thread that it is made in.

    By itself Python does so in whatever thread has just made something. One that typesets then
    destroys widgets, which belong to another thread; and it waits for Python's lock with one of
    Qt's in its hand while the window does the reverse: the program hangs (seen in PySide6 6.11.3).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(collect_due)
        self._timer.start(EVERY_MS)


def collect_due() -> None:
    """Collect the generations that are due, as Python would by itself."""
    counts, most = gc.get_count(), gc.get_threshold()
    due = [generation for generation in range(3) if counts[generation] > most[generation]]
    if due:
        gc.collect(due[-1])
