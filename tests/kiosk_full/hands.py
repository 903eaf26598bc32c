"""The hands of a person at the screen: real keys and a real pointer, by XTEST."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from tests.system.running import tool

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.system.screen import Screen


def press(button: int) -> tuple[str, str]:
    """The orders for a short press: xdotool's own sleeps for a tenth of a second after it."""
    return f"mousedown {button}", f"mouseup {button}"


class Hands:
    """Orders go to one xdotool through a pipe: it is told in no argument what is typed."""

    def __init__(self, process: subprocess.Popen[bytes], said: BinaryIO) -> None:
        self._process = process
        self._said = said

    @property
    def pid(self) -> int:
        """The process that knows what was typed, beside this one."""
        return self._process.pid

    @property
    def is_well(self) -> bool:
        """Whether it goes on."""
        return self._process.poll() is None

    def do(self, *orders: str) -> None:
        """Have orders of xdotool done one after another."""
        assert self._process.stdin is not None
        status = self._process.poll()
        assert status is None, f"xdotool ended with {status}"
        for order in orders:
            self._process.stdin.write(order.encode() + b"\n")
        self._process.stdin.flush()

    def wait(self) -> None:
        """Until all is done that was ordered: the X server has it, though not yet the kiosk.

        Raises ``OSError`` when xdotool ends.
        """
        self.do("getmouselocation")
        self._said.readline()

    def click(self, at: tuple[int, int], button: int = 1) -> None:
        """Press and let go."""
        x, y = at
        self.do(f"mousemove {x} {y}", *press(button))

    def type(self, text: str) -> None:
        """Type letters, digits and nothing else."""
        assert text.isalnum()
        self.do(f"type --delay 0 {text}")


@contextmanager
def hands(screen: Screen) -> Iterator[Hands]:
    """Somebody at ``screen``."""
    ours, theirs = os.openpty()  # to a pipe it would say nothing before its end
    process = subprocess.Popen(
        [tool("xdotool"), "-"],
        env=os.environ | {"DISPLAY": screen.display},
        stdin=subprocess.PIPE,
        stdout=theirs,
    )
    os.close(theirs)
    try:
        with os.fdopen(ours, "rb") as said:
            yield Hands(process, said)
    finally:
        process.kill()
        process.communicate()
