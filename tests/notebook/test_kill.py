"""A program that is killed loses nothing that it said was saved."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.notebook.children import start
from tests.notebook.making import Opener, look

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 10

WRITE = """
notebook = open_notebook(sys.argv[1])
text = "x" * int(sys.argv[2])
while True:
    mark = notebook.marks.add(MarkKind.NOTE, place, text)
    print("mark", mark.id, flush=True)
    question = notebook.questions.add(f"question {mark.id}")
    print("question", question.id, flush=True)
    notebook.questions.move(question.id, 0)
"""


def write_until_killed(path: Path, size: int, lines: int) -> set[str]:
    """What a program said was saved before it was killed, and what it said while it was."""
    writer = start(WRITE, path, size)
    assert writer.stdin is not None
    assert writer.stdout is not None
    with writer:
        said = [writer.stdout.readline() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    assert len(said) >= lines
    return {line.strip() for line in said if line.endswith("\n")}


@pytest.mark.parametrize("size", [20, 200_000], ids=["short notes", "a log that fills up"])
def test_what_was_said_to_be_saved_survives_being_killed(
    opener: Opener, path: Path, size: int
) -> None:
    said: set[str] = set()
    for kill in range(KILLS):
        said |= write_until_killed(path, size, lines=3 + 7 * kill)

        notebook = opener(path)
        kept = {f"mark {mark.id}" for mark in notebook.marks.all()}
        kept |= {f"question {question.id}" for question in notebook.questions.all()}
        assert said <= kept, f"lost after kill {kill + 1}: {said - kept}"
        assert len(kept) - len(said) <= kill + 1  # at most one a kill that was not said any more
        assert all(len(mark.text) == size for mark in notebook.marks.all())
        notebook.close()

        assert look(path, "PRAGMA integrity_check") == [("ok",)]
        order = look(path, "SELECT position FROM questions ORDER BY position")
        assert order == [(index,) for index in range(len(order))]
    assert len(said) >= sum(3 + 7 * kill for kill in range(KILLS))
