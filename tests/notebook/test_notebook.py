"""The notebook as a whole, as the rest of the program uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.model import Answered, MarkKind
from reader.notebook.rows import iso
from tests.notebook.children import run
from tests.notebook.making import Clock, Opener, everything, look, place

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from reader.notebook.notebook import Notebook


def contents(notebook: Notebook) -> object:
    return (
        notebook.marks.all(),
        notebook.appointments.all(),
        [notebook.questions.all(one.id) for one in notebook.appointments.all()],
        notebook.positions.last(),
    )


def fill(notebook: Notebook, clock: Clock) -> None:
    """A bit of everything."""
    notebook.positions.keep(place("p1"))
    clock.pass_by()
    notebook.marks.add(MarkKind.BOOKMARK, place("p1"))
    clock.pass_by()
    notebook.marks.add(MarkKind.HIGHLIGHT, place("p2", start=3, end=8))
    note = notebook.marks.add(MarkKind.NOTE, place("p3"), "one\ntwo")
    notebook.marks.change_text(note.id, "one\ntwo\nthree")
    gone = notebook.marks.add(MarkKind.NOTE, place("p3"), "gone")
    notebook.marks.delete(gone.id)
    clock.pass_by()
    first = notebook.questions.add("What are my choices?", place("p4"))
    second = notebook.questions.add("Who do I ring?")
    notebook.questions.move(second.id, 0)
    notebook.questions.answer(first.id, "Three.", Answered.ANSWERED)
    appointment = notebook.appointments.current()
    notebook.appointments.change(appointment.id, "Clinic", "Monday")
    notebook.appointments.start_next("Second opinion", "Thursday")


def test_everything_is_there_when_it_is_opened_again(
    opener: Opener, path: Path, clock: Clock
) -> None:
    notebook = opener(path)
    fill(notebook, clock)
    before = contents(notebook)
    notebook.close()
    again = opener(path)
    assert contents(again) == before
    again.close()
    once_more = everything(path.parent)
    opener(path).close()
    assert everything(path.parent) == once_more


def test_a_notebook_knows_where_it_is(opener: Opener, path: Path) -> None:
    assert opener(path).path == path
    assert opener(None).path is None


def test_two_notebooks_in_memory_know_nothing_of_each_other(opener: Opener) -> None:
    one, other = opener(None), opener(None)
    one.marks.add(MarkKind.NOTE, place(), "mine")
    assert other.marks.all() == ()
    assert other.search("mine", 10) == ()


def test_a_notebook_in_memory_leaves_nothing_anywhere(
    opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("HOME", "TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(variable, str(tmp_path))
    notebook = opener(None)
    fill(notebook, clock)
    notebook.search("three", 10)
    notebook.close()
    assert list(tmp_path.iterdir()) == []


def test_a_closed_notebook_is_one_file_and_closing_again_is_harmless(
    opener: Opener, path: Path, clock: Clock
) -> None:
    notebook = opener(path)
    fill(notebook, clock)
    notebook.search("three", 10)
    notebook.close()
    notebook.close()
    assert list(path.parent.iterdir()) == [path]


CALLS = """
log = sys.stdout
import sqlite3
notebook = open_notebook(sys.argv[1])
notebook._store._connection.set_trace_callback(lambda sql: print(sql.split()[0], flush=True))
for act in (
    lambda: notebook.marks.add(MarkKind.NOTE, place, "a"),
    lambda: notebook.questions.add("b"),
    lambda: notebook.positions.keep(place),
    lambda: notebook.appointments.start_next("c", "d"),
):
    act()
    print("returned")
"""


def test_no_method_returns_before_its_commit(path: Path) -> None:
    lines = run(CALLS, path)
    assert lines.count("returned") == 4
    before = [lines[at - 1] for at, line in enumerate(lines) if line == "returned"]
    assert before == ["COMMIT"] * 4


def test_opening_needs_nothing_but_the_notebook(path: Path) -> None:
    code = """
open_notebook(sys.argv[1]).close()
heavy = {"PySide6", "markdown", "typst", "segno", "platformdirs", "asyncio", "email"}
print(sorted(heavy & {name.split(".")[0] for name in sys.modules}))
"""
    assert run(code, path) == ["[]"]


def test_closing_forgets_what_was_searched(opener: Opener) -> None:
    notebook = opener(None)
    notebook.marks.add(MarkKind.NOTE, place(), "fox")
    assert notebook.search("fox", 10)
    notebook.close()
    assert notebook._search._index is None


def test_a_second_delete_does_not_put_off_the_first(
    opener: Opener, path: Path, clock: Clock
) -> None:
    notebook = opener(path)
    mark = notebook.marks.add(MarkKind.NOTE, place(), "x")
    question = notebook.questions.add("x")
    when = clock.pass_by()
    for _ in range(2):
        notebook.marks.delete(mark.id)
        notebook.questions.delete(question.id)
        clock.pass_by()
    notebook.close()
    deleted = look(path, "SELECT deleted FROM marks UNION ALL SELECT deleted FROM questions")
    assert deleted == [(iso(when),)] * 2
