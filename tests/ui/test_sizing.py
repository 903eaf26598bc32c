"""The size of everything by keys, wheel and two fingers; the place being read stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.ui.history import PageName, Stop
from reader.ui.look import SIZES
from reader.ui.marking_page import MarkingPage
from tests.grids import first
from tests.ui.driver import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
MIDDLE = QPoint(640, 430)


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    """Somebody who reads a long section, a good way down."""
    person = Person(qtbot, desk)
    person.window.resize(1280, 860)
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    view = person.page(MarkingPage).view
    view.scroll_to(person.page(MarkingPage).section.passages[6].id)
    return person


@pytest.fixture(scope="module")
def touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def wheel(person: Person, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    handle = person.window.windowHandle()
    QTest.wheelEvent(handle, QPointF(MIDDLE), QPoint(0, angle), QPoint(), modifiers)
    QApplication.processEvents()


class Pinch:
    """Two fingers on a touch screen, in the window's pixels."""

    def __init__(self, person: Person, device: QPointingDevice) -> None:
        self._window = person.window
        self._sequence = QTest.touchEvent(self._window.windowHandle(), device, False)

    def at(self, apart: int, how: str) -> None:
        """The fingers, ``apart`` pixels from each other: ``press``, ``move`` or ``release``."""
        for number, side in ((0, -1), (1, 1)):
            point = MIDDLE + QPoint(side * apart // 2, 0)
            getattr(self._sequence, how)(number, point, self._window.windowHandle())
        self._sequence.commit(True)
        QApplication.processEvents()


def pinch(person: Person, screen: QPointingDevice, *apart: int) -> None:
    fingers = Pinch(person, screen)
    fingers.at(apart[0], "press")
    for distance in apart[1:]:
        fingers.at(distance, "move")
    fingers.at(apart[-1], "release")


def size(person: Person) -> float:
    return person.desk.looks.look.size


# ---- the wheel


def test_ctrl_and_the_wheel_step_and_nothing_scrolls(person: Person) -> None:
    page = person.page(MarkingPage)
    view, passage = page.view, page.section.passages[6].id
    font, at = view.document().defaultFont().pixelSize(), view.passage_rect(passage).top()
    wheel(person, 120, CTRL)
    assert size(person) == SIZES[1]
    wheel(person, -120, CTRL)
    assert size(person) == SIZES[0]
    assert view.document().defaultFont().pixelSize() == font
    assert abs(view.passage_rect(passage).top() - at) <= 1


def test_the_wheel_alone_scrolls_and_changes_no_size(person: Person) -> None:
    bar = person.page(MarkingPage).view.verticalScrollBar()
    before = bar.value()
    wheel(person, -120, NONE)
    assert bar.value() > before
    assert size(person) == SIZES[0]


def test_a_fine_wheel_needs_a_whole_notch_for_a_step(person: Person) -> None:
    for _ in range(7):
        wheel(person, 15, CTRL)
    assert size(person) == SIZES[0]
    wheel(person, 15, CTRL)
    assert size(person) == SIZES[1]


def test_what_was_turned_without_ctrl_does_not_count(person: Person) -> None:
    wheel(person, 60, CTRL)
    wheel(person, 60, NONE)
    wheel(person, 60, CTRL)
    assert size(person) == SIZES[0]


# ---- two fingers


def test_two_fingers_going_apart_make_everything_bigger(
    person: Person, touch_screen: QPointingDevice
) -> None:
    pinch(person, touch_screen, 200, 220, 240, 260, 280)
    assert size(person) == SIZES[1]


def test_two_fingers_coming_together_make_everything_smaller(
    person: Person, touch_screen: QPointingDevice
) -> None:
    person.desk.looks.change(size=2.0)
    pinch(person, touch_screen, 400, 360, 320, 300, 280, 250)
    assert size(person) < 2.0


def test_fingers_that_tremble_change_nothing(person: Person, touch_screen: QPointingDevice) -> None:
    pinch(person, touch_screen, 200, 206, 196, 204, 198, 203)
    assert size(person) == SIZES[0]


def test_a_second_pinch_starts_from_nothing(person: Person, touch_screen: QPointingDevice) -> None:
    for _ in range(3):
        pinch(person, touch_screen, 200, 210, 220, 235)
    assert size(person) == SIZES[0]


def test_a_pinch_on_a_passage_picks_none(person: Person, touch_screen: QPointingDevice) -> None:
    pinch(person, touch_screen, 200, 240, 280)
    assert person.page(MarkingPage).view.selected == ""


def test_a_pinch_that_begins_on_a_button_does_not_press_it(
    person: Person, touch_screen: QPointingDevice
) -> None:
    button = person.window.rail.buttons[PageName.SEARCH]
    handle = person.window.windowHandle()
    thumb = button.mapTo(person.window, button.rect().center())
    fingers = QTest.touchEvent(handle, touch_screen, False)
    fingers.press(0, thumb, handle).commit(True)
    assert button.isDown()
    tremble = thumb + QPoint(1, 0)
    fingers.move(0, tremble, handle).press(1, thumb + QPoint(200, 0), handle).commit(True)
    for apart in (220, 260, 300):
        tremble = thumb + QPoint(apart % 3, 0)
        fingers.move(0, tremble, handle).move(1, thumb + QPoint(apart, 0), handle).commit(True)
    fingers.release(0, thumb, handle).release(1, thumb + QPoint(300, 0), handle).commit(True)
    assert size(person) > SIZES[0]
    assert person.window.page is person.window.made(PageName.READING)


def on_touchpad(person: Person, kind: Qt.NativeGestureType, value: float = 0.0) -> None:
    pad = QPointingDevice.primaryPointingDevice()
    place = QPointF(MIDDLE)
    event = QNativeGestureEvent(kind, pad, 2, place, place, place, value, QPointF())
    QApplication.sendEvent(person.window.windowHandle(), event)


def test_a_touchpad_does_it_too(person: Person) -> None:
    on_touchpad(person, Qt.NativeGestureType.BeginNativeGesture)
    for _ in range(5):
        on_touchpad(person, Qt.NativeGestureType.ZoomNativeGesture, 0.05)
    assert size(person) == SIZES[1]
    on_touchpad(person, Qt.NativeGestureType.BeginNativeGesture)
    for _ in range(5):
        on_touchpad(person, Qt.NativeGestureType.ZoomNativeGesture, -0.05)
    assert size(person) == SIZES[0]


# ---- the place being read


@pytest.mark.parametrize("passage", first([1, 3, 5], [3]))
def test_the_place_being_read_stays_in_view_all_the_way_up_and_down(
    person: Person, passage: int
) -> None:
    page = person.page(MarkingPage)
    wanted = page.section.passages[passage].id
    page.view.scroll_to(wanted)
    assert page.view.reading() == wanted
    for step in [1] * (len(SIZES) - 1) + [-1] * (len(SIZES) - 1):
        person.window.sizing.step(step)
        QApplication.processEvents()
        rect = page.view.passage_rect(wanted)
        assert rect.top() < page.view.viewport().height() - 20, size(person)
        assert rect.bottom() > 0, size(person)
        assert page.view.reading() == wanted, size(person)


def test_in_the_middle_of_a_long_passage_it_stays_there(person: Person) -> None:
    page = person.page(MarkingPage)
    person.desk.looks.change(size=2.0)
    QApplication.processEvents()
    longest = max(page.section.passages, key=lambda passage: len(passage.text))
    page.view.scroll_to(longest.id)
    page.view.scroll_by(page.looks.look.text_px * 3)
    for size_now in (2.5, 3.0, 4.0, 2.0, 1.0, 2.0, 4.0, 2.0):
        person.desk.looks.change(size=size_now)
        QApplication.processEvents()
        assert page.view.reading() == longest.id, size_now
