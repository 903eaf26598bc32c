"""In a session's process: says what is on its screen, so that a person who cannot see finds it.

It reads nothing that was typed: it tells names of controls and where they are, and counts letters.
Some of its orders do what nobody can do from outside in time: events by the thousand, time that
goes by, and faults.
"""

from __future__ import annotations

import faulthandler
import json
import os
import random
import socket
import subprocess
import time
import traceback
from typing import TYPE_CHECKING, Any, TextIO

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from reader.kiosk import child
from reader.override import override
from tests.kiosk_full.storm import Storm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.kiosk_desk import KioskDesk
    from reader.ui.kiosk_backstage import Backstage

COUNTED = {
    QEvent.Type.MouseButtonPress: "presses",
    QEvent.Type.MouseButtonDblClick: "presses",
    QEvent.Type.MouseButtonRelease: "releases",
    QEvent.Type.KeyPress: "keys",
    QEvent.Type.KeyRelease: "keys_up",
    QEvent.Type.Wheel: "wheels",
    QEvent.Type.TouchBegin: "touches",
    QEvent.Type.TouchEnd: "touches_up",
}
LIVELY_MS = 200
HUNG_SECONDS = 2.5
"""Where the program is by then is written down; the supervisor waits for half a second more."""

GREEDY_BYTES = 300_000_000


def address(pid: int) -> str:
    """Where the guide of a process listens: a name that no file has."""
    return f"\0booklet-kiosk-guide-{pid}"


class Guide(QObject):
    """Answers one asker at a time: a line of JSON for a line of JSON."""

    def __init__(self, app: QApplication, desk: KioskDesk, report: TextIO) -> None:
        super().__init__(app)
        self._report = report
        self._app = app
        self._desk = desk
        self._counts = dict.fromkeys(COUNTED.values(), 0)
        self._fingers = QTest.createTouchDevice()
        self._awaited: tuple[str, int] | None = None
        self._asker: socket.socket | None = None
        self._words: QSocketNotifier | None = None
        self._rest = b""
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(address(os.getpid()))
        self._listener.listen()
        self._calls = QSocketNotifier(self._listener.fileno(), QSocketNotifier.Type.Read, self)
        self._calls.activated.connect(self._take_call)
        self._orders: dict[str, Callable[..., Any]] = {
            "look": self._look,
            "counts": lambda: self._counts,
            "await": self._await,
            "reveal": self._reveal,
            "letters": self._letters,
            "forward": self._forward,
            "storm": self._storm,
            "touch": self._touch,
            "raise": _raise,
            "hang": _hang,
            "eat": _eat,
            "open": self._open,
            "start": _start,
        }
        app.installEventFilter(self)
        self._lively = QTimer(self, interval=LIVELY_MS)
        self._lively.timeout.connect(self._tell_if_hung)
        self._lively.start()

    def _tell_if_hung(self) -> None:
        faulthandler.dump_traceback_later(HUNG_SECONDS, file=self._report)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count what has really come from outside, before anybody can keep it from coming on."""
        name = COUNTED.get(event.type())
        if name is not None and isinstance(watched, QWindow):
            self._counts[name] += 1
            if self._awaited is not None and self._counts[name] >= self._awaited[1]:
                self._tell_that_all_came(name)
        return False

    def _await(self, what: str, count: int) -> None:
        """Answer once so many more of these have come and were dealt with; so much is told now."""
        self._awaited = what, self._counts[what] + count

    def _tell_that_all_came(self, name: str) -> None:
        if self._awaited is not None and self._awaited[0] == name:
            self._awaited = None
            QTimer.singleShot(0, self, lambda: self._say(True))

    # ---- asked and answered

    def _take_call(self) -> None:
        self._asker, _ = self._listener.accept()
        self._rest = b""
        self._awaited = None
        self._words = QSocketNotifier(self._asker.fileno(), QSocketNotifier.Type.Read, self)
        self._words.activated.connect(self._hear)

    def _hear(self) -> None:
        assert self._asker is not None
        assert self._words is not None
        said = self._asker.recv(65536)
        if not said:
            self._words.setEnabled(False)
            self._asker.close()
            self._asker = None
            return
        self._rest += said
        while b"\n" in self._rest:
            line, _, self._rest = self._rest.partition(b"\n")
            asked = json.loads(line)
            self._say(self._orders[asked.pop("do")](**asked))

    def _say(self, answer: object) -> None:
        if self._asker is not None:
            self._asker.sendall(json.dumps(answer).encode() + b"\n")

    # ---- what is to be seen

    def _look(self) -> dict[str, object]:
        tops = [one for one in self._app.topLevelWidgets() if one.isVisible()]
        windows = [one for one in QGuiApplication.topLevelWindows() if one.isVisible()]
        focus = self._app.focusWidget()
        return {
            "tops": [f"{type(one).__name__}:{one.objectName()}" for one in tops],
            "windows": len(windows),
            "popup": self._app.activePopupWidget() is not None,
            "modal": self._app.activeModalWidget() is not None,
            "screen": type(self._desk.frame.stack.currentWidget()).__name__,
            "page": self._page(),
            "focus": id(focus),
            "controls": [
                _told(one)
                for one in self._desk.frame.findChildren(QWidget)
                if one.isVisible() and isinstance(one, _CONTROLS)
            ],
        }

    def _page(self) -> str:
        window = self._desk.inside.window
        return type(window.page).__name__ if window.page is not None else ""

    def _reveal(self, control: int) -> None:
        from reader.ui.scrolling import bring_into_view

        for one in self._desk.frame.findChildren(QWidget):
            if id(one) == control:
                bring_into_view(one, 10)

    def _letters(self) -> dict[str, int]:
        """How much there is that somebody could have left, in fields and to be pasted."""
        fields = self._desk.frame.findChildren(QLineEdit)
        texts = self._desk.frame.findChildren(QPlainTextEdit)
        clipboard = QGuiApplication.clipboard()
        notebook = self._desk.inside.notebook
        return {
            "typed": sum(len(one.text()) for one in fields)
            + sum(len(one.toPlainText()) for one in texts),
            "undoable": sum(one.isUndoAvailable() for one in fields)
            + sum(one.document().isUndoAvailable() for one in texts),
            "clipboard": len(clipboard.text()) + len(clipboard.text(clipboard.Mode.Selection)),
            "questions": len(notebook.questions.all()),
            "marks": len(notebook.marks.all()),
        }

    # ---- what cannot be waited for

    def _forward(self, seconds: float) -> None:
        now = self._desk.clock._now
        self._desk.clock._now = lambda: now() + seconds

    def _storm(self, seed: int, count: int) -> dict[str, int]:
        window = self._desk.frame.windowHandle()
        return {"done": Storm(window, self._fingers, random.Random(seed)).blow(count)}

    def _open(self) -> None:
        """What no screen may have, for a test of those who watch."""
        self._dialog = QDialog(self._desk.frame)
        self._dialog.open()

    def _touch(self, paths: list[list[tuple[int, int]]]) -> None:
        """Fingers at once, each along its path."""
        window, device = self._desk.frame.windowHandle(), self._fingers
        for step in range(len(paths[0])):
            event = QTest.touchEvent(window, device)
            for finger, path in enumerate(paths):
                send = event.press if step == 0 else event.move
                send(finger, QPoint(*path[step]))
            event.commit()
        event = QTest.touchEvent(window, device)
        for finger, path in enumerate(paths):
            event.release(finger, QPoint(*path[-1]))
        event.commit()


_TO_PRESS_PX = 24
_CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractScrollArea)


def _told(widget: QWidget) -> dict[str, object]:
    seen = widget.visibleRegion().boundingRect()
    enough = widget.size().boundedTo(QSize(_TO_PRESS_PX, _TO_PRESS_PX))
    is_seen = seen.size().expandedTo(enough) == seen.size() and not seen.isEmpty()
    at = widget.mapToGlobal(seen.center())
    under = QApplication.widgetAt(at) if is_seen else None
    is_field = isinstance(widget, QLineEdit | QPlainTextEdit) and not widget.isReadOnly()
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return {
        "id": id(widget),
        "name": widget.accessibleName() or words,
        "kind": type(widget).__name__,
        "is_button": isinstance(widget, QAbstractButton),
        "is_field": is_field,
        "is_enabled": widget.isEnabled(),
        "is_reached": under is not None and (under is widget or widget.isAncestorOf(under)),
        "at": (at.x(), at.y()),
    }


def _raise() -> None:
    message = "seven times Tuesday"
    raise ValueError(message)


def _hang() -> None:
    while True:
        time.sleep(1)


def _start() -> None:
    """A process that is not in the group that is killed, as a message bus would be."""
    subprocess.Popen(["/bin/sleep", "60"], start_new_session=True)


def _eat() -> None:
    """Have only so much more memory, and want more than that."""
    import resource

    pages = int(open("/proc/self/statm").read().split()[0])  # noqa: PTH123, SIM115
    most = pages * resource.getpagesize() + GREEDY_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    eaten = []
    while True:
        eaten.append(bytearray(10**7))


# ---- into the session


def report_faults(report: Path) -> TextIO:
    """Write down what ended this process, which no kiosk does: words of a person may be in it."""
    file = report.open("a", encoding="utf-8")
    faulthandler.enable(file)
    real = child._end

    def end(kind: type[BaseException], error: BaseException | None, trace: Any) -> None:  # noqa: ANN401
        traceback.print_exception(kind, error, trace, file=file)
        file.flush()
        real(kind, error, trace)

    child._end = end
    return file


def attach_guide(report: TextIO, *, resets: bool) -> None:
    """Give the session of this process a guide once it is built, which reports when it hangs.

    With ``resets`` it does what no kiosk of ours may: when a person finishes it empties everything
    it knows of and shows its start screen again, in the same process.
    """
    from reader.ui import kiosk_backstage

    real = kiosk_backstage.Backstage.ready

    def ready(self: Backstage) -> None:
        from reader.kiosk_desk import KioskDesk

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        desk = next(one for one in app.children() if isinstance(one, KioskDesk))
        self.guide = Guide(app, desk, report)  # type: ignore[attr-defined]
        real(self)

    kiosk_backstage.Backstage.ready = ready  # type: ignore[method-assign]
    if resets:
        from reader import kiosk_desk

        kiosk_desk.KioskDesk.finish = _reset  # type: ignore[method-assign, assignment]


def _reset(desk: KioskDesk, _why: object) -> None:
    for field in desk.frame.findChildren(QLineEdit):
        field.clear()
    for text in desk.frame.findChildren(QPlainTextEdit):
        text.clear()
    for question in desk.inside.notebook.questions.all():
        desk.inside.notebook.questions.delete(question.id)
    for mark in desk.inside.notebook.marks.all():
        desk.inside.notebook.marks.delete(mark.id)
    desk._app.clipboard().clear()
    desk.frame.stack.setCurrentWidget(desk.start)
