"""What is pressed stays under the finger: in a page of its own, and in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.ui.ends import is_at_end
from reader.ui.history import PageName
from reader.ui.questions_page import QuestionsPage
from reader.ui.steady_place import AGAIN_MS, SteadyPlace
from tests.ui.driver import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk

VIEW = 300


def settle(qtbot: QtBot) -> None:
    """Let the last look at the place, and what it asks for, be over."""
    for _ in range(2):  # a timer that was started later ends later, however late both are
        with qtbot.waitCallback() as called:
            QTimer.singleShot(AGAIN_MS[-1] + 10, called)


class Board(QScrollArea):
    """An invitation over a list over a button, and something under it."""

    def __init__(self, under: int) -> None:
        super().__init__()
        body = QWidget()
        self.list = QVBoxLayout(body)
        self.list.setSpacing(0)
        self.list.setContentsMargins(0, 0, 0, 0)
        self.invitation = self.block(100)
        self.button = QPushButton("Add")
        self.button.setFixedHeight(40)
        for one in (self.invitation, self.button, self.block(under)):
            self.list.addWidget(one)
        self.list.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.steady = SteadyPlace(self, body, self.list)

    @staticmethod
    def block(height: int) -> QLabel:
        made = QLabel()
        made.setFixedHeight(height)
        return made

    def grow(self, height: int) -> None:
        """Put a row over the button in the place of the invitation."""
        self.invitation.hide()
        self.list.insertWidget(self.list.indexOf(self.button), self.block(height))

    @property
    def y(self) -> int:
        """Where the button stands in the view."""
        return self.button.mapTo(self.viewport(), QPoint(0, 0)).y()


def board(qtbot: QtBot, under: int) -> Board:
    made = Board(under)
    qtbot.addWidget(made)
    made.resize(200, VIEW)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("under", [0, 150, 1000])
@pytest.mark.parametrize("height", [20, 100, 160, 1200])
def test_whatever_grows_above_the_place_is_kept(qtbot: QtBot, under: int, height: int) -> None:
    made = board(qtbot, under)
    for row in (height, 50, 50):
        before = made.y
        made.steady.keep(made.button, lambda row=row: made.grow(row))
        settle(qtbot)
        assert made.y == before


def test_the_room_that_was_needed_is_given_back(qtbot: QtBot) -> None:
    made = board(qtbot, 0)
    made.steady.keep(made.button, lambda: made.grow(20))
    settle(qtbot)
    assert made.list.contentsMargins().top() == 80
    made.steady.let_go()
    qtbot.waitUntil(lambda: made.y == 20)
    made.steady.keep(made.button, lambda: made.grow(400))
    settle(qtbot)
    assert made.verticalScrollBar().value() == 400
    made.steady.let_go()
    settle(qtbot)
    assert made.verticalScrollBar().maximum() == 20 + 400 + 40 - VIEW


def test_a_change_that_fails_moves_nothing(qtbot: QtBot) -> None:
    made = board(qtbot, 1000)
    made.verticalScrollBar().setValue(30)
    made.steady.keep(made.button, lambda: None)
    assert (made.y, made.verticalScrollBar().value()) == (70, 30)


# ---- in the window


@pytest.fixture(params=[2.0, 1.0])
def page(request: pytest.FixtureRequest, qtbot: QtBot, desk: Desk) -> QuestionsPage:
    person = Person(qtbot, desk)
    person.window.resize(1280, 860)
    desk.looks.change(size=request.param)
    person.go(PageName.QUESTIONS)
    shown = person.page(QuestionsPage)
    shown.own.field.setFocus()
    return shown


def middle(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())


def click_at(qtbot: QtBot, page: QuestionsPage, at: QPoint) -> None:
    """Press whatever stands there."""
    under = page.window().childAt(at)
    qtbot.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(page.window(), at))


def is_near(one: QPoint, other: QPoint) -> bool:
    return (one - other).manhattanLength() <= 2


def test_a_second_press_of_add_meets_the_same_button_and_the_question_is_seen(
    qtbot: QtBot, page: QuestionsPage
) -> None:
    page.empty.write_own.click()
    for number in range(1, 5):
        qtbot.wait(1)
        text = f"Question {number}?"
        qtbot.keyClicks(page.own.field, text)
        at = middle(page.own.button)
        click_at(qtbot, page, at)
        settle(qtbot)
        assert is_near(middle(page.own.button), at)
        click_at(qtbot, page, at)
        assert len(page.list.order) == number
        words = page.list.rows[page.list.order[-1]].text
        assert words.text() == text
        assert words.visibleRegion().boundingRect() == words.rect()
        assert page.own.field.visibleRegion().boundingRect() == page.own.field.rect()
        assert page.own.hint.text().startswith("Your question is on the list.")


def test_a_second_press_on_an_idea_meets_the_same_idea(qtbot: QtBot, page: QuestionsPage) -> None:
    for row in page.ideas.rows[:3]:
        page.scroller.ensureWidgetVisible(row)
        at = middle(row.button)
        click_at(qtbot, page, at)
        settle(qtbot)
        assert abs(middle(row.button).y() - at.y()) <= 2
        assert is_at_end(row.button)
        added = page.list.order
        click_at(qtbot, page, at)
        assert page.list.order == added


def test_after_an_idea_by_key_the_control_that_has_the_keyboard_is_seen(
    qtbot: QtBot, page: QuestionsPage
) -> None:
    row = page.ideas.rows[0]
    row.button.setFocus()
    page.scroller.ensureWidgetVisible(row.button, 0, 0)
    qtbot.keyClick(row.button, Qt.Key.Key_Return)
    settle(qtbot)
    focused = page.window().focusWidget()
    assert focused is row.button
    assert focused.visibleRegion().boundingRect() == focused.rect()


def test_the_page_begins_where_it_does_when_it_is_opened_again(
    qtbot: QtBot, page: QuestionsPage
) -> None:
    qtbot.keyClicks(page.own.field, "Why?")
    page.own.button.click()
    page.arrive(page.stop())
    settle(qtbot)
    assert page.body.minimumHeight() == 0
    assert page.appointment.y() == 0
