"""A finger scrolls every page, also when it starts on a button, and then presses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QVBoxLayout,
    QWidget,
)

from reader.ui.booklets_page import BookletsPage
from reader.ui.controls import Button
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.touch_scroll import TouchScroll
from tests.ui.driver import Person
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from PySide6.QtGui import QPointingDevice
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.look import Looks


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


class Finger:
    """One finger on the window."""

    def __init__(self, window: QWidget, screen: QPointingDevice) -> None:
        self._handle = window.windowHandle()
        self._touch = QTest.touchEvent(self._handle, screen, False)

    def drag(self, start: QPoint, up: int) -> None:
        """Down at ``start``, ``up`` pixels up in small steps, and off."""
        self._touch.press(0, start, self._handle).commit(True)
        for gone in range(0, up, 10):
            QTest.qWait(5)
            self._touch.move(0, start - QPoint(0, gone), self._handle).commit(True)
        QTest.qWait(200)  # it rests before it is lifted: no flick, whatever the machine's pace
        self._touch.move(0, start - QPoint(0, up + 1), self._handle).commit(True)
        self._touch.release(0, start - QPoint(0, up + 1), self._handle).commit(True)
        Fingers.rest()

    def tap(self, at: QPoint) -> None:
        """Down and off."""
        self._touch.press(0, at, self._handle).commit(True)
        self._touch.release(0, at, self._handle).commit(True)
        Fingers.rest()


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    person = Person(qtbot, desk)
    person.window.resize(800, 600)
    Fingers.rest()
    return person


def test_a_finger_that_starts_on_a_button_scrolls_and_presses_nothing(
    person: Person, screen: QPointingDevice
) -> None:
    page = person.page(BookletsPage)
    bar = page.scroller.verticalScrollBar()
    button = next(
        one for one in page.findChildren(QPushButton) if one.accessibleName() and one.isVisible()
    )
    at = button.mapTo(person.window, button.rect().center())
    Finger(person.window, screen).drag(at, 120)
    assert bar.value() > 40
    assert person.window.page is page
    assert not button.isDown()


def test_a_tap_on_a_button_presses_it(person: Person, screen: QPointingDevice) -> None:
    page = person.page(BookletsPage)
    button = next(one for one in page.findChildren(QPushButton) if one.isVisible())
    Finger(person.window, screen).tap(button.mapTo(person.window, button.rect().center()))
    assert person.window.page is not page


def test_a_finger_scrolls_the_text_and_picks_no_passage(
    person: Person, screen: QPointingDevice
) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    Fingers.rest()
    view = person.page(MarkingPage).view
    at = view.viewport().mapTo(person.window, view.viewport().rect().center())
    Finger(person.window, screen).drag(at, 150)
    assert view.verticalScrollBar().value() > 60
    assert view.selected == ""


@pytest.mark.parametrize("page", list(PageName))
def test_whatever_scrolls_does_so_by_touch_and_never_past_its_end(
    person: Person, page: PageName
) -> None:
    person.press(person.window.rail.comfort)
    person.window.go(Stop(page, "recurrence" if page is PageName.READING else ""))
    Fingers.rest()
    metric = QScrollerProperties.ScrollMetric.VerticalOvershootPolicy
    areas = [
        one
        for one in person.window.findChildren(QAbstractScrollArea)
        if one.isVisible() and not isinstance(one, QPlainTextEdit)
    ]
    assert areas
    for area in areas:
        assert QScroller.hasScroller(area.viewport()), area
        policy = QScroller.scroller(area.viewport()).scrollerProperties().scrollMetric(metric)
        assert policy == QScrollerProperties.OvershootPolicy.OvershootAlwaysOff, area


def test_the_pace_follows_the_look(looks: Looks, qtbot: QtBot) -> None:
    area, body = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(body)
    for number in range(40):
        column.addWidget(Button(str(number), looks))
    area.setWidget(body)
    TouchScroll(area, looks)

    def fastest() -> float:
        metric = QScrollerProperties.ScrollMetric.MaximumVelocity
        return float(QScroller.scroller(area.viewport()).scrollerProperties().scrollMetric(metric))

    assert fastest() > 0
    looks.change(less_movement=True)
    assert fastest() == 0
    looks.change(less_movement=False)
    assert fastest() > 0
