"""A copy on a stick: checked, never over anything, and a sentence for whatever goes wrong."""

from __future__ import annotations

import errno
import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from reader.notebook import carrying
from reader.notebook.carry_errors import CarryError, CarryProblem, carry_error
from reader.notebook.carrying import find_moved, move_out, read_copy, save_copy
from reader.notebook.errors import NotebookInUseError
from reader.notebook.model import MarkKind
from reader.notebook.schema import APPLICATION_ID, USER_VERSION
from tests.notebook.making import alter, everything, look, place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.notebook.notebook import Notebook

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def fill(notebook: Notebook) -> None:
    note = notebook.marks.add(MarkKind.NOTE, place(), "Ask about this.")
    notebook.marks.change_text(note.id, "Ask about this and that.")
    notebook.marks.add(MarkKind.BOOKMARK, place("p2"))
    notebook.questions.add("Why me?")


def problem_of(call: Callable[[], object]) -> CarryError:
    with pytest.raises(CarryError) as caught:
        call()
    assert "Your notes here are as they were." in str(caught.value)
    return caught.value


class TestSaving:
    def test_a_copy_is_a_notebook(self, notebook: Notebook, stick: Path) -> None:
        fill(notebook)
        saved = save_copy(notebook, stick / "notes.sqlite")
        assert saved.path == stick / "notes.sqlite"
        assert saved.items == 3
        assert saved.size == saved.path.stat().st_size
        assert read_copy(saved.path) == saved
        assert look(saved.path, "PRAGMA application_id") == [(APPLICATION_ID,)]
        assert look(saved.path, "PRAGMA user_version") == [(USER_VERSION,)]
        assert [name for name in everything(stick)] == ["notes.sqlite"]  # noqa: C416

    def test_earlier_versions_and_deleted_things_go_along(
        self, saved: Notebook, stick: Path
    ) -> None:
        fill(saved)
        saved.marks.delete(saved.marks.all()[0].id)
        copy = save_copy(saved, stick / "notes.sqlite")
        assert copy.items == 2
        assert look(copy.path, "SELECT count(*) FROM marks") == [(2,)]
        assert look(copy.path, "SELECT count(*) FROM versions") != [(0,)]

    def test_progress_is_told_to_the_end(self, notebook: Notebook, stick: Path) -> None:
        for number in range(400):
            notebook.marks.add(MarkKind.NOTE, place(f"p{number}"), "x" * 4000)
        told: list[tuple[int, int]] = []
        save_copy(notebook, stick / "a.sqlite", progress=lambda *how: told.append(how))
        assert len(told) > 1
        assert told[-1][0] == told[-1][1]
        assert told == sorted(told)

    def test_nothing_is_written_over(self, notebook: Notebook, stick: Path) -> None:
        target = stick / "notes.sqlite"
        target.write_text("mine")
        found = problem_of(lambda: save_copy(notebook, target))
        assert found.problem is CarryProblem.TAKEN
        assert target.read_text() == "mine"
        (stick / "link").symlink_to(stick / "nowhere")
        found = problem_of(lambda: save_copy(notebook, stick / "link"))
        assert found.problem is CarryProblem.TAKEN

    def test_a_folder_that_is_not_there(self, notebook: Notebook, stick: Path) -> None:
        found = problem_of(lambda: save_copy(notebook, stick / "no" / "notes.sqlite"))
        assert found.problem is CarryProblem.NO_FOLDER
        assert str(stick / "no") in str(found)

    @pytest.mark.parametrize(
        "name",
        ["a:b", "a?", "a*", "a|b", 'a"b', "a<b", "a\\b", "a\nb", "a.", "a ", "CON", "nul.sqlite",
         "com1.txt", "LPT9", "x" * 201],
    )  # fmt: skip
    def test_a_name_that_fat_cannot_hold(self, notebook: Notebook, stick: Path, name: str) -> None:
        found = problem_of(lambda: save_copy(notebook, stick / name))
        assert found.problem is CarryProblem.BAD_NAME
        assert everything(stick) == {}

    @pytest.mark.parametrize(
        "name", ["console.sqlite", "Ännes Notizen.sqlite", "com.sqlite", "a.b"]
    )
    def test_names_that_it_can(self, notebook: Notebook, stick: Path, name: str) -> None:
        assert save_copy(notebook, stick / name).path.name == name

    def test_a_name_with_a_zero(self, notebook: Notebook, stick: Path) -> None:
        found = problem_of(lambda: save_copy(notebook, stick / "a\0b"))
        assert found.problem is CarryProblem.BAD_NAME

    @pytest.mark.parametrize(
        ("error", "problem"),
        [
            (OSError(errno.ENOSPC, "x"), CarryProblem.FULL),
            (OSError(errno.EROFS, "x"), CarryProblem.READ_ONLY),
            (OSError(errno.EACCES, "x"), CarryProblem.READ_ONLY),
            (OSError(errno.ENOENT, "x"), CarryProblem.GONE),
            (OSError(errno.ENODEV, "x"), CarryProblem.GONE),
            (OSError(errno.EIO, "x"), CarryProblem.FAILING),
            (OSError(errno.EINVAL, "x"), CarryProblem.BAD_NAME),
            (sqlite3.DatabaseError("x"), CarryProblem.FAILING),
        ],
    )
    def test_what_goes_wrong_on_the_way_is_worded(
        self,
        notebook: Notebook,
        stick: Path,
        monkeypatch: pytest.MonkeyPatch,
        error: Exception,
        problem: CarryProblem,
    ) -> None:
        def fail(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(carrying, "write_copy", fail)
        found = problem_of(lambda: save_copy(notebook, stick / "notes.sqlite"))
        assert found.problem is problem

    def test_a_database_that_says_the_disk_is_full(self, stick: Path) -> None:
        full = sqlite3.OperationalError("database or disk is full")
        full.sqlite_errorcode = sqlite3.SQLITE_FULL
        assert carry_error(stick / "a", full).problem is CarryProblem.FULL
        assert "no room" in str(carry_error(stick / "a", full))

    def test_a_copy_that_changes_on_the_stick_is_not_called_saved(
        self, notebook: Notebook, stick: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fill(notebook)

        def spoil(path: Path) -> None:
            alter(path, "DELETE FROM marks")

        monkeypatch.setattr(carrying, "_forget_cached", spoil)
        found = problem_of(lambda: save_copy(notebook, stick / "notes.sqlite"))
        assert found.problem is CarryProblem.NOT_WHOLE
        assert everything(stick) == {}


class TestReading:
    def test_what_is_no_copy(self, notebook: Notebook, stick: Path) -> None:
        text = stick / "letter.txt"
        text.write_text("Dear doctor, " * 100)
        other = stick / "other.sqlite"
        alter(other, "CREATE TABLE x (y)", "PRAGMA user_version=3")
        newer = save_copy(notebook, stick / "newer.sqlite").path
        alter(newer, f"PRAGMA user_version={USER_VERSION + 1}")
        (stick / "empty.sqlite").touch()
        for path, problem in (
            (stick / "gone.sqlite", CarryProblem.MISSING),
            (stick, CarryProblem.NOT_A_FILE),
            (text, CarryProblem.NOT_OURS),
            (stick / "empty.sqlite", CarryProblem.NOT_OURS),
            (other, CarryProblem.NOT_OURS),
            (newer, CarryProblem.NEWER),
        ):
            before = everything(stick)
            assert problem_of(lambda path=path: read_copy(path)).problem is problem, path
            assert everything(stick) == before

    def test_a_damaged_copy(self, notebook: Notebook, stick: Path) -> None:
        for number in range(50):
            notebook.marks.add(MarkKind.NOTE, place(f"p{number}"), "words " * 200)
        copy = save_copy(notebook, stick / "notes.sqlite")
        data = copy.path.read_bytes()
        copy.path.write_bytes(data[: len(data) // 2])
        assert problem_of(lambda: read_copy(copy.path)).problem is CarryProblem.NOT_WHOLE


class TestMoving:
    def test_out_and_found(self, notebook: Notebook, stick: Path) -> None:
        assert find_moved(stick) == ()
        fill(notebook)
        first = move_out(notebook, stick, NOW)
        assert first.path.name == "booklet-reader-notes-2026-11-21.sqlite"
        second = move_out(notebook, stick, NOW)
        assert second.path.name == "booklet-reader-notes-2026-11-21-2.sqlite"
        older = move_out(notebook, stick, NOW.replace(year=2025))
        assert find_moved(stick) == (second, first, older)

    def test_ten_on_one_day_are_in_order(self, notebook: Notebook, stick: Path) -> None:
        made = [move_out(notebook, stick, NOW) for _ in range(11)]
        assert [one.path for one in find_moved(stick)] == [one.path for one in reversed(made)]

    def test_what_is_not_ours_and_what_is_damaged_is_passed_over(
        self, notebook: Notebook, stick: Path
    ) -> None:
        fill(notebook)
        good = move_out(notebook, stick, NOW)
        (stick / "booklet-reader-notes-2026-11-22.sqlite").write_bytes(b"SQLite format 3\0" * 99)
        (stick / "booklet-reader-notes-2026-11-23.sqlite").mkdir()
        (stick / "holiday.jpg").write_bytes(b"x")
        assert find_moved(stick) == (good,)

    def test_a_stick_that_is_gone(self, notebook: Notebook, stick: Path) -> None:
        assert find_moved(stick / "gone") == ()
        found = problem_of(lambda: move_out(notebook, stick / "gone", NOW))
        assert found.problem is CarryProblem.NO_FOLDER


def test_every_problem_has_its_sentence(stick: Path) -> None:
    said = {str(CarryError(stick / "a.sqlite", problem)) for problem in CarryProblem}
    assert len(said) == len(CarryProblem)
    assert all("{" not in one and "!" not in one for one in said)


def test_what_has_no_errno_is_a_failing_disk(stick: Path) -> None:
    assert carry_error(stick, OSError("x")).problem is CarryProblem.FAILING
    assert carry_error(stick, NotebookInUseError(stick)).problem is CarryProblem.FAILING
    assert carry_error(stick, ValueError("embedded null byte")).problem is CarryProblem.BAD_NAME
