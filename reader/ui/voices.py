"""The system's voices: which of them can be chosen, and what to do where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QLoggingCategory

from reader.ui.language import translate
from reader.ui.speech_service import hangs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

    EngineMaker = Callable[[], QTextToSpeech | None]

SPEECH_DISPATCHER = "speechd"
MOST_OFFERED = 8
MADE_OF_ANOTHER = "+"
"""In the names of what espeak-ng makes out of a voice; there are a hundred of each."""


def system_engine() -> QTextToSpeech | None:
    """The system's first engine that has voices, or ``None``; looking for it can take a second."""
    # It loads a part of Qt that looks for video servers, and says on standard error which lack.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")
    from PySide6.QtTextToSpeech import QTextToSpeech  # slow, and not needed before

    for name in QTextToSpeech.availableEngines():
        if name == "mock" or (name == SPEECH_DISPATCHER and hangs()):
            continue
        engine = QTextToSpeech(name)
        # Its state says nothing: without a voice for the system's language it is an error.
        if all_voices(engine):
            return engine
        engine.deleteLater()
    return None


def all_voices(engine: QTextToSpeech) -> list[QVoice]:
    """The voices for every language."""
    return engine.allVoices(None)  # type: ignore[arg-type]  # the stub knows of one language only


def offered(voices: Iterable[QVoice], locale: QLocale) -> tuple[QVoice, ...]:
    """The voices that read the language of ``locale``, those of its country first, each once."""
    speaking = [
        voice
        for voice in voices
        if voice.locale().language() is locale.language() and MADE_OF_ANOTHER not in voice.name()
    ]
    here = locale.territory()
    by_country = sorted(speaking, key=lambda voice: voice.locale().territory() is not here)
    named: dict[str, QVoice] = {}
    for voice in by_country:
        named.setdefault(voice.name(), voice)
    return tuple(named.values())[:MOST_OFFERED]


def no_voice_words(platform: str) -> str:
    """That nothing can read aloud here, and how to change that; ``platform`` as in ``sys``."""
    if platform.startswith("win"):
        how = translate(
            "Voices",
            "In Settings, choose “Time and language”, then “Speech”, and add an English voice.",
        )
    elif platform == "darwin":
        how = translate(
            "Voices",
            "In System Settings, choose “Accessibility”, then “Spoken Content”, and add an English "
            "voice.",
        )
    else:
        how = translate(
            "Voices",
            "Whoever looks after it can install the packages “speech-dispatcher”, "
            "“speech-dispatcher-espeak-ng” and “libspeechd2”.",
        )
    found = translate(
        "Voices", "This computer has no voice to read with. Nothing is wrong with your booklets."
    )
    return f"{found} {how}"
