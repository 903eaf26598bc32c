"""Making many widgets a few at a time, so that the first are there at once."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QLayout

AT_ONCE = 30
"""Made at once: more than any window shows."""

A_STEP = 3
"""Made between two things that the window does: some 10 ms."""


@contextmanager
def laid_out_once(layout: QLayout) -> Iterator[None]:
    """What is shown in ``layout`` meanwhile is laid out at the end, and not one by one."""
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.activate()


class BitByBit(QObject):
    """Sees to it that there is a widget for every index from 0 on.

    ``make`` makes the widget of an index, unless there is one, and says whether it did. ``place``
    puts those of the indices from one to before another in their places. What is placed makes the
    window lay out everything that is there: so as many as are there already wait for each other.
    """

    def __init__(
        self, make: Callable[[int], bool], place: Callable[[int, int], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._place = place
        self._count = 0
        self._made = 0
        self._placed = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(lambda: self._go_on(A_STEP))

    def begin(self, count: int) -> None:
        """See to ``count`` of them anew: to the first now, to the rest when nobody is waiting."""
        self._count, self._made, self._placed = count, 0, 0
        self._timer.start()
        self._go_on(AT_ONCE)

    def _go_on(self, most: int) -> None:
        while self._made < self._count and most > 0:
            if self._make(self._made):
                most -= 1
            self._made += 1
        is_done = self._made == self._count
        if is_done or self._made >= 2 * self._placed:
            first, self._placed = self._placed, self._made
            self._place(first, self._placed)
        if is_done:
            self._timer.stop()
