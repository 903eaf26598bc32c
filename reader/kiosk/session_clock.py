"""When a session that nobody touches ends: the clock asks first, for as long as the policy says."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Phase(StrEnum):
    """Where a session is."""

    START = "start"
    """The start screen: nobody is here, and nothing can run out."""

    IN_USE = "in-use"
    COUNTDOWN = "countdown"
    OVER = "over"
    """Nothing brings a session back from here."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clock says: the phase, and in the countdown the whole seconds that are left."""

    phase: Phase
    seconds_left: int = 0


class SessionClock:
    """A clock that is asked; it has no timer of its own.

    ``now`` is a clock in seconds that never goes back, such as ``time.monotonic``. While something
    is being spoken the time stands still: listening is using. A clock that went back all the same
    is taken as not having moved.
    """

    def __init__(
        self, idle_seconds: float, countdown_seconds: float, now: Callable[[], float]
    ) -> None:
        self._idle = idle_seconds
        self._countdown = countdown_seconds
        self._now = now
        self._phase = Phase.START
        self._since = now()
        self._held_at: float | None = None

    def start(self) -> None:
        """Somebody touched the start screen; does nothing later on."""
        if self._phase is Phase.START:
            self._phase = Phase.IN_USE
            self._begin_anew()

    def touch(self) -> None:
        """Somebody is here: the whole time begins anew, out of the countdown too."""
        self.read()
        if self._phase in (Phase.IN_USE, Phase.COUNTDOWN):
            self._phase = Phase.IN_USE
            self._begin_anew()

    def hold(self, *, speaking: bool) -> None:
        """Stop the time while something is spoken, and let it go on from there afterwards.

        The countdown's own words are spoken without holding it.
        """
        self.read()
        if self._phase is not Phase.IN_USE:
            self._held_at = None
        elif speaking:
            self._held_at = self._now() if self._held_at is None else self._held_at
        elif self._held_at is not None:
            self._since += max(0.0, self._now() - self._held_at)
            self._held_at = None

    def finish(self) -> None:
        """The person pressed the button."""
        self._phase = Phase.OVER

    def read(self) -> Reading:
        """The phase as of now; asking late skips nothing that would have been shown shorter."""
        if self._phase is Phase.IN_USE and self._passed() >= self._idle:
            # From now, not from when it was due: a machine that slept still asks first.
            self._phase = Phase.COUNTDOWN
            self._begin_anew()
        elif self._phase is Phase.COUNTDOWN and self._passed() >= self._countdown:
            self._phase = Phase.OVER
        if self._phase is not Phase.COUNTDOWN:
            return Reading(self._phase)
        return Reading(self._phase, math.ceil(self._countdown - self._passed()))

    def _begin_anew(self) -> None:
        self._since = self._now()
        if self._held_at is not None:
            self._held_at = self._since

    def _passed(self) -> float:
        until = self._now() if self._held_at is None else self._held_at
        return max(0.0, until - self._since)
