"""Hears what sessions ask for and keeps the time; it never learns what a person did in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from reader.kiosk.link import LinkLostError
from reader.kiosk.messages import (
    Begun,
    End,
    Helped,
    Painted,
    PinTried,
    Pong,
    Printed,
    Ready,
    StaffAsked,
    to_supervisor,
)
from reader.kiosk.stage import Act
from reader.kiosk.wire import WireError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.kiosk.messages import ToSupervisor
    from reader.kiosk.notifying import Notifier
    from reader.kiosk.office import Office, Outcome
    from reader.kiosk.stage import Staged
    from reader.kiosk.turns import Turns

LATE_SECONDS = 1.0
"""A round that comes so much later than the last was held up, and nobody is silent for that."""


class Supervisor:
    """To be told who may have said something (``listen``) and that time goes on (``go_on``).

    ``outcome`` is set when staff want the whole program to end or to begin again.
    """

    def __init__(
        self, turns: Turns, office: Office, notifier: Notifier, now: Callable[[], float]
    ) -> None:
        self.turns = turns
        self.outcome: Outcome | None = None
        self._office = office
        self._notifier = notifier
        self._now = now
        self._last_round = now()
        self._is_ready = False

    def go_on(self) -> None:
        """Do what is due; to be called several times a second, after everybody was heard."""
        if self._now() - self._last_round > LATE_SECONDS:
            for staged in self.turns.sessions:
                staged.forgive()
        self._last_round = self._now()
        if self._office.has_news():
            self.turns.drop_next()
        # A start screen with nobody at it is changed at once; a person is left in peace.
        shown = self.turns.shown
        is_old = False
        if shown is not None and shown.act is Act.PLAYING and not shown.has_begun:
            self._office.clean_again()
            is_old = shown.edition != self._office.edition
        self.turns.go_on(change=is_old)

    def listen(self, staged: Staged) -> None:
        """Hear what a session says; one that is gone or talks nonsense is ended."""
        try:
            for datagram in staged.process.receive():
                if staged in self.turns.sessions:
                    self._hear(staged, to_supervisor(datagram))
        except LinkLostError:
            self.turns.lost(staged, "has gone")
        except WireError as error:
            self.turns.lost(staged, f"talks nonsense ({error})")

    def close(self) -> None:
        """End every session."""
        self._notifier.stopping()
        self.turns.close()

    def _hear(self, staged: Staged, message: ToSupervisor) -> None:
        match message:
            case Ready():
                self.turns.built(staged)
            case Painted():
                if self.turns.seen(staged):
                    self._seen()
            case Pong():
                self._beat(staged, message)
            case End():
                if self._may_ask(staged):
                    self.turns.change()
            case Begun() | Printed() | Helped() | PinTried() | StaffAsked():
                if self._may_ask(staged):
                    self._serve(staged, message)
            case other:
                assert_never(other)

    def _may_ask(self, staged: Staged) -> bool:
        return staged is self.turns.shown and staged.act is Act.PLAYING

    def _seen(self) -> None:
        self._notifier.alive()
        if not self._is_ready:
            self._is_ready = True
            self._notifier.ready()
        is_odd = self.turns.shown is not None and self.turns.shown.plain
        self._notifier.status("Sessions do not start; the log says why." if is_odd else "In use.")

    def _beat(self, staged: Staged, pong: Pong) -> None:
        """A shown session is alive by what it paints, and so is the whole kiosk."""
        staged.heart.answered(pong.number, painted=pong.painted)
        if staged.act is Act.PLAYING and pong.painted:
            self._notifier.alive()

    def _serve(
        self, staged: Staged, message: Begun | Printed | Helped | PinTried | StaffAsked
    ) -> None:
        reply = self._office.serve(staged, message)
        if reply.message is not None:
            self.turns.say(staged, reply.message)
        if reply.change:
            self.turns.change()
        self.outcome = reply.outcome or self.outcome
