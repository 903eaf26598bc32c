"""The file and its folder, before SQLite sees them."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from reader.notebook import disk
from reader.notebook.disk import Made, companions, prepare, size
from reader.notebook.errors import (
    NotebookError,
    NotebookReadOnlyError,
    NotebookUnavailableError,
    Trouble,
)


def test_the_files_that_sqlite_keeps_beside_it() -> None:
    names = [path.name for path in companions(Path("folder") / "notebook.db")]
    assert names == ["notebook.db-wal", "notebook.db-journal", "notebook.db-shm"]


def test_size(tmp_path: Path) -> None:
    (tmp_path / "five").write_bytes(b"12345")
    assert size(tmp_path / "five") == 5
    assert size(tmp_path / "none") is None
    assert size(tmp_path / "five" / "below a file") is None


def test_what_was_made_is_known(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "notebook.db"
    assert prepare(path) == Made((tmp_path / "a", tmp_path / "a" / "b"), path)
    assert path.read_bytes() == b""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert prepare(path) == Made()


def test_only_what_was_made_is_taken_away(tmp_path: Path) -> None:
    made = prepare(tmp_path / "a" / "b" / "notebook.db")
    neighbour = tmp_path / "a" / "somebody else's"
    neighbour.touch()
    for name in companions(tmp_path / "a" / "b" / "notebook.db"):
        name.touch()

    made.undo()

    assert list(tmp_path.rglob("*")) == [tmp_path / "a", neighbour]
    made.undo()
    assert neighbour.exists()


def test_nothing_made_is_nothing_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    path.touch()
    prepare(path).undo()
    assert path.exists()


@pytest.mark.parametrize("umask", [0, 0o077, 0o022])
def test_the_umask_cannot_open_it_to_others(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        prepare(tmp_path / "folder" / "notebook.db")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "folder").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "folder" / "notebook.db").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "error", "reason"),
    [
        (errno.EACCES, NotebookReadOnlyError, None),
        (errno.EPERM, NotebookReadOnlyError, None),
        (errno.EROFS, NotebookReadOnlyError, None),
        (errno.ENOSPC, NotebookUnavailableError, Trouble.DISK_FULL),
        (errno.EDQUOT, NotebookUnavailableError, Trouble.DISK_FULL),
        (errno.ENOTDIR, NotebookUnavailableError, Trouble.MISPLACED),
        (errno.EIO, NotebookUnavailableError, Trouble.FAILING),
        (errno.ENAMETOOLONG, NotebookUnavailableError, Trouble.FAILING),
    ],
)
@pytest.mark.parametrize("step", ["look", "make the folder", "make the file"])
def test_what_the_system_refuses_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    error: type[NotebookError],
    reason: Trouble | None,
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    match step:
        case "look":
            monkeypatch.setattr(disk, "_check", refuse)
        case "make the folder":
            monkeypatch.setattr(Path, "mkdir", refuse)
        case _:
            monkeypatch.setattr(disk.os, "open", refuse)
    with pytest.raises(NotebookError) as found:
        prepare(tmp_path / "folder" / "notebook.db")
    monkeypatch.undo()

    assert type(found.value) is error
    assert found.value.path == tmp_path / "folder" / "notebook.db"
    assert getattr(found.value, "reason", None) is reason
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_for_the_disk_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotebookUnavailableError) as error:
        prepare(tmp_path / ("long" * 100) / "notebook.db")
    assert error.value.reason is Trouble.FAILING


def test_a_disk_without_permissions_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(errno.EPERM, "not on this disk")

    path = tmp_path / "notebook.db"
    path.touch()
    monkeypatch.setattr(Path, "chmod", refuse)
    assert prepare(path) == Made()


def test_a_new_folder_lasts_through_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []

    def fsync(handle: int) -> None:
        flushed.append(os.fstat(handle).st_ino)

    monkeypatch.setattr(disk.os, "fsync", fsync)
    prepare(tmp_path / "a" / "b" / "notebook.db")
    assert flushed == [tmp_path.stat().st_ino, (tmp_path / "a").stat().st_ino]
