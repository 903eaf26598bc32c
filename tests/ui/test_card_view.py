"""A list of cards of which only those near the window exist."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.card_view import CardView
from reader.ui.row_model import ITEM, KEY, NOWHERE, RowModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks
    from reader.ui.row_model import AnyIndex

MANY = 5_000
HEAD = 90


class Numbers(RowModel):
    """A row a number; its card is as high as the number says."""

    def __init__(self, numbers: Sequence[int]) -> None:
        super().__init__()
        self._numbers = list(numbers)

    def show(self, numbers: Sequence[int]) -> None:
        self.beginResetModel()
        self._numbers = list(numbers)
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    @override
    def item(self, row: int) -> int:
        return self._numbers[row]

    @override
    def key(self, row: int) -> str:
        return str(self._numbers[row])

    @override
    def row_of(self, key: str) -> int | None:
        return self._numbers.index(int(key)) if int(key) in self._numbers else None

    @override
    def said(self, row: int) -> str:
        return f"number {self._numbers[row]}"


class Card(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.is_held = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.button = QPushButton(f"{number}")
        self.button.setFixedHeight(40 + number % 7 * 30)
        column.addWidget(self.button)


class Place:
    """A view of so many numbers in a window, and what is seen in it."""

    def __init__(self, qtbot: QtBot, looks: Looks, count: int) -> None:
        self.model = Numbers(range(count))
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        head = QWidget()
        head.setFixedHeight(HEAD)
        self.made = 0
        self.view = CardView(looks, self.model, head, self._make, self._is_held)
        self.head = head
        self.view.resize(500, 600)
        qtbot.addWidget(self.view)
        self.view.show()
        qtbot.waitExposed(self.view)

    def _make(self, item: object) -> QWidget:
        assert isinstance(item, int)
        self.made += 1
        return Card(item)

    def _is_held(self, card: QWidget) -> bool:
        return isinstance(card, Card) and card.is_held

    @property
    def bar(self) -> int:
        return self.view.verticalScrollBar().value()

    def scroll_to(self, value: int) -> None:
        self.view.verticalScrollBar().setValue(value)

    def scroll_to_end(self) -> None:
        """As far as it goes; the guesses on the way are put right by going there."""
        bar = self.view.verticalScrollBar()
        while bar.value() < bar.maximum():
            bar.setValue(bar.maximum())

    def cards(self) -> list[Card]:
        return [card for card in self.view.cards().values() if isinstance(card, Card)]

    def seen(self) -> list[Card]:
        """The cards of which anything is in the window, from the top."""
        window = self.view.viewport().rect()
        found = [card for card in self.cards() if window.intersects(card.geometry())]
        return sorted(found, key=lambda card: card.y())

    def check(self) -> None:
        """What is seen is without a gap, in order, and as high as it wants to be."""
        seen = self.seen()
        for above, below in pairwise(seen):
            assert below.y() - above.y() - above.height() == 12
            assert below.number == above.number + 1
        for card in seen:
            assert card.height() == 40 + card.number % 7 * 30
        bottom = self.view.viewport().height()
        assert seen[-1].geometry().bottom() >= bottom - 40 or seen[-1].number == MANY - 1


@pytest.fixture
def make(qtbot: QtBot, looks: Looks) -> Callable[[int], Place]:
    return lambda count: Place(qtbot, looks, count)


@pytest.fixture
def place(make: Callable[[int], Place]) -> Place:
    return make(MANY)


def test_only_what_is_near_the_window_is_made(place: Place) -> None:
    assert 5 < len(place.cards()) < 20
    assert place.made == len(place.cards())
    place.check()


def test_no_rows_are_no_cards_and_nothing_to_scroll(make: Callable[[int], Place]) -> None:
    place = make(0)
    assert place.cards() == []
    assert place.view.verticalScrollBar().maximum() == 0
    assert place.head.isVisible()


def test_a_head_with_nothing_in_it_takes_no_room(make: Callable[[int], Place]) -> None:
    place = make(2)
    column, inside = QVBoxLayout(place.head), QWidget()
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(inside)
    inside.setFixedHeight(HEAD)
    first = place.cards()[0]
    for is_shown, above in ((True, 26 + HEAD + 26), (False, 26), (True, 26 + HEAD + 26)):
        inside.setVisible(is_shown)
        place.view.lay()
        assert first.y() == above


def test_a_few_rows_need_no_scrolling(make: Callable[[int], Place]) -> None:
    place = make(2)
    assert [card.number for card in place.cards()] == [0, 1]
    assert place.view.verticalScrollBar().maximum() == 0


def test_all_of_it_is_reached_by_scrolling_on(place: Place) -> None:
    found = {card.number for card in place.seen()}
    for _ in range(60):
        place.scroll_to(place.bar + 250)
        place.check()
        found |= {card.number for card in place.seen()}
    assert found == set(range(max(found) + 1))
    assert len(place.cards()) < 25


def test_the_end_is_the_last_card_and_the_top_is_the_head(place: Place) -> None:
    place.scroll_to_end()
    place.check()
    last = place.seen()[-1]
    assert last.number == MANY - 1
    assert last.geometry().bottom() <= place.view.viewport().height()
    place.scroll_to(0)
    place.check()
    assert place.seen()[0].number == 0
    assert place.head.geometry().top() == 26


def test_what_is_seen_does_not_jump_while_scrolling_up_into_what_was_never_measured(
    place: Place,
) -> None:
    place.scroll_to(150_000)
    for _ in range(80):
        before = {card.number: card.y() for card in place.seen()}
        bar = place.bar
        place.scroll_to(bar - 97)
        moved = {
            card.number: card.y() - before[card.number]
            for card in place.seen()
            if card.number in before
        }
        assert moved
        assert set(moved.values()) == {97}
        place.check()


def test_a_jump_anywhere_shows_cards_without_a_gap(place: Place) -> None:
    top = place.view.verticalScrollBar().maximum()
    for part in (0.9, 0.1, 0.5, 0.75, 0.05):
        place.scroll_to(int(top * part))
        place.check()


def test_a_row_is_brought_to_the_top(place: Place) -> None:
    place.view.show_row(3_000)
    place.check()
    assert place.seen()[0].number == 3_000
    assert place.view.shown_row() == 3_000
    card = place.view.card_at(42)
    assert isinstance(card, Card)
    assert card.number == 42
    assert card in place.seen()


def test_what_stood_at_the_top_stays_there_when_rows_before_it_come_and_go(place: Place) -> None:
    place.view.show_row(3_000)
    place.scroll_to(place.bar + 20)
    anchor = place.seen()[0]
    y = anchor.y()
    place.model.show([*range(100), *range(200, MANY)])
    assert (place.seen()[0], anchor.y()) == (anchor, y)
    place.model.show(range(MANY))
    assert (place.seen()[0], anchor.y()) == (anchor, y)
    place.check()


def test_cards_of_rows_that_stay_are_not_made_anew(place: Place) -> None:
    before = place.cards()
    made = place.made
    place.model.show([*range(MANY), MANY + 1])
    assert place.cards() == before
    assert place.made == made


def test_a_row_that_is_gone_takes_its_card_with_it(place: Place, qapp: QApplication) -> None:
    gone = place.cards()[1]
    assert gone.number == 1
    place.model.show([0, *range(2, MANY)])
    assert not gone.isVisible()
    assert [card.number for card in place.seen()][:2] == [0, 2]


def test_the_card_with_the_keyboard_stays_with_its_neighbours(
    place: Place, qtbot: QtBot, qapp: QApplication
) -> None:
    place.view.activateWindow()
    qtbot.waitUntil(place.view.isActiveWindow)
    card = place.cards()[3]
    card.button.setFocus()
    place.scroll_to(100_000)
    assert qapp.focusWidget() is card.button
    numbers = [one.number for one in place.cards()]
    assert {2, 3, 4} <= set(numbers)
    assert numbers == sorted(numbers)
    place.check()
    card.button.clearFocus()
    place.scroll_to(200_000)
    assert not {2, 3, 4} & {one.number for one in place.cards()}


def test_a_held_card_stays_though_its_item_is_another(place: Place) -> None:
    card = place.cards()[2]
    card.is_held = True
    place.scroll_to(100_000)
    assert card in place.cards()
    card.is_held = False
    place.scroll_to(200_000)
    assert card not in place.cards()


def test_a_card_that_grows_pushes_the_others_down(place: Place, qtbot: QtBot) -> None:
    first, second = place.seen()[:2]
    before = second.y()
    first.button.setFixedHeight(first.button.height() + 77)
    qtbot.waitUntil(lambda: second.y() == before + 77)


def test_another_width_measures_again(place: Place, qtbot: QtBot) -> None:
    place.view.show_row(1_000)
    anchor = place.seen()[0]
    place.view.resize(900, 500)
    qtbot.waitUntil(lambda: place.view.viewport().height() == 500)
    assert place.seen()[0] is anchor
    width = place.view.viewport().width()
    assert anchor.width() == width - 2 * min(34, 900 // 24)
    place.check()


def test_another_size_of_everything_keeps_the_place(place: Place, looks: Looks) -> None:
    place.view.show_row(1_000)
    anchor = place.seen()[0]
    looks.change(size=2.0)
    assert place.seen()[0] is anchor
    looks.change(size=1.0)
    assert place.seen()[0] is anchor
    place.check()


def test_hidden_it_makes_nothing(make: Callable[[int], Place]) -> None:
    place = make(10)
    place.view.hide()
    made = place.made
    place.model.show(range(100, 200))
    assert place.made == made
    place.view.show()
    assert place.seen()[0].number == 100


def test_rows_say_what_they_are(place: Place) -> None:
    index = place.model.index(7)
    assert index.data() == "number 7"
    assert (index.data(KEY), index.data(ITEM)) == ("7", 7)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert place.model.data(NOWHERE) is None


def test_the_wheel_scrolls_over_a_card(place: Place, qapp: QApplication) -> None:
    card = place.seen()[0]
    at = card.mapTo(place.view, card.rect().center())
    QTest.wheelEvent(place.view.windowHandle(), QPointF(at), QPoint(0, -240))
    steps = 2 * QApplication.wheelScrollLines()
    assert place.bar == steps * 20, "as far as any other page"
    qapp.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    place.check()
