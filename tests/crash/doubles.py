"""Two programs at once, a change of layout cut short, a clock that lies: told as numbers.

``python -m tests.crash.doubles starts|migrations|clocks FOLDER TIMES SEED`` prints what was found.
The processes are forks of this one, which has nothing of SQLite open.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from reader.notebook.errors import NotebookInUseError
from reader.notebook.model import MarkKind, Place
from reader.notebook.notebook import Notebook
from tests.crash.old_notebook import TEXTS, make_old_notebook

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "notebook.db"
_PLACE = Place("recurrence", "2026-11", "why", "p1", quote="Some words of it")


START = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@dataclass(slots=True)
class Found:
    """How often it was tried, and all that was wrong."""

    tried: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def note(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1


def starts(folder: Path, times: int, seed: int) -> Found:
    """Start two at once: one writes, the other says that it is in use, nothing is harmed."""
    random = Random(seed)
    found = Found()
    path = folder / NAME
    notes = 0
    for number in range(times):
        found.tried += 1
        gate_out, gate_in = os.pipe()
        held_out, held_in = os.pipe()
        pids = [_start(path, gate_out, held_out, random.random() * 0.003) for _ in range(2)]
        os.write(gate_in, b"..")
        ends = [_end(pids.pop(index)) for index in (_first_to_end(pids),)]
        os.write(held_in, b"..")
        ends += [_end(pid) for pid in pids]
        for pipe in (gate_out, gate_in, held_out, held_in):
            os.close(pipe)
        found.note(" and ".join(sorted(_MEANING.get(end, str(end)) for end in ends)))
        notes += ends.count(_WROTE)
        if sorted(ends) != sorted((_WROTE, _IN_USE)):
            found.wrong.append(f"start {number}: {ends}")
    with closing(_open(path)) as notebook:
        if len(notebook.marks.all()) != notes:
            found.wrong.append(f"{len(notebook.marks.all())} notes instead of {notes}")
    return found


_WROTE, _IN_USE = 10, 11
_MEANING = {_WROTE: "one wrote", _IN_USE: "one said that it is in use"}


def _start(path: Path, gate: int, held: int, wait: float) -> int:
    """A process that waits for the gate, starts, and holds on till the other has ended."""

    def work() -> int:
        os.read(gate, 1)
        time.sleep(wait)
        try:
            notebook = _open(path)
        except NotebookInUseError:
            return _IN_USE
        notebook.marks.add(MarkKind.NOTE, _PLACE, "written by the one that has it")
        os.read(held, 1)
        notebook.close()
        return _WROTE

    return _fork(work)


def migrations(folder: Path, times: int, seed: int) -> Found:
    """Kill the change of layout at every statement in turn: it is the old layout or the new."""
    found = Found()
    statements = _count_statements(folder / "counted")
    for number in range(times):
        found.tried += 1
        path = folder / str(number) / NAME
        make_old_notebook(path)
        killed_at = number % (statements + 1)
        end = _end(_fork(lambda: _migrate(path, killed_at)))  # noqa: B023
        layout = _layout(path)
        found.note(f"layout {layout} after the kill")
        with closing(_open(path)) as notebook:
            texts = [mark.text for mark in notebook.marks.all()]
            if texts != list(TEXTS) or not all(mark.is_whole for mark in notebook.marks.all()):
                found.wrong.append(f"killed at statement {killed_at}: {texts}")
        if end != -signal.SIGKILL and killed_at < statements:
            found.wrong.append(f"statement {killed_at} was not reached: {end}")
    return found


def _count_statements(folder: Path) -> int:
    path = folder / NAME
    make_old_notebook(path)
    counter = count()
    with closing(_Counted.open(path, lambda _connection: next(counter))):
        return next(counter)


class _Counted:
    """Opens a notebook and calls something before every statement that SQLite is given."""

    @staticmethod
    def open(path: Path, before: Callable[[object], object]) -> Notebook:
        connect = sqlite3.connect

        def connecting(*given: object, **named: object) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*given, **named)  # type: ignore[call-overload]
            connection.set_trace_callback(before)
            return connection

        sqlite3.connect = connecting  # type: ignore[assignment]
        try:
            return _open(path)
        finally:
            sqlite3.connect = connect


def _migrate(path: Path, killed_at: int) -> int:
    numbers = count()

    def kill(_statement: object) -> None:
        if next(numbers) == killed_at:
            os.kill(os.getpid(), signal.SIGKILL)

    _Counted.open(path, kill).close()
    return 0


def _layout(path: Path) -> int:
    with path.open("rb") as file:
        file.seek(60)
        return int.from_bytes(file.read(4), "big")


def clocks(folder: Path, times: int, seed: int) -> Found:
    """Use a notebook while the clock stands in 1970, in 2100 and anywhere, going back at will."""
    random = Random(seed)
    found = Found()
    path = folder / NAME
    kept: dict[str, str] = {}
    real_days = 0.0
    deleted_on: dict[str, float] = {}
    for number in range(times):
        found.tried += 1
        real_days += 1 / 24  # an hour goes by between two uses, whatever the clock says
        now = _clock(random, START + timedelta(days=real_days))
        ids = count(number * 10)
        notebook = Notebook.open(path, now=lambda: now, new_id=lambda: f"id-{next(ids)}")  # noqa: B023
        with closing(notebook):
            trouble = notebook.housekeeping.at_start().trouble
            if trouble is not None:
                found.wrong.append(f"use {number}: {trouble!r}")
            mark = notebook.marks.add(MarkKind.NOTE, _PLACE, f"note {number}")
            kept[mark.id] = mark.text
            if number % 7 == 0:
                notebook.marks.delete(mark.id)
                del kept[mark.id]
                deleted_on[mark.id] = real_days
            held = {one.id: one.text for one in notebook.marks.all()}
            can_come_back = {one.item.id for one in notebook.deleted.all()}
        if held != kept:
            found.wrong.append(f"use {number}: {len(held)} notes instead of {len(kept)}")
        early = {one for one, day in deleted_on.items() if real_days - day < 30} - can_come_back
        found.counts["purged early"] = found.counts.get("purged early", 0) + len(early)
        for one in early:
            del deleted_on[one]
    return found


def _clock(random: Random, right: datetime) -> datetime:
    """What the clock says: mostly the time, else the time from a battery that was flat, and so on.

    A wrong clock is set right before the next use, or is wrong in another way.
    """
    ways = (right, right, right - timedelta(days=1), right - timedelta(hours=7), _FLAT, _TYPO)
    return random.choice(ways)


_FLAT = datetime(1970, 1, 1, tzinfo=UTC)
_TYPO = datetime(2100, 1, 1, tzinfo=UTC)


def _open(path: Path) -> Notebook:
    ids = count(time.monotonic_ns())
    return Notebook.open(path, now=lambda: datetime.now(UTC), new_id=lambda: f"id-{next(ids)}")


def _fork(do: Callable[[], int]) -> int:
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            status = do()
        finally:
            os._exit(status)
    return pid


def _first_to_end(pids: list[int]) -> int:
    """Which of ``pids`` has ended; waits for one of them, and leaves it to be asked for its end."""
    ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
    assert ended is not None
    return pids.index(ended.si_pid)


def _end(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


if __name__ == "__main__":
    asked = {"starts": starts, "migrations": migrations, "clocks": clocks}[sys.argv[1]]
    result = asked(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    print(json.dumps(asdict(result)))  # noqa: T201
