"""Whether a session still answers, and how long to wait before one is started again."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PING_SECONDS = 0.5
SHOWN_SILENCE_SECONDS = 3.0
"""The start screen is to be back after 5. On a weak machine a new size may take 2 for itself, and
to end a session for that would lose what a person wrote."""

BLIND_SECONDS = 4.0
"""A session that answers may paint nothing for so long: it has a lot to do at once."""

HIDDEN_SILENCE_SECONDS = 10.0
"""Nobody waits for a hidden session, and on a busy machine it is the last to be served."""

FAILURES_SAID = 3
"""After so many failing starts in a row the screen says that it is out of order."""

LONGEST_WAIT_SECONDS = 30.0


class Heartbeat:
    """Asks every half second, and knows since when there was no answer.

    With ``blind_seconds`` an answer is to come with a painted frame that often. ``now`` is a clock
    in seconds that never goes back.
    """

    def __init__(
        self, silence_seconds: float, now: Callable[[], float], blind_seconds: float = math.inf
    ) -> None:
        self._silence = silence_seconds
        self._blind = blind_seconds
        self._now = now
        self._number = 0
        self._asked_at = now() - PING_SECONDS
        self._heard_at = now()
        self._painted_at = now()

    def question(self) -> int | None:
        """The number of a ping to send now, or ``None`` if it is too early."""
        if self._now() - self._asked_at < PING_SECONDS:
            return None
        self._asked_at = self._now()
        self._number += 1
        return self._number

    def answered(self, number: int, *, painted: bool) -> None:
        """An answer came; one to a question that was never asked is none."""
        if 0 < number <= self._number:
            self._heard_at = self._now()
            if painted:
                self._painted_at = self._now()

    def forgive(self) -> None:
        """We were not listening ourselves: count from now."""
        self._heard_at = self._painted_at = self._now()

    @property
    def is_silent(self) -> bool:
        """Whether nothing was heard, or nothing painted, for too long."""
        now = self._now()
        return now - self._heard_at > self._silence or now - self._painted_at > self._blind


class FailingStarts:
    """How many sessions in a row did not get as far as being seen, and when to try again.

    At once the first times, then after 1, 2, 4 … 30 seconds.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._failures = 0
        self._not_before = now()

    @property
    def may_start(self) -> bool:
        """Whether it is time to try again."""
        return self._now() >= self._not_before

    @property
    def is_out_of_order(self) -> bool:
        """Whether the screen should say so."""
        return self._failures >= FAILURES_SAID

    def failed(self) -> None:
        """A session ended before it was seen."""
        self._failures += 1
        over = self._failures - FAILURES_SAID
        wait = 0.0 if over < 0 else min(2.0 ** min(over, 10), LONGEST_WAIT_SECONDS)
        self._not_before = self._now() + wait

    def succeeded(self) -> None:
        """A session was seen."""
        self._failures = 0
        self._not_before = self._now()
