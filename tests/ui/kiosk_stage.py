"""A kiosk's session without its supervisor: the real screens, a clock and a printer to lead."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtTextToSpeech import QTextToSpeech
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from reader.kiosk.child_link import ChildLink
from reader.kiosk.link import Link, linked_pair
from reader.kiosk.messages import Alone, Setup, Show, to_supervisor
from reader.kiosk.policy import Policy, Printing
from reader.kiosk.print_jobs import PrintDesk
from reader.kiosk_desk import KioskDesk
from reader.kiosk_inside import World
from reader.paths import find_paths
from reader.ui.steady_hands import SHAKY_MS
from tests.kiosk.clocks import FakeClock
from tests.kiosk.test_print_jobs import FakeService

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QPointingDevice
    from pytestqt.qtbot import QtBot

    from reader.kiosk.messages import ToSession, ToSupervisor

Kind = TypeVar("Kind", bound=QWidget)

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
EVERYTHING = Policy(
    printing=Printing("kiosk", pages_a_job=10, jobs_a_session=3),
    has_qr=True,
    has_speech=True,
    asks_feedback=True,
    sheet_line="Elm Street clinic",
)
"""Everything is allowed."""

DOUBLE_CLICK_MS = 400
"""Qt's own, which a kiosk takes away and a test gives back."""


class FakeEngine(QTextToSpeech):
    """Has voices, makes no sound, and is done when a test says so."""

    def __init__(self) -> None:
        super().__init__("mock")


class Session:
    """The screens, and the supervisor's end of the link."""

    def __init__(self, app: QApplication, data: Path, setup: Setup, now: datetime = NOON) -> None:
        ours, theirs = linked_pair()
        self._app = app
        self._sockets = (ours, theirs)
        self._link = Link(ours)
        self._heard: list[ToSupervisor] = []
        self.left: list[int] = []
        self.clock = FakeClock()
        self.now = now
        self.service = FakeService()
        world = World(
            now=lambda: self.now,
            monotonic=self.clock,
            make_engine=FakeEngine,
            make_print_desk=lambda limits: PrintDesk(self.service, limits),  # type: ignore[arg-type]
        )
        paths = find_paths(data=data, environ={})
        self.desk = KioskDesk(app, paths, setup, ChildLink(theirs, leave=self.left.append), world)
        self.frame = self.desk.frame

    def say(self, message: ToSession) -> None:
        """The supervisor says something, and the session hears it."""
        self._link.send(message)
        QTest.qWait(20)

    def heard(self) -> list[ToSupervisor]:
        """What the session has said so far."""
        self._heard += [to_supervisor(datagram) for datagram in self._link.receive()]
        return self._heard

    def last(self) -> ToSupervisor:
        """What it said last."""
        return self.heard()[-1]

    def appear(self, width: int = 1280, height: int = 800, show: Show | None = None) -> None:
        """Be seen in a screen of that size, with nobody else's session alive."""
        self.frame.appear = lambda _screen: None  # type: ignore[method-assign, assignment]
        self.say(show or Show(admits=True))
        self.frame.resize(width, height)
        self.frame.show()
        self.frame.activateWindow()
        assert QTest.qWaitForWindowActive(self.frame)
        self.say(Alone())

    def pass_by(self, seconds: float) -> None:
        """Let time go by with nobody there."""
        self.clock.pass_by(seconds)
        self.desk.look_at_clock()

    def close(self) -> None:
        """Let Qt forget everything."""
        self.frame.hide()
        for part in (self.desk.lock, self.desk.backstage.gate):
            self._app.removeEventFilter(part)
            part.deleteLater()
        self._app.setDoubleClickInterval(DOUBLE_CLICK_MS)
        for part in (self.frame, self.desk.backstage, self.desk.inside, self.desk):
            part.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.desk.inside.notebook.close()
        for end in self._sockets:
            end.close()


class Visitor:
    """Somebody with one finger at the screen; ``presses`` counts how often it came down."""

    def __init__(self, qtbot: QtBot, session: Session, device: QPointingDevice) -> None:
        self._qtbot = qtbot
        self._device = device
        self.session = session
        self.desk = session.desk
        self.frame = session.frame
        self.window = session.desk.inside.window
        self.presses = 0

    @property
    def screen(self) -> QWidget:
        """The screen that is shown."""
        shown = self.frame.stack.currentWidget()
        assert shown is not None
        return shown

    def touch(self, widget: QWidget) -> None:
        """Put a finger on the middle of what can be seen of ``widget``, and take it off."""
        self.reveal(widget)
        assert widget.isEnabled(), f"{widget.accessibleName()!r} cannot be pressed"
        if not widget.property("repeats"):
            QTest.qWait(SHAKY_MS)  # a hand that comes down again sooner is taken to shake
        at = widget.mapTo(self.frame, widget.visibleRegion().boundingRect().center())
        self.touch_at(at)

    def touch_at(self, at: QPoint) -> None:
        """Put a finger on a point of the frame, and take it off."""
        self.presses += 1
        handle = self.frame.windowHandle()
        QTest.touchEvent(handle, self._device).press(0, at)
        QTest.qWait(10)
        QTest.touchEvent(handle, self._device).release(0, at)
        QTest.qWait(30)

    def reveal(self, widget: QWidget) -> None:
        """Scroll, as a finger would, until ``widget`` can be seen and lies still; no press."""
        self._lie_still(widget)
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        self._lie_still(widget)
        assert widget.isVisible(), f"{widget.accessibleName()!r} is not on the screen"
        assert not widget.visibleRegion().isEmpty(), f"{widget.accessibleName()!r} is out of view"

    def _lie_still(self, widget: QWidget) -> None:
        """What has just changed is laid out in several steps; a person waits for the last."""
        before = None
        while before != (now := (widget.mapTo(self.frame, QPoint()), widget.size())):
            before = now
            QTest.qWait(30)

    def touch_named(self, name: str) -> None:
        """Touch the first button of that name."""
        self.touch(self.button(name))

    def button(self, name: str) -> QAbstractButton:
        """The first visible button of that name."""
        self._qtbot.waitUntil(lambda: name in self.names(), timeout=3000)
        return next(one for one in self.buttons() if one.accessibleName() == name)

    def buttons(self) -> list[QAbstractButton]:
        """Every button that is shown."""
        found = self.frame.findChildren(QAbstractButton)
        return [one for one in found if one.isVisible()]

    def names(self) -> list[str]:
        """What they are called."""
        return [one.accessibleName() for one in self.buttons()]

    def page(self, kind: type[Kind]) -> Kind:
        """The page that is shown, which is of that kind."""
        page = self.window.page
        assert isinstance(page, kind), f"{page!r} is shown"
        return page

    def type_by_touch(self, text: str) -> None:
        """Touch a key for each sign of ``text``, which has letters and spaces alone."""
        for sign in text:
            self.touch(self.key("Space" if sign == " " else sign.lower()))

    def key(self, name: str) -> QAbstractButton:
        """The key of that name that is shown."""
        rows = self.desk.inside.view.keys.keys
        return next(button for row in rows for button, key in row if key.name == name)


@contextmanager
def session(app: QApplication, data: Path, setup: Setup, now: datetime = NOON) -> Iterator[Session]:
    """A session that is gone afterwards."""
    made = Session(app, data, setup, now)
    try:
        yield made
    finally:
        made.close()
