"""Reading aloud through a real speech-dispatcher with espeak-ng, and what is heard of it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from reader.app import Desk
from reader.booklet.saying import Sentence
from reader.paths import find_paths
from reader.shelf.pronouncing import Pronouncer
from reader.shelf.pronunciation import read_pronunciation
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.reading_aloud import ReadingAloud, Voice
from reader.ui.sentence_walk import SentenceWalk
from reader.ui.speech import Speaker
from tests.been_here import been_here
from tests.holding import held_in
from tests.system.running import REPOSITORY
from tests.system.speech_server import PROGRAM, QUIET, Sound, speech_server, without_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.system

PATIENCE_MS = 60_000
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SHORT = "Tea is hot."
LONG = "Ask the nurse whether you may have a cup of tea, with milk, before the scan on Thursday."
SENTENCES = [Sentence("a", LONG, 0, 1), Sentence("b", SHORT, 0, 1), Sentence("c", LONG, 0, 1)]


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sound]:
    """What is heard; everything in this test that speaks does so there."""
    with speech_server() as (environment, heard):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield heard


@pytest.fixture
def stoppable(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sound]:
    """The same, where a stop is heard at once."""
    with speech_server(PROGRAM) as (environment, heard):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield heard


@pytest.fixture
def speaker(qapp: QApplication, sound: Sound) -> Iterator[Speaker]:
    pronouncer = Pronouncer(read_pronunciation(REPOSITORY / "content"))
    made = Speaker(pronouncer.spoken)
    yield made
    made.stop()


def heard(qtbot: QtBot, speaker: Speaker, sound: Sound, text: str) -> float:
    """For how many seconds ``text`` can be heard."""
    before = sound.seconds
    with qtbot.waitSignal(speaker.finished, timeout=PATIENCE_MS):
        speaker.say(text)
    settled(qtbot, sound)
    return sound.seconds - before


def settled(qtbot: QtBot, sound: Sound) -> None:
    """Wait until nothing more is heard: half a second without any sound."""
    last = [(-1.0, 0.0)]

    def is_silent() -> bool:
        now, seconds = time.monotonic(), sound.seconds
        if seconds != last[0][0]:
            last[0] = (seconds, now)
        return now - last[0][1] > 0.5

    qtbot.waitUntil(is_silent, timeout=PATIENCE_MS)


def test_words_can_be_heard_and_more_words_for_longer(
    qtbot: QtBot, speaker: Speaker, sound: Sound
) -> None:
    assert speaker.open()
    assert sound.seconds == 0.0
    short = heard(qtbot, speaker, sound, SHORT)
    long = heard(qtbot, speaker, sound, LONG)
    assert 0.4 < short < 3.0
    assert 0.15 < long / len(LONG.split()) < 0.8
    assert long > 2 * short
    assert sound.loudest() > QUIET


def test_the_voice_is_british_and_a_phone_number_takes_its_time(
    qtbot: QtBot, speaker: Speaker, sound: Sound
) -> None:
    assert speaker.open()
    assert speaker.voices[0] == "English (Great Britain)"
    assert not any("+" in name for name in speaker.voices)
    assert len(speaker.voices) > 3
    number = heard(qtbot, speaker, sound, "0800 008 7054.")
    assert number > 3.0


def test_slower_can_be_heard_for_longer(qtbot: QtBot, speaker: Speaker, sound: Sound) -> None:
    assert speaker.open()
    usual = heard(qtbot, speaker, sound, LONG)
    for _ in range(3):
        speaker.step_rate(-1)
    slow = heard(qtbot, speaker, sound, LONG)
    assert slow > 1.2 * usual


def test_pause_is_silent_next_goes_on_and_stop_ends_it(
    qapp: QApplication, qtbot: QtBot, stoppable: Sound
) -> None:
    sound, walk = stoppable, SentenceWalk()
    speaker = Speaker(Pronouncer(()).spoken)
    aloud = ReadingAloud(speaker, walk)
    walk.open(SENTENCES)
    aloud.read()
    qtbot.waitUntil(lambda: sound.seconds > 0.3, timeout=PATIENCE_MS)
    aloud.pause()
    settled(qtbot, sound)
    paused_at = sound.seconds
    assert 0.3 < paused_at < 3.0, "a pause is silence at once; the sentence takes five seconds"
    assert (walk.current, aloud.voice) == (SENTENCES[0], Voice.PAUSED)
    aloud.read()
    qtbot.waitUntil(lambda: sound.seconds > paused_at + 0.3, timeout=PATIENCE_MS)
    walk.step(1)
    qtbot.waitUntil(lambda: walk.current is SENTENCES[2], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: aloud.voice is Voice.AT_END, timeout=PATIENCE_MS)
    aloud.stop()
    settled(qtbot, sound)
    assert sound.seconds > paused_at + 4.0


def test_one_press_in_the_window_reads_the_page(
    qapp: QApplication, qtbot: QtBot, sound: Sound, tmp_path: Path
) -> None:
    paths = find_paths(data=been_here(tmp_path / "data"), environ={})
    desk = Desk(qapp, paths, (), held_in(paths), now=NOON)
    qtbot.addWidget(desk.window)
    desk.open("recurrence", "why")
    page = desk.window.made(PageName.READING)
    assert isinstance(page, MarkingPage)
    assert sound.seconds == 0.0
    page.sentences.read_aloud.click()
    qtbot.waitUntil(lambda: sound.seconds > 1.0, timeout=PATIENCE_MS)
    walk = page.sentences.walk
    qtbot.waitUntil(lambda: walk.current is not None and not walk.is_first, timeout=PATIENCE_MS)
    desk.window.go(Stop(PageName.HELP))
    settled(qtbot, sound)
    assert sound.loudest() > QUIET
    desk.window.close()


def test_without_a_server_it_is_told_and_nothing_breaks(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in without_server(tmp_path).items():
        monkeypatch.setenv(name, value)
    speaker = Speaker(Pronouncer(()).spoken)
    for _ in range(2):
        with qtbot.waitSignal(speaker.failed, timeout=PATIENCE_MS):
            speaker.say(SHORT)
