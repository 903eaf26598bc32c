"""The one place where a kiosk's session is built and joined together."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader.kiosk.child_link import ChildLink
from reader.kiosk.messages import Begun, End, Ending
from reader.kiosk.session_clock import Phase, SessionClock
from reader.paths import find_paths
from reader.ui.fonts import load_reading_font
from reader.ui.icons import Icons
from reader.ui.kiosk_backstage import Backstage
from reader.ui.kiosk_frame import TITLE, KioskFrame
from reader.ui.kiosk_start import KioskStart
from reader.ui.look import Look, Looks
from reader.ui.stylesheet import stylesheet
from reader.ui.theme import load_theme, palette

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from reader.kiosk.messages import Setup, Show
    from reader.kiosk.policy import Policy
    from reader.paths import Paths

CLOCK_MS = 250


class KioskDesk(QObject):
    """Everything of one session: built at once, shown when the supervisor says so."""

    def __init__(self, app: QApplication, paths: Paths, setup: Setup, link: ChildLink) -> None:
        super().__init__(app)
        self._paths = paths
        self.policy = setup.policy
        self.looks = self._look(setup.policy)
        self.frame = KioskFrame()
        self.backstage = Backstage(app, self.frame, link)
        self.start = KioskStart(self.looks)
        self.frame.stack.addWidget(self.start)
        self.clock = SessionClock(
            self.policy.idle_seconds, self.policy.countdown_seconds, time.monotonic
        )
        self._ticks = QTimer(self, interval=CLOCK_MS)
        self._wire()
        self._dress()

    def _wire(self) -> None:
        self.backstage.shown.connect(self._be_shown)
        self.backstage.gate.touched.connect(self.clock.touch)
        self.start.start_requested.connect(self.begin)
        self.looks.changed.connect(self._dress)
        self._ticks.timeout.connect(self._look_at_clock)

    def begin(self) -> None:
        """Somebody is here."""
        self.backstage.say(Begun())
        self.clock.start()
        self._ticks.start()

    def finish(self, why: Ending) -> None:
        """Let nothing in any more, and ask for the next session."""
        self.backstage.gate.close()
        self.clock.finish()
        self._ticks.stop()
        self.backstage.say(End(why))

    def _be_shown(self, show: Show) -> None:
        self.start.admit(admits=show.admits)

    def _look_at_clock(self) -> None:
        if self.clock.read().phase is Phase.OVER:
            self.finish(Ending.IDLE)

    # ---- the look

    def _look(self, policy: Policy) -> Looks:
        theme = load_theme(self._paths.resources / "themes", policy.themes[0])
        look = Look(theme, load_reading_font(), policy.sizes[0], big_targets=True)
        return Looks(look, Icons(self._paths.resources / "icons"))

    def _dress(self) -> None:
        template = self._paths.resources / "themes" / "style.qss"
        self.frame.setPalette(palette(self.looks.look.theme))
        sheet = stylesheet(template.read_text(encoding="utf-8"), self.looks.look)
        self.frame.setStyleSheet(sheet)


def run(end: socket.socket, setup: Setup, fall_silent: Callable[[], None]) -> int:
    """Build a session, fall silent, say so, and stay until the supervisor ends the process."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication([TITLE])
    app.setApplicationName("booklet-reader")
    app.setQuitOnLastWindowClosed(False)
    link = ChildLink(end)
    if setup.out_of_order:
        backstage = _out_of_order(app, link)
    else:
        paths = find_paths(data=Path.home(), environ={})
        backstage = KioskDesk(app, paths, setup, link).backstage
    fall_silent()
    backstage.ready()
    return app.exec()


def _out_of_order(app: QApplication, link: ChildLink) -> Backstage:
    """A screen that needs none of the program's files: something is wrong with some of them."""
    from reader.ui.kiosk_closed import closed_sign

    frame = KioskFrame()
    frame.stack.addWidget(closed_sign())
    return Backstage(app, frame, link)
