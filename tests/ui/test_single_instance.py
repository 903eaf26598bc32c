"""One reader at a time: who is first, who is heard, and who waits in vain."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalSocket  # noqa: TID251  # a stranger at a local socket

from reader.ui.single_instance import (
    MOST_BYTES,
    Call,
    First,
    SingleInstance,
    Unheard,
    be_one,
    meeting_place,
    read_call,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

REPOSITORY = Path(__file__).parents[2]
CALL = Call("recurrence", "how", "token-1")
PATIENCE_MS = 30_000

SECOND = """
import sys
from pathlib import Path
from reader.ui.single_instance import Call, be_one
print(be_one(Path(sys.argv[1]), Call(*sys.argv[2:]), patience=20))
"""
HOLD = """
import sys
from pathlib import Path
from reader.notebook.lock import NotebookLock
lock = NotebookLock.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "meet"


@pytest.fixture
def first(qtbot: QtBot, place: Path) -> Iterator[SingleInstance]:
    found = be_one(place, Call())
    assert isinstance(found, First)
    assert found.instance.is_listening
    yield found.instance
    found.instance.close()


class Second:
    """Starts the program again: in another process, as Qt holds Python up while it waits."""

    def __init__(self, place: Path, call: Call) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", SECOND, place, call.booklet, call.section, call.token],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            text=True,
        )

    def found(self) -> str:
        """What it was."""
        return self._process.communicate(timeout=PATIENCE_MS // 1000)[0].strip()


def test_the_second_is_heard_by_the_first(qtbot: QtBot, first: SingleInstance, place: Path) -> None:
    with qtbot.waitSignal(first.called, timeout=PATIENCE_MS) as heard:
        second = Second(place, CALL)
    assert second.found() == "Handed()"
    assert heard.args == [CALL]


def test_many_seconds_are_all_heard(qtbot: QtBot, first: SingleInstance, place: Path) -> None:
    heard: list[Call] = []
    first.called.connect(heard.append)
    seconds = [Second(place, Call(str(number))) for number in range(6)]
    qtbot.waitUntil(lambda: len(heard) == len(seconds), timeout=PATIENCE_MS)
    for second in seconds:
        assert second.found() == "Handed()"
    assert {call.booklet for call in heard} == {str(number) for number in range(6)}


def test_another_data_folder_is_another_reader(first: SingleInstance, tmp_path: Path) -> None:
    other = be_one(tmp_path / "elsewhere", Call(), patience=0)
    assert isinstance(other, First)
    other.instance.close()


def test_when_the_first_is_closed_the_next_is_first(first: SingleInstance, place: Path) -> None:
    first.close()
    following = be_one(place, Call(), patience=0)
    assert isinstance(following, First)
    following.instance.close()


def test_a_socket_that_a_killed_reader_left_stops_nobody(qtbot: QtBot, place: Path) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(place))
    left.close()  # the file stays, and nobody listens
    place.with_name("meet-lock").touch()
    found = be_one(place, Call(), patience=0)
    assert isinstance(found, First)
    assert found.instance.is_listening
    with qtbot.waitSignal(found.instance.called, timeout=PATIENCE_MS):
        second = Second(place, CALL)
    assert second.found() == "Handed()"
    found.instance.close()


def test_one_that_hangs_is_waited_for_no_longer_than_it_takes(place: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, place],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert be_one(place, CALL, patience=0.3) == Unheard()  # it never listened
        with socket.socket(socket.AF_UNIX) as deaf:
            deaf.bind(str(place))
            deaf.listen()
            assert be_one(place, CALL, patience=0.3) == Unheard()  # it listens, and hears nothing
    finally:
        holder.kill()
        holder.communicate()
    place.unlink()
    found = be_one(place, CALL, patience=5)
    assert isinstance(found, First)
    found.instance.close()


@pytest.mark.parametrize(
    "line", [b"\n", b"what?\n", b"{}\n", b'["a"]\n', b'["a", "b", 3]\n', b"[" * 3000 + b"\n"]
)
def test_what_is_not_ours_is_heard_by_nobody(
    qtbot: QtBot, first: SingleInstance, place: Path, line: bytes
) -> None:
    with qtbot.assertNotEmitted(first.called):
        stranger = QLocalSocket()
        stranger.connectToServer(str(place))
        stranger.write(line)
        gone = QLocalSocket.LocalSocketState.UnconnectedState
        qtbot.waitUntil(lambda: stranger.state() is gone, timeout=PATIENCE_MS)
    assert read_call(line) is None


def test_who_talks_without_end_is_hung_up_on(
    qtbot: QtBot, first: SingleInstance, place: Path
) -> None:
    stranger = QLocalSocket()
    stranger.connectToServer(str(place))
    stranger.write(b"x" * (4 * MOST_BYTES))
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: stranger.state() is gone, timeout=PATIENCE_MS)


def test_a_call_comes_through_whatever_is_in_it() -> None:
    call = Call('“a”\n"b"', "ä\0", "t")
    assert read_call(call.to_bytes()) == call
    assert call.to_bytes().count(b"\n") == 1


# ---- where they meet


def test_they_meet_in_a_folder_of_this_account(tmp_path: Path) -> None:
    private = tmp_path / "run"
    private.mkdir(mode=0o700)
    found = meeting_place(tmp_path / "data", {"XDG_RUNTIME_DIR": str(private)})
    assert found.parent == private
    assert len(str(found)) - len(str(private)) < 40, "a socket's name may have 107 bytes"


@pytest.mark.parametrize("folder", ["", "gone", "open"])
def test_a_folder_that_others_can_write_to_is_not_used(tmp_path: Path, folder: str) -> None:
    shared = tmp_path / "open"
    shared.mkdir()
    shared.chmod(0o755)
    named = str(tmp_path / folder) if folder else ""
    found = meeting_place(tmp_path / "data", {"XDG_RUNTIME_DIR": named})
    assert tmp_path not in found.parents


def test_a_link_to_the_folder_is_the_same_reader(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data")
    assert meeting_place(tmp_path / "data", {}) == meeting_place(tmp_path / "link", {})
    assert meeting_place(tmp_path / "data", {}) != meeting_place(tmp_path / "other", {})


def test_only_this_account_may_connect(first: SingleInstance, place: Path) -> None:
    assert place.stat().st_mode & 0o077 == 0
    assert place.stat().st_uid == os.getuid()
