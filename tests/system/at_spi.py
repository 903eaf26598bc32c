"""The program as a screen reader meets it: a session bus, the accessibility bus, and a client."""

from __future__ import annotations

import json
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.system.running import LOOK_EVERY_SECONDS, PATIENCE_SECONDS, tool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

CLIENT = Path(__file__).with_name("at_spi_client.py")
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


class Node(NamedTuple):
    """One thing in the tree, as a screen reader has it."""

    depth: int
    role: str
    name: str
    description: str
    states: frozenset[str]


class Listener:
    """Asks the client, which is another process, one thing at a time."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def _ask(self, *asked: str) -> object:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the client has ended"
        told = json.loads(line)
        if "trouble" in told:
            raise LookupError(told["trouble"])
        return told["answer"]

    def tree(self) -> list[Node]:
        """All that can be seen, in the order of the tree."""
        found = self._ask("tree")
        assert isinstance(found, list)
        return [
            Node(
                one["depth"], one["role"], one["name"], one["description"], frozenset(one["states"])
            )
            for one in found
        ]

    def reach_too_far(self) -> int:
        """Ask everything for a child that it has not; how many were asked."""
        asked = self._ask("reach_too_far")
        assert isinstance(asked, int)
        return asked

    def names(self, role: str = "") -> list[str]:
        """What the things of that role are called."""
        return [node.name for node in self.tree() if role in ("", node.role)]

    def press(self, name: str) -> None:
        """Do the action Press of the one control of that name, once it is there."""
        self._when_there("press", name)

    def focus(self, name: str, role: str = "") -> None:
        """Do the action SetFocus of the one thing of that name."""
        self._when_there("focus", name, role)

    def write(self, name: str, text: str) -> None:
        """Set the text of a field."""
        self._when_there("write", name, text)

    def text(self, name: str) -> str:
        """The text of a field."""
        return str(self._ask("text", name))

    def announced(self) -> list[tuple[str, str]]:
        """Politeness and words of what was announced since the last time."""
        heard = self._ask("announced")
        assert isinstance(heard, list)
        return [(politeness, words) for politeness, words in heard]

    def focuses(self) -> list[tuple[str, str]]:
        """Role and name of what has got the keyboard since the last time."""
        found = self._ask("focuses")
        assert isinstance(found, list)
        return [(role, name) for role, name in found]

    def hear(self, words: str, politeness: str = "polite") -> None:
        """Wait until exactly this is announced."""
        heard: list[tuple[str, str]] = []

        def is_heard() -> bool:
            heard.extend(self.announced())
            return (politeness, words) in heard

        wait_until(is_heard, lambda: f"{words!r} was not announced, but {heard}")

    def _when_there(self, *asked: str) -> None:
        """Do something with a control that may show a moment later."""
        trouble = ""

        def is_done() -> bool:
            nonlocal trouble
            try:
                self._ask(*asked)
            except LookupError as error:
                trouble = str(error)
                return False
            return True

        wait_until(is_done, lambda: f"{trouble}; there are {self.names()}")


def wait_until(is_so: Callable[[], object], why: Callable[[], str]) -> None:
    """Wait for what another process does; fails with ``why`` when it takes too long."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, why()
        time.sleep(LOOK_EVERY_SECONDS)


@contextmanager
def accessibility_bus(env: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """A session bus of our own with the accessibility bus on it; the environment to use both."""
    session = subprocess.Popen(
        [tool("dbus-run-session"), "--", "/bin/sh", "-c", 'echo "$DBUS_SESSION_BUS_ADDRESS"; cat'],
        env=dict(env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # the buses tell of every service that they start
        text=True,
    )
    assert session.stdin is not None
    assert session.stdout is not None
    address = session.stdout.readline().strip()
    assert address, "dbus-run-session started no bus"
    made = dict(env) | {
        "DBUS_SESSION_BUS_ADDRESS": address,
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        # The client asks for a connection of its own, which Qt has not, and Qt complains of it.
        "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
        "PYTHONFAULTHANDLER": "1",
    }
    launcher = subprocess.Popen(
        [LAUNCHER, "--launch-immediately"], env=made, stderr=subprocess.DEVNULL
    )
    try:
        yield made
    finally:
        launcher.terminate()
        launcher.wait()
        session.stdin.close()
        session.wait()
        session.stdout.close()


@contextmanager
def listening(env: Mapping[str, str]) -> Iterator[Listener]:
    """A client on the accessibility bus of ``env``."""
    process = subprocess.Popen(
        [SYSTEM_PYTHON, "-I", CLIENT],
        env=dict(env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield Listener(process)
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()
