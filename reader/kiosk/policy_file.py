"""Reading ``kiosk.toml``: anything wrong in it gives the tightest kiosk, and words for staff."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING, Any

from reader.kiosk import policy as limits
from reader.kiosk.pin import is_hash
from reader.kiosk.policy import TIGHTEST, Hours, Policy, Printing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

MOST_BYTES = 64 * 1024
_BOOKLET = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_QUEUE = re.compile(r"[A-Za-z0-9_.-]{1,127}")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")

SHAPE: Mapping[str, frozenset[str]] = {
    "booklets": frozenset({"allowed"}),
    "session": frozenset({"idle_seconds", "countdown_seconds"}),
    "start": frozenset({"sizes", "themes"}),
    "printing": frozenset({"queue", "pages_a_job", "jobs_a_session", "socket"}),
    "extras": frozenset({"qr", "speech", "feedback"}),
    "sheet": frozenset({"line"}),
    "staff": frozenset({"pin"}),
    "hours": frozenset({"opens", "closes", "days"}),
}
"""The tables of the file and the keys in them; docs/kiosk.md says what they mean."""


@dataclass(frozen=True, slots=True)
class PolicyRead:
    """What is in force, and what is wrong with the file, a sentence each."""

    policy: Policy
    problems: tuple[str, ...] = ()


class PolicyFile:
    """The file at ``path``, or none at all; to be asked now and then whether it has changed."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._seen: tuple[int, ...] | None = None

    def read(self) -> PolicyRead:
        """What the file says now; never raises."""
        if self._path is None:
            return PolicyRead(
                TIGHTEST, ("No policy file was named, so as little as can be works.",)
            )
        self._seen = self._stamp()
        try:
            with self._path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            why = error.strerror or type(error).__name__
            return PolicyRead(TIGHTEST, (f"The policy “{self._path}” cannot be read ({why}).",))
        return understood(data)

    def has_changed(self) -> bool:
        """Whether the file is another one than the last that was read."""
        return self._path is not None and self._stamp() != self._seen

    def _stamp(self) -> tuple[int, ...] | None:
        try:
            found = self._path.stat() if self._path is not None else None
        except OSError:
            return None
        return (found.st_mtime_ns, found.st_size, found.st_ino) if found is not None else None


def understood(data: bytes) -> PolicyRead:
    """The policy that the bytes of a file say, all of it or the tightest.

    A good PIN is kept even from a broken file: staff need it to see what is broken.
    """
    if len(data) > MOST_BYTES:
        return PolicyRead(TIGHTEST, (f"The policy is longer than {MOST_BYTES} bytes.",))
    try:
        tables = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:
        return PolicyRead(TIGHTEST, (f"The policy is not good TOML: {error}.",))
    reading = _Reading(tables)
    policy = reading.policy()
    if reading.problems:
        return PolicyRead(replace(TIGHTEST, staff_pin=policy.staff_pin), tuple(reading.problems))
    return PolicyRead(policy)


class _Reading:
    """Goes through the tables and collects everything that is wrong, not the first thing only."""

    def __init__(self, tables: Mapping[str, object]) -> None:
        self._tables = tables
        self.problems: list[str] = []
        for name, table in tables.items():
            if name not in SHAPE:
                self.problems.append(f"“{name}” is not known; use {_listed(SHAPE)}.")
            elif not isinstance(table, dict):
                self.problems.append(f"“{name}” has to be a table, written as [{name}].")
            else:
                self._check_keys(name, table)

    def policy(self) -> Policy:
        least, most = limits.LEAST_IDLE_SECONDS, limits.MOST_IDLE_SECONDS
        shortest, longest = limits.LEAST_COUNTDOWN_SECONDS, limits.MOST_COUNTDOWN_SECONDS
        return Policy(
            booklets=self._list("booklets", "allowed", _is_match(_BOOKLET), None, "ids"),
            idle_seconds=self._number("session", "idle_seconds", 90, least, most),
            countdown_seconds=self._number("session", "countdown_seconds", 30, shortest, longest),
            sizes=self._sizes(),
            themes=self._list("start", "themes", _is_theme, TIGHTEST.themes, _THEMES)
            or TIGHTEST.themes,
            printing=self._printing(),
            has_qr=self._flag("extras", "qr"),
            has_speech=self._flag("extras", "speech"),
            asks_feedback=self._flag("extras", "feedback"),
            staff_pin=self._text(
                "staff", "pin", is_hash, "what booklet-reader kiosk --set-pin says"
            ),
            sheet_line=self._text("sheet", "line", _is_line, "one line of at most 120 letters"),
            hours=self._hours(),
        )

    def _printing(self) -> Printing | None:
        if "printing" not in self._tables:
            return None
        queue = self._text("printing", "queue", _is_match(_QUEUE), "the name of a queue in CUPS")
        if not queue:
            self.problems.append("[printing] needs a queue.")
        pages = self._number("printing", "pages_a_job", 10, 1, limits.MOST_PAGES)
        jobs = self._number("printing", "jobs_a_session", 3, 1, limits.MOST_JOBS)
        path = self._text("printing", "socket", lambda text: text.startswith("/"), "a full path")
        return Printing(queue, pages, jobs, path or limits.CUPS_SOCKET)

    def _hours(self) -> Hours | None:
        if "hours" not in self._tables:
            return None
        opens, closes = (
            self._text("hours", key, _is_match(_TIME), "a time such as “08:30”")
            for key in ("opens", "closes")
        )
        if not opens or not closes:
            self.problems.append("[hours] needs both opens and closes.")
            return None
        if opens >= closes:
            self.problems.append("In [hours], closes has to be later than opens.")
            return None
        days = self._list("hours", "days", _is_day, Hours(time(), time()).days, "mon to sun")
        return Hours(time.fromisoformat(opens), time.fromisoformat(closes), days or ())

    def _sizes(self) -> tuple[float, ...]:
        what = f"1 to {limits.MOST_SIZES} sizes from 1.0 to 4.0"
        sizes = self._list("start", "sizes", _is_size, TIGHTEST.sizes, what)
        if len(sizes or ()) > limits.MOST_SIZES:
            self._complain("start", "sizes", what)
        return tuple(float(size) for size in sizes or TIGHTEST.sizes)

    # ---- single values

    def _check_keys(self, name: str, table: Mapping[str, object]) -> None:
        for key in table.keys() - SHAPE[name]:
            known = _listed(SHAPE[name])
            self.problems.append(f"In [{name}], “{key}” is not known; use {known}.")

    def _value(self, table: str, key: str) -> Any:  # noqa: ANN401 - whatever TOML has
        found = self._tables.get(table)
        return found.get(key) if isinstance(found, dict) else None

    def _complain(self, table: str, key: str, what: str) -> None:
        self.problems.append(f"In [{table}], {key} has to be {what}.")

    def _number(self, table: str, key: str, usual: int, least: int, most: int) -> int:
        value = self._value(table, key)
        if value is None:
            return usual
        if type(value) is not int or not least <= value <= most:
            self._complain(table, key, f"a whole number from {least} to {most}")
            return usual
        return value

    def _flag(self, table: str, key: str) -> bool:
        value = self._value(table, key)
        if value is not None and not isinstance(value, bool):
            self._complain(table, key, "true or false")
        return value is True

    def _text(self, table: str, key: str, is_good: Callable[[str], bool], what: str) -> str:
        value = self._value(table, key)
        if value is None or value == "":
            return ""
        if not isinstance(value, str) or not is_good(value):
            self._complain(table, key, what)
            return ""
        return value

    def _list(
        self,
        table: str,
        key: str,
        is_good: Callable[[Any], bool],
        usual: tuple[Any, ...] | None,
        what: str,
    ) -> tuple[Any, ...] | None:
        value = self._value(table, key)
        if value is None:
            return usual
        if not isinstance(value, list) or not value or not all(map(is_good, value)):
            self._complain(table, key, f"a list of {what}")
            return usual
        return tuple(dict.fromkeys(value))


_THEMES = ", ".join(limits.SCREEN_THEMES)


def _is_match(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda text: isinstance(text, str) and pattern.fullmatch(text) is not None


def _is_theme(value: object) -> bool:
    return value in limits.SCREEN_THEMES


def _is_day(value: object) -> bool:
    return value in limits.DAYS


def _is_size(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and limits.SMALLEST_SIZE <= value <= limits.LARGEST_SIZE  # type: ignore[operator]


def _is_line(text: str) -> bool:
    return len(text) <= limits.MOST_LINE_LETTERS and text.isprintable()


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names))
