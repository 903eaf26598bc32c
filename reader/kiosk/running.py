"""The supervisor's own loop: waits until a session says something or something is due."""

from __future__ import annotations

import selectors
import signal
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.kiosk.office import Outcome
    from reader.kiosk.processes import Starter
    from reader.kiosk.supervisor import Supervisor

ROUND_SECONDS = 0.1
TIDY_ROUNDS = 10
ENDINGS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def run(supervisor: Supervisor, starter: Starter) -> Outcome | None:
    """Look after sessions until staff or a signal end it; ``None`` for a signal.

    All sessions are ended and their folders removed before it returns. To be called from the main
    thread.
    """
    with _ending_signals() as asked_to_end:
        try:
            rounds = 0
            while supervisor.outcome is None:
                if not _listen(supervisor, asked_to_end):
                    break
                supervisor.go_on()
                rounds += 1
                if rounds % TIDY_ROUNDS == 0:
                    starter.tidy()
        finally:
            # Still under the handlers: a second signal must not cut this short.
            supervisor.close()
            starter.close()
    return supervisor.outcome


def _listen(supervisor: Supervisor, asked_to_end: socket.socket) -> bool:
    """Hear everybody who has something to say; whether to go on."""
    with selectors.DefaultSelector() as selector:
        selector.register(asked_to_end, selectors.EVENT_READ)
        for staged in supervisor.turns.sessions:
            selector.register(staged.process, selectors.EVENT_READ, staged)
        ready = [key.data for key, _ in selector.select(ROUND_SECONDS)]
    for staged in ready:
        if staged is None:
            return False
        if staged in supervisor.turns.sessions:
            supervisor.listen(staged)
    return True


@contextmanager
def _ending_signals() -> Iterator[socket.socket]:
    """A socket that can be read from once a signal asks us to end."""
    heard, woken = socket.socketpair()
    heard.setblocking(False)
    woken.setblocking(False)
    before = {number: signal.signal(number, lambda *_: None) for number in ENDINGS}
    old = signal.set_wakeup_fd(woken.fileno(), warn_on_full_buffer=False)
    try:
        yield heard
    finally:
        signal.set_wakeup_fd(old)
        for number, handler in before.items():
            signal.signal(number, handler)
        heard.close()
        woken.close()
