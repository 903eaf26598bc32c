"""What one kiosk allows. Everything that is not allowed here is never built."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time  # noqa: TC003 - the types are read by wire

from reader.settings import LARGEST_SIZE, SMALLEST_SIZE, THEMES

LEAST_IDLE_SECONDS = 60
MOST_IDLE_SECONDS = 600
LEAST_COUNTDOWN_SECONDS = 30
"""Source: WCAG 2.2, 2.2.1 asks for 20 seconds and a simple action; tired readers get more."""

MOST_COUNTDOWN_SECONDS = 120
MOST_PAGES = 40
MOST_JOBS = 10
MOST_SIZES = 4
MOST_LINE_LETTERS = 120
SCREEN_THEMES = tuple(theme for theme in THEMES if theme != "system")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CUPS_SOCKET = "/run/cups/cups.sock"

__all__ = ["LARGEST_SIZE", "SMALLEST_SIZE", "TIGHTEST", "Hours", "Policy", "Printing"]


@dataclass(frozen=True, slots=True)
class Printing:
    """Where sheets go, and how much one person may print.

    ``queue`` is the name of a CUPS queue that nobody else uses, ``socket`` the full path of the
    socket on which CUPS listens.
    """

    queue: str
    pages_a_job: int = 10
    jobs_a_session: int = 3
    socket: str = CUPS_SOCKET


@dataclass(frozen=True, slots=True)
class Hours:
    """When the clinic is open; outside, the start screen is dimmed but still answers a touch."""

    opens: time
    closes: time
    days: tuple[str, ...] = DAYS[:5]

    def is_open(self, when: datetime) -> bool:
        """Whether the clinic is open at ``when``, which is the clinic's own time."""
        return DAYS[when.weekday()] in self.days and self.opens <= when.time() < self.closes


@dataclass(frozen=True, slots=True)
class Policy:
    """The defaults are the tightest kiosk that is still of use: reading and asking, in big text.

    ``booklets`` are ids, or ``None`` for all that are here. ``idle_seconds`` without a touch begin
    the countdown, ``countdown_seconds`` of it end the session. ``sizes`` and ``themes`` are what
    the start screen offers, the first of each being in force before anybody chooses. ``staff_pin``
    is what ``reader.kiosk.pin`` made of the PIN; without it there is no way into the staff screen.
    ``sheet_line`` is the clinic's own line on every sheet.
    """

    booklets: tuple[str, ...] | None = None
    idle_seconds: int = 90
    countdown_seconds: int = 30
    sizes: tuple[float, ...] = (1.0, 1.5, 2.0)
    themes: tuple[str, ...] = ("light", "contrast-dark")
    printing: Printing | None = None
    has_qr: bool = False
    has_speech: bool = False
    asks_feedback: bool = False
    staff_pin: str = ""
    sheet_line: str = ""
    hours: Hours | None = None

    def allows(self, booklet: str) -> bool:
        """Whether the booklet of that id may be read here."""
        return self.booklets is None or booklet in self.booklets

    def is_open(self, when: datetime) -> bool:
        """Whether the clinic is open at ``when``; always, when no hours are given."""
        return self.hours is None or self.hours.is_open(when)


TIGHTEST = Policy()
"""What a missing or a broken policy gives."""
