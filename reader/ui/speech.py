"""The system's own voice: says one thing at a time, and tells when it has been said."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from reader.ui.controls_said import controls_said
from reader.ui.voices import all_voices, no_voice_words, offered, system_engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice
    from PySide6.QtWidgets import QWidget

    from reader.shelf.pronouncing import Spoken
    from reader.ui.voices import EngineMaker

RATES = (-0.6, -0.4, -0.2, 0.0, 0.2, 0.4, 0.6)
"""Steps of speed that can be told apart; Qt's scale is -1 to 1, and 0 is the voice's own."""

SETTLE_MS = 150
"""After a stop: what the engine still tells of the words before must not be taken for the next."""

PATIENCE_MS = 8000
"""An engine that has not begun to speak by then will not."""

LETTER_MS = 400
"""No voice takes as long for a letter, at any speed: one that is silent for longer has died."""

BEFORE_THE_ENGINE_MS = 30
"""Room to draw that the voice is coming: looking for it holds everything up for a second."""


class Speaker(QObject):
    """Says things with the voice and at the speed that were chosen.

    The engine is looked for when something is first to be said, never at start-up.

    Signals:
        finished: what was to be said has been said to its end.
        failed(str): it cannot be said; the sentence says why, and what to do.
        interrupted: something else is about to be said; whoever reads on pauses.
        word_reached(int, int): these characters of the text are being said, where engines tell.
        preferences_changed: another speed or voice was chosen.
        found: the engine is there, so that ``voices`` can be asked for.
        aside_changed: what is no part of a booklet is being said now, or no more.
    """

    finished = Signal()
    failed = Signal(str)
    interrupted = Signal()
    word_reached = Signal(int, int)
    preferences_changed = Signal()
    found = Signal()
    aside_changed = Signal()

    def __init__(
        self,
        pronounce: Callable[[str], Spoken],
        *,
        make: EngineMaker = system_engine,
        platform: str = sys.platform,
        rate: float = 0.0,
        voice: str = "",
        parent: QObject | None = None,
    ) -> None:
        """``rate`` is of Qt's scale (see ``RATES``); ``voice`` a name, ``""`` for the first."""
        super().__init__(parent)
        self._pronounce = pronounce
        self._make = make
        self._platform = platform
        self.rate = rate
        self.voice = voice
        self._locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        self._engine: QTextToSpeech | None = None
        self._wanted: Spoken | None = None
        self._is_given = False
        self._is_heard = False
        self.is_aside = False
        self._settle = self._timer(SETTLE_MS, self._give)
        self._opening = self._timer(BEFORE_THE_ENGINE_MS, self._open_and_give)
        self._patience = self._timer(PATIENCE_MS, self._give_up)

    def _timer(self, milliseconds: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    # ---- saying

    @property
    def is_saying(self) -> bool:
        """Whether something is being said, or is about to be."""
        return self._wanted is not None

    def say(self, text: str) -> None:
        """Say ``text`` in place of what is being said."""
        self._be_aside(is_aside=False)
        if self._is_given:
            self.stop()
        self._wanted = self._pronounce(text)
        if self._engine is None:
            self._opening.start()
        elif not self._settle.isActive():
            self._give()

    def say_aside(self, text: str) -> None:
        """Say ``text``, which is no part of a booklet; whoever reads one pauses for it."""
        self.interrupted.emit()
        self.say(text)
        self._be_aside(is_aside=True)

    def stop_aside(self) -> None:
        """Say no more of what is no part of a booklet."""
        if self.is_aside:
            self.stop()

    def _be_aside(self, *, is_aside: bool) -> None:
        if is_aside is not self.is_aside:
            self.is_aside = is_aside
            self.aside_changed.emit()

    def say_controls(self, widget: QWidget, name: str = "") -> None:
        """Say what ``widget``, a page or a window, is called, and what can be pressed in it.

        ``name`` is said in place of what screen readers call it.
        """
        self.say_aside(" ".join(controls_said(widget, name)))

    def stop(self) -> None:
        """Say no more."""
        self._wanted = None
        self._be_aside(is_aside=False)
        self._opening.stop()
        self._patience.stop()
        if self._is_given and self._engine is not None:
            self._is_given = False
            self._engine.stop()
            self._settle.start()

    def _open_and_give(self) -> None:
        if self.open():
            self._give()
        else:
            self._fail()

    def _give(self) -> None:
        if self._wanted is None or self._engine is None:
            return
        self._is_given, self._is_heard = True, False
        self._patience.start(PATIENCE_MS)
        self._engine.say(self._wanted.text)

    def _give_up(self) -> None:
        """Let the next attempt look for the engine anew: it may have been ended and started."""
        self._forget_engine()
        self._fail()

    def _fail(self) -> None:
        self.stop()
        self.failed.emit(no_voice_words(self._platform))

    def _forget_engine(self) -> None:
        engine, self._engine = self._engine, None
        self._is_given = False
        if engine is not None:
            engine.stateChanged.disconnect(self._state_changed)
            engine.sayingWord.disconnect(self._word_changed)
            engine.stop()
            engine.deleteLater()

    def _state_changed(self, state: QTextToSpeech.State) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        if state is QTextToSpeech.State.Error:
            self._give_up()
        elif self._is_given and state is QTextToSpeech.State.Speaking:
            self._is_heard = True
            letters = len(self._wanted.text) if self._wanted is not None else 0
            self._patience.start(PATIENCE_MS + letters * LETTER_MS)
        elif self._is_given and self._is_heard and state is QTextToSpeech.State.Ready:
            self._is_given = False
            self._wanted = None
            self._patience.stop()
            self._be_aside(is_aside=False)
            self.finished.emit()

    def _word_changed(self, _word: str, _utterance: int, start: int, length: int) -> None:
        if self._is_given and self._wanted is not None:
            self.word_reached.emit(*self._wanted.shown(start, start + length))

    # ---- the engine, its voices and speed

    def open(self) -> bool:
        """Find the engine now, which can take a second; whether there is something to read with."""
        if self._engine is None:
            engine = self._make()
            if engine is None or not offered(all_voices(engine), self._locale):
                return False
            engine.setParent(self)
            self._engine = engine
            engine.stateChanged.connect(self._state_changed)
            engine.sayingWord.connect(self._word_changed)
            self._use()
            self.found.emit()
        return True

    def _voices(self) -> tuple[QVoice, ...]:
        if self._engine is None:
            return ()
        return offered(all_voices(self._engine), self._locale)

    @property
    def voices(self) -> tuple[str, ...]:
        """The names of the voices to choose from, the usual one first; none before ``found``."""
        return tuple(voice.name() for voice in self._voices())

    def _use(self) -> None:
        voices = self._voices()
        if self._engine is None or not voices:
            return
        chosen = next((voice for voice in voices if voice.name() == self.voice), voices[0])
        self._engine.setLocale(chosen.locale())
        self._engine.setVoice(chosen)
        self._engine.setRate(self.rate)

    def choose_voice(self, name: str) -> None:
        """Use the voice of that name from the next words on; ``""`` is the usual one."""
        self._prefer(self.rate, name)

    def step_rate(self, by: int) -> None:
        """Speak ``by`` steps faster from the next words on, or slower; the ends stay."""
        nearest = min(range(len(RATES)), key=lambda index: abs(RATES[index] - self.rate))
        self._prefer(RATES[min(max(nearest + by, 0), len(RATES) - 1)], self.voice)

    def _prefer(self, rate: float, voice: str) -> None:
        if (rate, voice) != (self.rate, self.voice):
            self.rate, self.voice = rate, voice
            self._use()
            self.preferences_changed.emit()
