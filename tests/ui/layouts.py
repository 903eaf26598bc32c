"""How often a program at rest lays anything out: a layout that asks for another never ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest

from reader.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SETTLED_MS = 60
FEW = 30


class Layouts(QObject):
    """Counts what is asked for while it watches a program."""

    count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


def layouts_at_rest(app: QApplication) -> int:
    """How many a little while takes, once what was asked for before is done."""
    QTest.qWait(SETTLED_MS)
    layouts = Layouts()
    app.installEventFilter(layouts)
    QTest.qWait(SETTLED_MS)
    app.removeEventFilter(layouts)
    return layouts.count
