"""Backups: whole before they have a name, made when there is a reason, dropped in their time."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.notebook import copying
from reader.notebook.backup_files import LATEST, backup_folder, listed
from reader.notebook.contents import contents_of_file
from reader.notebook.errors import NotBackedUpError, NotebookDamagedError, Trouble
from reader.notebook.model import MarkKind
from reader.notebook.state import About, State
from tests.notebook.children import run
from tests.notebook.making import Clock, Opener, alter, everything, look, place

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.notebook.notebook import Notebook


def write(notebook: Notebook, text: str = "a note") -> None:
    notebook.marks.add(MarkKind.NOTE, place(), text)


def kept(path: Path) -> list[int]:
    """The numbers of the backups."""
    return [file.number for file in listed(backup_folder(path))]


def test_a_backup_holds_what_was_saved_and_is_one_file_of_its_owner(
    saved: Notebook, path: Path
) -> None:
    write(saved, "in the log alone")
    file = saved.backups.make()
    assert saved.backups.all() == (file,)
    assert everything(file.path.parent).keys() == {file.path.name}
    assert look(file.path, "SELECT text FROM marks") == [("in the log alone",)]
    assert look(file.path, "PRAGMA journal_mode") == [("delete",)]
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700
    contents = contents_of_file(file.path)
    assert (contents.items, contents.rows, contents.damaged) == (1, 1, 0)


def test_a_backup_can_be_read_from_a_folder_that_is_read_only(saved: Notebook) -> None:
    write(saved)
    file = saved.backups.make()
    file.path.parent.chmod(0o500)
    try:
        assert contents_of_file(file.path).items == 1
    finally:
        file.path.parent.chmod(0o700)


def test_the_first_of_all_is_made_at_the_end(saved: Notebook, path: Path) -> None:
    assert saved.housekeeping.at_end().backup is None, "nothing was written"
    write(saved)
    first = saved.housekeeping.at_end().backup
    assert first is not None
    assert contents_of_file(first.path).items == 1
    write(saved)
    assert saved.housekeeping.at_end().backup is None, "there is one"
    first.path.unlink()
    first.path.parent.rmdir()
    backup_folder(path).write_bytes(b"")
    assert isinstance(saved.housekeeping.at_end().trouble, NotBackedUpError)


def test_a_disk_without_permissions_takes_backups_too(
    saved: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Linux refuses to change those of FAT (https://docs.kernel.org/filesystems/vfat.html)."""

    def refuse(path: Path, mode: int) -> None:
        raise PermissionError(1, "Operation not permitted", str(path))

    monkeypatch.setattr("pathlib.Path.chmod", refuse)
    write(saved)
    saved.backups.make()
    write(saved)
    saved.backups.make()
    assert len(saved.backups.all()) == 2


def test_a_verified_backup_empties_the_log(saved: Notebook, path: Path) -> None:
    write(saved)
    log = path.with_name(path.name + "-wal")
    assert log.stat().st_size > 0
    saved.backups.make()
    assert log.stat().st_size == 0


def test_one_is_made_when_something_was_written_and_not_else(
    opener: Opener, path: Path, clock: Clock
) -> None:
    notebook = opener(path)
    assert notebook.backups.make_if_changed() is None
    write(notebook)
    assert notebook.backups.make_if_changed() is not None
    assert notebook.backups.make_if_changed() is None
    notebook.positions.keep(place())
    assert notebook.backups.make_if_changed() is None
    notebook.close()

    notebook = opener(path)
    assert notebook.backups.make_if_changed() is None
    question = notebook.questions.add("Why?")
    notebook.questions.add("How?")
    assert notebook.backups.make_if_changed() is not None
    notebook.questions.move(question.id, 1)
    assert notebook.backups.make_if_changed() is not None
    notebook.drafts.keep("question", "And")
    assert notebook.backups.make_if_changed() is not None
    notebook.questions.delete(question.id)
    assert notebook.backups.make_if_changed() is not None
    assert notebook.backups.make_if_changed() is None


def test_one_is_made_when_the_newest_cannot_be_read(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    write(notebook)
    notebook.backups.make().path.write_bytes(b"eaten")
    assert notebook.backups.make_if_changed() is None  # as far as it knows
    notebook.close()
    assert opener(path).backups.make_if_changed() is not None


def test_a_notebook_in_memory_reaches_no_disk(opener: Opener, tmp_path: Path) -> None:
    notebook = opener(None)
    write(notebook)
    assert notebook.backups.make_if_changed() is None
    assert notebook.backups.all() == ()
    with pytest.raises(ValueError, match="in memory"):
        notebook.backups.make()
    assert list(tmp_path.iterdir()) == []


def test_old_ones_are_dropped_when_a_new_one_stands(saved: Notebook, path: Path) -> None:
    for number in range(LATEST + 3):
        write(saved, f"note {number}")
        saved.backups.make()
    assert kept(path) == [8, 7, 6, 5, 4]


def test_none_is_dropped_while_that_is_not_agreed(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    notebook.backups.accept()
    assert not notebook.backups.is_rotating
    for _ in range(LATEST + 3):
        notebook.backups.make()
    notebook.close()
    notebook = opener(path)
    notebook.backups.make()
    assert len(kept(path)) == LATEST + 4
    notebook.backups.rotate_again()
    assert notebook.backups.is_rotating
    notebook.backups.make()
    assert kept(path) == [10, 9, 8, 7, 6]


def test_what_was_accepted_is_all_that_there_was(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    notebook.backups.accept()
    assert accepted(notebook) == "0"
    for _ in range(3):
        notebook.backups.make()
    notebook.backups.accept()
    assert accepted(notebook) == "3"


def accepted(notebook: Notebook) -> str:
    return State(notebook._store).of(About.ACCEPTED)


def test_an_old_one_that_cannot_be_dropped_is_no_trouble(
    saved: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refuse(self: Path, *, missing_ok: bool = False) -> None:
        if self.name.startswith("notebook-000001"):
            raise PermissionError(1, "Operation not permitted")
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    for number in range(LATEST + 3):
        write(saved, f"note {number}")
        saved.backups.make()
    assert kept(path) == [8, 7, 6, 5, 4, 1]


def test_files_of_others_are_left_alone(saved: Notebook, path: Path) -> None:
    folder = backup_folder(path)
    folder.mkdir()
    foreign = {f"photo {n}.jpg": b"x" * n for n in range(50)}
    foreign["notebook.sqlite"] = b"a copy that somebody made"
    for name, data in foreign.items():
        (folder / name).write_bytes(data)
    for number in range(LATEST + 3):
        write(saved, f"note {number}")
        saved.backups.make()
    left = everything(folder)
    assert {name: left[name] for name in foreign} == foreign
    assert len(left) == len(foreign) + LATEST


def test_half_a_backup_of_a_power_cut_is_cleared_away(saved: Notebook, path: Path) -> None:
    folder = backup_folder(path)
    folder.mkdir()
    (folder / ".backup-abc.new").write_bytes(b"half")
    (folder / ".backup-abc.new-journal").write_bytes(b"half")
    (folder / "target").touch()
    (folder / ".backup-link.new").symlink_to(folder / "target")
    file = saved.backups.make()
    assert set(everything(folder)) == {file.path.name, ".backup-link.new", "target"}


def test_a_folder_that_leads_elsewhere_is_refused(
    saved: Notebook, path: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    backup_folder(path).symlink_to(elsewhere)
    with pytest.raises(NotBackedUpError) as error:
        saved.backups.make()
    assert error.value.reason is Trouble.MISPLACED
    assert list(elsewhere.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_said(saved: Notebook, path: Path) -> None:
    backup_folder(path).write_text("mine")
    with pytest.raises(NotBackedUpError) as error:
        saved.backups.make()
    assert error.value.reason is Trouble.MISPLACED
    assert backup_folder(path).read_text() == "mine"


# --- what goes wrong on the way


def failing(what: str, monkeypatch: pytest.MonkeyPatch) -> type[Exception]:
    """Let one step of making a backup fail."""

    def refuse(*_arguments: object, **_names: object) -> None:
        raise OSError(28, "No space left on device")

    def eaten(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
        path.write_bytes(data)

    def short(path: Path) -> None:
        alter(path, "DELETE FROM marks")

    monkeypatch.setattr(copying, "flush", {"flush": refuse, "damage": eaten, "loss": short}[what])
    return NotBackedUpError


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("flush", Trouble.DISK_FULL),
        ("damage", Trouble.DAMAGED),
        ("loss", Trouble.DAMAGED),
    ],
)
def test_what_is_not_whole_never_gets_its_name(
    saved: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch, what: str, reason: Trouble
) -> None:
    for number in range(50):
        saved.marks.add(MarkKind.NOTE, place(f"p{number}"), "x" * 400)
    saved.backups.make()
    before = everything(backup_folder(path))
    error = failing(what, monkeypatch)
    write(saved, "new")
    with pytest.raises(error) as found:
        saved.backups.make()
    assert found.value.reason is reason  # type: ignore[attr-defined]
    assert everything(backup_folder(path)) == before
    monkeypatch.undo()
    assert saved.backups.make_if_changed() is not None


def test_no_room_for_a_backup_loses_nothing(path: Path) -> None:
    code = """
import resource
notebook = open_notebook(sys.argv[1])
for number in range(40):
    notebook.marks.add(MarkKind.NOTE, place, f"{number} " + "x" * 10_000)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    notebook.backups.make()
except NotBackedUpError as error:
    print(error.reason)
print(len(notebook.marks.all()), list((Path(sys.argv[1]).parent / "backups").iterdir()))
"""
    assert run(code, path) == ["failing", "40 []"]


def test_a_folder_that_may_not_be_written_to(path: Path) -> None:
    code = """
notebook = open_notebook(sys.argv[1])
notebook.marks.add(MarkKind.NOTE, place, "kept")
(Path(sys.argv[1]).parent / "backups").mkdir()
notebook.backups.make()
import reader.notebook.copying as copying
os.chmod(Path(sys.argv[1]).parent / "backups", 0o500)
copying.Path.chmod = lambda self, mode: None
try:
    notebook.backups.make()
except NotBackedUpError as error:
    print(error.reason)
print(len(notebook.marks.all()), len(notebook.backups.all()))
"""
    assert run(code, path, as_anybody=True) == ["read-only", "1 1"]
    backup_folder(path).chmod(0o700)


# --- damaged rows


def test_a_damaged_notebook_is_backed_up_and_pushes_no_good_backup_out(
    opener: Opener, path: Path
) -> None:
    notebook = opener(path)
    write(notebook, "whole")
    good = notebook.backups.make()
    notebook.close()
    alter(path, "UPDATE marks SET text = 'hole'")
    notebook = opener(path)
    for number in range(LATEST + 3):
        write(notebook, f"note {number}")
        assert notebook.backups.make().has_damage
    assert kept(path)[-1] == good.number
    assert len(kept(path)) == LATEST + 1
    assert contents_of_file(notebook.backups.all()[0].path).damaged == 1
    mark = next(mark for mark in notebook.marks.all() if not mark.is_whole)
    notebook.marks.accept(mark.id)
    assert not notebook.backups.make().has_damage
    assert good.number not in kept(path)


# --- the copies themselves


def test_a_copy_with_other_contents_than_expected_is_refused(
    tmp_path: Path, saved: Notebook
) -> None:
    write(saved)
    target = tmp_path / "copy.sqlite"
    contents = contents_of_file(saved.backups.make().path)
    write(saved, "more")
    with pytest.raises(NotebookDamagedError):
        copying.write_copy(saved._store._connection, target, contents)
    assert not target.exists()
    assert set(everything(tmp_path)) == {
        "data",
        "data/backups",
        *(f"data/{one.name}" for one in saved.path.parent.glob("*") if one.is_file()),
        *(f"data/backups/{one.path.name}" for one in saved.backups.all()),
    }


def test_what_is_wiped_is_zeros_and_gone(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b"secret" * 500_000)
    handle = os.open(path, os.O_RDONLY)
    try:
        copying.wipe(path)
        assert os.pread(handle, 5_000_000, 0) == bytes(3_000_000)
    finally:
        os.close(handle)
    assert not path.exists()
    copying.wipe(path)


def test_a_link_is_not_followed_to_be_wiped(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"mine")
    (tmp_path / "link").symlink_to(target)
    with pytest.raises(OSError, match="symbolic"):
        copying.wipe(tmp_path / "link")
    assert target.read_bytes() == b"mine"


NO_BACKUP: list[Callable[[Path], object]] = [
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(b"x" * 5000),
    lambda path: path.write_bytes(path.read_bytes()[:5000]),
    lambda path: alter(path, "DROP TABLE marks"),
    lambda path: alter(path, "PRAGMA user_version=0"),
    lambda path: path.unlink(),
]


@pytest.mark.parametrize("spoil", NO_BACKUP)
def test_what_is_no_good_is_named(saved: Notebook, spoil: Callable[[Path], object]) -> None:
    write(saved)
    file = saved.backups.make()
    spoil(file.path)
    with pytest.raises(NotebookDamagedError):
        contents_of_file(file.path)


def test_looking_into_a_backup_leaves_it_as_it_is(saved: Notebook) -> None:
    write(saved)
    file = saved.backups.make()
    before = everything(file.path.parent)
    contents_of_file(file.path)
    assert everything(file.path.parent) == before
    with closing(sqlite3.connect(file.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
