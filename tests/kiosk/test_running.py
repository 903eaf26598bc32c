"""The supervisor's own loop, with processes: it ends when it is asked to, and leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.kiosk.test_processes import BEGIN, ROOT, until

SESSION = (
    BEGIN
    + """
import json
from reader.kiosk.messages import Begun, Painted, Pong, Ready, encode
child.harden(parent)
end.recv(100000)
end.send(encode(Ready()))
while True:
    name, data = json.loads(end.recv(100000))
    if name == "Show": end.send(encode(Painted()))
    if name == "Ping": end.send(encode(Pong(data["number"], painted=True)))
"""
)
SUPERVISOR = """
import pathlib, sys, time
from datetime import UTC, date, datetime
sys.path.insert(0, sys.argv[2])
from reader.kiosk.child import shield_supervisor
from reader.kiosk.folders import SessionFolders
from reader.kiosk.notifying import Notifier
from reader.kiosk.policy import Policy
from reader.kiosk.processes import Starter
from reader.kiosk.running import run
from reader.kiosk.screen import Screen
from reader.kiosk.supervisor import Supervisor
from reader.kiosk.turns import Turns
from tests.kiosk.acting import Theatre
from tests.kiosk.clocks import FakeClock
folder = pathlib.Path(sys.argv[1])
shield_supervisor()
folders = SessionFolders(folder / "memory")
command = (sys.executable, "-I", "-c", sys.argv[3], sys.argv[2])
starter = Starter(Screen("offscreen"), folders, command=command)
office = Theatre(folder, FakeClock(), Policy()).office
turns = Turns(starter, office, time.monotonic)
class Told(Notifier):
    def ready(self): print("ready", flush=True)
    def stopping(self):
        print("stopping", flush=True)
        time.sleep(0.3)
print(run(Supervisor(turns, office, Told({}), time.monotonic), starter), flush=True)
"""


@pytest.fixture
def supervisor(tmp_path: Path) -> subprocess.Popen[str]:
    """One that has shown its first session."""
    (tmp_path / "memory").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, str(tmp_path), ROOT, SESSION],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def sessions(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(each) for each in text.split()]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_and_all_that_it_had(
    supervisor: subprocess.Popen[str], number: signal.Signals, tmp_path: Path
) -> None:
    until(lambda: len(sessions(supervisor.pid)) == 2)
    both = sessions(supervisor.pid)
    supervisor.send_signal(number)
    said, _ = supervisor.communicate(timeout=20)
    assert said == "stopping\nNone\n"
    assert supervisor.returncode == 0
    assert not any(Path(f"/proc/{pid}").exists() for pid in both)
    assert list((tmp_path / "memory").iterdir()) == []


def test_a_second_signal_does_not_cut_it_short(
    supervisor: subprocess.Popen[str], tmp_path: Path
) -> None:
    supervisor.send_signal(signal.SIGTERM)
    assert supervisor.stdout is not None
    assert supervisor.stdout.readline() == "stopping\n"
    supervisor.send_signal(signal.SIGTERM)
    supervisor.communicate(timeout=20)
    assert list((tmp_path / "memory").iterdir()) == []


def test_it_looks_after_sessions_while_it_runs(supervisor: subprocess.Popen[str]) -> None:
    for _ in range(5):
        until(lambda: len(sessions(supervisor.pid)) == 2)
        first = sessions(supervisor.pid)[0]
        os.kill(first, signal.SIGKILL)
        until(lambda gone=first: gone not in sessions(supervisor.pid))
    supervisor.terminate()
    supervisor.communicate(timeout=20)


def test_it_does_next_to_nothing_while_nobody_is_there(
    supervisor: subprocess.Popen[str],
) -> None:
    def ticks() -> int:
        fields = Path(f"/proc/{supervisor.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    until(lambda: len(sessions(supervisor.pid)) == 2)
    before, began = ticks(), time.monotonic()
    until(lambda: time.monotonic() - began > 1.5)
    busy = (ticks() - before) / os.sysconf("SC_CLK_TCK")
    assert busy / (time.monotonic() - began) < 0.1
    supervisor.terminate()
    supervisor.communicate(timeout=20)
