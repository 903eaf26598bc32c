"""One session as the supervisor sees it, from its start to its end: never what is said in it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from reader.kiosk.heartbeat import (
    BLIND_SECONDS,
    HIDDEN_SILENCE_SECONDS,
    SHOWN_SILENCE_SECONDS,
    Heartbeat,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.kiosk.messages import ToSession

READY_SECONDS = 20.0
PAINT_SECONDS = 3.0
"""So long a session that was told to show itself may take before it is given up."""


class Process(Protocol):
    """What ``SessionProcess`` is to the supervisor."""

    @property
    def pid(self) -> int:
        """For the log."""

    def fileno(self) -> int:
        """Readable when there is something to hear."""

    def send(self, message: ToSession) -> None:
        """Raises ``LinkLostError``."""

    def receive(self) -> list[bytes]:
        """Raises ``LinkLostError``."""

    def forget_complaint(self) -> None:
        """Let it have no words any more."""

    def end(self) -> str:
        """Kill it for good; gives what it complained of while it was built."""


class Act(StrEnum):
    """How far a session has come."""

    BUILDING = "building"
    WAITING = "waiting"
    """Built and hidden."""

    ENTERING = "entering"
    """Told to show itself, and not seen yet."""

    PLAYING = "playing"


class Staged:
    """A process, its act, and since when; ``now`` is a clock in seconds that never goes back."""

    def __init__(
        self, process: Process, now: Callable[[], float], *, plain: bool, edition: int
    ) -> None:
        self.process = process
        self.edition = edition
        """Of what it was told when it was built; there may be a newer one."""

        self.plain = plain
        """Whether all that it shows is that the screen is out of order."""

        self.has_begun = False
        self.is_staff = False
        self.has_told_help = False
        self._now = now
        self.act = Act.BUILDING
        self.since = now()
        self.heart = Heartbeat(HIDDEN_SILENCE_SECONDS, now)

    def enter(self, act: Act) -> None:
        """Come to the next act."""
        self.act = act
        self.since = self._now()
        if act is Act.PLAYING:
            self.heart = Heartbeat(SHOWN_SILENCE_SECONDS, self._now, BLIND_SECONDS)
        else:
            self.heart = Heartbeat(HIDDEN_SILENCE_SECONDS, self._now)

    @property
    def age(self) -> float:
        """Seconds in this act."""
        return self._now() - self.since

    @property
    def is_stuck(self) -> bool:
        """Whether it takes longer than anything but a fault would."""
        match self.act:
            case Act.BUILDING:
                return self.age > READY_SECONDS
            case Act.ENTERING:
                return self.age > PAINT_SECONDS
            case Act.WAITING | Act.PLAYING:
                return self.heart.is_silent

    def question(self) -> int | None:
        """The number of a ping to send now, or ``None``."""
        return self.heart.question() if self.act in (Act.WAITING, Act.PLAYING) else None

    def forgive(self) -> None:
        """The supervisor was not listening: begin to count anew."""
        self.heart.forgive()
        if self.act is not Act.WAITING:
            self.since = self._now()
