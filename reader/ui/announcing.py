"""What is said aloud to whoever cannot see it: one way for the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from reader.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

QUIET_MS = 1500
"""A line that changes with every word typed is said when it has been the same for so long."""


def say(speaker: QWidget, text: str, *, at_once: bool = False) -> None:
    """Let a screen reader say ``text``, which is shown in ``speaker`` or about it.

    It waits until the screen reader has finished; ``at_once`` interrupts it, which is for what is
    in danger or soon too late.
    """
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow, seldom needed

    if not text:
        return
    event = QAccessibleAnnouncementEvent(speaker, text)
    kinds = QAccessible.AnnouncementPoliteness
    event.setPoliteness(kinds.Assertive if at_once else kinds.Polite)
    QAccessible.updateAccessibility(event)


class StatusLine(QLabel):
    """A line such as “Saved” beside a field: it says itself once it has come to rest."""

    def __init__(self, role: str = "small") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(QUIET_MS)
        self._rest.timeout.connect(self._say)
        self._alarm = ""

    @override
    def setText(self, text: str, /) -> None:
        """Show ``text``, and say it when it stays; an alarm is over."""
        self.show_quietly(text)
        self._alarm = ""
        if text:
            self._rest.start()

    @override
    def clear(self) -> None:
        """Show nothing, and say nothing of what was about to be said."""
        self.show_quietly("")
        self._alarm = ""

    def show_quietly(self, text: str) -> None:
        """Show what goes without saying, or goes on just now."""
        self._rest.stop()
        super().setText(text)

    def alarm(self, text: str) -> None:
        """Show that something is in danger, and say so at once; the second time it is known."""
        self.show_quietly(text)
        if text != self._alarm:
            self._alarm = text
            say(self, text, at_once=True)

    def _say(self) -> None:
        if self.isVisible():
            say(self, self.text())
