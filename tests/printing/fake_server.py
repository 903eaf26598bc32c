"""A print server of a few lines on a socket of its own: it says what a test tells it to."""

from __future__ import annotations

import socket
import struct
import tempfile
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.printing.wire import Group, Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reply = Callable[[bytes], bytes]

Values = tuple[Tag, str, tuple[bytes, ...]]


def ipp(status: int, *groups: tuple[Group, tuple[Values, ...]]) -> bytes:
    """An answer as a server writes it."""
    said = struct.pack(">2sHI", b"\x02\x00", status, 1)
    for group, attributes in groups:
        said += bytes([group])
        for tag, name, values in attributes:
            for at, value in enumerate(values):
                called = name.encode() if at == 0 else b""
                said += bytes([tag]) + struct.pack(">H", len(called)) + called
                said += struct.pack(">H", len(value)) + value
    return said + bytes([Group.END])


def number(value: int) -> bytes:
    return struct.pack(">i", value)


def http(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def chunked(*parts: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (*parts, b""))


class FakeServer:
    """``heard`` are the requests; each is answered by the next of ``replies``, or the last."""

    def __init__(self, path: Path, replies: list[bytes | None]) -> None:
        self.path = path
        self.heard: list[bytes] = []
        self._replies = replies
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(path))
        self._listener.listen()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        held: list[socket.socket] = []
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                break
            self.heard.append(_request(line))
            reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
            if reply is None:
                held.append(line)  # says nothing, and does not hang up either
                continue
            with line, suppress(OSError):
                line.sendall(reply)
        for line in held:
            line.close()


def _request(line: socket.socket) -> bytes:
    heard = b""
    while b"\r\n\r\n" not in heard:
        more = line.recv(65536)
        if not more:
            return heard
        heard += more
    head, _, body = heard.partition(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    while len(body) < length:
        body += line.recv(65536)
    return head + b"\r\n\r\n" + body


@contextmanager
def fake_server(*replies: bytes | None) -> Iterator[FakeServer]:
    # Not in pytest's folder: the name of a socket may have some hundred letters.
    with tempfile.TemporaryDirectory(prefix="ipp-") as folder:
        server = FakeServer(Path(folder, "socket"), list(replies))
        try:
            yield server
        finally:
            server.close()
