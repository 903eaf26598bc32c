"""The process of one session at a kiosk: it hardens itself, is told what to build, and waits.

``main`` is called by ``reader.kiosk.processes`` alone. There is no way out of here but the end of
the process: what a person leaves in memory goes with it.
"""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

from reader.kiosk.child import BROKEN, ORPHANED, HardeningError, fall_silent, harden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.kiosk.messages import Setup

SETUP_SECONDS = 10.0


def main(arguments: Sequence[str]) -> int:
    """``arguments`` are the number of the passed socket and the process id of the supervisor."""
    try:
        handle, parent = map(int, arguments)
        harden(parent)
    except (ValueError, HardeningError):
        return BROKEN
    os.set_inheritable(handle, False)
    end = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET, fileno=handle)
    setup = _first_message(end)
    if setup is None:
        return ORPHANED
    from reader.kiosk_desk import run  # Qt, after the process was closed to onlookers

    return run(end, setup, fall_silent)


def _first_message(end: socket.socket) -> Setup | None:
    from reader.kiosk.messages import MOST_BYTES, Setup, to_session

    end.settimeout(SETUP_SECONDS)
    try:
        first = to_session(end.recv(MOST_BYTES))
    except OSError:
        return None
    return first if isinstance(first, Setup) else None
