"""What a session's process does to itself before anything else: no dumps, no onlookers, no words.

Nothing of Qt is imported here, so that a process is open to onlookers for as short as can be.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

BROKEN = 70
"""Exit status after a mistake: the session is over, and the next one is shown."""

ORPHANED = 71
"""Exit status when there is no supervisor."""

# <linux/prctl.h>
_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38


class HardeningError(Exception):
    """The system refused ``what``; a session must not begin without it."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def harden(parent: int) -> None:
    """Make this process unreadable to others, and let it die with ``parent``, its supervisor.

    Raises ``HardeningError``. Ends the process at once if the supervisor is already gone.
    """
    _control(_PR_SET_DUMPABLE, 0, "not to be dumped")
    forbid_core_files()
    _control(_PR_SET_NO_NEW_PRIVS, 1, "to gain no rights")
    _control(_PR_SET_PDEATHSIG, signal.SIGKILL, "to die with the supervisor")
    if os.getppid() != parent:
        os._exit(ORPHANED)
    os.umask(0o077)
    end_on_mistakes()


def shield_supervisor() -> None:
    """The same for the supervisor, who also inherits whatever its sessions leave behind."""
    _control(_PR_SET_DUMPABLE, 0, "not to be dumped")
    forbid_core_files()
    _control(_PR_SET_CHILD_SUBREAPER, 1, "to inherit orphans")
    # Without the compositor there is no screen: whoever starts both starts us again.
    _control(_PR_SET_PDEATHSIG, signal.SIGTERM, "to end with what started it")
    os.umask(0o077)


def forbid_core_files() -> None:
    """No core file, of this process and those that it starts."""
    import resource  # not there on every system

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_on_mistakes() -> None:
    """Let any mistake, in any thread, end the process: a half-done action must not stay on screen.

    What it was is written while there is nobody's data yet; see ``fall_silent``.
    """
    sys.excepthook = _end
    threading.excepthook = lambda args: _end(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: _end(args.exc_type, args.exc_value, args.exc_traceback)


def fall_silent() -> None:
    """From here on the process has no way to write a word anywhere: a person may come."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _end(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    try:
        traceback.print_exception(kind, error, trace)
    finally:
        os._exit(BROKEN)


def _control(option: int, value: int, what: str) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0) != 0:
        raise HardeningError(what)
