"""The whole program opened outside pytest, with nothing that goes wrong in it overlooked."""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

from reader.app import Desk
from reader.override import override
from reader.paths import find_paths
from reader.ui.collecting import Collecting
from reader.ui.kiosk_frame import KioskFrame
from reader.ui.window import Window
from tests.been_here import been_here
from tests.holding import held_in
from tests.ui.driver import Person
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLATFORM = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"
"""No screen, of a usual size: by itself it is 800 by 800."""

HARMLESS = "This plugin does not support"
"""What Qt says where there is no window manager."""

NOT_STRAY = (Window, KioskFrame, QDialog, QAbstractItemView)
"""What may be a window; a list that drops down is one until its box takes it."""


def offscreen_app() -> QApplication:
    """The application, with no screen and no dialogs of a desktop, whoever runs it."""
    os.environ["QT_QPA_PLATFORM"] = PLATFORM
    app = QApplication([sys.argv[0]])
    Collecting(app)
    app.setApplicationDisplayName("Booklet Reader")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return app


class Problems(QObject):
    """What went wrong where nobody waits for an answer: in slots, in Qt, on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[str] = []

    def check(self) -> None:
        """Raises ``AssertionError`` naming what went wrong since the last time."""
        found = self.taken()
        assert not found, found

    def taken(self) -> str:
        """What went wrong since the last time."""
        found, self._found = self._found, []
        return "; ".join(found)

    def in_slot(
        self, kind: type[BaseException], error: BaseException, _where: TracebackType | None
    ) -> None:
        """In place of a traceback that is printed and forgotten."""
        self._found.append(f"{kind.__name__}: {error}")

    def in_qt(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        """In place of a line on standard error."""
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(HARMLESS):
            self._found.append(f"Qt says: {text}")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A widget shown before it has a parent flashes up as a window of its own."""
        is_shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if is_shown and watched.isWindow() and not isinstance(watched, NOT_STRAY):
            self._found.append(f"{type(watched).__name__} became a window of its own")
        return False


@contextmanager
def watched(app: QApplication) -> Iterator[Problems]:
    """While it lasts, problems are collected and not only printed."""
    problems = Problems()
    app.installEventFilter(problems)
    hook, sys.excepthook = sys.excepthook, problems.in_slot
    before = qInstallMessageHandler(problems.in_qt)
    try:
        yield problems
    finally:
        app.removeEventFilter(problems)
        qInstallMessageHandler(before)
        sys.excepthook = hook


class Stage:
    """Opens the program on one data folder, whose clock goes on a minute at every look."""

    def __init__(self, app: QApplication, data: Path) -> None:
        self._app = app
        self._minutes = itertools.count()
        self.paths = find_paths(data=been_here(data), environ={})
        self.desk: Desk | None = None

    def open(self, *content: Path) -> Person:
        """Open the window, as ``python -m reader`` does."""
        held = held_in(self.paths, self._now)
        self.desk = Desk(self._app, self.paths, content, held, now=NOON)
        self.desk.open("", "")
        self.desk.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.desk.window), "the window is not in front"
        return Person(Fingers(), self.desk)

    def face(self, direction: Qt.LayoutDirection) -> None:
        """From here on, lines begin on that side; as the last one left it, until this is said."""
        self._app.setLayoutDirection(direction)

    def close(self) -> None:
        """Close the window, and let Qt forget it."""
        if self.desk is not None:
            self.desk.window.close()
            self.desk.window.deleteLater()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.desk = None

    def _now(self) -> datetime:
        return NOON + timedelta(minutes=next(self._minutes))


@contextmanager
def stage(app: QApplication, *, data: Path | None = None) -> Iterator[Stage]:
    """A stage whose data folder is fresh, and gone afterwards, unless one is given."""
    with ExitStack() as stack:
        if data is None:
            data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="reader-")))
        made = Stage(app, data)
        stack.callback(made.close)
        yield made
