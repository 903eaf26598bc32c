"""The voice by itself: one thing at a time, whatever the engine tells and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from reader.shelf.pronouncing import Pronouncer
from reader.shelf.pronunciation import Saying
from reader.ui.speech import LETTER_MS, PATIENCE_MS, RATES, Speaker
from reader.ui.voices import all_voices, no_voice_words, offered

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

STATE = QTextToSpeech.State
PRONOUNCER = Pronouncer([Saying("ca125", ("CA125",), "C A one two five")])


class Puppet(QObject):
    """An engine that does what the test tells it to, with the voices of Qt's own."""

    stateChanged = Signal(object)  # noqa: N815  # as in Qt
    sayingWord = Signal(str, int, int, int)  # noqa: N815

    def __init__(self, voices: list[object]) -> None:
        super().__init__()
        self._voices = voices
        self.said: list[str] = []
        self.stops = 0
        self.used: list[object] = []

    def allVoices(self, _locale: object) -> list[object]:  # noqa: N802
        return self._voices

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.stops += 1

    def setLocale(self, locale: object) -> None:  # noqa: N802
        self.used.append(locale)

    def setVoice(self, voice: object) -> None:  # noqa: N802
        self.used.append(voice)

    def setRate(self, rate: float) -> None:  # noqa: N802
        self.used.append(rate)


@pytest.fixture
def puppet(qapp: object) -> Puppet:
    return Puppet(list(all_voices(QTextToSpeech("mock"))))


@pytest.fixture
def speaker(puppet: Puppet) -> Speaker:
    made = Speaker(PRONOUNCER.spoken, make=lambda: puppet)  # type: ignore[arg-type, return-value]
    assert made.open()
    return made


@pytest.fixture
def finished(speaker: Speaker) -> list[bool]:
    heard: list[bool] = []
    speaker.finished.connect(lambda: heard.append(True))
    return heard


def test_the_engine_is_made_when_something_is_first_said(puppet: Puppet, qtbot: QtBot) -> None:
    made: list[bool] = []

    def make() -> QTextToSpeech:
        made.append(True)
        return puppet  # type: ignore[return-value]

    speaker = Speaker(PRONOUNCER.spoken, make=make)
    assert (made, speaker.voices) == ([], ())
    speaker.say("Your CA125 fell.")
    qtbot.waitUntil(lambda: puppet.said == ["Your C A one two five fell."])
    speaker.say("Again.")
    assert made == [True]


def test_it_is_finished_when_the_engine_has_spoken_and_is_ready(
    speaker: Speaker, puppet: Puppet, finished: list[bool]
) -> None:
    speaker.say("Tea.")
    assert speaker.is_saying
    puppet.stateChanged.emit(STATE.Ready)
    assert finished == []
    puppet.stateChanged.emit(STATE.Speaking)
    puppet.stateChanged.emit(STATE.Ready)
    assert (finished, speaker.is_saying) == ([True], False)
    puppet.stateChanged.emit(STATE.Ready)
    assert finished == [True]


def test_what_the_engine_tells_of_words_that_were_stopped_is_not_heard(
    speaker: Speaker, puppet: Puppet, finished: list[bool], qtbot: QtBot
) -> None:
    speaker.say("One.")
    puppet.stateChanged.emit(STATE.Speaking)
    speaker.say("Two.")
    assert (puppet.stops, puppet.said) == (1, ["One."])
    puppet.stateChanged.emit(STATE.Ready)
    puppet.stateChanged.emit(STATE.Speaking)
    puppet.stateChanged.emit(STATE.Ready)
    qtbot.waitUntil(lambda: puppet.said == ["One.", "Two."])
    assert finished == []


def test_of_presses_in_a_hurry_the_last_one_is_said(
    speaker: Speaker, puppet: Puppet, qtbot: QtBot
) -> None:
    for text in ("One.", "Two.", "Three.", "Four."):
        speaker.say(text)
    qtbot.waitUntil(lambda: len(puppet.said) == 2)
    assert puppet.said == ["One.", "Four."]
    assert puppet.stops == 1


def test_after_a_stop_nothing_more_is_said(
    speaker: Speaker, puppet: Puppet, finished: list[bool], qtbot: QtBot
) -> None:
    speaker.say("One.")
    speaker.say("Two.")
    speaker.stop()
    qtbot.waitUntil(lambda: not speaker._settle.isActive())
    assert (puppet.said, finished, speaker.is_saying) == (["One."], [], False)
    speaker.stop()
    assert puppet.stops == 1


@pytest.mark.parametrize("is_an_error", [True, False])
def test_an_engine_that_fails_or_is_silent_is_told_of_and_looked_for_anew(
    speaker: Speaker, puppet: Puppet, qtbot: QtBot, is_an_error: bool
) -> None:
    with qtbot.waitSignal(speaker.failed) as told:
        speaker.say("Tea.")
        if is_an_error:
            puppet.stateChanged.emit(STATE.Error)
        else:
            speaker._patience.setInterval(1)
            speaker._patience.start()
    assert str(told.args[0]).startswith("This computer has no voice to read with.")
    assert not speaker.is_saying
    again = Puppet(list(puppet._voices))
    speaker._make = lambda: again  # type: ignore[assignment, return-value]
    speaker.say("Again.")
    qtbot.waitUntil(lambda: again.said == ["Again."])


def test_an_engine_that_speaks_is_given_more_patience(speaker: Speaker, puppet: Puppet) -> None:
    speaker.say("A long sentence.")
    assert speaker._patience.interval() == PATIENCE_MS
    puppet.stateChanged.emit(STATE.Speaking)
    assert speaker._patience.interval() == PATIENCE_MS + len("A long sentence.") * LETTER_MS
    assert speaker._patience.isActive()
    puppet.stateChanged.emit(STATE.Ready)
    assert not speaker._patience.isActive()


@pytest.mark.parametrize("make", [lambda: None, lambda: Puppet([])])
def test_without_an_engine_or_a_voice_it_says_so(
    qapp: object, qtbot: QtBot, make: Callable[[], QTextToSpeech | None]
) -> None:
    speaker = Speaker(PRONOUNCER.spoken, make=make, platform="linux")
    with qtbot.waitSignal(speaker.failed):
        speaker.say("Tea.")
    assert (speaker.voices, speaker.is_saying) == ((), False)
    speaker.stop()


@pytest.mark.parametrize(
    ("platform", "where"),
    [("linux", "“speech-dispatcher”"), ("win32", "“Speech”"), ("darwin", "“Spoken Content”")],
)
def test_how_to_get_a_voice_is_said_for_each_system(platform: str, where: str) -> None:
    words = no_voice_words(platform)
    assert where in words
    assert words.startswith("This computer has no voice to read with.")


def test_words_that_are_said_otherwise_are_told_as_they_are_shown(
    speaker: Speaker, puppet: Puppet
) -> None:
    told: list[tuple[int, int]] = []
    speaker.word_reached.connect(lambda start, end: told.append((start, end)))
    speaker.say("Your CA125 fell.")
    said = puppet.said[0]
    for word in ("Your", "two", "fell"):
        puppet.sayingWord.emit(word, 0, said.index(word), len(word))
    assert ["Your CA125 fell."[start:end] for start, end in told] == ["Your", "CA125", "fell"]
    speaker.stop()
    puppet.sayingWord.emit("Your", 0, 0, 4)
    assert len(told) == 3


def test_voices_of_the_language_are_offered_its_country_first(speaker: Speaker) -> None:
    british = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    voices = all_voices(QTextToSpeech("mock"))
    names = [voice.name() for voice in offered(reversed(voices), british)]
    assert sorted(names[:2]) == ["Anne", "Bob"]
    assert sorted(names[2:]) == ["Charly", "Mary"]
    assert speaker.voices == ("Bob", "Anne", "Charly", "Mary")
    norwegian = QLocale(QLocale.Language.NorwegianBokmal, QLocale.Country.Norway)
    assert [voice.name() for voice in offered(voices, norwegian)] == ["Eivind", "Kjersti"]


def test_a_chosen_voice_and_speed_are_used_and_told(speaker: Speaker, puppet: Puppet) -> None:
    told: list[bool] = []
    speaker.preferences_changed.connect(lambda: told.append(True))
    speaker.choose_voice("Anne")
    speaker.choose_voice("Anne")
    assert (speaker.voice, told) == ("Anne", [True])
    assert [one.name() for one in puppet.used if hasattr(one, "gender")][-1] == "Anne"
    speaker.step_rate(1)
    assert puppet.used[-1] == speaker.rate == 0.2


def test_a_voice_that_is_gone_is_the_usual_one(puppet: Puppet) -> None:
    speaker = Speaker(PRONOUNCER.spoken, make=lambda: puppet, voice="Gone")  # type: ignore[arg-type, return-value]
    assert speaker.open()
    assert [one.name() for one in puppet.used if hasattr(one, "gender")] == ["Bob"]


@pytest.mark.parametrize("by", [1, -1])
def test_speed_stops_at_its_ends(speaker: Speaker, by: int) -> None:
    for _ in range(2 * len(RATES)):
        speaker.step_rate(by)
    assert speaker.rate == RATES[-1 if by > 0 else 0]


def test_a_speed_between_the_steps_goes_to_the_next(puppet: Puppet) -> None:
    speaker = Speaker(PRONOUNCER.spoken, make=lambda: puppet, rate=0.33)  # type: ignore[arg-type, return-value]
    speaker.step_rate(1)
    assert speaker.rate == 0.6


def test_the_mock_engine_says_it_to_the_end(qtbot: QtBot) -> None:
    speaker = Speaker(PRONOUNCER.spoken, make=lambda: QTextToSpeech("mock"))
    with qtbot.waitSignal(speaker.finished, timeout=15_000):
        speaker.say("One two.")
    with qtbot.waitSignal(speaker.finished, timeout=15_000):
        speaker.say_aside("Three.")
