"""A kiosk's own voice: screens on request, and from then on whatever is gone to or happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.controls_said import control_said
from reader.ui.screen_said import screen_said

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from reader.ui.speech import Speaker


class KioskVoice(QObject):
    """Speaks for a screen reader that nobody can add here (EN 301 549, 5.1.3).

    Once somebody has had a screen read, each control that Tab or a switch comes to is said too,
    until the voice is stopped by hand. What begins to be said ends what is being said.

    Signals:
        changed(bool): the voice began to speak for a screen, or ended.
    """

    changed = Signal(bool)

    def __init__(self, speaker: Speaker, app: QApplication) -> None:
        super().__init__(speaker)
        self._speaker = speaker
        self._is_reading = False
        self.is_on = False
        speaker.finished.connect(self._ended)
        speaker.failed.connect(self._ended)
        speaker.aside_changed.connect(self._look)
        app.focusChanged.connect(self._follow)

    @property
    def is_speaking(self) -> bool:
        """Whether anything is being said, so that whoever listens is not taken for absent."""
        return self._speaker.is_saying

    def toggle(self, *screens: QWidget) -> None:
        """Read ``screens`` one after another, or stop."""
        if self._is_reading:
            self.stop()
        else:
            self.is_on = True
            self.read(*screens)

    def read(self, *screens: QWidget) -> None:
        """Say what is on ``screens``."""
        self._is_reading = True
        self._speaker.say_aside(" ".join(line for one in screens for line in screen_said(one)))
        self.changed.emit(True)

    def read_if_on(self, *screens: QWidget) -> None:
        """Say what is on a screen that has just come, to whoever has asked for one before."""
        if self.is_on:
            self.read(*screens)

    def say(self, text: str) -> None:
        """Say something that everybody is to know."""
        self._speaker.say_aside(text)

    def say_if_on(self, text: str) -> None:
        """Say something small, such as a key that was pressed."""
        if self.is_on:
            self._is_reading = False
            self._speaker.say_aside(text)
            self.changed.emit(False)

    def stop(self) -> None:
        """Say no more, until somebody asks again."""
        self.is_on = False
        self._speaker.interrupted.emit()  # whoever reads a booklet says so, and can go on
        self._speaker.stop()
        self._ended()

    def _look(self) -> None:
        """A booklet that is read takes the voice over."""
        if not self._speaker.is_aside:
            self._ended()

    def _ended(self) -> None:
        if self._is_reading:
            self._is_reading = False
            self.changed.emit(False)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if self.is_on and not self._is_reading and before is not None and now is not None:
            text = control_said(now)
            if text:
                self.say_if_on(text)
