"""The program never goes online: every system call that could is recorded, and there is none."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.system.running import PATIENCE_SECONDS, REPOSITORY, environment, running, tool
from tests.system.screen import x_server

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.system

CALLS = "socket,connect,bind,sendto,sendmsg,sendmmsg"
OF_A_NETWORK = re.compile(r"AF_(?!UNIX\b|UNSPEC\b)\w+")
A_WHOLE_JOB_SECONDS = 120
GOES_ONLINE = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
LOOKS_A_NAME_UP = "import socket\ntry: socket.getaddrinfo('nowhere.invalid', 80)\nexcept OSError: 0"


def strace(log: Path) -> tuple[str, ...]:
    """Before a command: writes what it and its children ask of a network to ``log``."""
    return (tool("strace"), "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(log))


def on_a_network(log: Path) -> list[str]:
    """The calls that have to do with anything but this computer's own sockets."""
    return [line for line in calls(log) if OF_A_NETWORK.search(line)]


def calls(log: Path) -> list[str]:
    """All that were recorded, and none of the lines that tell of signals and ends."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if "(" in line]


def record(log: Path, *arguments: str | Path, home: Path) -> None:
    """Run Python and record it; it must do what it should."""
    ran = subprocess.run(
        [*strace(log), sys.executable, *arguments],
        cwd=REPOSITORY,
        env=environment(home, QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        check=False,
        timeout=A_WHOLE_JOB_SECONDS,
    )
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("code", [GOES_ONLINE, LOOKS_A_NAME_UP])
def test_a_program_that_goes_online_would_be_noticed(tmp_path: Path, code: str) -> None:
    log = tmp_path / "calls"
    record(log, "-c", code, home=tmp_path)
    assert on_a_network(log)


def test_nothing_in_the_whole_job_goes_online(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    record(log, "-m", "tests.demo", tmp_path / "demo", home=tmp_path)
    assert on_a_network(log) == []


def test_nor_does_a_command(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    sheet = ("sheet", "--blank", "--out", tmp_path / "blank.pdf")
    record(log, "-m", "reader", "--data", tmp_path / "data", *sheet, home=tmp_path)
    assert on_a_network(log) == []


def test_a_window_speaks_to_the_screen_alone(tmp_path: Path) -> None:
    log, pixels = tmp_path / "calls", tmp_path / "pixels"
    pixels.mkdir()
    with x_server(pixels) as screen:
        env = environment(tmp_path, DISPLAY=screen.display)
        recorded = strace(log)
        with running("--data", tmp_path / "data", env=env, wrapper=recorded) as program:
            program.wait_until(lambda: screen.windows("Booklets – Booklet Reader"))
            (window,) = screen.windows("Booklets – Booklet Reader")
            screen.ask_to_close(window)
            assert program.process.wait(timeout=PATIENCE_SECONDS) == 0
    connected = [line for line in calls(log) if "connect(" in line]
    assert connected
    assert [line for line in connected if ".X11-unix" not in line] == []
    assert on_a_network(log) == []
