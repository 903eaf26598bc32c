"""Two windows on one notebook: also after this process has lost SQLite's own locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook.errors import NotebookError, NotebookInUseError
from reader.notebook.lock import ENDING, NotebookLock
from tests.notebook.children import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.notebook.making import Opener

OPEN = """
try:
    notebook = open_notebook(sys.argv[1])
except NotebookInUseError:
    print("in use")
else:
    print(len(notebook.questions.all()))
    notebook.close()
"""


def test_a_lock_is_held_once(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    first = NotebookLock.take(path)
    with pytest.raises(NotebookInUseError):
        NotebookLock.take(path)
    first.release()
    first.release()
    NotebookLock.take(path).release()


def test_a_file_left_behind_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    path.with_name(path.name + ENDING).touch()
    NotebookLock.take(path).release()


def test_where_there_can_be_no_lock_the_notebook_still_opens(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    path.with_name(path.name + ENDING).symlink_to(tmp_path / "elsewhere")
    NotebookLock.take(path).release()
    assert not (tmp_path / "elsewhere").exists()


def test_a_second_program_is_kept_out_when_a_dialog_has_looked_into_the_file(
    tmp_path: Path, opener: Opener
) -> None:
    path = tmp_path / "notebook.sqlite"
    notebook = opener(path)
    notebook.questions.add("Mine?")
    path.open("rb").close()  # what drops every POSIX lock of this process on the file
    assert run(OPEN, path) == ["in use"]
    notebook.questions.add("Still mine?")
    notebook.close()
    assert run(OPEN, path) == ["2"]


def test_what_cannot_be_opened_is_left_as_it_was(tmp_path: Path, opener: Opener) -> None:
    path = tmp_path / "notebook.sqlite"
    path.write_bytes(b"SQLite format 3\0" + bytes(4096))
    before = sorted(tmp_path.iterdir())
    with pytest.raises(NotebookError):
        opener(path)
    assert sorted(tmp_path.iterdir()) == before
