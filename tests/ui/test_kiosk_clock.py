"""A session that nobody touches: the countdown, what goes on, what ends; and the hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.kiosk.messages import End, Ending
from reader.kiosk.policy import Hours
from reader.ui.history import PageName
from reader.ui.kiosk_countdown import SAY_AGAIN_AT
from reader.ui.questions_page import QuestionsPage
from tests.ui.kiosk_stage import EVERYTHING, NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.kiosk_stage import Visitor

IDLE, COUNTDOWN = EVERYTHING.idle_seconds, EVERYTHING.countdown_seconds


@pytest.fixture
def writing(visitor: Visitor) -> Visitor:
    """Somebody who was writing a question and has gone."""
    visitor.touch_named("Touch here to start")
    visitor.window.open_page(PageName.QUESTIONS)
    field = visitor.page(QuestionsPage).own.field
    visitor.touch(field)
    QTest.keyClicks(field, "Will it")
    visitor.session.pass_by(IDLE + 1)
    return visitor


def own(visitor: Visitor) -> str:
    return visitor.page(QuestionsPage).own.field.text()


def test_nothing_runs_out_before_anybody_has_come(visitor: Visitor) -> None:
    visitor.session.pass_by(100_000)
    assert visitor.screen is visitor.desk.start
    assert visitor.session.left == []


def test_it_asks_first_and_hides_what_was_there(writing: Visitor) -> None:
    countdown = writing.desk.countdown
    assert writing.screen is countdown
    assert f"{COUNTDOWN} seconds" in countdown.told.text()
    writing.session.pass_by(10)
    assert f"{COUNTDOWN - 10} seconds" in countdown.told.text()
    writing.session.pass_by(COUNTDOWN - 10.5)
    assert "1 second." in countdown.told.text()


def test_the_big_button_goes_on_where_one_was(writing: Visitor) -> None:
    writing.touch(writing.desk.countdown.go_on)
    assert writing.screen is writing.desk.inside.view
    assert own(writing) == "Will it"
    assert writing.page(QuestionsPage).own.field.hasFocus()


def test_any_touch_goes_on_and_presses_nothing_under_it(writing: Visitor, qtbot: QtBot) -> None:
    """Where the finger comes down on the countdown stands Finish on the screen under it."""
    finish = writing.desk.inside.bar.finish
    at = finish.mapTo(writing.desk.inside.view, finish.rect().center())
    handle = writing.frame.windowHandle()
    plain = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, plain, at)
    writing.desk.look_at_clock()
    assert writing.screen is writing.desk.countdown
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, plain, at)
    qtbot.waitUntil(lambda: writing.screen is writing.desk.inside.view)
    assert own(writing) == "Will it"
    QTest.qWait(50)
    assert writing.screen is writing.desk.inside.view


def test_any_key_goes_on_and_writes_nothing(writing: Visitor, qtbot: QtBot) -> None:
    QTest.keyClick(writing.frame.windowHandle(), Qt.Key.Key_X)
    qtbot.waitUntil(lambda: writing.screen is writing.desk.inside.view)
    assert own(writing) == "Will it"


def test_as_often_as_wanted(writing: Visitor) -> None:
    for _ in range(20):
        assert writing.screen is writing.desk.countdown
        writing.desk.go_on()
        assert writing.screen is writing.desk.inside.view
        writing.session.pass_by(IDLE + 1)
    assert own(writing) == "Will it"


def test_a_touch_begins_the_whole_time_anew(visitor: Visitor) -> None:
    visitor.touch_named("Touch here to start")
    for _ in range(5):
        visitor.session.pass_by(IDLE - 5)
        assert visitor.screen is visitor.desk.inside.view
        visitor.touch_at(QPoint(640, 20))


def test_with_nobody_there_it_ends_and_shows_nothing(writing: Visitor) -> None:
    writing.session.pass_by(COUNTDOWN + 1)
    assert writing.session.last() == End(Ending.IDLE)
    assert writing.screen is writing.desk.start
    said = len(writing.session.heard())
    writing.touch_named("Touch here to start")
    assert len(writing.session.heard()) == said


def test_a_machine_that_slept_still_asks(writing: Visitor) -> None:
    writing.desk.go_on()
    writing.session.pass_by(8 * 3600)
    assert writing.screen is writing.desk.countdown


def test_the_countdown_is_spoken_and_once_more_near_its_end(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    assert visitor.desk.inside.voice is not None
    visitor.desk.countdown.said.disconnect()
    visitor.desk.countdown.said.connect(said.append)
    visitor.touch_named("Touch here to start")
    visitor.session.pass_by(IDLE + 1)
    for _ in range(COUNTDOWN - 1):
        visitor.session.pass_by(1)
    assert [text.split(".")[0] for text in said] == [
        "Are you still there? Touch the screen anywhere to go on",
        f"{SAY_AGAIN_AT} seconds left",
    ]


def test_the_countdown_really_goes_to_the_voice(visitor: Visitor) -> None:
    visitor.touch_named("Touch here to start")
    visitor.session.pass_by(IDLE + 1)
    speaker = visitor.desk.inside.speaker
    assert speaker is not None
    assert speaker.is_saying
    visitor.touch(visitor.desk.countdown.go_on)
    assert not speaker.is_saying


def test_while_a_screen_is_read_aloud_time_stands_still(visitor: Visitor) -> None:
    visitor.touch_named("Touch here to start")
    voice = visitor.desk.inside.voice
    assert voice is not None
    visitor.touch_named("Read this screen aloud")
    assert voice.is_speaking
    for _ in range(10):
        visitor.session.pass_by(30)
    assert visitor.screen is visitor.desk.inside.view
    voice.stop()
    visitor.session.pass_by(1)
    visitor.session.pass_by(IDLE + 1)
    assert visitor.screen is visitor.desk.countdown


def test_on_the_last_screen_the_clock_goes_on_too(visitor: Visitor) -> None:
    visitor.touch_named("Touch here to start")
    visitor.touch_named("Finish and clear")
    visitor.session.pass_by(IDLE + 1)
    visitor.session.pass_by(COUNTDOWN + 1)
    assert visitor.session.last() == End(Ending.IDLE)


class TestHours:
    POLICY = replace(EVERYTHING, hours=Hours(time(9), time(17)))
    EVENING = datetime(2026, 11, 20, 21, tzinfo=NOON.tzinfo)

    def test_by_day_it_is_light(self, open_kiosk: Callable[..., Visitor]) -> None:
        assert open_kiosk(self.POLICY).desk.dim.isHidden()

    def test_in_the_evening_it_is_dark_and_wakes_at_a_touch(
        self, open_kiosk: Callable[..., Visitor]
    ) -> None:
        visitor = open_kiosk(self.POLICY, now=self.EVENING)
        assert visitor.desk.dim.isVisible()
        assert visitor.desk.dim.size() == visitor.desk.start.size()
        visitor.touch_at(QPoint(5, 5))
        assert visitor.desk.dim.isHidden()
        visitor.touch_named("Touch here to start")
        assert visitor.screen is visitor.desk.inside.view

    def test_the_first_touch_may_be_the_one_that_starts(
        self, open_kiosk: Callable[..., Visitor]
    ) -> None:
        visitor = open_kiosk(self.POLICY, now=self.EVENING)
        visitor.touch_named("Touch here to start")
        assert visitor.screen is visitor.desk.inside.view

    def test_dark_looks_dark(self, open_kiosk: Callable[..., Visitor]) -> None:
        light = open_kiosk(self.POLICY).frame.grab().toImage().pixelColor(20, 20).lightness()
        evening = open_kiosk(self.POLICY, now=self.EVENING)
        dark = evening.frame.grab().toImage().pixelColor(20, 20).lightness()
        assert dark < light / 2

    def test_it_turns_dark_by_itself_at_closing_time(
        self, open_kiosk: Callable[..., Visitor]
    ) -> None:
        visitor = open_kiosk(self.POLICY)
        visitor.session.now = self.EVENING
        visitor.desk.dim.look()
        assert visitor.desk.dim.isVisible()
