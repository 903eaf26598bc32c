"""Kills the real window in mid-typing: ``python -m tests.crash.window_kills FOLDER KILLS SEED``.

Each window is a fork of this process, which has read the program and has made nothing of Qt yet.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from reader.app import Desk
from reader.notebook.model import MarkKind
from reader.notebook.notebook import Notebook
from reader.paths import find_paths
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.questions_page import OWN
from tests.been_here import been_here
from tests.holding import held_in
from tests.ui.stage import NOON, offscreen_app

KEY_EVERY_MS = 15
LONGEST = 2.5
"""Seconds of typing after which the window is killed at the latest."""

MOST_LOST = 1.0
"""Seconds of typing that may be lost (promises.md)."""

_WORDS = "what about the other treatment that was named there "


@dataclass(slots=True)
class Found:
    """What was lost after the windows were killed."""

    kills: int = 0
    keys: int = 0
    notes_lost: int = 0
    most_lost: float = 0.0
    """Seconds between the first key that was lost and the kill, the most of all."""

    too_much: int = 0
    wrong: list[str] = field(default_factory=list)

    def line(self) -> str:
        return (
            f"{self.kills} windows killed while typing ({self.keys} keys): {self.notes_lost} saved"
            f" notes lost, at most {self.most_lost:.2f} s of typing lost, more than "
            f"{MOST_LOST:g} s in {self.too_much}"
        )


def main(folder: Path, kills: int, seed: int) -> Found:
    """Kill ``kills`` windows one after the other, all on the same notebook."""
    random = Random(seed)
    found = Found()
    kept: dict[str, str] = {}
    for number in range(kills):
        in_note = number % 2 == 0
        keys, killed = _killed(folder, number, random, in_note=in_note)
        found.kills += 1
        found.keys += len(keys)
        notes, draft = _saved(folder)
        for item, text in kept.items():
            found.notes_lost += notes.get(item) != text
        kept = notes
        typed = f"{number}: "
        saved = draft
        if in_note:
            saved = next((text for text in notes.values() if text.startswith(typed)), "")
        first_lost = max(len(saved) - len(typed), 0)
        lost = killed - keys[first_lost] if first_lost < len(keys) else 0.0
        found.most_lost = max(found.most_lost, lost)
        if lost > MOST_LOST:
            found.too_much += 1
            found.wrong.append(f"window {number}: {lost:.2f} s lost, {saved!r} saved")
    return found


def _killed(
    folder: Path, number: int, random: Random, *, in_note: bool
) -> tuple[list[float], float]:
    """When each key was pressed, and when the window was killed, by the monotonic clock."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            _type(folder, number, writing, in_note=in_note)
        finally:
            os._exit(1)
    os.close(writing)
    if not select.select([reading], [], [], 60)[0]:
        problem = "no key was pressed within a minute"
        raise RuntimeError(problem)
    time.sleep(0.05 + random.random() * LONGEST)
    os.kill(pid, signal.SIGKILL)
    killed = time.monotonic()
    with os.fdopen(reading) as pipe:
        lines = pipe.read().split("\n")
    status = os.waitpid(pid, 0)[1]
    if not os.WIFSIGNALED(status):
        problem = f"the window ended by itself, with {status}"
        raise RuntimeError(problem)
    return [float(line) for line in lines[:-1]], killed


def _type(folder: Path, number: int, to: int, *, in_note: bool) -> None:
    """Open the window, and type in a note or in a question until the end."""
    app = offscreen_app()
    paths = find_paths(data=been_here(folder), environ={})
    desk = Desk(app, paths, (), held_in(paths), now=NOON)
    desk.open("", "")
    target = _note_field(desk, number // 2) if in_note else _question_field(desk)
    QTest.keyClicks(target, f"{number}: ")
    letters = count()

    def press() -> None:
        QTest.keyClicks(target, _WORDS[next(letters) % len(_WORDS)])
        os.write(to, f"{time.monotonic()}\n".encode())

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(KEY_EVERY_MS)
    app.exec()


def _note_field(desk: Desk, number: int) -> QWidget:
    """A new note at the passage of that number in the booklet."""
    places = [
        (section.id, passage.id)
        for section in desk.shelf.read("recurrence").sections
        if not section.gate
        for passage in section.passages
    ]
    section_id, passage_id = places[number]
    desk.window.go(Stop(PageName.READING, "recurrence", section_id))
    page = desk.window.page
    assert isinstance(page, MarkingPage)
    page.view.select(passage_id)
    page.passage_actions.bar.note.click()
    (field_,) = (one for one in page.findChildren(QPlainTextEdit) if one.isVisible())
    return field_


def _question_field(desk: Desk) -> QWidget:
    desk.window.go(Stop(PageName.QUESTIONS))
    field_ = desk.window.findChild(QLineEdit, "own-question")
    assert field_ is not None
    field_.clear()
    return field_


def _saved(folder: Path) -> tuple[dict[str, str], str]:
    """The notes of the notebook, and the question that was not added yet."""
    notebook = Notebook.open(
        find_paths(data=folder, environ={}).notebook,
        now=lambda: datetime.now(UTC),
        new_id=lambda: "unused",
    )
    try:
        notes = [mark for mark in notebook.marks.all() if mark.kind is MarkKind.NOTE]
        return {mark.id: mark.text for mark in notes}, notebook.drafts.of(OWN)
    finally:
        notebook.close()


if __name__ == "__main__":
    print(json.dumps(asdict(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))))  # noqa: T201
