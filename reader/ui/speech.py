"""Reading aloud with the system's own voice, a passage at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtTextToSpeech import QTextToSpeech

NO_VOICE = (
    "This computer has no voice to read with. Nothing is wrong with your booklets. "
    "On Linux, whoever looks after the computer can install “speech-dispatcher” and “espeak-ng”."
)


class Speaker(QObject):
    """Speaks passages one after the other.

    The engine is looked for at the first press, never at start-up: that alone takes a second.

    Signals:
        speaking(str): the passage of that id is being read; ``""`` when nothing is any more.
        failed(str): there is nothing to read with; the sentence says so.
    """

    speaking = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: QTextToSpeech | None = None
        self._queue: list[tuple[str, str]] = []
        self._is_speaking = False

    @property
    def is_speaking(self) -> bool:
        """Whether something is being read."""
        return self._is_speaking

    def speak(self, passages: Sequence[tuple[str, str]]) -> None:
        """Read ``passages``, pairs of id and text, in place of what is being read."""
        engine = self._ready_engine()
        if engine is None:
            self.failed.emit(NO_VOICE)
            return
        self._queue = [(passage, text) for passage, text in passages if text.strip()]
        self._is_speaking = bool(self._queue)
        self._next()

    def stop(self) -> None:
        """Read no more."""
        self._queue = []
        if self._engine is not None and self._is_speaking:
            self._is_speaking = False
            self._engine.stop()
            self.speaking.emit("")

    def _next(self) -> None:
        if self._engine is None or not self._queue:
            self._is_speaking = False
            self.speaking.emit("")
            return
        passage, text = self._queue.pop(0)
        self.speaking.emit(passage)
        self._engine.say(text)

    def _ready_engine(self) -> QTextToSpeech | None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        if self._engine is None:
            engines = [name for name in QTextToSpeech.availableEngines() if name != "mock"]
            if not engines:
                return None
            self._engine = QTextToSpeech(engines[0], self)
            self._engine.stateChanged.connect(self._state_changed)
        is_ready = self._engine.state() is not QTextToSpeech.State.Error
        return self._engine if is_ready and self._engine.availableVoices() else None

    def _state_changed(self, state: QTextToSpeech.State) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        if state is QTextToSpeech.State.Ready and self._is_speaking:
            self._next()
        elif state is QTextToSpeech.State.Error:
            self.stop()
            self.failed.emit(NO_VOICE)
