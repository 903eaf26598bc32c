"""A real X server of our own: its windows, and what is really on its screen."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
from contextlib import contextmanager
from itertools import count, islice
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from tests.system.running import tool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = (1280, 860)
_HEADER = struct.Struct(">25I")
_COLOUR_BYTES = 12
TRIES = 20
"""Others on this machine may have numbers of ours."""


class Screen:
    """The screen whose number is ``display`` and whose pixels are in the file ``pixels``."""

    def __init__(self, display: str, pixels: Path) -> None:
        self.display = display
        self._pixels = pixels

    def windows(self, title: str) -> list[int]:
        """The windows to be seen that have this in their title; the one on top comes last."""
        found = self._xdotool("search", "--onlyvisible", "--name", title)
        return [int(line) for line in found.splitlines()]

    def give_keyboard(self, window: int) -> None:
        """What a window manager does with a window that comes up."""
        self._xdotool("windowfocus", "--sync", str(window))

    def press_keys(self, window: int, keys: str) -> None:
        """Press ``"ctrl+f"`` and the like while ``window`` has the keyboard."""
        self._xdotool("windowfocus", "--sync", str(window), "key", keys)

    def put_on_top(self, window: int) -> None:
        """Put ``window`` over the others."""
        self._xdotool("windowraise", str(window))

    def picture(self) -> QImage:
        """What is on the screen now."""
        data = self._pixels.read_bytes()
        header = _HEADER.unpack_from(data)
        size, width, height, bits, stride = header[0], *header[4:6], *header[11:13]
        assert bits == QImage.toPixelFormat(QImage.Format.Format_RGB32).bitsPerPixel()
        start = size + header[19] * _COLOUR_BYTES
        picture = QImage(data[start:], width, height, stride, QImage.Format.Format_RGB32)
        return picture.copy()

    def ask_to_close(self, window: int) -> None:
        """What a window manager sends when the cross at the corner is pressed."""
        with XClient(self.display) as client:
            client.send_delete(window)

    def _xdotool(self, *arguments: str) -> str:
        ran = subprocess.run(
            [tool("xdotool"), *arguments],
            env=os.environ | {"DISPLAY": self.display},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0 or not ran.stderr, ran.stderr
        return ran.stdout


class XClient:
    """The three X11 requests that xdotool cannot make, in the protocol's own bytes."""

    def __init__(self, display: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(f"/tmp/.X11-unix/X{display.removeprefix(':')}")
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        accepted, words = struct.unpack("<B5xH", self._read(8))
        assert accepted == 1, "the X server wants nobody"
        self._read(4 * words)

    def __enter__(self) -> XClient:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def send_delete(self, window: int) -> None:
        """Send WM_DELETE_WINDOW, and wait until the server has passed it on."""
        protocols, delete = self._atom("WM_PROTOCOLS"), self._atom("WM_DELETE_WINDOW")
        message = struct.pack("<BBHIIIIIII", 33, 32, 0, window, protocols, delete, 0, 0, 0, 0)
        self._socket.sendall(struct.pack("<BBHII", 25, 0, 11, window, 0) + message)
        self._atom("WM_NAME")

    def _atom(self, name: str) -> int:
        text = name.encode()
        padded = text + bytes(-len(text) % 4)
        length = 2 + len(padded) // 4
        self._socket.sendall(struct.pack("<BBHHxx", 16, 0, length, len(text)) + padded)
        answer = self._read(32)
        assert answer[0] == 1, f"the X server answered with {answer[:2]!r}"
        return int(struct.unpack_from("<I", answer, 8)[0])

    def _read(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            data += (part := self._socket.recv(count - len(data)))
            assert part, "the X server is gone"
        return data


_numbers = count(100 + 100 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]))


@contextmanager
def x_server(folder: Path) -> Iterator[Screen]:
    """An X server; its pixels are in ``folder``."""
    server, number = _started(folder)
    try:
        yield Screen(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait()


def _started(folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    """The server that could have one of our numbers.

    One that looks for a number itself may take that of a server which is just ending and then
    removes the socket of both. So workers have numbers of their own, and use none twice.
    """
    across, down = SIZE
    for number in islice(_numbers, TRIES):
        reads, writes = os.pipe()
        server = subprocess.Popen(
            [
                *(tool("Xvfb"), f":{number}", "-displayfd", str(writes), "-fbdir", str(folder)),
                *("-screen", "0", f"{across}x{down}x24", "-nolisten", "tcp", "-noreset"),
            ],
            pass_fds=[writes],
            stderr=subprocess.DEVNULL,
        )
        os.close(writes)
        with os.fdopen(reads) as pipe:
            if pipe.readline().strip():
                return server, number
        server.wait()
    message = "Xvfb did not start"
    raise AssertionError(message)
