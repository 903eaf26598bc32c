"""A use of a notebook, told step by step: ``python -m tests.crash.workload NAME FOLDER OUT``.

After each step it says so on its standard output; from then on what the step did was "saved".
OUT gets, as JSON, what the notebook held at the beginning and after each step.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook import connecting
from reader.notebook.errors import NotebookError
from reader.notebook.model import Answered, MarkKind, Place
from reader.notebook.notebook import Notebook

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from reader.notebook.housekeeping import Done

NAME = "notebook.db"
TOLD_OF = 3
"""The exit status after a named error of the notebook."""

START = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)

View = dict[str, object]
"""What a notebook holds, in a form that can be compared and written down."""


class Desk:
    """A notebook that is used, with a clock and ids that are the same in every run."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.now = START
        self._ids = count(1)
        self.notebook: Notebook | None = None

    def open(self) -> Notebook:
        """Open it, after closing it if need be."""
        self.close()
        self.notebook = open_at(self.path, lambda: self.now, lambda: f"id-{next(self._ids)}")
        return self.notebook

    def close(self) -> None:
        if self.notebook is not None:
            self.notebook.close()
            self.notebook = None


def open_at(
    path: Path,
    now: Callable[[], datetime] = lambda: START,
    new_id: Callable[[], str] = lambda: "unused",
) -> Notebook:
    """The notebook at ``path``."""
    return Notebook.open(path, now=now, new_id=new_id)


def view(notebook: Notebook) -> View:
    """All that the reader wrote and has not deleted, what can be brought back, and old versions."""
    marks, questions = notebook.marks.all(), notebook.questions.all()
    versions = {mark.id: notebook.marks.versions(mark.id) for mark in marks}
    older = [version for some in versions.values() for version in some]
    return {
        "marks": {mark.id: [mark.kind, mark.place.passage, mark.text] for mark in marks},
        "questions": [[one.id, one.text, one.answer, one.answered] for one in questions],
        "versions": {item: [one.text for one in some] for item, some in versions.items()},
        "deleted": sorted(deleted.item.id for deleted in notebook.deleted.all()),
        "draft": notebook.drafts.of("own question"),
        "damaged": sum(not item.is_whole for item in (*marks, *questions, *older)),
    }


def place(number: int) -> Place:
    return Place("recurrence", "2026-11", "why", f"p{number}", 0, 12, "Some words of it")


def done(housekeeping: Done) -> None:
    """Raise what was in the way of it; the window goes on all the same."""
    if housekeeping.trouble is not None:
        raise housekeeping.trouble


def write(desk: Desk) -> Iterator[None]:
    """Notes and questions are added, changed, deleted and brought back."""
    notebook = desk.open()
    yield
    for number in range(4):
        note = notebook.marks.add(MarkKind.NOTE, place(number), f"note {number} " + "word " * 40)
        yield
        question = notebook.questions.add(f"question {number}?")
        yield
        notebook.marks.change_text(note.id, f"note {number} in better words")
        yield
        notebook.questions.move(question.id, 0)
        yield
    notebook.marks.delete(note.id)
    yield
    notebook.questions.answer(question.id, "yes, in March", Answered.PARTLY)
    yield
    notebook.questions.delete(question.id)
    yield
    notebook.marks.restore(note.id)
    yield
    notebook.questions.restore(question.id)
    yield
    notebook.drafts.keep("own question", "What about")
    yield


def reopen(desk: Desk) -> Iterator[None]:
    """The notebook is closed and opened between changes, each time with a checkpoint."""
    for number in range(4):
        notebook = desk.open()
        yield
        notebook.marks.add(MarkKind.BOOKMARK, place(number))
        yield
        notebook.marks.add(MarkKind.NOTE, place(number), f"note {number} " + "word " * 300)
        yield
        desk.close()
        yield


def back_up(desk: Desk) -> Iterator[None]:
    """Backups are made between changes, and rotated."""
    notebook = desk.open()
    yield
    for number in range(7):
        notebook.marks.add(MarkKind.NOTE, place(number), f"note {number} " + "word " * 100)
        yield
        desk.now += timedelta(hours=1)
        done(notebook.housekeeping.now_and_then())
        yield


def purge(desk: Desk) -> Iterator[None]:
    """What was deleted long ago goes for good, and something is deleted for ever."""
    notebook = desk.open()
    yield
    notes = []
    for number in range(4):
        notes.append(notebook.marks.add(MarkKind.NOTE, place(number), f"note {number}"))
        yield
    notebook.marks.delete(notes[0].id)
    yield
    notebook.marks.delete(notes[1].id)
    yield
    notebook.erasing.delete_for_ever(notes[1].id)
    yield
    for _week in range(6):
        desk.now += timedelta(days=7)
        notebook = desk.open()
        done(notebook.housekeeping.at_start())
        yield


def migrate(desk: Desk) -> Iterator[None]:
    """A notebook of an older layout is opened, and written in."""
    notebook = desk.open()
    yield
    notebook.marks.add(MarkKind.NOTE, place(1), "the first after the change")
    yield


WORKLOADS: dict[str, Callable[[Desk], Iterator[None]]] = {
    "write": write,
    "reopen": reopen,
    "back up": back_up,
    "purge": purge,
    "migrate": migrate,
}


def _settled_with(*statements: str) -> Callable[[], None]:
    """Have every notebook opened from now on use other settings than ours."""

    def spoil() -> None:
        settle = connecting._settle

        def worse(connection: sqlite3.Connection, *others: object) -> None:
            settle(connection, *others)
            for statement in statements:
                connection.execute(statement).fetchall()

        connecting._settle = worse

    return spoil


CONTROLS = {
    "synchronous OFF": _settled_with("PRAGMA synchronous=OFF"),
    "WAL and NORMAL": _settled_with("PRAGMA synchronous=NORMAL"),
    "DELETE and FULL": _settled_with(
        "PRAGMA journal_mode=DELETE", "PRAGMA locking_mode=NORMAL", "PRAGMA synchronous=FULL"
    ),
}
"""Settings that are known to lose what was saved; a test that does not catch them is no test."""


def main(name: str, folder: Path, out: Path, control: str = "") -> None:
    if control:
        CONTROLS[control]()
    desk = Desk(folder)
    views = []
    try:
        for number, _step in enumerate(WORKLOADS[name](desk)):
            views.append(view(desk.notebook) if desk.notebook is not None else views[-1])
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
        desk.close()
    except NotebookError as error:  # what a reader is told of: the notebook must stand it
        sys.stderr.write(f"{error!r}\n")
        sys.exit(TOLD_OF)
    out.write_text(json.dumps(views), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:])
