"""One start, timed: prints the seconds from ``T0`` until the first page was painted.

``first_paint.py T0 reader FOLDER [WORDS]`` starts the program on a data folder, as ``python -m
reader`` does, and writes the words on the page to the file ``WORDS``. ``first_paint.py T0 bare
TEXT`` shows a text in a window with nothing else. ``T0`` is ``time.monotonic()`` of whoever starts
this: on one machine all processes share that clock.

Nothing is imported here that the bare window could do without.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

SIZE = (1280, 860)
AHEAD_OF_OTHERS = 1
"""Qt.EventPriority.HighEventPriority; the bare window has no need of ``Qt``, which costs 16 ms."""


class Stopwatch(QObject):
    """Waits for the first paint of ``window``, whose own part of it is painted by ``painted``."""

    def __init__(self, started: float, window: QWidget, painted: QWidget, words: str = "") -> None:
        super().__init__(window)
        self._started = started
        self._window = window
        self._painted = painted
        self._words = words
        painted.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            self._painted.removeEventFilter(self)
            # The children are painted in the same breath, before any event that is posted now.
            QApplication.postEvent(self, QEvent(QEvent.Type.User), AHEAD_OF_OTHERS)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.User:
            return super().event(event)
        sys.stdout.write(f"{time.monotonic() - self._started}\n")
        sys.stdout.flush()
        if self._words:
            write_words(self._window, self._words)
        QTimer.singleShot(0, self._window.close)
        return True


def write_words(window: QWidget, path: str) -> None:
    """All that can be read on ``window``, a paragraph a line."""
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton, QLabel

    shown = [one for one in window.findChildren(QWidget) if one.isVisible()]
    words = [one.text() for one in shown if isinstance(one, QLabel | QAbstractButton)]
    Path(path).write_text("\n".join(filter(None, words)), encoding="utf-8")


def reader(started: float, folder: str, words: str = "") -> int:
    """The program itself, by the same way in as its command."""
    from reader import app, cli

    opened = app.Desk.open

    def open_timed(desk: app.Desk, booklet: str, section: str) -> None:
        Stopwatch(started, desk.window, desk.window, words)
        opened(desk, booklet, section)

    app.Desk.open = open_timed
    return cli.main(["--data", folder])


def bare(started: float, text: str) -> int:
    """What no program in Python and Qt can be faster than."""
    app = QApplication(sys.argv[:1])
    view = QTextBrowser()
    view.setHtml(text)
    view.resize(*SIZE)
    Stopwatch(started, view, view.viewport())
    view.show()
    return app.exec()


if __name__ == "__main__":
    _, t0, what, *rest = sys.argv
    sys.exit({"reader": reader, "bare": bare}[what](float(t0), *rest))
