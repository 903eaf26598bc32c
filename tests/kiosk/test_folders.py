"""Folders in memory: fresh, closed to others, and gone afterwards."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.kiosk.folders import PREFIX, SHARED_MEMORY, SessionFolders, memory_folder
from reader.kiosk.screen import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[SessionFolders]:
    made = SessionFolders(tmp_path)
    yield made
    made.close()


def test_each_session_has_one_of_its_own_open_to_us_alone(folders: SessionFolders) -> None:
    first, second = folders.make(), folders.make()
    assert first != second
    for folder in (first, first.parent, *first.iterdir()):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {each.name for each in first.iterdir()} == set(FOLDERS.values())


def test_nothing_is_left_of_a_session(folders: SessionFolders) -> None:
    folder = folders.make()
    (folder / "home" / "deep").mkdir()
    (folder / "home" / "deep" / "words.txt").write_text("seven times Tuesday")
    (folder / "tmp" / "away").symlink_to("/etc")
    assert folders.remove(folder)
    assert not folder.exists()


CLOSED = """
import os
from reader.kiosk.folders import SHARED_MEMORY, SessionFolders
if os.getuid() == 0:  # to root nothing is closed
    os.setuid(65534)
folders = SessionFolders(SHARED_MEMORY)
folder = folders.make()
(folder / "home" / "deep" / "er").mkdir(parents=True)
for inner in ("home/deep/er", "home/deep", "home"):
    (folder / inner).chmod(0)
print(folders.remove(folder))
folders.close()
"""


def test_a_folder_that_a_session_closed_is_removed_too() -> None:
    ran = subprocess.run([sys.executable, "-c", CLOSED], capture_output=True, text=True, check=True)
    assert ran.stdout == "True\n"


def test_what_a_link_leads_to_is_left_alone(folders: SessionFolders, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").write_text("here")
    folder = folders.make()
    (folder / "home" / "link").symlink_to(kept)
    folders.remove(folder)
    assert (kept / "file").read_text() == "here"


def test_a_folder_removed_twice_is_no_error(folders: SessionFolders) -> None:
    folder = folders.make()
    folders.remove(folder)
    assert folders.remove(folder)


def test_everything_is_gone_at_the_end(tmp_path: Path) -> None:
    folders = SessionFolders(tmp_path)
    folders.make()
    folders.close()
    assert list(tmp_path.iterdir()) == []


KILLED = """
import sys, time, pathlib
from reader.kiosk.folders import SessionFolders
folder = SessionFolders(pathlib.Path(sys.argv[1])).make()
(folder / "home" / "words").write_text("seven times Tuesday")
print(folder, flush=True)
time.sleep(60)
"""


def test_what_a_killed_supervisor_left_is_removed_by_the_next(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        left = type(tmp_path)(other.stdout.readline().strip())
        SessionFolders(tmp_path).close()
        assert left.exists(), "that of a living supervisor is left alone"
        other.send_signal(signal.SIGKILL)
        other.wait()
    SessionFolders(tmp_path).close()
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / f"{PREFIX}file").write_text("a file")
    (tmp_path / f"{PREFIX}link").symlink_to(tmp_path / "other")
    SessionFolders(tmp_path).close()
    assert {each.name for each in tmp_path.iterdir()} == {"other", f"{PREFIX}file", f"{PREFIX}link"}


class TestMemory:
    def test_shared_memory_is_used_where_it_is_memory(self) -> None:
        line = f"24 22 0:20 / {SHARED_MEMORY} rw - tmpfs tmpfs rw\n"
        assert memory_folder({}, line) == SHARED_MEMORY

    def test_else_the_account_s_own_folder(self, tmp_path: Path) -> None:
        line = f"24 22 0:20 / {tmp_path} rw - tmpfs tmpfs rw\n"
        assert memory_folder({"XDG_RUNTIME_DIR": str(tmp_path)}, line) == tmp_path

    def test_a_disk_is_no_memory(self, tmp_path: Path) -> None:
        line = "22 1 8:2 / / rw - ext4 /dev/sda2 rw\n"
        assert memory_folder({"XDG_RUNTIME_DIR": str(tmp_path)}, line) is None

    def test_a_place_that_is_not_there_or_not_named_in_full_is_none(self, tmp_path: Path) -> None:
        gone = tmp_path / "gone"
        line = f"24 22 0:20 / {gone} rw - tmpfs tmpfs rw\n"
        assert memory_folder({"XDG_RUNTIME_DIR": str(gone)}, line) is None
        assert memory_folder({"XDG_RUNTIME_DIR": "gone"}, line) is None
        assert memory_folder({}, "") is None
