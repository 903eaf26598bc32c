"""Saving a PDF: whole or not at all, and in words when not."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from reader.paper.errors import PaperError, SaveError, SaveProblem
from reader.paper.saving import save_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such thing")
DATA = b"%PDF-1.7 a sheet"


def refused(path: Path) -> SaveError:
    with pytest.raises(SaveError) as caught:
        save_pdf(path, DATA)
    assert isinstance(caught.value, PaperError)
    assert caught.value.path == path
    assert "Nothing was saved. Please" in str(caught.value)
    return caught.value


def test_it_is_saved_and_nothing_else(tmp_path: Path) -> None:
    save_pdf(tmp_path / "sheet.pdf", DATA)
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]
    assert (tmp_path / "sheet.pdf").read_bytes() == DATA


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"an older and much longer sheet than the new one is")
    save_pdf(path, DATA)
    assert path.read_bytes() == DATA


@pytest.mark.parametrize("name", ["my sheet.pdf", "Fragen für morgen.pdf", "質問.pdf", "a", ".pdf"])
def test_any_name_will_do(name: str, tmp_path: Path) -> None:
    save_pdf(tmp_path / name, DATA)
    assert (tmp_path / name).read_bytes() == DATA


def test_a_name_alone_is_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save_pdf(Path("sheet.pdf"), DATA)
    assert (tmp_path / "sheet.pdf").read_bytes() == DATA


@POSIX
def test_a_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)
    save_pdf(link, DATA)
    assert link.is_symlink()
    assert real.read_bytes() == DATA


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    error = refused(tmp_path / "none" / "sheet.pdf")
    assert error.problem is SaveProblem.NO_FOLDER
    assert f"There is no folder “{tmp_path / 'none'}”." in str(error)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"words")
    assert refused(tmp_path / "file" / "sheet.pdf").problem is SaveProblem.NO_FOLDER
    assert (tmp_path / "file").read_bytes() == b"words"


def test_a_folder_as_the_target(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    error = refused(tmp_path / "sheet.pdf")
    assert error.problem is SaveProblem.IS_FOLDER
    assert "is a folder." in str(error)


@POSIX
def test_a_device_or_a_pipe_is_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refused(pipe).problem is SaveProblem.NOT_A_FILE
    assert pipe.is_fifo()


@POSIX
def test_a_circle_of_links(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    refused(tmp_path / "a")
    assert (tmp_path / "a").is_symlink()


@pytest.mark.parametrize("name", ["x" * 300, "a\x00b"])
def test_a_name_that_cannot_be_one(name: str, tmp_path: Path) -> None:
    assert refused(tmp_path / name).problem is SaveProblem.BAD_NAME
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.EROFS, SaveProblem.NOT_ALLOWED),
        (errno.EACCES, SaveProblem.NOT_ALLOWED),
        (errno.ENOSPC, SaveProblem.DISK_FULL),
        (errno.EDQUOT, SaveProblem.DISK_FULL),
        (errno.EIO, SaveProblem.OTHER),
    ],
)
def test_the_systems_refusals_are_put_in_words(
    code: int, problem: SaveProblem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")

    def fsync(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fsync)

    error = refused(path)

    assert error.problem is problem
    assert os.strerror(code) in error.reason
    assert os.strerror(code) not in str(error)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


CHILD = """
import os, resource, sys
from pathlib import Path
from reader.paper.errors import SaveError
from reader.paper.saving import save_pdf
{before}
try:
    save_pdf(Path(sys.argv[1]), b"x" * 100_000)
except SaveError as error:
    print(error.problem)
else:
    print("saved")
"""


def in_child(path: Path, before: str) -> str:
    """What becomes of saving at ``path`` in a process of its own, after the line ``before``."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD.format(before=before), str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@POSIX
def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")
    full = "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))"
    assert in_child(path, full) == "disk-full"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    assert in_child(path, "") == "saved"


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that any account can reach, as those of pytest are not."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@POSIX
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o644), (0o777, 0o444)])
def test_what_is_protected_is_not_replaced(folder_mode: int, file_mode: int, shared: Path) -> None:
    folder = shared / "folder"
    folder.mkdir()
    path = folder / "sheet.pdf"
    path.write_bytes(b"old")
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    nobody = "os.getuid() or (os.setgid(65534), os.setuid(65534))"
    try:
        assert in_child(path, nobody) == "not-allowed"
        assert path.read_bytes() == b"old"
    finally:
        folder.chmod(0o755)
