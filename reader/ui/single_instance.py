"""One reader at a time: whoever starts it again is led to the window that is open already.

The first holds a lock and listens at a local socket; the second hands over where it was asked to
open, and ends. A lock of the system ends with its process in whatever way, so that what a killed
reader leaves behind stops nobody. Both are named after the data folder: another folder is another
reader's.

Linux and macOS: a socket in a folder of this account alone. Windows: a named pipe, which others may
listen to as well (https://doc.qt.io/qt-6/qlocalserver.html), so that the lock decides there too.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import stat
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket  # noqa: TID251  # no network: a file

from reader.notebook.errors import NotebookInUseError
from reader.notebook.lock import NotebookLock

if TYPE_CHECKING:
    from collections.abc import Mapping

PATIENCE_SECONDS = 5.0
"""How long the first may take to answer: it may be starting, or reading a big notebook."""

MOST_BYTES = 4096
"""A message is a line of JSON, shorter than this; more is not ours."""

_HERE = b"here\n"
_NEXT_TRY_SECONDS = 0.1
_GREETING_MS = 2000


@dataclass(frozen=True, slots=True)
class Call:
    """What the second start asks of the first: a booklet and a section, or just to be seen.

    ``token`` is what the desktop gives a program that somebody has just started; with it a window
    may come to the front (``XDG_ACTIVATION_TOKEN``,
    https://wayland.app/protocols/xdg-activation-v1).
    """

    booklet: str = ""
    section: str = ""
    token: str = ""

    def to_bytes(self) -> bytes:
        """One line."""
        return json.dumps([self.booklet, self.section, self.token]).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class First:
    """Nobody else is here; ``instance`` tells of those who come."""

    instance: SingleInstance


@dataclass(frozen=True, slots=True)
class Handed:
    """The reader that is open already has heard, and shows itself."""


@dataclass(frozen=True, slots=True)
class Unheard:
    """Another reader is open and did not answer in time."""


class SingleInstance(QObject):
    """The reader that is open, for as long as this object is kept.

    Signals:
        called(Call): somebody started the program again.
    """

    called = Signal(object)

    def __init__(self, path: Path, lock: NotebookLock | QLockFile) -> None:
        super().__init__()
        self._lock = lock
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(str(path))  # what a killed reader left: the lock is ours
        self._server.listen(str(path))

    @property
    def is_listening(self) -> bool:
        """Whether others can be heard; without, the notebook's own lock still keeps them apart."""
        return self._server.isListening()

    def close(self) -> None:
        """Let the next one be the first."""
        self._server.close()
        if isinstance(self._lock, QLockFile):
            self._lock.unlock()
        else:
            self._lock.release()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._hear)
            if socket.bytesAvailable():
                self._take(socket)

    def _hear(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            return
        call = read_call(bytes(socket.readLine(MOST_BYTES).data()))
        if call is None:
            socket.abort()
            return
        socket.write(_HERE)
        socket.flush()
        socket.disconnectFromServer()
        self.called.emit(call)


def read_call(line: bytes) -> Call | None:
    """What ``line`` asks; ``None`` for anything that is not ours."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    is_ours = isinstance(found, list) and len(found) == 3
    if is_ours and all(isinstance(one, str) for one in found):
        return Call(*found)
    return None


def be_one(
    path: Path, call: Call, *, patience: float = PATIENCE_SECONDS
) -> First | Handed | Unheard:
    """Be the only reader at ``path``, or hand ``call`` to the one that is.

    Waits ``patience`` seconds for another to answer.
    """
    deadline = time.monotonic() + patience
    while True:
        lock = _locked(path)
        if lock is not None:
            return First(SingleInstance(path, lock))
        left = deadline - time.monotonic()
        if left <= 0:
            return Unheard()
        if _hand_over(path, call, left):
            return Handed()
        time.sleep(min(_NEXT_TRY_SECONDS, max(deadline - time.monotonic(), 0)))


def meeting_place(data: Path, environ: Mapping[str, str]) -> Path:
    """Where the readers of the folder ``data`` meet, in a folder of this account alone if possible.

    On Windows it is the name of a pipe.
    """
    of_whom = f"{_account()}\0{os.path.normcase(data.resolve())}"
    name = f"booklet-reader-{hashlib.sha256(of_whom.encode()).hexdigest()[:16]}"
    if sys.platform == "win32":
        return Path(name)
    given = environ.get("XDG_RUNTIME_DIR", "")
    folder = Path(given) if given and _is_private(Path(given)) else Path(QDir.tempPath())
    return folder / name


def _account() -> str:
    """By its number where it has one: its name may be asked of a network, or may not exist."""
    return getpass.getuser() if sys.platform == "win32" else str(os.getuid())


def _is_private(folder: Path) -> bool:
    try:
        found = folder.stat()
    except OSError:
        return False
    is_ours = found.st_uid == os.getuid() and not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return folder.is_absolute() and stat.S_ISDIR(found.st_mode) and is_ours


def _locked(path: Path) -> NotebookLock | QLockFile | None:
    """The lock of the reader that meets others at ``path``; ``None`` while another has it."""
    if sys.platform == "win32":
        lock = QLockFile(str(Path(QDir.tempPath(), f"{path.name}-lock")))
        return lock if lock.tryLock(0) else None
    try:
        return NotebookLock.take(path)
    except NotebookInUseError:
        return None


def _hand_over(path: Path, call: Call, seconds: float) -> bool:
    """Whether the one who listens at ``path`` has said that it heard."""
    socket = QLocalSocket()
    socket.connectToServer(str(path))
    if not socket.waitForConnected(_GREETING_MS):
        return False
    socket.write(call.to_bytes())
    deadline = time.monotonic() + seconds
    heard = b""
    while _HERE not in heard:
        left = round(1000 * (deadline - time.monotonic()))
        if left <= 0:
            return False
        socket.waitForReadyRead(left)  # says no also when the answer and the end come together
        said = bytes(socket.readAll().data())
        if not said:
            return False
        heard += said
    return True
