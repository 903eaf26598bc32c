"""Two windows on one notebook: also after this process has lost SQLite's own locks."""

from __future__ import annotations

import fcntl
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from reader.notebook.errors import NotebookError, NotebookInUseError
from reader.notebook.lock import ENDING, NotebookLock
from tests.notebook.children import run

if TYPE_CHECKING:
    from collections.abc import Callable
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
    with pytest.raises(NotebookInUseError) as error:
        NotebookLock.take(path)
    assert error.value.path == path
    first.release()
    first.release()
    NotebookLock.take(path).release()


def test_a_file_left_behind_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    path.with_name(path.name + ENDING).touch()
    NotebookLock.take(path).release()


def test_its_file_is_the_owners_alone_and_goes_with_it(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    lock = NotebookLock.take(path)
    file = path.with_name(path.name + ENDING)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_it_is_let_go_though_its_file_cannot_be_removed(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    lock = NotebookLock.take(path)
    file = path.with_name(path.name + ENDING)
    kept = file.rename(tmp_path / "kept")
    file.mkdir()
    lock.release()
    file.rmdir()
    kept.rename(file)
    NotebookLock.take(path).release()


def interfere(monkeypatch: pytest.MonkeyPatch, deed: Callable[[], object]) -> None:
    """Do ``deed`` between the opening of the file and the first lock on it."""
    deeds = [deed]
    lock = fcntl.flock

    def flock(handle: int, how: int) -> None:
        if deeds:
            deeds.pop()()
        lock(handle, how)

    monkeypatch.setattr(fcntl, "flock", flock)


def test_a_file_that_its_last_holder_took_away_meanwhile_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notebook.sqlite"
    file = path.with_name(path.name + ENDING)
    interfere(monkeypatch, file.unlink)
    lock = NotebookLock.take(path)
    assert file.exists()
    with pytest.raises(NotebookInUseError):
        NotebookLock.take(path)
    lock.release()


def test_a_link_that_came_meanwhile_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notebook.sqlite"
    file = path.with_name(path.name + ENDING)
    interfere(monkeypatch, lambda: file.symlink_to(file.rename(tmp_path / "elsewhere")))
    NotebookLock.take(path).release()
    assert file.is_symlink()


def test_where_the_system_locks_by_itself_no_file_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    NotebookLock.take(tmp_path / "notebook.sqlite").release()
    assert list(tmp_path.iterdir()) == []


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
