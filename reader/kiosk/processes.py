"""The process of one session: started with nothing of ours, ended with all that it started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.kiosk.link import Link, linked_pair
from reader.kiosk.screen import session_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from socket import socket

    from reader.kiosk.folders import SessionFolders
    from reader.kiosk.messages import ToSession
    from reader.kiosk.screen import Screen

SESSION = "--session"
_REAP_SECONDS = 1.0
_MOST_COMPLAINT = 4000
_CHILDREN = "/proc/self/task/{thread}/children"

# Isolated Python does not look where it stands, so it is told where the program is.
_BEGIN = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from reader.kiosk_session import main; sys.exit(main(sys.argv[3:]))"
)


def session_command() -> tuple[str, ...]:
    """How the process is started, less its last two arguments.

    A frozen program is not a Python: it starts itself, and is isolated as it is.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable, SESSION)
    root = str(Path(__file__).parents[2])
    return (sys.executable, "-I", "-B", "-c", _BEGIN, root, SESSION)


class SessionProcess:
    """A running session; whoever holds it ends it."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        link: Link,
        complaint: BinaryIO,
        remove_folder: Callable[[], object],
    ) -> None:
        self.pid = process.pid
        self.is_over = False
        self._process = process
        self._link = link
        self._remove_folder = remove_folder
        self._complaint: BinaryIO | None = complaint

    def fileno(self) -> int:
        """Readable when the session says something, and when it is gone."""
        return self._link.fileno()

    def send(self, message: ToSession) -> None:
        """Say something; raises ``LinkLostError``."""
        self._link.send(message)

    def receive(self) -> list[bytes]:
        """What the session said; raises ``LinkLostError``."""
        return self._link.receive()

    def forget_complaint(self) -> None:
        """From now on it has no way to say a word in the log."""
        if self._complaint is not None:
            self._complaint.close()
            self._complaint = None

    def end(self) -> str:
        """Kill the process with its group, and remove its folder.

        Gives what it complained of while it was being built, for the log.
        """
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_REAP_SECONDS)
        self._link.close()
        complaint = self._last_words()
        self.forget_complaint()
        self._remove_folder()
        self.is_over = True
        return complaint

    def _last_words(self) -> str:
        if self._complaint is None:
            return ""
        size = self._complaint.seek(0, os.SEEK_END)
        self._complaint.seek(max(0, size - _MOST_COMPLAINT))
        return self._complaint.read().decode(errors="replace").strip()


class Starter:
    """Starts sessions on ``screen``; ``command`` is ``session_command`` but in tests."""

    def __init__(
        self,
        screen: Screen,
        folders: SessionFolders,
        *,
        voice: str = "",
        command: Sequence[str] = (),
    ) -> None:
        self._screen = screen
        self._folders = folders
        self._voice = voice
        self._command = tuple(command) or session_command()
        self._started: list[SessionProcess] = []

    def start(self) -> SessionProcess:
        """A session that waits for its ``Setup``; raises ``OSError``.

        Has to be called from the thread that lives longest: the session dies with it.
        """
        folder = self._folders.make()
        ours, theirs = linked_pair()
        complaint = os.fdopen(os.memfd_create("complaint", os.MFD_CLOEXEC), "r+b", buffering=0)
        try:
            process = self._spawn(folder, theirs, complaint)
        except OSError:
            ours.close()
            complaint.close()
            self._folders.remove(folder)
            raise
        finally:
            theirs.close()
        session = SessionProcess(
            process, Link(ours), complaint, lambda: self._folders.remove(folder)
        )
        self._started.append(session)
        return session

    def close(self) -> None:
        """Remove the folders of all sessions, once they are ended."""
        self._folders.close()

    def _spawn(self, folder: Path, end: socket, complaint: BinaryIO) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            (*self._command, str(end.fileno()), str(os.getpid())),
            cwd=folder,
            env=session_environment(self._screen, folder, self._voice),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=complaint,
            pass_fds=(end.fileno(),),
            start_new_session=True,
        )

    def tidy(self) -> None:
        """End what escaped its group by starting one of its own: it has come to us as an orphan.

        To be called again later: a process that was just killed may still be on its way out, and
        its own children come to us after it.
        """
        self._started = [session for session in self._started if not session.is_over]
        for pid in _children() - {session.pid for session in self._started}:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)


def _children() -> set[int]:
    """Our children; none where the kernel does not tell."""
    try:
        told = Path(_CHILDREN.format(thread=os.getpid())).read_text(encoding="ascii")
    except OSError:
        return set()
    return set(map(int, told.split()))
