"""What every session does for its supervisor, whatever it shows: appear, and prove it lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.kiosk.messages import Alone, Painted, Ping, Pong, Ready, Show
from reader.ui.kiosk_input import InputGate

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QApplication

    from reader.kiosk.child_link import ChildLink
    from reader.kiosk.messages import ToSession, ToSupervisor
    from reader.ui.kiosk_frame import KioskFrame


class Backstage(QObject):
    """Joins the frame to the supervisor, and lets input in once the last session is gone.

    Signals:
        shown(Show): the frame is about to be seen; say what is to be said before it is.
        told(ToSession): anything that screens have asked the supervisor for.
    """

    shown = Signal(object)
    told = Signal(object)

    def __init__(self, app: QApplication, frame: KioskFrame, link: ChildLink) -> None:
        super().__init__(app)
        self._app = app
        self._frame = frame
        self._link = link
        self._asked = 0
        self.gate = InputGate(app)
        link.came.connect(self._hear)
        frame.painted.connect(self._painted)
        frame.beat.painted.connect(self._beaten)

    def ready(self) -> None:
        """Everything is built: have it painted once unseen, and wait."""
        screen = self._app.primaryScreen()
        self._frame.warm(screen)
        screen.geometryChanged.connect(self._fit)
        self._app.primaryScreenChanged.connect(self._change_screen)
        self._link.say(Ready())

    def say(self, message: ToSupervisor) -> None:
        """Tell the supervisor something."""
        self._link.say(message)

    def _change_screen(self, screen: QScreen | None) -> None:
        """Another monitor; ``None`` if the last one was unplugged."""
        if screen is not None:
            screen.geometryChanged.connect(self._fit)
            self._fit()

    def _fit(self) -> None:
        """What waits unseen is laid out anew; one that is seen, its compositor tells."""
        if not self._frame.isVisible():
            self._frame.warm(self._app.primaryScreen())

    def _hear(self, message: ToSession) -> None:
        match message:
            case Show():
                self.shown.emit(message)
                self._frame.appear(self._app.primaryScreen())
            case Alone():
                self.gate.open()
            case Ping():
                self._ping(message.number)
            case _:
                self.told.emit(message)

    def _ping(self, number: int) -> None:
        self._link.say(Pong(number, painted=False))
        if self._frame.isVisible():
            self._asked = number
            self._frame.beat.ask()

    def _painted(self) -> None:
        self._link.say(Painted())

    def _beaten(self) -> None:
        if self._asked:
            self._link.say(Pong(self._asked, painted=True))
            self._asked = 0
