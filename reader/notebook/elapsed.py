"""How much time has gone by, as far as the program has seen it: clocks are wrong at times.

A computer whose battery is flat starts in 1970; somebody mistypes 2100. What was deleted must
not be purged early for that. So time here is the sum of the steps from one look at the clock to the
next: a step back counts as none, one of more than a year likewise, any other as a week at most, and
no day counts twice: after a step back, time goes on where the clock had been before. Whoever opens
the notebook once a month has things kept longer than 30 days.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from reader.notebook.rows import iso, moment
from reader.notebook.state import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.notebook.state import State

LONGEST_STEP = timedelta(days=7)
"""What is believed of the time between two looks at the clock."""

UNBELIEVABLE = timedelta(days=366)
"""A step above which the clock, not the time, has moved."""


class Elapsed:
    """The seconds that have gone by since the notebook was made."""

    def __init__(self, state: State, *, now: Callable[[], datetime]) -> None:
        self._state = state
        self._now = now

    def seconds(self) -> int:
        """As of the last look; 0 where none was kept."""
        with suppress(ValueError):
            return max(int(self._state.of(About.ELAPSED)), 0)
        return 0

    def look(self) -> int:
        """Look at the clock and keep what has gone by; the seconds. Raises ``NotSavedError``."""
        now = self._now()
        step, furthest = self._step(now)
        seconds = self.seconds() + int(step.total_seconds())
        self._state.keep_all(
            {
                About.ELAPSED: str(seconds),
                About.CLOCK: iso(now),
                About.FURTHEST: iso(furthest),
            }
        )
        return seconds

    def _step(self, now: datetime) -> tuple[timedelta, datetime]:
        """What has gone by since the last look, and how far time has been counted."""
        last = self._moment(About.CLOCK)
        furthest = self._moment(About.FURTHEST) or last or now
        if last is None or not timedelta(0) < now - last <= UNBELIEVABLE:
            return timedelta(0), furthest
        step = min(now - last, LONGEST_STEP)
        if abs(now - furthest) > UNBELIEVABLE:  # the clock has been set right, or wrong for good
            return step, now
        return max(min(step, now - furthest), timedelta(0)), max(now, furthest)

    def _moment(self, name: About) -> datetime | None:
        with suppress(ValueError):
            return moment(self._state.of(name))
        return None
