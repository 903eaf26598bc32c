"""Voice and speed, in Comfort: chosen by a press, heard at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.choice import Choice
from reader.ui.controls import Button, words
from reader.ui.ends import show_end
from reader.ui.flow import FlowLayout
from reader.ui.speech import RATES
from reader.ui.tab_order import put_in_order

if TYPE_CHECKING:
    from reader.ui.look import Looks
    from reader.ui.speech import Speaker


class VoiceChoices(QWidget):
    """Slower, faster, which voice, and buttons to hear it and to hear what is on the page.

    The voices are looked for when the first button here is pressed: it takes a second.

    Signals:
        page_requested: say what is on the page, and what can be pressed there.
    """

    page_requested = Signal()

    def __init__(self, looks: Looks, speaker: Speaker) -> None:
        super().__init__()
        self._looks = looks
        self._speaker = speaker
        self.slower = Button(
            self.tr("Slower"), looks, icon="minus", name=self.tr("Read slower aloud")
        )
        self.faster = Button(
            self.tr("Faster"), looks, icon="plus", name=self.tr("Read faster aloud")
        )
        self.hear = Button(self.tr("Hear the voice"), looks, icon="speaker")
        self.hear_page = Button(self.tr("Say what is on this page"), looks, icon="speaker")
        self.rate_words = words("", "muted")
        self.told = words("", "muted")
        self.told.hide()
        self._voices: Choice | None = None
        self._names: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._speeds = FlowLayout()
        self._fill()
        self.setFocusProxy(self.slower)
        self._wire()
        self._show_rate()
        self._show_voices()
        self._make_room()

    def _fill(self) -> None:
        self._speeds.addWidget(self.slower)
        self._speeds.addWidget(self.faster)
        self._column.addWidget(words(self.tr("Reading aloud"), "heading"))
        self._column.addLayout(self._speeds)
        self._column.addWidget(self.rate_words)
        self._column.addWidget(self.hear)
        self._column.addWidget(self.hear_page)
        self._column.addWidget(self.told)

    def _wire(self) -> None:
        self.slower.clicked.connect(lambda: self._speaker.step_rate(-1))
        self.faster.clicked.connect(lambda: self._speaker.step_rate(1))
        self.hear.clicked.connect(self._say_sample)
        self.hear_page.clicked.connect(self._say_page_or_stop)
        self._speaker.aside_changed.connect(self._show_saying)
        self._speaker.found.connect(self._show_voices)
        self._speaker.failed.connect(self._tell)
        self._speaker.preferences_changed.connect(self._show_rate)
        self._looks.changed.connect(self._make_room)

    def _say_sample(self) -> None:
        self._speaker.say_aside(self.tr("This is how your booklets sound."))

    def _say_page_or_stop(self) -> None:
        if self._speaker.is_aside:
            self._speaker.stop()
        else:
            self.page_requested.emit()

    def _show_saying(self) -> None:
        is_said = self._speaker.is_aside
        self.hear_page.set_words(
            self.tr("Stop the voice") if is_said else self.tr("Say what is on this page")
        )
        self.hear_page.set_icon("stop" if is_said else "speaker")

    def _tell(self, text: str) -> None:
        """Where there is nothing to read with, it is said here too: the notice may be far away."""
        self.told.setText(text)
        self.told.show()

    def _show_voices(self) -> None:
        names = self._speaker.voices
        if not names:
            return
        self.told.hide()
        if names == self._names:
            return  # it may have the keyboard
        self._names = names
        if self._voices is not None:
            self._column.removeWidget(self._voices)
            self._voices.hide()
            self._voices.deleteLater()
        self._voices = Choice(self._looks, self.tr("Voice"), [(name, name) for name in names])
        self._voices.choose(self._speaker.voice if self._speaker.voice in names else names[0])
        self._voices.chosen.connect(self._choose)
        self._column.addWidget(self._voices)
        put_in_order((self,))

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        voices = [] if self._voices is None else list(self._voices.buttons.values())
        return [self.slower, self.faster, self.hear, self.hear_page, *voices]

    def _choose(self, name: str) -> None:
        self._speaker.choose_voice(name)
        if not self._speaker.is_saying:
            self._say_sample()

    def _show_rate(self) -> None:
        names = (
            *(self.tr("Slowest"), self.tr("Much slower"), self.tr("Slower than usual")),
            self.tr("The usual speed"),
            *(self.tr("Faster than usual"), self.tr("Much faster"), self.tr("Fastest")),
        )
        index = min(range(len(RATES)), key=lambda one: abs(RATES[one] - self._speaker.rate))
        self.rate_words.setText(names[index])
        show_end(self.slower, is_end=index == 0)
        show_end(self.faster, is_end=index == len(RATES) - 1)

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setSpacing(px(10))
        self._speeds.setSpacing(px(8))
