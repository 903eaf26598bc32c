"""How a notebook of a hundred thousand notes does: opening, listing, searching, saving.

    python bench/notebook.py [--notes N]     the limits of docs/promises.md beside each figure

Prints milliseconds and ends with status 1 when a limit is passed. It runs in a folder of its own
beside the temporary files; on a memory disk saving would look better than it is (set ``TMPDIR``).
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parents[1]))

from reader.notebook.listing import Choice, Order
from reader.notebook.model import Mark, MarkKind, Place
from reader.notebook.notebook import Notebook

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

NOTES = 100_000
WINDOW = 40
OPEN, LIST, SEARCH, SAVE = 2000, 200, 50, 50
"""Milliseconds."""

SAVES = 500
SEARCHES = ("a", "th", "opinion", "scan results", "nothing like it", "s b")
COMMON = (
    *("the", "a", "to", "of", "and", "is", "was", "will", "ask", "about", "before", "after"),
    *("scan", "results", "opinion", "clinic", "nurse", "tablet", "Monday", "morning", "tired"),
    *("sleep", "pain", "blood", "test", "letter", "ring", "ward", "second", "team"),
)

_CHANCE = random.Random(7)
_RARE = ["".join(_CHANCE.choices("abcdefghijklmnoprstuvwy", k=7)) for _ in range(6000)]


def main() -> int:
    """Fill a notebook, then time it."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--notes", type=int, default=NOTES)
    notes = arguments.parse_args().notes
    with tempfile.TemporaryDirectory(prefix="bench-notebook-") as folder:
        path = Path(folder) / "notebook.sqlite"
        fill(path, notes)
        print(f"{notes:,} notes, {path.stat().st_size / 1e6:.0f} MB".replace(",", " "))
        is_within = timed(path)
    return 0 if is_within else 1


def fill(path: Path, notes: int) -> None:
    """As if it had been written over many years."""
    notebook = opened(path)
    for start in range(0, notes, 10_000):
        marks = [a_note() for _ in range(min(10_000, notes - start))]
        notebook.arrivals.put(marks=marks)
    notebook.close()


def a_note() -> Mark:
    """A sentence or three about a passage of a booklet."""
    booklet = _CHANCE.choice(("recurrence", "surgery"))
    passage = _CHANCE.randrange(900)
    place = Place(booklet, "2026-11", f"section-{passage // 50}", f"p{passage}", 0, 0, some(20))
    return Mark(uuid4().hex, MarkKind.NOTE, place, some(_CHANCE.randint(5, 60)), now(), now())


def some(count: int) -> str:
    """Words as people use them: a few all the time, many now and then."""
    return " ".join(
        _CHANCE.choice(COMMON if _CHANCE.random() < 0.6 else _RARE) for _ in range(count)
    )


def timed(path: Path) -> bool:
    """Print how long everything takes; whether all of it was within its limit."""
    results: list[bool] = []

    def say(what: str, milliseconds: float, limit: int | None = None) -> None:
        bound = "" if limit is None else f"   (at most {limit})"
        print(f"{what:34}{milliseconds:9.1f} ms{bound}")
        results.append(limit is None or milliseconds <= limit)

    notebook, took = clocked(lambda: opened(path))
    say("open", took, OPEN)
    for order in Order:
        choice = Choice(frozenset({MarkKind.NOTE}))
        _rows, took = clocked(
            lambda order=order, choice=choice: notebook.listing(choice, order, rank).marks(
                0, WINDOW
            )
        )
        say(f"list and a window, {order} first", took, LIST)
    steps, making, end = [0.0], notebook.search_steps(), object()
    while True:
        one, took = clocked(lambda: next(making, end))
        if one is end:
            break
        steps.append(took)
    say("make the index, altogether", sum(steps))
    say(f"make the index, longest of {len(steps) - 1} steps", max(steps))
    for words in SEARCHES:
        _hits, took = clocked(lambda words=words: notebook.search(words, 50))
        say(f"search for “{words}”", took, SEARCH)
    saves = sorted(clocked(lambda: a_save(notebook))[1] for _ in range(SAVES))
    say("save, half of them within", saves[SAVES // 2])
    say("save, 99 of 100 within", saves[SAVES * 99 // 100], SAVE)
    _hits, took = clocked(lambda: notebook.search("opinion", 50))
    say(f"search after {SAVES} changes", took, SEARCH)
    _done, took = clocked(notebook.housekeeping.at_start)
    say("backup, checked", took)
    _closed, took = clocked(notebook.close)
    say("close", took)
    return all(results)


def a_save(notebook: Notebook) -> object:
    """One note more, or one changed, as autosave does it."""
    note = a_note()
    if _CHANCE.random() < 0.5:
        return notebook.marks.add(note.kind, note.place, note.text)
    newest = notebook.listing(Choice(), Order.NEWEST, rank) if not _IDS else None
    if newest is not None:
        _IDS.extend(mark.id for mark in newest.marks(0, 1000))
    return notebook.marks.change_text(_CHANCE.choice(_IDS), note.text)


_IDS: list[str] = []


def rank(booklet: str, section: str, passage: str) -> tuple[int, ...]:
    """The order of reading, as a shelf would tell it."""
    return (booklet == "surgery", int(section.removeprefix("section-") or 0), int(passage[1:]))


def clocked(do: Callable[[], T]) -> tuple[T, float]:
    """What ``do`` gives, and the milliseconds that it took."""
    start = time.perf_counter()
    result = do()
    return result, (time.perf_counter() - start) * 1000


def opened(path: Path) -> Notebook:
    return Notebook.open(path, now=now, new_id=lambda: uuid4().hex)


def now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
