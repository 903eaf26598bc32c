"""How My notes and My questions do when there is much in them, in the real window.

    QT_QPA_PLATFORM=offscreen python bench/notes_page.py [--notes N] [--questions N]

Prints milliseconds with the limits of docs/promises.md and ends with status 1 when one is passed.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.notebook import some
from reader.app import Desk
from reader.notebook.model import Mark, MarkKind, Place
from reader.notebook.notebook import Notebook
from reader.paths import find_paths
from reader.settings import Settings, save_settings
from reader.ui.held import Held
from reader.ui.history import PageName
from reader.ui.notes_page import NotesPage
from reader.ui.questions_page import QuestionsPage

if TYPE_CHECKING:
    from collections.abc import Callable

NOTES, QUESTIONS = 100_000, 500
OPEN_NOTES, OPEN_QUESTIONS, SEARCH, STEP = 200, 300, 50, 100
"""Milliseconds; a step is one press of Page Down."""

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SEARCHES = ("opinion", "scan results", "th", "nothing like it")


def now() -> datetime:
    return NOW


def new_id() -> str:
    return uuid4().hex


class Times:
    """Prints each figure with its limit; ``are_within`` says whether all kept to theirs."""

    def __init__(self) -> None:
        self.are_within = True

    def say(self, what: str, milliseconds: float, limit: int | None = None) -> None:
        bound = "" if limit is None else f"   (at most {limit})"
        print(f"{what:42}{milliseconds:9.1f} ms{bound}")
        self.are_within &= limit is None or milliseconds <= limit


def fill(desk: Desk, notes: int, questions: int) -> None:
    """Marks on passages that are there, of every kind, and questions of one's own."""
    chance = random.Random(7)
    passages = [
        (booklet, section, passage)
        for booklet in desk.shelf.read_all()
        for section in booklet.sections
        for passage in section.passages
    ]
    for start in range(0, notes, 10_000):
        marks = []
        for number in range(start, min(start + 10_000, notes)):
            booklet, section, passage = chance.choice(passages)
            place = Place(
                booklet.id, str(booklet.edition), section.id, passage.id, quote=passage.text[:300]
            )
            when = NOW + timedelta(seconds=number)
            text = some(chance.randint(5, 60))
            marks.append(Mark(f"bench-{number}", MarkKind.NOTE, place, text, when, when))
        desk.notebook.arrivals.put(marks=marks)
    for number in range(questions):
        desk.notebook.questions.add(f"Question {number}: {some(12)}?")


def clocked(do: Callable[[], object]) -> float:
    """Milliseconds until ``do`` is done and what it shows is painted."""
    start = time.perf_counter()
    do()
    settle()
    return (time.perf_counter() - start) * 1000


def settle() -> None:
    """Lay out and paint what waits for it; timers of what is done meanwhile are left alone."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.repaint()


def wait_for(is_so: Callable[[], bool], seconds: int = 120) -> None:
    """Let the window work until ``is_so``."""
    clock = QElapsedTimer()
    clock.start()
    while not is_so():
        if clock.elapsed() > seconds * 1000:
            sys.exit("the window does not get ready")
        QTest.qWait(20)


def time_notes(desk: Desk, times: Times) -> None:
    """Open, scroll, search."""
    times.say(
        "open My notes, the first time",
        clocked(lambda: desk.window.open_page(PageName.NOTES)),
        OPEN_NOTES,
    )
    page = desk.window.page
    assert isinstance(page, NotesPage)
    desk.window.open_page(PageName.HELP)
    times.say("open it again", clocked(lambda: desk.window.open_page(PageName.NOTES)), OPEN_NOTES)
    print(f"{'cards that exist':42}{len(page.cards):9}")
    steps = sorted(clocked(lambda: QTest.keyClick(page, Qt.Key.Key_PageDown)) for _ in range(40))
    times.say("Page Down, half of them within", steps[20])
    times.say("Page Down, the longest of 40", steps[-1], STEP)
    bar = page.list.verticalScrollBar()
    wheel = sorted(clocked(lambda: bar.setValue(bar.value() + 60)) for _ in range(200))
    times.say("a turn of the wheel, 99 of 100 within", wheel[198], STEP)
    times.say("to the end", clocked(lambda: QTest.keyClick(page, Qt.Key.Key_End)), STEP)
    jumps = sorted(
        clocked(lambda at=at: bar.setValue(bar.maximum() * at // 20)) for at in range(20)
    )
    times.say("the scroll bar dragged, the longest", jumps[-1], STEP)
    longest = [0.0]
    beat(longest)
    start = time.perf_counter()
    wait_for(lambda: page.list.readying.is_ready)
    times.say("getting ready to search, altogether", (time.perf_counter() - start) * 1000)
    times.say("longest the window did not answer", longest[0], STEP)
    for words in SEARCHES:
        page.list.tools.field.setText(words)
        times.say(f"find “{words}”", clocked(page.list.tools.field.returnPressed.emit), SEARCH)
    times.say("show all again", clocked(page.list.tools.show_all), OPEN_NOTES)
    times.say(
        "newest first",
        clocked(page.list.tools.orders.buttons["newest"].click),
        OPEN_NOTES,
    )
    card = next(iter(page.cards.values()))
    times.say("delete one", clocked(card.delete_asked.emit), OPEN_NOTES)
    times.say("Undo", clocked(desk.window.notice.undo), OPEN_NOTES)


def beat(longest: list[float]) -> None:
    """Note how long the window is busy with something else, for as long as it lives."""
    last = [time.perf_counter()]
    timer = QTimer(QApplication.instance())
    timer.setInterval(5)

    def tick() -> None:
        now = time.perf_counter()
        longest[0] = max(longest[0], (now - last[0]) * 1000)
        last[0] = now

    timer.timeout.connect(tick)
    timer.start()


def time_questions(desk: Desk, times: Times) -> None:
    """Open, and have all of it."""
    took = clocked(lambda: desk.window.open_page(PageName.QUESTIONS))
    times.say("open My questions, the first time", took, OPEN_QUESTIONS)
    page = desk.window.page
    assert isinstance(page, QuestionsPage)
    start = time.perf_counter()
    wait_for(lambda: len(page.list.rows) == len(page.list.order))
    times.say("all rows are there", (time.perf_counter() - start) * 1000)
    desk.window.open_page(PageName.HELP)
    took = clocked(lambda: desk.window.open_page(PageName.QUESTIONS))
    times.say("open it again", took, OPEN_QUESTIONS)


def main() -> int:
    """Fill a notebook, open the window on it, and time it."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--notes", type=int, default=NOTES)
    arguments.add_argument("--questions", type=int, default=QUESTIONS)
    asked = arguments.parse_args()
    app = QApplication(["bench"])
    times = Times()
    with tempfile.TemporaryDirectory(prefix="bench-notes-") as folder:
        paths = find_paths(data=Path(folder), environ={})
        save_settings(paths.settings, Settings(size_chosen=True))
        notebook = Notebook.open(paths.notebook, now=now, new_id=new_id)
        desk = Desk(app, paths, (), Held(notebook, now, new_id), now=NOW)
        fill(desk, asked.notes, asked.questions)
        desk.open("", "")
        desk.window.resize(1280, 860)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 500)
        time_notes(desk, times)
        time_questions(desk, times)
        desk.window.close()
    return 0 if times.are_within else 1


if __name__ == "__main__":
    sys.exit(main())
