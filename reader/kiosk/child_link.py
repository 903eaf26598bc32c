"""A session's end of the socket to the supervisor, in Qt's event loop."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from reader.kiosk.link import Link, LinkLostError
from reader.kiosk.messages import to_session
from reader.kiosk.wire import WireError

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from reader.kiosk.messages import ToSupervisor

LOST = 71
"""Exit status of a session whose supervisor is gone."""


class ChildLink(QObject):
    """Tells what the supervisor says, and says what the session has to say.

    A session without a supervisor, or with one that talks nonsense, ends at once by ``leave``.

    Signals:
        came(ToSession): a message from the supervisor.
    """

    came = Signal(object)

    def __init__(
        self,
        end: socket.socket,
        parent: QObject | None = None,
        *,
        leave: Callable[[int], object] = os._exit,
    ) -> None:
        super().__init__(parent)
        self._link = Link(end)
        self._leave = leave
        self._notifier = QSocketNotifier(end.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def say(self, message: ToSupervisor) -> None:
        """Send ``message``; one that finds no room is as bad as no supervisor."""
        try:
            self._link.send(message)
        except LinkLostError:
            self._end()

    def _read(self) -> None:
        try:
            heard = [to_session(datagram) for datagram in self._link.receive()]
        except (LinkLostError, WireError):
            self._end()
            return
        for message in heard:
            self.came.emit(message)

    def _end(self) -> None:
        self._notifier.setEnabled(False)
        self._leave(LOST)
