"""A kiosk's own voice: what it says of a screen and of what is gone to, and when it stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.ui.history import PageName
from reader.ui.screen_said import screen_said

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from reader.ui.kiosk_voice import KioskVoice
    from tests.ui.kiosk_stage import Visitor


@pytest.fixture
def said(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the voice is given to say."""
    speaker = visitor.desk.inside.speaker
    assert speaker is not None
    heard: list[str] = []
    say = speaker.say_aside

    def listen(text: str) -> None:
        heard.append(text)
        say(text)

    monkeypatch.setattr(speaker, "say_aside", listen)
    return heard


def voice(visitor: Visitor) -> KioskVoice:
    assert visitor.desk.inside.voice is not None
    return visitor.desk.inside.voice


def test_the_start_screen_is_read_words_first_then_each_button(
    visitor: Visitor, said: list[str]
) -> None:
    visitor.touch_named("Read this screen aloud")
    assert said == [
        "Ovarian cancer booklets, and a question sheet to take with you. Nothing you do here is "
        "kept. It is cleared when you finish or walk away. Button: Touch here to start. Button: A+ "
        "Bigger text. Button: Read this screen aloud. Button: Colours: Yellow on black."
    ]


def test_a_page_is_read_with_its_words_and_all_that_can_be_pressed(
    visitor: Visitor, said: list[str]
) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Read this screen aloud")
    for words in (
        "When ovarian cancer comes back.",
        "Button: Open “When ovarian cancer comes back”.",
        "Button: Make everything bigger.",
        "Button: Make my question sheet.",
        "Button: Finish and clear.",
    ):
        assert words in said[0], words


def test_the_button_stops_what_it_began(visitor: Visitor, said: list[str]) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Read this screen aloud")
    assert visitor.desk.inside.speaker.is_saying
    visitor.touch_named("Stop reading aloud")
    assert not visitor.desk.inside.speaker.is_saying
    assert "Read this screen aloud" in visitor.names()


def test_when_all_is_said_the_button_offers_it_again(visitor: Visitor, qtbot: QtBot) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Read this screen aloud")
    visitor.desk.inside.speaker.finished.emit()
    assert "Read this screen aloud" in visitor.names()


def test_who_never_asked_hears_nothing(visitor: Visitor, said: list[str]) -> None:
    visitor.touch_named("Touch here to start")
    visitor.window.open_page(PageName.SEARCH)
    visitor.type_by_touch("ab")
    QTest.keyClick(visitor.frame.windowHandle(), Qt.Key.Key_Tab)
    assert said == []


def test_who_asked_once_hears_each_page_that_comes(visitor: Visitor, said: list[str]) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Read this screen aloud")
    visitor.window.open_page(PageName.HELP)
    assert "People you can ring." in said[-1]
    visitor.touch_named("Finish and clear")
    assert said[-1].startswith("Was this helpful?")


def test_who_asked_once_hears_each_control_that_tab_comes_to(
    visitor: Visitor, said: list[str]
) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Read this screen aloud")
    visitor.desk.inside.speaker.finished.emit()
    visitor.window.rail.buttons[PageName.SEARCH].setFocus(Qt.FocusReason.TabFocusReason)
    visitor.window.rail.buttons[PageName.NOTES].setFocus(Qt.FocusReason.TabFocusReason)
    assert "My notes" in said[-1]


def test_who_asked_once_hears_each_key(visitor: Visitor, said: list[str]) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Read this screen aloud")
    visitor.window.open_page(PageName.SEARCH)
    visitor.type_by_touch("a")
    visitor.touch(visitor.key("Full stop"))
    assert said[-2:] == ["a", "Full stop"]


def test_stopping_is_for_good_until_asked_again(visitor: Visitor, said: list[str]) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Read this screen aloud")
    voice(visitor).stop()
    count = len(said)
    visitor.window.open_page(PageName.HELP)
    assert len(said) == count


def test_the_end_of_a_session_ends_the_voice(visitor: Visitor) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Read this screen aloud")
    visitor.touch_named("Finish and clear")
    visitor.touch_named("No")
    assert not visitor.desk.inside.speaker.is_saying


def test_without_a_voice_on_the_machine_no_button_is_built(
    open_kiosk: Callable[..., Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.ui.kiosk_stage.FakeEngine", lambda: None)
    visitor = open_kiosk()
    assert "Read this screen aloud" not in visitor.names()
    visitor.touch_named("Touch here to start")
    assert "Read this screen aloud" not in visitor.names()


def test_every_page_says_all_its_buttons(visitor: Visitor, qtbot: QtBot) -> None:
    """Nothing that can be pressed is left out of what is read aloud."""
    visitor.desk.begin()
    for name in visitor.window.rail.buttons:
        visitor.window.open_page(name)
        page = visitor.window.page
        assert page is not None
        QTest.qWait(50)
        told = " ".join(screen_said(page))
        shown = [one for one in visitor.buttons() if page.isAncestorOf(one) and one.isEnabled()]
        for button in shown:
            assert button.accessibleName().rstrip(".") in told, (name, button.accessibleName())
