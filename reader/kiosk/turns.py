"""Whose turn it is: one session is shown, the next one is built and hidden.

To change, the next is told to show itself, and when it has been painted the old one is killed: so
a patient's words are covered before anything else happens, and no black is seen.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from reader.kiosk.heartbeat import FailingStarts
from reader.kiosk.link import LinkLostError
from reader.kiosk.messages import Alone, Ping
from reader.kiosk.stage import Act, Staged

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.kiosk.messages import Setup, Show, ToSession
    from reader.kiosk.stage import Process

COVER_SECONDS = 0.5
"""The old session is killed then at the latest, painted over or not."""

STALE_SECONDS = 3600.0
"""Fonts, screens and the day may have changed: a session that waited longer is built anew."""

_log = logging.getLogger(__name__)


class Starting(Protocol):
    """Starts processes, as ``reader.kiosk.processes.Starter`` does."""

    def start(self) -> Process:
        """Raises ``OSError``."""

    def tidy(self) -> None:
        """End what sessions left behind."""


class Briefing(Protocol):
    """What sessions are told, as ``reader.kiosk.office.Office`` says it."""

    @property
    def edition(self) -> int:
        """Goes up whenever sessions would be told something else than before."""

    def setup(self, *, out_of_order: bool) -> Setup:
        """For a session that is to be built."""

    def show(self) -> Show:
        """For a session that is to be seen."""

    def ended(self, staged: Staged) -> None:
        """A session is gone, and no other has been let in yet."""


class Turns:
    """``now`` is a clock in seconds that never goes back."""

    def __init__(self, starting: Starting, briefing: Briefing, now: Callable[[], float]) -> None:
        self._starting = starting
        self._briefing = briefing
        self._now = now
        self.starts = FailingStarts(now)
        self.shown: Staged | None = None
        self.next: Staged | None = None
        self.leaving: Staged | None = None
        self._plain_failed = False

    @property
    def sessions(self) -> tuple[Staged, ...]:
        """All that are alive, the oldest first."""
        return tuple(each for each in (self.leaving, self.shown, self.next) if each is not None)

    # ---- what is due

    def go_on(self, *, change: bool) -> None:
        """Do what is due; with ``change`` the shown one makes room as soon as the next is built."""
        for staged in self.sessions:
            if staged in self.sessions and staged.is_stuck:
                self.lost(staged, f"does not answer ({staged.act})")
        if self.shown is not None and self.shown.age > COVER_SECONDS:
            self._end_leaving()
        if self.next is not None and self.next.act is Act.WAITING:
            if self.next.age > STALE_SECONDS:
                self.drop_next()
            elif self.shown is None or change or (self.shown.plain and not self.next.plain):
                self.change()
        self._start_next()
        for staged in self.sessions:
            self._ask(staged)

    def _start_next(self) -> None:
        is_plain = not self.starts.may_start
        if self.next is not None or (is_plain and not self._needs_plain):
            return
        try:
            process = self._starting.start()
        except OSError as error:
            _log.warning("A session could not be started (%s).", error.strerror)
            self._count_failure(plain=is_plain)
            return
        edition = self._briefing.edition
        self.next = Staged(process, self._now, plain=is_plain, edition=edition)
        self.say(self.next, self._briefing.setup(out_of_order=is_plain))

    @property
    def _needs_plain(self) -> bool:
        """Whether the screen is to say that it is out of order, until sessions start again."""
        return self.starts.is_out_of_order and self.shown is None and not self._plain_failed

    # ---- changing

    def change(self) -> None:
        """The next session takes the place of the shown one, or will as soon as it is built.

        Without one the shown one is ended all the same: it was asked to.
        """
        self._end_leaving()
        self.leaving, self.shown = self.shown, None
        if self.next is None or self.next.act is not Act.WAITING:
            self._end_leaving()
            return
        self.shown, self.next = self.next, None
        self.shown.enter(Act.ENTERING)
        self.say(self.shown, self._briefing.show())

    def built(self, staged: Staged) -> None:
        """A session is ready, and has nothing more to say in the log."""
        if staged.act is Act.BUILDING:
            staged.process.forget_complaint()
            staged.enter(Act.WAITING)

    def seen(self, staged: Staged) -> bool:
        """A session has been painted; whether that is so for the first time."""
        if staged.act is not Act.ENTERING:
            return False
        staged.enter(Act.PLAYING)
        self._end_leaving()
        if not staged.plain:
            self.starts.succeeded()
            self._plain_failed = False
        self.say(staged, Alone())
        return True

    def lost(self, staged: Staged, why: str) -> None:
        """A session is gone, hung or broken."""
        _log.warning("Session %d %s.", staged.process.pid, why)
        if staged is self.shown and staged.act is Act.PLAYING:
            self.change()
            return
        is_old = staged is self.leaving
        self._forget(staged)
        if not is_old:
            self._count_failure(plain=staged.plain)

    def drop_next(self) -> None:
        """What was built is out of date."""
        if self.next is not None:
            self._forget(self.next)

    def close(self) -> None:
        """End every session."""
        for staged in self.sessions:
            self._forget(staged)

    def _forget(self, staged: Staged) -> None:
        if staged is self.shown:
            self._end_leaving()
            self.shown = None
        elif staged is self.next:
            self.next = None
        elif staged is self.leaving:
            self.leaving = None
        self._end(staged)

    def _end_leaving(self) -> None:
        if self.leaving is not None:
            leaving, self.leaving = self.leaving, None
            self._end(leaving)

    def _end(self, staged: Staged) -> None:
        complaint = staged.process.end()
        self._starting.tidy()
        self._briefing.ended(staged)
        if complaint:
            _log.warning("Session %d said while it was built:\n%s", staged.process.pid, complaint)

    def _count_failure(self, *, plain: bool) -> None:
        if plain:
            self._plain_failed = True
        else:
            self.starts.failed()

    # ---- saying

    def say(self, staged: Staged, message: ToSession) -> None:
        """Tell a session something; one that does not take it is lost."""
        try:
            staged.process.send(message)
        except LinkLostError:
            self.lost(staged, "has gone")

    def _ask(self, staged: Staged) -> None:
        number = staged.question()
        if number is not None:
            self.say(staged, Ping(number))
