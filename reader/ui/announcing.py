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
    """A line such as “Saved” beside a field: it says itself once it has come to rest.

    ``passing`` words say that something goes on just now, and are never said. ``alarming`` words
    are said at once.
    """

    def __init__(self, *, passing: tuple[str, ...] = (), alarming: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._passing = passing
        self._alarming = alarming
        self.setProperty("role", "small")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(QUIET_MS)
        self._rest.timeout.connect(self._say)
        self._is_alarmed = False

    @override
    def setText(self, text: str, /) -> None:
        """Show ``text``, and say it when it stays."""
        super().setText(text)
        self._rest.stop()
        if text in self._passing:
            return
        was_alarmed, self._is_alarmed = self._is_alarmed, text in self._alarming
        if self._is_alarmed and not was_alarmed:
            say(self, text, at_once=True)
        elif text and not self._is_alarmed:
            self._rest.start()

    @override
    def clear(self) -> None:
        """Show nothing, and say nothing of what was about to be said."""
        self.setText("")

    def _say(self) -> None:
        if self.isVisible():
            say(self, self.text())
