"""A press by a shaky hand counts once, and everything that is meant to be pressed again can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.ui.controls import Button
from reader.ui.look import SIZES
from reader.ui.steady_hands import SHAKY_MS, SteadyHands
from tests.ui.driver import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.look import Looks

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
SOON, LATER = 120, SHAKY_MS + 60


class Hand:
    """Presses that reach the window as those of a real hand do, at times of the test's choosing."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.now = 10_000

    def click(
        self,
        widget: QWidget,
        after: int = LATER,
        *,
        at: QPoint | None = None,
        is_double: bool = False,
    ) -> None:
        """Press and let go, ``after`` milliseconds; ``is_double``: Qt tells of a double click."""
        self.now += after
        place = QPointF(widget.mapTo(self._window, at or widget.rect().center()))
        kinds = [QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
        if is_double:
            kinds.insert(1, QEvent.Type.MouseButtonDblClick)
        for kind in kinds:
            down = Qt.MouseButton.NoButton if kind is kinds[-1] else LEFT
            event = QMouseEvent(kind, place, place, LEFT, down, PLAIN)
            event.setTimestamp(self.now)
            QApplication.sendEvent(self._window.windowHandle(), event)

    def key(self, key: Qt.Key, after: int = LATER, *, repeats: int = 0, text: str = "") -> None:
        """Press a key, hold it for some repeats, and let go."""
        self.now += after
        kinds = [(QEvent.Type.KeyPress, False)]
        kinds += [(QEvent.Type.KeyPress, True)] * repeats
        for kind, is_repeat in [*kinds, (QEvent.Type.KeyRelease, False)]:
            event = QKeyEvent(kind, key, PLAIN, text, is_repeat)
            event.setTimestamp(self.now)
            QApplication.sendEvent(self._window.windowHandle(), event)


class Board(QWidget):
    """Buttons that count, and a field."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.pressed: list[str] = []
        column = QVBoxLayout(self)
        column.setSpacing(60)
        self.delete = Button("Delete", looks)
        self.other = Button("Other", looks)
        self.bigger = Button("Bigger", looks, repeats=True)
        self.field = QLineEdit()
        for widget in (self.delete, self.other, self.bigger, self.field):
            column.addWidget(widget)
        for button in (self.delete, self.other, self.bigger):
            button.clicked.connect(self._note)
        self.hands = SteadyHands(self, looks)

    def _note(self) -> None:
        button = self.sender()
        assert isinstance(button, Button)
        self.pressed.append(button.text())


@pytest.fixture
def board(looks: Looks, qtbot: QtBot) -> Board:
    made = Board(looks)
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made).__enter__()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def hand(board: Board) -> Hand:
    return Hand(board)


# ---- mouse and finger


@pytest.mark.parametrize(
    ("after", "presses"),
    [(0, 1), (SOON, 1), (SHAKY_MS - 1, 1), (SHAKY_MS, 2), (LATER, 2), (5000, 2)],
)
def test_the_same_button_again(board: Board, hand: Hand, after: int, presses: int) -> None:
    hand.click(board.delete)
    hand.click(board.delete, after)
    assert board.pressed == ["Delete"] * presses


def test_a_hand_that_goes_on_shaking_presses_once_in_a_while(board: Board, hand: Hand) -> None:
    for _ in range(6):
        hand.click(board.delete, 100)
    assert board.pressed == ["Delete"] * 2


def test_another_button_elsewhere_is_pressed_at_once(board: Board, hand: Hand) -> None:
    hand.click(board.delete)
    hand.click(board.other, SOON)
    assert board.pressed == ["Delete", "Other"]


def test_a_double_click_is_what_its_press_is(board: Board, hand: Hand) -> None:
    """Qt takes two quick touches for one, however far apart they are."""
    hand.click(board.delete)
    hand.click(board.delete, SOON, is_double=True)
    assert board.pressed == ["Delete"]
    hand.click(board.other, SOON, is_double=True)
    assert board.pressed == ["Delete", "Other"]
    assert not board.other.isDown()
    hand.click(board.bigger, SOON)
    hand.click(board.bigger, SOON, is_double=True)
    assert board.pressed[2:] == ["Bigger", "Bigger"]


def test_what_comes_to_stand_in_its_place_is_not_pressed(board: Board, hand: Hand) -> None:
    board.delete.clicked.connect(board.delete.hide)
    board.delete.clicked.connect(lambda: board.other.move(board.delete.pos()))
    at = board.delete.mapTo(board, board.delete.rect().center())
    hand.click(board.delete)
    hand.click(board, SOON, at=at)
    assert board.childAt(at) is board.other
    assert board.pressed == ["Delete"]
    hand.click(board, LATER, at=at)
    assert board.pressed == ["Delete", "Other"]


def test_steps_may_follow_as_fast_as_they_like(board: Board, hand: Hand) -> None:
    for _ in range(5):
        hand.click(board.bigger, 60)
    assert board.pressed == ["Bigger"] * 5


def test_a_press_whose_release_never_came_blocks_nothing(board: Board, hand: Hand) -> None:
    hand.click(board.delete)
    hand.now += SOON
    place = QPointF(board.delete.mapTo(board, board.delete.rect().center()))
    lost = QMouseEvent(QEvent.Type.MouseButtonPress, place, place, LEFT, LEFT, PLAIN)
    lost.setTimestamp(hand.now)
    QApplication.sendEvent(board.windowHandle(), lost)
    hand.click(board.delete, LATER)
    assert board.pressed == ["Delete"] * 2


def test_a_clock_that_goes_back_blocks_nothing(board: Board, hand: Hand) -> None:
    hand.click(board.delete)
    hand.click(board.delete, -5000)
    assert board.pressed == ["Delete"] * 2


def test_events_without_a_time_are_no_hand(board: Board, qtbot: QtBot) -> None:
    place = QPointF(board.delete.mapTo(board, board.delete.rect().center()))
    for _ in range(2):
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            event = QMouseEvent(kind, place, place, LEFT, LEFT, PLAIN)
            QApplication.sendEvent(board.windowHandle(), event)
    assert board.pressed == ["Delete"] * 2


# ---- keys


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(("after", "presses"), [(SOON, 1), (LATER, 2)])
def test_the_same_button_again_by_keys(
    board: Board, hand: Hand, key: Qt.Key, after: int, presses: int
) -> None:
    board.delete.setFocus()
    hand.key(key)
    hand.key(key, after)
    assert board.pressed == ["Delete"] * presses


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_that_is_held_down_is_one_press(board: Board, hand: Hand, key: Qt.Key) -> None:
    board.delete.setFocus()
    hand.key(key, repeats=30)
    assert board.pressed == ["Delete"]


def test_tab_and_enter_may_be_fast(board: Board, hand: Hand) -> None:
    board.delete.setFocus()
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Tab, SOON)
    hand.key(Qt.Key.Key_Return, SOON)
    assert board.pressed == ["Delete", "Other"]


@pytest.mark.parametrize("way", ["disabled", "moved on"])
def test_a_key_that_moves_the_keyboard_presses_nothing_there(
    board: Board, hand: Hand, way: str
) -> None:
    if way == "disabled":
        board.delete.clicked.connect(lambda: board.delete.setEnabled(False))
    else:
        board.delete.clicked.connect(board.other.setFocus)
    board.delete.setFocus()
    hand.key(Qt.Key.Key_Return)
    assert board.other.hasFocus()
    for _ in range(2):
        hand.key(Qt.Key.Key_Return, SOON)
    assert board.pressed == ["Delete"]
    hand.key(Qt.Key.Key_Return, SHAKY_MS)
    assert board.pressed == ["Delete", "Other"]


def test_what_comes_to_stand_where_words_were_pressed_is_not_pressed(
    board: Board, hand: Hand
) -> None:
    words = QLabel("Words to be picked", board)
    words.setGeometry(board.delete.geometry())
    words.show()
    hand.click(words)
    words.hide()
    hand.click(board.delete, SOON)
    assert board.pressed == []
    hand.click(board.delete)
    assert board.pressed == ["Delete"]


def test_what_takes_the_keyboard_over_is_not_pressed(board: Board, hand: Hand) -> None:
    board.delete.clicked.connect(board.delete.hide)
    board.delete.setFocus()
    hand.key(Qt.Key.Key_Return)
    board.other.setFocus()
    hand.key(Qt.Key.Key_Return, SOON)
    assert board.pressed == ["Delete"]
    hand.key(Qt.Key.Key_Return)
    assert board.pressed == ["Delete", "Other"]


def test_a_held_key_steps_where_that_is_meant(board: Board, hand: Hand) -> None:
    board.bigger.setFocus()
    for _ in range(4):
        hand.key(Qt.Key.Key_Space, 40)
    assert board.pressed == ["Bigger"] * 4


def test_typing_is_left_alone(board: Board, hand: Hand) -> None:
    board.field.setFocus()
    for _ in range(3):
        hand.key(Qt.Key.Key_Space, 20, text=" ")
    hand.key(Qt.Key.Key_Space, 20, text=" ", repeats=2)
    assert board.field.text() == " " * 6


# ---- in the window


def test_in_the_window_the_size_may_be_stepped_fast_and_a_page_only_once(
    qtbot: QtBot, desk: Desk
) -> None:
    person = Person(qtbot, desk)
    hand = Hand(person.window)
    for _ in range(3):
        hand.click(person.window.header.bigger, 90)
        QApplication.processEvents()
    assert desk.looks.look.size == SIZES[3]
    person.press_named("Make my question sheet")
    assert person.window.history.peek() is not None
    before = person.window.page
    back = person.window.header.back
    QApplication.processEvents()
    hand.click(back)
    hand.click(back, SOON)
    assert person.window.page is not before
