"""Processes of sessions: hardened from the start, and gone with all that they started."""

from __future__ import annotations

import os
import re
import selectors
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.kiosk import processes
from reader.kiosk.child import BROKEN, ORPHANED
from reader.kiosk.folders import SessionFolders
from reader.kiosk.link import LinkLostError
from reader.kiosk.processes import SessionProcess, Starter, session_command
from reader.kiosk.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Start = Callable[[str], SessionProcess]

ROOT = str(Path(__file__).parents[2])
PATIENCE = 20.0
BEGIN = """
import os, signal, socket, sys, threading, time
sys.path.insert(0, sys.argv[1])
from reader.kiosk import child
handle, parent = int(sys.argv[2]), int(sys.argv[3])
end = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET, fileno=handle)
def say(*words): end.send(" ".join(map(str, words)).encode())
"""
WAIT = "\nwhile True: time.sleep(60)"


def until(holds: Callable[[], object]) -> None:
    """Wait until ``holds``, looking often."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.01)


def heard(session: SessionProcess) -> str:
    """The next thing that the session says; raises ``LinkLostError``."""
    with selectors.DefaultSelector() as selector:
        selector.register(session, selectors.EVENT_READ)
        assert selector.select(PATIENCE), "it said nothing"
    return session.receive()[0].decode()


def is_alive(pid: int) -> bool:
    """Whether the process runs; one that is dead and not buried does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


MISTAKES = {
    "in the main thread": "1 / 0",
    "in another thread": "threading.Thread(target=lambda: 1 / 0).start(); time.sleep(60)",
    "in a finaliser": ("class A:\n    def __del__(self): 1 / 0\nA()\ntime.sleep(60)"),
}


STUBBORN = {
    "asked to end": "signal.signal(signal.SIGTERM, signal.SIG_IGN); say('up')",
    "stopped": "say('up'); os.kill(os.getpid(), signal.SIGSTOP)",
    "busy": "say('up')\nwhile True: pass",
}


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[SessionFolders]:
    made = SessionFolders(tmp_path)
    yield made
    made.close()


@pytest.fixture
def start(folders: SessionFolders) -> Iterator[Start]:
    """Starts a session that does what a text of Python says."""
    started: list[SessionProcess] = []

    def begin(script: str) -> SessionProcess:
        command = (sys.executable, "-I", "-B", "-c", BEGIN + script, ROOT)
        started.append(Starter(Screen("offscreen"), folders, command=command).start())
        return started[-1]

    yield begin
    for session in started:
        if not session.is_over:
            session.end()


class TestWorld:
    def test_nothing_of_ours_reaches_it(
        self, start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LD_LIBRARY_PATH", "/tmp/evil")
        monkeypatch.setenv("PYTHONINSPECT", "1")
        with Path(__file__).open() as file:
            os.set_inheritable(file.fileno(), True)
            session = start(
                "say(sorted(os.environ), sorted(map(int, os.listdir('/proc/self/fd'))))" + WAIT
            )
            said = heard(session)
        assert "LD_LIBRARY_PATH" not in said
        assert "PYTHONINSPECT" not in said
        handles = [int(each) for each in re.findall(r"\d+", said.rpartition("[")[2])]
        assert len(handles) == 5, "its three streams, its socket, and the folder it reads"

    def test_it_leads_a_group_of_its_own(self, start: Start) -> None:
        session = start("say(os.getpgrp(), os.getsid(0))" + WAIT)
        assert heard(session) == f"{session.pid} {session.pid}"

    def test_it_writes_where_it_is_told(self, start: Start, tmp_path: Path) -> None:
        said = heard(start("say(os.environ['HOME'], os.getcwd())" + WAIT))
        assert all(word.startswith(str(tmp_path)) for word in said.split())


class TestHardening:
    def test_it_is_closed_to_onlookers_and_leaves_no_core(self, start: Start) -> None:
        look = """
child.harden(parent)
import ctypes, resource
libc = ctypes.CDLL(None)
say(libc.prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE), libc.prctl(39, 0, 0, 0, 0))
"""
        assert heard(start(look + WAIT)) == "0 (0, 0) 1"

    def test_the_control_is_dumpable(self, start: Start) -> None:
        look = "import ctypes\nsay(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
        assert heard(start(look + WAIT)) == "1"

    def test_it_ends_when_the_supervisor_is_another(self, start: Start) -> None:
        session = start("child.harden(parent + 1)\nsay('alive')")
        with pytest.raises(LinkLostError):
            heard(session)
        assert os.waitstatus_to_exitcode(os.waitpid(session.pid, 0)[1]) == ORPHANED

    @pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
    def test_any_mistake_ends_it(self, start: Start, mistake: str) -> None:
        session = start(f"child.harden(parent)\n{mistake}")
        with pytest.raises(LinkLostError):
            heard(session)
        assert os.waitstatus_to_exitcode(os.waitpid(session.pid, 0)[1]) == BROKEN
        assert "ZeroDivisionError" in session.end()

    def test_once_it_is_silent_no_mistake_says_a_word(self, start: Start) -> None:
        session = start(
            "child.harden(parent)\nchild.fall_silent()\nsay('silent')\nwords = 'seven times'\n"
            "print(words, flush=True)\nraise ValueError(words)"
        )
        assert heard(session) == "silent"
        with pytest.raises(LinkLostError):
            heard(session)
        assert session.end() == ""

    def test_what_it_says_to_the_log_is_short(self, start: Start) -> None:
        session = start("sys.stderr.write('x' * 10**6 + 'the end')\nsys.stderr.flush()\nsay('x')")
        heard(session)
        said = session.end()
        assert said.endswith("the end")
        assert len(said) <= 4000

    def test_it_dies_with_the_supervisor(self, tmp_path: Path) -> None:
        script = BEGIN + "child.harden(parent)\nsay('up')" + WAIT
        supervisor = f"""
import sys, time, pathlib
from reader.kiosk.folders import SessionFolders
from reader.kiosk.processes import Starter
from reader.kiosk.screen import Screen
command = (sys.executable, "-I", "-c", {script!r}, {ROOT!r})
folders = SessionFolders(pathlib.Path(sys.argv[1]))
session = Starter(Screen("offscreen"), folders, command=command).start()
while not session.receive(): time.sleep(0.01)
print(session.pid, flush=True)
time.sleep(60)
"""
        with subprocess.Popen(
            [sys.executable, "-c", supervisor, str(tmp_path)], stdout=subprocess.PIPE, text=True
        ) as other:
            assert other.stdout is not None
            pid = int(other.stdout.readline())
            assert is_alive(pid)
            other.kill()
            until(lambda: not is_alive(pid))


class TestEnding:
    def test_the_folder_goes_with_it(self, start: Start) -> None:
        session = start(
            "open(os.environ['HOME'] + '/words', 'w').write('Tuesday')\nsay(os.getcwd())" + WAIT
        )
        folder = Path(heard(session))
        assert folder.exists()
        session.end()
        assert not folder.exists()
        assert not is_alive(session.pid)

    @pytest.mark.parametrize("script", STUBBORN.values(), ids=STUBBORN)
    def test_nothing_keeps_it_alive(self, start: Start, script: str) -> None:
        session = start(script + WAIT)
        heard(session)
        begun = time.monotonic()
        session.end()
        assert not is_alive(session.pid)
        assert time.monotonic() - begun < PATIENCE

    def test_what_it_started_goes_with_it(self, start: Start) -> None:
        session = start("pid = os.fork()\nif pid: say(pid)" + WAIT)
        other = int(heard(session))
        session.end()
        until(lambda: not is_alive(other))

    def test_one_that_is_dead_already_is_buried(self, start: Start) -> None:
        session = start("os._exit(0)")
        with pytest.raises(LinkLostError):
            heard(session)
        session.end()
        assert not is_alive(session.pid)

    def test_what_escaped_its_group_is_found_all_the_same(self, tmp_path: Path) -> None:
        escape = (
            BEGIN
            + (
                "child.harden(parent)\n"
                "if os.fork() == 0:\n"
                "    os.setsid()\n"
                "    if os.fork() == 0: say(os.getpid())"
            )
            + WAIT
        )
        supervisor = f"""
import sys, time, pathlib
from reader.kiosk import child
from reader.kiosk.folders import SessionFolders
from reader.kiosk.processes import Starter
from reader.kiosk.screen import Screen
child.shield_supervisor()
folders = SessionFolders(pathlib.Path(sys.argv[1]))
starter = Starter(
    Screen("offscreen"), folders, command=(sys.executable, "-I", "-c", {escape!r}, {ROOT!r})
)
other = starter.start()
session = starter.start()
while not (said := session.receive()): time.sleep(0.01)
session.end()
starter.tidy()
time.sleep(0.3)
starter.tidy()
print(session.pid, said[0].decode(), other.pid, flush=True)
sys.stdin.readline()
"""
        with subprocess.Popen(
            [sys.executable, "-c", supervisor, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as running:
            assert running.stdout is not None
            session, escaped, other = map(int, running.stdout.readline().split())
            assert not is_alive(session)
            until(lambda: not is_alive(escaped))
            assert is_alive(other), "a living session is left alone"
            running.kill()


class TestCommand:
    def test_python_is_isolated(self) -> None:
        command = session_command()
        assert command[:3] == (sys.executable, "-I", "-B")
        assert command[-1] == "--session"

    def test_a_frozen_program_starts_itself(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        assert session_command() == (sys.executable, "--session")

    @pytest.mark.parametrize("arguments", [[], ["x", "y"], ["3"], ["3", "4", "5"]])
    def test_it_is_nothing_for_people_to_start(self, arguments: list[str]) -> None:
        ran = subprocess.run(
            [sys.executable, "-m", "reader", "--session", *arguments],
            cwd=ROOT,
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert ran.returncode == BROKEN
        assert ran.stdout + ran.stderr == b""

    def test_a_machine_that_starts_nothing_leaves_nothing(
        self, folders: SessionFolders, tmp_path: Path
    ) -> None:
        starter = Starter(Screen("offscreen"), folders, command=("/nowhere/python",))
        with pytest.raises(OSError, match="nowhere"):
            starter.start()
        (own,) = tmp_path.iterdir()
        assert [each.name for each in own.iterdir()] == ["lock"]

    def test_the_kernel_need_not_tell_of_children(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(processes, "_CHILDREN", "/nowhere/{thread}")
        assert processes._children() == set()
