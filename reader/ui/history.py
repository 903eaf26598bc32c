"""Where the reader has been, so that Back returns there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PageName(StrEnum):
    """The pages of the window; to take questions home on a phone is for kiosks alone."""

    BOOKLETS = "booklets"
    READING = "reading"
    SEARCH = "search"
    NOTES = "notes"
    QUESTIONS = "questions"
    PRINT = "print"
    HELP = "help"
    CARRY = "carry"
    TAKE_HOME = "take-home"


AT_HOME = tuple(page for page in PageName if page is not PageName.TAKE_HOME)
"""The pages that somebody's own window has."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One place to be: a page, and on the Reading page what is open there."""

    page: PageName
    booklet: str = ""
    section: str = ""
    passage: str = ""


class History:
    """Stops behind the present one, newest last."""

    LONGEST = 200

    def __init__(self) -> None:
        self._stops: list[Stop] = []

    def leave(self, stop: Stop) -> None:
        """Remember ``stop``, unless it is the newest already or nothing was open there."""
        if stop == Stop(PageName.READING):
            return
        if not self._stops or self._stops[-1] != stop:
            self._stops.append(stop)
            del self._stops[: -self.LONGEST]

    def peek(self) -> Stop | None:
        """Where Back would go."""
        return self._stops[-1] if self._stops else None

    def back(self) -> Stop | None:
        """The newest stop, taken off; ``None`` when there is none."""
        return self._stops.pop() if self._stops else None

    def clear(self) -> None:
        """Forget them all."""
        self._stops.clear()
