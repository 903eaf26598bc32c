"""The socket between the supervisor and one session: a message is a whole datagram."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from reader.kiosk.messages import MOST_BYTES, encode

if TYPE_CHECKING:
    from reader.kiosk.messages import Message

MOST_AT_ONCE = 32
"""So many messages are taken before others get their turn."""


class LinkLostError(Exception):
    """The other end is gone, or does not read any more.

    End of file, a reset connection and a broken pipe are alike: which of them comes depends on
    what was still unread when the other process died.
    """


class Link:
    """One end; never waits."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        end.setblocking(False)

    def fileno(self) -> int:
        """For whoever waits until there is something to read."""
        return self._end.fileno()

    def send(self, message: Message) -> None:
        """Say ``message``; raises ``LinkLostError``."""
        try:
            self._end.send(encode(message))
        except OSError as error:
            raise LinkLostError from error

    def receive(self) -> list[bytes]:
        """The datagrams that have come; what came before a loss is given first.

        Raises ``LinkLostError``.
        """
        datagrams: list[bytes] = []
        while len(datagrams) < MOST_AT_ONCE:
            try:
                datagram = self._end.recv(MOST_BYTES + 1)
            except (BlockingIOError, InterruptedError):
                break
            except OSError as error:
                if datagrams:
                    break
                raise LinkLostError from error
            if not datagram:
                if datagrams:
                    break
                raise LinkLostError
            datagrams.append(datagram)
        return datagrams

    def close(self) -> None:
        """Let the other end see that this one is gone."""
        self._end.close()


def linked_pair() -> tuple[socket.socket, socket.socket]:
    """Two ends joined; neither reaches a program that is started unless it is passed on."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
