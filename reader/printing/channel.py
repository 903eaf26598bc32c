"""One question and its answer over a socket of this machine: the only socket that is opened here.

The family is ``AF_UNIX``, a file: what is written to it cannot leave the computer.
``tests/test_import_rules.py`` keeps it so.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reader.printing.errors import NoServiceError

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path

MOST_BYTES: Final = 8_000_000
"""Of an answer; a list of a thousand printers has some hundred thousand."""

_MOST_LINE: Final = 8192
_MOST_HEADERS: Final = 100


class BadAnswerError(ValueError):
    """What came back is not HTTP, or too long."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP status and the body under it."""

    status: int
    body: bytes


def post(path: Path, resource: str, body: bytes, *, timeout: float, authority: str = "") -> Reply:
    """Send ``body`` to ``resource`` of the server that listens at ``path``.

    ``timeout`` is in seconds, for each wait. ``authority`` is who asks, as HTTP writes it. Raises
    ``NoServiceError`` when there is no server, when it falls silent, or talks something else.
    """
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(timeout)
            line.connect(str(path))
            # A server that will not take so much answers and closes before it has read it all.
            with suppress(BrokenPipeError, ConnectionResetError):
                line.sendall(_head(resource, len(body), authority) + body)
            with line.makefile("rb") as stream:
                return _reply(stream)
    except (OSError, ValueError, AttributeError) as error:  # a system may know no such sockets
        raise NoServiceError(path, str(error) or type(error).__name__) from error


def _head(resource: str, length: int, authority: str) -> bytes:
    lines = [
        f"POST {resource} HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/ipp",
        f"Content-Length: {length}",
        "Connection: close",
        *([f"Authorization: {authority}"] if authority else []),
    ]
    return "\r\n".join([*lines, "", ""]).encode()


def _reply(stream: BufferedReader) -> Reply:
    status, headers = _status_and_headers(stream)
    while status == 100:
        status, headers = _status_and_headers(stream)
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return Reply(status, _chunks(stream))
    length = headers.get("content-length")
    if length is None:
        return Reply(status, _exactly_or_less(stream, MOST_BYTES))
    body = _exactly_or_less(stream, int(length))
    if len(body) < int(length):
        message = "the answer was cut short"
        raise BadAnswerError(message)
    return Reply(status, body)


def _status_and_headers(stream: BufferedReader) -> tuple[int, dict[str, str]]:
    protocol, _, rest = _line(stream).partition(" ")
    if not protocol.startswith("HTTP/1."):
        message = "the answer is not HTTP"
        raise BadAnswerError(message)
    headers: dict[str, str] = {}
    for _ in range(_MOST_HEADERS):
        line = _line(stream)
        if not line:
            return int(rest[:3]), headers
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    message = "the answer has too many headers"
    raise BadAnswerError(message)


def _line(stream: BufferedReader) -> str:
    line = stream.readline(_MOST_LINE)
    if not line.endswith(b"\n"):
        message = "the answer was cut short"
        raise BadAnswerError(message)
    return line.decode("latin-1").strip()


def _chunks(stream: BufferedReader) -> bytes:
    found = b""
    while size := int(_line(stream).partition(";")[0], 16):
        found += _exactly_or_less(stream, size)
        if len(found) > MOST_BYTES:
            message = "the answer is too long"
            raise BadAnswerError(message)
        _line(stream)
    return found


def _exactly_or_less(stream: BufferedReader, size: int) -> bytes:
    if not 0 <= size <= MOST_BYTES:
        message = "the answer is too long"
        raise BadAnswerError(message)
    return stream.read(size)
