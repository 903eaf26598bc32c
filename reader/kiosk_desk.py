"""The one place where a kiosk's session is built and joined together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from reader.kiosk.child_link import ChildLink
from reader.kiosk.messages import (
    Begun,
    CountsTold,
    End,
    Ending,
    Helped,
    PinChecked,
    Printed,
    StaffTaskDone,
    SticksTold,
)
from reader.kiosk.session_clock import Phase, SessionClock
from reader.kiosk_inside import KioskInside, World
from reader.paths import find_paths
from reader.ui.bounds import RING_PX
from reader.ui.collecting import Collecting
from reader.ui.focus_ring import FocusRing
from reader.ui.kiosk_backstage import Backstage
from reader.ui.kiosk_closing import KioskClosing
from reader.ui.kiosk_countdown import KioskCountdown
from reader.ui.kiosk_dim import KioskDim
from reader.ui.kiosk_frame import TITLE, KioskFrame
from reader.ui.kiosk_lock import KioskLock
from reader.ui.kiosk_staff_room import KioskStaffRoom
from reader.ui.kiosk_start import KioskStart, Offers
from reader.ui.saving_words import KEPT, LASTS
from reader.ui.scrolling import bring_into_view
from reader.ui.steady_hands import SteadyHands
from reader.ui.stylesheet import stylesheet
from reader.ui.theme import palette
from reader.ui.translations import speak

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.kiosk.messages import Setup, Show, ToSession
    from reader.paths import Paths

CLOCK_MS = 250


class KioskDesk(QObject):
    """Everything of one session: built at once, shown when the supervisor says so."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        setup: Setup,
        link: ChildLink,
        world: World | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._world = world = world or World()
        self.policy = policy = setup.policy
        self._template = (paths.resources / "themes" / "style.qss").read_text(encoding="utf-8")
        self._is_staff = False
        self._under: tuple[QWidget | None, QWidget | None] | None = None
        self.lock = KioskLock(app)
        self.inside = KioskInside(app, paths, setup, world)
        self.looks = self.inside.choices.looks
        self.frame = self._frame()
        self.backstage = Backstage(app, self.frame, link)
        self.clock = SessionClock(policy.idle_seconds, policy.countdown_seconds, world.monotonic)
        self._ticks = QTimer(self, interval=CLOCK_MS)
        self._build(has_staff=setup.has_staff)
        self._wire()
        self._dress()

    def _frame(self) -> KioskFrame:
        frame = KioskFrame()
        frame.setProperty(LASTS, False)
        frame.setProperty(KEPT, self.tr("Kept until you finish"))
        self.steady = SteadyHands(frame, self.looks)
        self.ring = FocusRing(frame, self._app, self.looks)
        return frame

    def _build(self, *, has_staff: bool) -> None:
        policy, inside = self.policy, self.inside
        offers = Offers(
            policy.sizes,
            inside.theme_names(),
            has_voice=inside.voice is not None,
            has_staff=has_staff,
        )
        self.start = KioskStart(self.looks, offers)
        self.countdown = KioskCountdown(self.looks)
        self.closing = KioskClosing(self.looks, policy.countdown_seconds, asks=policy.asks_feedback)
        screens: list[QWidget] = [self.start, inside.view, self.countdown, self.closing]
        self.staff: KioskStaffRoom | None = None
        if has_staff:
            self.staff = KioskStaffRoom(
                self.looks,
                inside.staff_printer(),
                test=inside.test_page,
                blank=inside.blank_sheet,
            )
            screens += [self.staff.pad, self.staff.page]
        for screen in screens:
            self.frame.stack.addWidget(screen)
        self.dim = KioskDim(self.start, lambda: policy.is_open(self._world.now()))

    def _wire(self) -> None:
        inside, start, say = self.inside, self.start, self.backstage.say
        self.backstage.shown.connect(self._be_shown)
        self.backstage.told.connect(self._hear)
        self.backstage.gate.touched.connect(self._touched)
        self.looks.changed.connect(self._dress)
        self._ticks.timeout.connect(self.look_at_clock)
        self._app.focusChanged.connect(self._keep_in_view)
        start.start_requested.connect(self.begin)
        start.size_chosen.connect(lambda size: self.looks.change(size=size))
        start.theme_chosen.connect(inside.choices.choose_theme)
        start.staff_requested.connect(self.let_staff_try)
        inside.bar.finish_requested.connect(self.close)
        inside.makers.printed.connect(lambda: say(Printed()))
        self.countdown.go_on_requested.connect(self.go_on)
        self.closing.helped.connect(lambda yes: say(Helped(yes)))
        self.closing.cleared.connect(lambda: self.finish(Ending.FINISHED))
        self.closing.back_requested.connect(lambda: self._go_to(inside.view))
        if inside.voice is not None:
            voice = inside.voice
            start.aloud_requested.connect(lambda: voice.toggle(self.start))
            self.countdown.said.connect(voice.say)
        if self.staff is not None:
            self.staff.said.connect(say)
            self.staff.let_in.connect(self._let_staff_in)
            self.staff.left.connect(lambda: self.finish(Ending.STAFF))

    # ---- from start to end

    def begin(self) -> None:
        """Somebody is here."""
        self.backstage.say(Begun())
        self.dim.wake()
        self.clock.start()
        self._ticks.start()
        self._go_to(self.inside.view)
        self.inside.window.focus_page()

    def close(self) -> None:
        """The person is done: clear at once, or where something would be lost ask first."""
        if self.policy.asks_feedback or self.inside.has_something:
            inside = self.inside
            self.closing.begin(is_printing=inside.is_printing, has_printed=inside.has_printed)
            self._go_to(self.closing)
        else:
            self.finish(Ending.FINISHED)

    def finish(self, why: Ending) -> None:
        """Let nothing in any more, show and say nothing more, and ask for the next session."""
        self.backstage.gate.close()
        self.clock.finish()
        self._ticks.stop()
        if self.inside.voice is not None:
            self.inside.voice.stop()
        self.frame.stack.setCurrentWidget(self.start)
        self.backstage.say(End(why))

    def _be_shown(self, show: Show) -> None:
        self.start.admit(admits=show.admits)
        self.dim.look()
        if self.staff is not None:
            self.staff.show_health(show)
            if self.policy.has_speech and self.inside.voice is None:
                self.staff.page.show_trouble(
                    self.tr("There is no voice, so nothing is read aloud.")
                )

    def _go_to(self, screen: QWidget) -> None:
        self.frame.stack.setCurrentWidget(screen)
        if self.inside.voice is not None and screen is not self.inside.view:
            self.inside.voice.read_if_on(screen)

    # ---- staff

    def let_staff_try(self) -> None:
        """Show the pad; staff who walk away from it are not waited for either."""
        if self.staff is not None:
            self._is_staff = True
            self.clock.start()
            self._ticks.start()
            self.dim.wake()
            self._go_to(self.staff.pad)
            self.staff.pad.begin()

    def _let_staff_in(self) -> None:
        if self.staff is not None:
            self._go_to(self.staff.page)

    def _hear(self, message: ToSession) -> None:
        answers = PinChecked | CountsTold | SticksTold | StaffTaskDone
        if self.staff is not None and isinstance(message, answers):
            self.staff.hear(message)

    # ---- the clock

    def _touched(self) -> None:
        self.clock.touch()
        self.dim.wake()

    def look_at_clock(self) -> None:
        """Ask whether anybody is still there, or end the session, when it is time."""
        voice = self.inside.voice
        if voice is not None:
            self.clock.hold(speaking=voice.is_speaking)
        if self.frame.stack.currentWidget() is self.closing:
            self.closing.show_printing(printing=self.inside.is_printing)
        reading = self.clock.read()
        match reading.phase:
            case Phase.OVER:
                self.finish(Ending.STAFF if self._is_staff else Ending.IDLE)
            case Phase.COUNTDOWN:
                self._count_down(reading.seconds_left)
            case _ if self._under is not None and not self._app.mouseButtons():
                # Not before the finger is off: its press is for this screen, not for the one under.
                self.go_on()

    def _count_down(self, seconds: int) -> None:
        if self._under is not None:
            self.countdown.show_left(seconds)
            return
        self._under = (self.frame.stack.currentWidget(), self._app.focusWidget())
        self.frame.stack.setCurrentWidget(self.countdown)
        self.countdown.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        self.countdown.begin(seconds)

    def go_on(self) -> None:
        """Somebody is there: back to where they were."""
        self.clock.touch()
        under, self._under = self._under, None
        if under is None:
            return
        if self.inside.speaker is not None:
            self.inside.speaker.stop()
        screen, had_keyboard = under
        if screen is not None:
            self.frame.stack.setCurrentWidget(screen)
        if had_keyboard is not None and isValid(had_keyboard):
            had_keyboard.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- the look

    def _dress(self) -> None:
        self.frame.setPalette(palette(self.looks.look.theme))
        from_right = self.frame.isRightToLeft()
        sheet = stylesheet(self._template, self.looks.look, from_right=from_right)
        self.frame.setStyleSheet(sheet)

    def _keep_in_view(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What is come to by key is scrolled into view; under a finger nothing moves."""
        if now is not None and not self._app.mouseButtons() and self.frame.isAncestorOf(now):
            bring_into_view(now, RING_PX)


def run(end: socket.socket, setup: Setup, fall_silent: Callable[[], None]) -> int:
    """Build a session, fall silent, say so, and stay until the supervisor ends the process."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication([TITLE])
    Collecting(app)
    app.setApplicationName("booklet-reader")
    app.setQuitOnLastWindowClosed(False)
    link = ChildLink(end)
    if setup.out_of_order:
        backstage = _out_of_order(app, link)
    else:
        paths = find_paths(data=Path.home(), environ={})
        speak(app, paths.resources / "translations", "", QLocale.system())
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
