"""``backup`` to a small disk that is really full, one that is read-only, and one with room."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from reader.notebook.model import MarkKind, Place
from reader.notebook.notebook import Notebook
from tests.system.running import environment, tool

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.system

ON_A_DISK = """
mount -t tmpfs -o "$1" stick "$2" || exit 99
"$3" -m reader --data "$4" backup "$2/notes.sqlite"
status=$?
ls -A "$2" >&2
exit $status
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    notebook = Notebook.open(
        folder / "notebook.sqlite", now=lambda: datetime.now(UTC), new_id=lambda: uuid4().hex
    )
    for number in range(100):
        place = Place("recurrence", "2026-11", "why", f"p{number}", quote="Words. " * 100)
        notebook.marks.add(MarkKind.NOTE, place, "Ask about this. " * 100)
    notebook.close()
    return folder


def back_up(data: Path, tmp_path: Path, options: str) -> subprocess.CompletedProcess[str]:
    stick = tmp_path / "stick"
    stick.mkdir()
    return subprocess.run(
        [
            tool("unshare"), "--user", "--map-root-user", "--mount",
            tool("sh"), "-c", ON_A_DISK, "sh", options, str(stick), sys.executable, str(data),
        ],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )  # fmt: skip


def test_room_enough(data: Path, tmp_path: Path) -> None:
    done = back_up(data, tmp_path, "size=8m")
    assert done.returncode == 0, done.stderr
    assert "100 notes, marks and questions" in done.stdout
    assert done.stderr.split() == ["notes.sqlite"]


@pytest.mark.parametrize("size", ["4k", "64k", "128k", "256k"])
def test_a_full_disk(data: Path, tmp_path: Path, size: str) -> None:
    before = (data / "notebook.sqlite").read_bytes()
    done = back_up(data, tmp_path, f"size={size}")
    sentence, *left = done.stderr.splitlines()
    assert done.returncode == 2, done.stdout
    assert "has no room for your notes. Your notes here are as they were." in sentence
    assert left == []
    assert (data / "notebook.sqlite").read_bytes() == before


def test_a_disk_that_may_not_be_written_to(data: Path, tmp_path: Path) -> None:
    done = back_up(data, tmp_path, "ro")
    assert done.returncode == 2
    assert "does not let anything be written." in done.stderr
