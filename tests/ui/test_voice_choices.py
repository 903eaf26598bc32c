"""Voice and speed in Comfort."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTextToSpeech import QTextToSpeech
from PySide6.QtWidgets import QAbstractButton

from reader.shelf.pronouncing import Spoken
from reader.ui.ends import is_at_end
from reader.ui.speech import RATES, Speaker
from reader.ui.voice_choices import VoiceChoices

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks


@pytest.fixture
def speaker(qapp: object) -> Speaker:
    return Speaker(Spoken, make=lambda: QTextToSpeech("mock"), voice="Mary")


@pytest.fixture
def choices(looks: Looks, qtbot: QtBot, speaker: Speaker) -> VoiceChoices:
    made = VoiceChoices(looks, speaker)
    qtbot.addWidget(made)
    made.show()
    return made


def names(choices: VoiceChoices) -> list[str]:
    buttons = choices.findChildren(QAbstractButton)
    return [button.accessibleName() for button in buttons if button.isVisible()]


def test_voices_are_there_once_one_was_heard(
    choices: VoiceChoices, speaker: Speaker, qtbot: QtBot
) -> None:
    assert "Bob" not in names(choices)
    choices.hear.click()
    qtbot.waitUntil(lambda: "Bob" in names(choices))
    chosen = [b.accessibleName() for b in choices.findChildren(QAbstractButton) if b.isChecked()]
    assert chosen == ["Mary"]
    assert speaker.is_saying


def test_a_voice_that_is_chosen_is_heard(
    choices: VoiceChoices, speaker: Speaker, qtbot: QtBot
) -> None:
    assert speaker.open()
    told: list[str] = []
    speaker.say_aside = told.append  # type: ignore[method-assign]
    (anne,) = (b for b in choices.findChildren(QAbstractButton) if b.accessibleName() == "Anne")
    anne.click()
    assert (speaker.voice, told) == ("Anne", ["This is how your booklets sound."])


def test_speed_is_said_in_words_and_ends_at_its_ends(
    choices: VoiceChoices, speaker: Speaker
) -> None:
    met = [choices.rate_words.text()]
    while not is_at_end(choices.slower):
        choices.slower.click()
        met.append(choices.rate_words.text())
    assert met == ["The usual speed", "Slower than usual", "Much slower", "Slowest"]
    assert speaker.rate == RATES[0]
    while not is_at_end(choices.faster):
        choices.faster.click()
    assert (choices.rate_words.text(), speaker.rate) == ("Fastest", RATES[-1])


def test_what_is_on_the_page_is_asked_for(choices: VoiceChoices, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choices.page_requested):
        choices.hear_page.click()


def test_what_is_said_of_the_page_can_be_stopped(
    choices: VoiceChoices, speaker: Speaker, qtbot: QtBot
) -> None:
    choices.page_requested.connect(lambda: speaker.say_aside("The page, and all that is on it."))
    choices.hear_page.click()
    assert choices.hear_page.text() == "Stop the voice"
    qtbot.waitUntil(lambda: "Bob" in names(choices))
    choices.hear_page.click()
    assert not speaker.is_saying
    assert choices.hear_page.text() == "Say what is on this page"
    choices.hear_page.click()
    qtbot.waitUntil(lambda: not speaker.is_aside, timeout=10_000)
    assert choices.hear_page.text() == "Say what is on this page"


def test_a_voice_that_has_the_keyboard_keeps_it_when_the_voices_are_found_again(
    choices: VoiceChoices, speaker: Speaker, qtbot: QtBot
) -> None:
    assert speaker.open()
    (bob,) = (b for b in choices.findChildren(QAbstractButton) if b.accessibleName() == "Bob")
    bob.setFocus()
    speaker.found.emit()
    assert choices.focusWidget() is bob


def test_where_there_is_no_voice_it_says_how_to_get_one(looks: Looks, qtbot: QtBot) -> None:
    speaker = Speaker(Spoken, make=lambda: None, platform="linux")
    choices = VoiceChoices(looks, speaker)
    qtbot.addWidget(choices)
    choices.show()
    choices.hear.click()
    qtbot.waitUntil(choices.told.isVisible)
    assert "“speech-dispatcher”" in choices.told.text()
    assert choices.hear.isEnabled()
