"""Two quick touches are two presses; a double click is left to the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from reader.ui.controls import Button
from reader.ui.single_taps import SingleTaps
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPointingDevice
    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks

LONG_MS = 60_000
"""However busy the machine is, two presses come within this time."""


class Board(QScrollArea):
    """Buttons far apart, in what a finger scrolls."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.pressed: list[str] = []
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(100)
        self.buttons = [Button(name, looks) for name in ("one", "two", "three")]
        for button in self.buttons:
            button.clicked.connect(lambda _=False, one=button: self.pressed.append(one.text()))
            column.addWidget(button)
        self.setWidget(body)
        TouchScroll(self, looks)
        self.taps = SingleTaps(self)


@pytest.fixture
def board(qtbot: QtBot, looks: Looks, qapp: QApplication) -> Iterator[Board]:
    made = Board(looks)
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    qtbot.waitExposed(made)
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(LONG_MS)
    yield made
    qapp.setDoubleClickInterval(before)


def touch(board: Board, finger: QPointingDevice, button: Button) -> None:
    handle = board.windowHandle()
    at = button.mapTo(board, button.rect().center())
    sequence = QTest.touchEvent(handle, finger, False)
    for how in ("press", "release"):
        getattr(sequence, how)(0, at, handle).commit(True)


def test_touches_elsewhere_press_however_quick_they_are(
    board: Board, finger: QPointingDevice
) -> None:
    for number in (0, 1, 2, 0):
        touch(board, finger, board.buttons[number])
    assert board.pressed == ["one", "two", "three", "one"]
    assert not any(button.isDown() for button in board.buttons)


def test_the_mouse_has_its_double_click_whenever_no_finger_is_down(
    board: Board, finger: QPointingDevice, qapp: QApplication
) -> None:
    handle, at = board.windowHandle(), QPoint(5, 5)
    seen = []
    for number, ways in enumerate(
        ("press release", "press move release", "press", "press release")
    ):
        sequence = QTest.touchEvent(handle, finger, False)
        for way in ways.split():  # the third finger is never seen to leave
            getattr(sequence, way)(number, at, handle).commit(True)
            seen.append(qapp.doubleClickInterval())
    assert seen == [0, LONG_MS, 0, 0, LONG_MS, 0, 0, LONG_MS]
