"""Whether Linux's speech service answers: Qt waits for one that hangs for ever, in the window."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PATIENCE_SECONDS = 2.0
ADDRESS = "SPEECHD_ADDRESS"
_FILE = "unix_socket"
_HELLO = b"SET SELF CLIENT_NAME reader:booklet-reader:hello\r\n"
_BYE = b"QUIT\r\n"
_HEARD = b"208 "


def hangs(environ: Mapping[str, str] = os.environ, patience: float = PATIENCE_SECONDS) -> bool:
    """Whether a service takes calls and answers none within ``patience`` seconds.

    Its socket is where Speech Dispatcher's library looks, and what is said is what that says first
    (SSIP, in Speech Dispatcher's manual). One that is not running does not hang: it is started.
    """
    path = _socket_path(environ)
    if path is None or not path.is_socket():
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as call:
        call.settimeout(patience)
        try:
            call.connect(str(path))
            call.sendall(_HELLO)
            heard = call.recv(len(_HEARD))
        except TimeoutError:
            return True
        except OSError:
            return False  # nobody is there any more
        with suppress(OSError):
            call.sendall(_BYE)
        return not heard.startswith(_HEARD)


def _socket_path(environ: Mapping[str, str]) -> Path | None:
    """Where the library looks; ``None`` where it is told to look elsewhere than in a file."""
    method, _, place = environ.get(ADDRESS, "").partition(":")
    if method not in ("", _FILE):
        return None
    if place:
        return Path(place)
    folder = environ.get("XDG_RUNTIME_DIR")
    cache = Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return (Path(folder) if folder else cache) / "speech-dispatcher" / "speechd.sock"
