"""Telling systemd that the kiosk is up and alive (``man 3 sd_notify``), without ever waiting."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Notifier:
    """Says things to the socket that ``NOTIFY_SOCKET`` names; without one it says nothing.

    A manager that does not read, or is gone, is its own affair: nothing is raised.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._socket: socket.socket | None = None
        address = environ.get("NOTIFY_SOCKET", "")
        if not address.startswith(("/", "@")):
            return
        kind = socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK
        self._socket = socket.socket(socket.AF_UNIX, kind)
        with suppress(OSError):
            self._socket.connect(f"\0{address[1:]}" if address.startswith("@") else address)

    def ready(self) -> None:
        """The first start screen has been painted."""
        self._say("READY=1")

    def alive(self) -> None:
        """A frame has just been painted."""
        self._say("WATCHDOG=1")

    def stopping(self) -> None:
        """We were asked to end."""
        self._say("STOPPING=1")

    def status(self, words: str) -> None:
        """One line for ``systemctl status``."""
        self._say(f"STATUS={' '.join(words.split())}")

    def close(self) -> None:
        """Say nothing any more."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _say(self, line: str) -> None:
        if self._socket is not None:
            with suppress(OSError):
                self._socket.send(line.encode())
