"""Copies: whole and checked before they have a name, and wiped where they are not to be."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from reader.notebook import copying, disk
from reader.notebook.backup_files import backup_folder, listed
from reader.notebook.contents import contents_of_file
from reader.notebook.copying import (
    back_up,
    overwrite,
    unfinished_in,
    wipe,
    write_copy,
)
from reader.notebook.errors import NotBackedUpError, NotebookDamagedError, Trouble
from reader.notebook.model import MarkKind
from tests.notebook.making import START, alter, everything, look, place

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.notebook import Notebook

NOTES = 8


@pytest.fixture
def source(saved: Notebook) -> sqlite3.Connection:
    """A connection to a notebook of two and a half megabytes."""
    for number in range(NOTES):
        saved.marks.add(MarkKind.NOTE, place(f"p{number}"), f"note {number} " + "x" * 300_000)
    return saved._store._connection


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where a copy is to go, beside a file of somebody else."""
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"mine")
    return folder / "copy.sqlite"


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


class TestWriteCopy:
    def test_it_holds_what_the_notebook_does_and_says_so(
        self, source: sqlite3.Connection, target: Path
    ) -> None:
        contents = write_copy(source, target)
        assert contents.items == NOTES
        assert contents == contents_of_file(target)
        assert look(target, "SELECT count(*) FROM marks") == [(NOTES,)]
        assert look(target, "PRAGMA journal_mode") == [("delete",)]
        assert names(target.parent) == {"copy.sqlite", "photo.jpg"}
        assert stat.S_IMODE(target.stat().st_mode) == 0o600

    def test_it_is_written_beside_and_takes_the_place_of_what_was_there(
        self, source: sqlite3.Connection, target: Path
    ) -> None:
        target.write_bytes(b"the one before")
        seen: list[set[str]] = []

        def look_around() -> None:
            seen.append(names(target.parent))
            assert target.read_bytes() == b"the one before"

        write_copy(source, target, make_room=look_around)
        (beside,) = seen
        (unfinished,) = beside - {"copy.sqlite", "photo.jpg"}
        assert unfinished.startswith(".backup-")
        assert unfinished.endswith(".new")
        assert contents_of_file(target).items == NOTES

    def test_what_is_expected_is_compared(self, source: sqlite3.Connection, target: Path) -> None:
        contents = write_copy(source, target)
        assert write_copy(source, target, contents) == contents
        source.execute("DELETE FROM marks WHERE text LIKE 'note 7 %'")
        before = everything(target.parent)
        with pytest.raises(NotebookDamagedError) as error:
            write_copy(source, target, contents)
        assert error.value.path == target
        assert str(contents) in error.value.detail
        assert everything(target.parent) == before

    def test_it_can_be_altered_before_it_is_looked_at(
        self, source: sqlite3.Connection, target: Path
    ) -> None:
        def forget(copy: sqlite3.Connection) -> None:
            assert copy.isolation_level is None
            assert copy.execute("PRAGMA locking_mode").fetchone() == ("exclusive",)
            copy.execute("DELETE FROM marks WHERE text LIKE 'note 7 %'")

        assert write_copy(source, target, alter=forget).items == NOTES - 1
        assert contents_of_file(target).items == NOTES - 1

    def test_an_alteration_that_fails_leaves_nothing(
        self, source: sqlite3.Connection, target: Path
    ) -> None:
        def fail(copy: sqlite3.Connection) -> None:
            copy.execute("PRAGMA journal_mode=PERSIST").fetchall()
            copy.execute("DELETE FROM marks")
            raise sqlite3.OperationalError("nonsense")

        with pytest.raises(sqlite3.OperationalError, match="nonsense"):
            write_copy(source, target, alter=fail)
        assert names(target.parent) == {"photo.jpg"}

    def test_progress_goes_from_the_first_pages_to_all(
        self, source: sqlite3.Connection, target: Path
    ) -> None:
        told: list[tuple[int, int]] = []
        write_copy(source, target, progress=lambda done, total: told.append((done, total)))
        (total,) = {total for _done, total in told}
        done = [one for one, _total in told]
        assert total == source.execute("PRAGMA page_count").fetchone()[0]
        assert done == sorted(set(done))
        assert done[0] == 256
        assert done[-1] == total
        assert {after - before for before, after in pairwise(done[:-1])} == {256}
        assert contents_of_file(target).items == NOTES

    def test_it_is_flushed_before_it_has_its_name_and_its_name_after(
        self, source: sqlite3.Connection, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        flushed: list[tuple[str, bool]] = []
        file, folder = copying.flush, disk.flush_folder

        def flush(path: Path) -> None:
            flushed.append(("file", target.exists()))
            file(path)

        def flush_folder(path: Path) -> None:
            assert path == target.parent
            flushed.append(("folder", target.exists()))
            folder(path)

        monkeypatch.setattr(copying, "flush", flush)
        monkeypatch.setattr(disk, "flush_folder", flush_folder)
        write_copy(source, target)
        assert flushed == [("file", False), ("folder", True)]


class TestBackUp:
    def test_the_folder_and_its_name_last(
        self, source: sqlite3.Connection, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        flushed: list[Path] = []
        monkeypatch.setattr(disk, "flush_folder", flushed.append)
        file = back_up(source, path, START)
        assert flushed == [path.parent, backup_folder(path)]
        assert listed(backup_folder(path)) == (file,)
        assert (file.made, file.has_damage) == (START, False)
        assert stat.S_IMODE(backup_folder(path).stat().st_mode) == 0o700

    def test_a_folder_that_others_may_look_into_is_closed_to_them(
        self, source: sqlite3.Connection, path: Path
    ) -> None:
        backup_folder(path).mkdir(mode=0o755)
        back_up(source, path, START)
        assert stat.S_IMODE(backup_folder(path).stat().st_mode) == 0o700

    def test_what_a_reader_is_told_names_the_folder_and_the_reason(
        self, source: sqlite3.Connection, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def raising(error: Exception) -> NotBackedUpError:
            def refuse(_path: Path) -> None:
                raise error

            monkeypatch.setattr(copying, "flush", refuse)
            with pytest.raises(NotBackedUpError) as found:
                back_up(source, path, START)
            assert found.value.path == backup_folder(path)
            assert found.value.__cause__ is error
            assert names(backup_folder(path)) == set()
            return found.value

        full = sqlite3.OperationalError("database or disk is full")
        full.sqlite_errorcode = sqlite3.SQLITE_FULL
        assert raising(OSError(5, "Input/output error")).reason is Trouble.FAILING
        assert raising(full).reason is Trouble.DISK_FULL
        assert raising(NotebookDamagedError(path, "eaten")).reason is Trouble.DAMAGED

    def test_a_fault_of_ours_is_not_called_the_disks(
        self, source: sqlite3.Connection, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(_path: Path) -> None:
            raise sqlite3.OperationalError("nonsense")

        monkeypatch.setattr(copying, "flush", refuse)
        with pytest.raises(sqlite3.OperationalError, match="nonsense"):
            back_up(source, path, START)

    def test_a_copy_that_lost_something_is_none(
        self, source: sqlite3.Connection, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(copying, "flush", lambda one: alter(one, "DELETE FROM marks"))
        with pytest.raises(NotBackedUpError) as error:
            back_up(source, path, START)
        assert error.value.reason is Trouble.DAMAGED
        assert isinstance(error.value.__cause__, NotebookDamagedError)
        assert error.value.__cause__.path == backup_folder(path)
        assert error.value.__cause__.detail
        assert names(backup_folder(path)) == set()

    def test_damaged_rows_are_in_its_name(self, source: sqlite3.Connection, path: Path) -> None:
        source.execute("UPDATE marks SET checksum = 0 WHERE text LIKE 'note 1 %'")
        file = back_up(source, path, START)
        assert file.has_damage
        assert listed(backup_folder(path)) == (file,)


class TestUnfinished:
    def test_only_files_of_ours(self, tmp_path: Path) -> None:
        (tmp_path / ".backup-a.new").touch()
        (tmp_path / ".backup-a.new-journal").touch()
        (tmp_path / ".backup-folder").mkdir()
        (tmp_path / ".backup-link").symlink_to(tmp_path / ".backup-a.new")
        (tmp_path / "backup-b.new").touch()
        assert {one.name for one in unfinished_in(tmp_path)} == {
            ".backup-a.new",
            ".backup-a.new-journal",
        }


class TestWiping:
    def test_every_byte_is_overwritten_from_the_first_on_and_flushed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "secret"
        size = 2 * (1 << 20) + 17
        path.write_bytes(b"s" * size)
        flushed: list[int] = []
        monkeypatch.setattr(copying.os, "fsync", flushed.append)
        handle = os.open(path, os.O_RDWR)
        try:
            os.lseek(handle, 5, os.SEEK_SET)
            overwrite(handle)
        finally:
            os.close(handle)
        assert path.read_bytes() == bytes(size)
        assert flushed == [handle]

    def test_an_empty_file_stays_empty(self, tmp_path: Path) -> None:
        path = tmp_path / "empty"
        path.touch()
        with path.open("r+b") as file:
            overwrite(file.fileno())
        assert path.stat().st_size == 0

    def test_what_is_wiped_is_gone_and_may_be_gone_already(self, tmp_path: Path) -> None:
        path = tmp_path / "secret"
        path.write_bytes(b"secret")
        with path.open("rb") as file:
            wipe(path)
            assert file.read() == bytes(6)
        assert not path.exists()
        wipe(path)

    def test_flushing_asks_the_disk_for_that_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "copy"
        path.touch()
        flushed: list[int] = []
        monkeypatch.setattr(
            copying.os, "fsync", lambda handle: flushed.append(os.fstat(handle).st_ino)
        )
        copying.flush(path)
        assert flushed == [path.stat().st_ino]


def test_a_copy_can_be_opened_by_anybody(source: sqlite3.Connection, target: Path) -> None:
    write_copy(source, target)
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
