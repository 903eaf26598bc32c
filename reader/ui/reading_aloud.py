"""The voice going through the sentences of a section: read, pause, go on, stop."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reader.booklet.saying import Sentence
    from reader.ui.sentence_walk import SentenceWalk
    from reader.ui.speech import Speaker


class Voice(StrEnum):
    """What the voice does: after the last sentence it is at the end until it is stopped."""

    SILENT = "silent"
    READING = "reading"
    PAUSED = "paused"
    AT_END = "at-end"


class ReadingAloud(QObject):
    """Reads from sentence to sentence; a pause begins again with the sentence it came in.

    So it works with every engine, few of which can pause, and a listener hears it whole.

    Signals:
        changed: the voice does something else now.
        word_reached(int, int): these characters of the current passage's text are being said.
    """

    changed = Signal()
    word_reached = Signal(int, int)

    def __init__(self, speaker: Speaker, walk: SentenceWalk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._walk = walk
        self.voice = Voice.SILENT
        walk.moved.connect(self._say)
        speaker.finished.connect(self._go_on)
        speaker.failed.connect(self.stop)
        speaker.interrupted.connect(self.pause)
        speaker.preferences_changed.connect(self._say_again)
        speaker.word_reached.connect(self._tell_word)

    def read(self) -> None:
        """Read from the current sentence on."""
        if self._walk.current is not None:
            self._be(Voice.READING)
            self._say()

    def pause(self) -> None:
        """Be silent until ``read``."""
        if self.voice is Voice.READING:
            self._speaker.stop()
            self._be(Voice.PAUSED)

    def stop(self) -> None:
        """Be done."""
        if self.voice is not Voice.SILENT:
            self._speaker.stop()
            self._be(Voice.SILENT)

    def _be(self, voice: Voice) -> None:
        if voice is not self.voice:
            self.voice = voice
            self.changed.emit()

    def _say(self) -> None:
        sentence = self._walk.current
        if sentence is None:
            self.stop()
        elif self.voice is Voice.READING:
            self._speaker.say(_said(sentence))
        elif self.voice is Voice.AT_END:
            self._be(Voice.PAUSED)

    def _say_again(self) -> None:
        """Say the sentence at the other speed, or in the other voice."""
        if self.voice is Voice.READING:
            self._say()

    def _go_on(self) -> None:
        if self.voice is Voice.READING and not self._walk.step(1):
            self._be(Voice.AT_END)
            self._speaker.say(self.tr("That is the end of this part."))

    def _tell_word(self, start: int, end: int) -> None:
        sentence = self._walk.current
        if self.voice is not Voice.READING or sentence is None or not sentence.end:
            return
        offset = sentence.start - len(_said(sentence)) + len(sentence.text)
        if start + offset >= sentence.start:
            self.word_reached.emit(start + offset, end + offset)


def _said(sentence: Sentence) -> str:
    return f"{sentence.lead} {sentence.text}" if sentence.lead else sentence.text
