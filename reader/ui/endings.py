"""Being asked to end by the system: everything is saved first, as when the window is closed."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reader.ui.window import Window

ENDINGS = (signal.SIGTERM, signal.SIGINT)


def end_calmly(app: QApplication, window: Window) -> None:
    """Close ``window`` when a signal asks the program to end.

    Python runs no handler while Qt waits; a wake-up socket makes Qt notice.
    """
    heard, woken = socket.socketpair()
    heard.setblocking(False)
    woken.setblocking(False)
    signal.set_wakeup_fd(woken.fileno(), warn_on_full_buffer=False)
    for number in ENDINGS:
        signal.signal(number, lambda *_: None)
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, app)

    def close() -> None:
        heard.recv(64)
        window.guard.let_go()
        window.close()
        app.quit()

    def let_go() -> None:
        signal.set_wakeup_fd(-1)  # a second signal must not write to what is closed here
        heard.close()
        woken.close()

    notifier.activated.connect(close)
    # Holds both ends as well: a socket that nobody holds is closed, and would end the program.
    app.aboutToQuit.connect(let_go)
