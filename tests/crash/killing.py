"""Kills writers without warning: ``python -m tests.crash.killing FOLDER KILLS SEED``.

The writers are forks of this process, which has read the program already and has nothing of SQLite
open; a thousand starts of Python would take an hour of everybody's time.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from uuid import uuid4

from reader.notebook.model import MarkKind, Place
from reader.notebook.notebook import Notebook

NAME = "notebook.db"
LONGEST_WAIT = 0.02
"""Seconds after its first word within which a writer is killed."""

_PLACE = Place("recurrence", "2026-11", "why", "p1", quote="Some words of it")


@dataclass(slots=True)
class Found:
    """What was found after ``kills``: how many changes were said to be saved, and were not."""

    kills: int = 0
    said: int = 0
    lost: int = 0
    damaged: int = 0
    checkpoints: int = 0
    """How many were killed with a log of nothing, that is in or just after a checkpoint."""

    def line(self) -> str:
        return (
            f"{self.kills} kills of a writer, {self.said} changes said to be saved: "
            f"{self.lost} lost, {self.damaged} notebooks damaged"
        )


def main(folder: Path, kills: int, seed: int) -> Found:
    """Kill ``kills`` writers one after the other, all at work on the same few notebooks."""
    random = Random(seed)
    found = Found()
    kept: dict[Path, dict[str, str]] = {}
    for number in range(kills):
        path = folder / f"{number // 50}" / NAME  # a new notebook now and then
        said = _killed(path, random)
        expected = kept.setdefault(path, {})
        found.kills += 1
        found.said += len(said)
        log = path.with_name(f"{NAME}-wal")
        found.checkpoints += not (log.exists() and log.stat().st_size)
        _compare(path, expected, said, found)
    return found


def _compare(
    path: Path, expected: dict[str, str], said: list[tuple[str, str]], found: Found
) -> None:
    """Look whether the notebook holds what was said, and nothing but that and one step more."""
    expected.update(said)
    notebook = _open(path)
    try:
        held = {mark.id: mark.text for mark in notebook.marks.all()}
        found.damaged += sum(not mark.is_whole for mark in notebook.marks.all())
        for item, text in expected.items():
            # The last change may have been saved and not said any more.
            if item not in held or held[item] not in (text, f"{text}+"):
                found.lost += 1
    finally:
        notebook.close()
    expected.clear()
    expected.update(held)


def _killed(path: Path, random: Random) -> list[tuple[str, str]]:
    """Start a writer and kill it; what it said by then."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            _write(path, writing, long=random.random() < 0.2)
        finally:
            os._exit(1)  # only when something failed: a writer never stops
    os.close(writing)
    said = b""
    select.select([reading], [], [], 10)
    time.sleep(random.random() * LONGEST_WAIT)
    os.kill(pid, signal.SIGKILL)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _pid, status = os.waitpid(pid, 0)
    if os.WTERMSIG(status) != signal.SIGKILL:
        problem = f"the writer ended by itself, with {status}, after {said[-200:]!r}"
        raise RuntimeError(problem)
    lines = [line for line in said.decode().splitlines(keepends=True) if line.endswith("\n")]
    return [(item, text) for item, _, text in (line.rstrip("\n").partition(" ") for line in lines)]


def _write(path: Path, to: int, *, long: bool) -> None:
    """Add notes and change them for ever; each change is said once it is saved."""
    notebook = _open(path)
    words = "word " * (8000 if long else 5)  # the log of long notes is emptied now and then
    while True:
        note = notebook.marks.add(MarkKind.NOTE, _PLACE, words)
        os.write(to, f"{note.id} {note.text}\n".encode())
        notebook.marks.change_text(note.id, f"{note.text}+")
        os.write(to, f"{note.id} {note.text}+\n".encode())


def _open(path: Path) -> Notebook:
    return Notebook.open(path, now=lambda: datetime.now(UTC), new_id=lambda: uuid4().hex)


if __name__ == "__main__":
    print(json.dumps(asdict(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))))  # noqa: T201
