"""Real components for the system tests: tools that must be there, and the program as a process."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.been_here import been_here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

REPOSITORY = Path(__file__).parents[2]
PATIENCE_SECONDS = 30
LOOK_EVERY_SECONDS = 0.05
OF_A_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")


def tool(name: str) -> str:
    """Where a tool is; the test fails when it is not there: ``make system-packages`` brings it."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    assert found, f"{name} is not on this machine: run make system-packages"
    return found


def environment(home: Path, **more: str) -> dict[str, str]:
    """What a process of a person with an empty home folder and no screen is given."""
    kept = {name: text for name, text in os.environ.items() if name not in OF_A_SCREEN}
    return kept | {
        "HOME": str(home),
        "PYTHONPATH": str(REPOSITORY),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        **more,
    }


class Program:
    """``python -m reader`` while it runs, and what it said."""

    def __init__(self, process: subprocess.Popen[bytes], said: Path) -> None:
        self.process = process
        self._said = said

    def wait_until(self, is_so: Callable[[], object]) -> None:
        """Wait for something that it does; fail when it ends or takes too long."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert time.monotonic() < deadline, f"it took too long; it said: {self.said()}"
            try:
                status = self.process.wait(timeout=LOOK_EVERY_SECONDS)
            except subprocess.TimeoutExpired:
                continue
            pytest.fail(f"it ended with {status}; it said: {self.said()}")

    def wait_for_endings(self) -> None:
        """Until the process itself, and not the system, decides what being told to end means."""
        status = Path(f"/proc/{self.process.pid}/status")

        def catches_sigterm() -> bool:
            lines = status.read_text(encoding="ascii").splitlines()
            caught = next(line.split()[1] for line in lines if line.startswith("SigCgt"))
            return bool(int(caught, 16) >> 14 & 1)

        self.wait_until(catches_sigterm)

    def status(self) -> int:
        """The exit status, once it has ended."""
        return self.process.wait(timeout=PATIENCE_SECONDS)

    def terminate(self) -> None:
        """Ask it to end, as the system does."""
        self.process.send_signal(signal.SIGTERM)

    def said(self) -> str:
        """All that it wrote on both streams."""
        return self._said.read_text(encoding="utf-8")


@contextmanager
def running(
    *arguments: str | Path, env: Mapping[str, str], wrapper: tuple[str, ...] = ()
) -> Iterator[Program]:
    """The program with these arguments, killed at the end if it is still there.

    ``--data`` and a folder come first if at all; whoever it belongs to was here before.
    """
    if arguments[:1] == ("--data",):
        been_here(Path(arguments[1]))
    with tempfile.TemporaryDirectory(prefix="reader-said-") as folder:
        said = Path(folder, "said")
        with said.open("wb") as stream:
            process = subprocess.Popen(
                [*wrapper, sys.executable, "-m", "reader", *arguments],
                cwd=env["HOME"],
                env=env,
                stdout=stream,
                stderr=subprocess.STDOUT,
            )
        try:
            yield Program(process, said)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
