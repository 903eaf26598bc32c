"""A long list of cards that are real widgets, of which only those near the window exist.

Why not ``QListView`` with a delegate: docs/adr/0003-cards-are-widgets.md.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from reader.override import override
from reader.ui.card_room import CardRoom
from reader.ui.row_heights import RowHeights
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from reader.ui.look import Looks
    from reader.ui.row_model import RowModel

GUESS_UNITS = 130
PASSES = 3
"""Times a list is laid out at most while its scroll bar comes and goes."""

BEYOND = 0.5
"""Cards exist this many heights of the window above and below it: the keyboard goes there next."""


class CardView(QAbstractScrollArea):
    """``head``, and under it a card for each row of ``model``; all of it scrolls.

    ``make`` makes the card of an item. A card stays the same widget while its row is near the
    window and its item equal; one that has the keyboard, or for which ``is_held`` says so, stays
    wherever it is.

    Signals:
        arranged: other cards than before exist, or they stand in another order.
    """

    arranged = Signal()

    def __init__(
        self,
        looks: Looks,
        model: RowModel,
        head: QWidget,
        make: Callable[[object], QWidget],
        is_held: Callable[[QWidget], bool] = lambda _card: False,
    ) -> None:
        super().__init__()
        self._looks = looks
        self._model = model
        self._room = CardRoom(self, looks)
        self._head = head
        self._make = make
        self._is_held = is_held
        self._cards: dict[str, tuple[object, QWidget]] = {}
        self._rows: dict[str, int] = {}
        self._heights = RowHeights(0, 1)
        self._is_laying = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Qt's own would be known to Python by a passing object, and what is in it end with that.
        self._ground = QWidget()
        self._ground.setProperty("role", "page-body")
        self.setViewport(self._ground)
        head.setParent(self._ground)
        TouchScroll(self, looks)
        model.modelReset.connect(self._start_again)
        model.dataChanged.connect(self.lay)
        looks.changed.connect(self._measure_again)
        self._start_again()

    # ---- what there is

    def cards(self) -> dict[str, QWidget]:
        """The cards that exist, in the order of their rows, by key."""
        return {key: self._cards[key][1] for key in self._rows}

    def shown_row(self) -> int:
        """The first row of which anything is to be seen."""
        return self._heights.row_at(self._scrolled() - self._head_height())

    def show_row(self, row: int) -> None:
        """Scroll so that ``row`` stands at the top, and make its card."""
        for _ in range(2):  # the first time tells how high what is above it really is
            bar = self.verticalScrollBar()
            bar.setValue(self._head_height() + self._heights.offset(row))
            self.lay()

    def card_at(self, row: int) -> QWidget:
        """The card of ``row``, made and brought near if it was not there."""
        key = self._model.key(row)
        if key not in self._cards:
            self.show_row(row)
        return self._cards[key][1]

    # ---- rows

    def _start_again(self) -> None:
        """The rows are others: what stood at the top stays there if it is still in the list."""
        model = self._model
        guess = self._heights.mean() if self._heights.count else self._looks.look.px(GUESS_UNITS)
        anchors = self._anchors()
        with self._at_work():
            self._heights = RowHeights(model.rowCount(), guess)
            rows = {key: model.row_of(key) for key in self._cards}
            self._rows = {key: row for key, row in rows.items() if row is not None}
            for key in set(self._cards) - set(self._rows):
                self._drop(key)
            self._measure()
            self._stay_at(anchors)
        self.lay()

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Whatever loses the keyboard or scrolls meanwhile lays nothing out."""
        before, self._is_laying = self._is_laying, True
        try:
            yield
        finally:
            self._is_laying = before

    def _anchors(self) -> list[tuple[str, int]]:
        """The keys of the cards in the window and where they stand; none while the head does."""
        if self._scrolled() <= self._head.height():
            return []
        seen = ((key, self._cards[key][1].geometry()) for key in self._rows)
        return [(key, place.top()) for key, place in seen if place.bottom() >= 0]

    def _stay_at(self, anchors: list[tuple[str, int]]) -> None:
        """Scroll to where the first of ``anchors`` that is still there stands as it stood."""
        for key, y in anchors:
            if key in self._rows:
                self._set_bar(self._head_height() + self._heights.offset(self._rows[key]) - y)
                return

    def _measure_again(self) -> None:
        """Everything is of another height."""
        anchors = self._anchors()
        with self._at_work():
            self._forget_heights()
            self._stay_at(anchors)
        self.lay()

    def _forget_heights(self) -> None:
        """Begin again with a guess, and with what the cards there are say now."""
        self._heights = RowHeights(self._heights.count, self._heights.mean())
        self._measure()

    def _measure(self) -> None:
        for key, row in self._rows.items():
            self._heights.put(row, self._measured(key))

    # ---- laying out

    def lay(self) -> None:
        """Make the cards that are needed, end the others, and put each in its place."""
        if self._is_laying or not self.isVisible():
            return
        before = list(self._rows)
        with self._at_work():
            for _ in range(PASSES):
                width = self._room.width
                self._make_cards()
                if width == self._room.width:
                    break
                self._forget_heights()  # the scroll bar came or went
            self._place_cards()
        if list(self._rows) != before:
            self.arranged.emit()

    def _make_cards(self) -> None:
        """Make and measure what is near the window; what is seen stays where it is meanwhile."""
        head = self._head_height()
        top = self._scrolled() - head
        height = self.viewport().height()
        beyond = int(height * BEYOND)
        rows = self._heights
        anchor = rows.known_in(top, top + height)
        y = rows.offset(anchor) - top
        wanted: dict[str, int] = {}
        if rows.count:
            row, at = anchor, y
            while row < rows.count and (at < height + beyond or row <= anchor + 1):
                at += self._want(row, wanted)
                row += 1
            row, at = anchor - 1, y
            while row >= 0 and (at > -beyond or row >= anchor - 2):
                at -= self._want(row, wanted)
                row -= 1
        self._want_held(wanted)
        for key in set(self._cards) - set(wanted):
            self._drop(key)
        self._rows = dict(sorted(wanted.items(), key=lambda one: one[1]))
        self._set_bar(rows.offset(anchor) - y + head if top > 0 else self._scrolled())

    def _want_held(self, wanted: dict[str, int]) -> None:
        """What is written in stays, and beside what has the keyboard there is where Tab goes."""
        focused = QApplication.focusWidget()
        for key, row in list(self._rows.items()):
            card = self._cards[key][1]
            has_keyboard = focused is not None and card.isAncestorOf(focused)
            if has_keyboard or self._is_held(card):
                self._want(row, wanted)
            if has_keyboard:
                for beside in {max(row - 1, 0), min(row + 1, self._heights.count - 1)}:
                    self._want(beside, wanted)

    def _want(self, row: int, wanted: dict[str, int]) -> int:
        """Have the card of ``row``, measured; how high the row is."""
        key, item = self._model.key(row), self._model.item(row)
        wanted[key] = row
        known = self._cards.get(key)
        if known is None or (known[0] != item and not self._is_held(known[1])):
            if known is not None:
                self._drop(key)
            card = self._make(item)
            card.setParent(self._ground)
            self._cards[key] = (item, card)
        height = self._measured(key)
        self._heights.put(row, height)
        return height

    def _drop(self, key: str) -> None:
        _item, card = self._cards.pop(key)
        self._rows.pop(key, None)
        card.hide()
        card.deleteLater()

    def _place_cards(self) -> None:
        side, width = self._room.side, self._room.width
        y = -self._scrolled()
        self._head.setGeometry(
            side, y + self._room.gap, width, self._head_height() - self._room.gap
        )
        self._head.show()
        y += self._head_height()
        between = self._room.between
        for key, row in self._rows.items():
            card = self._cards[key][1]
            top = y + self._heights.offset(row)
            card.setGeometry(side, top, width, self._heights.of(row) - between)
            card.show()

    # ---- lengths, in pixels

    def _scrolled(self) -> int:
        return self.verticalScrollBar().value()

    def _set_bar(self, value: int) -> None:
        """Scroll to ``value`` in a list that may be of another length now."""
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        total = self._head_height() + self._heights.total - self._room.between + self._room.gap
        bar.setPageStep(height)
        bar.setRange(0, max(total - height, 0))
        bar.setValue(value)

    def _measured(self, key: str) -> int:
        return self._room.height_of(self._cards[key][1]) + self._room.between

    def _head_height(self) -> int:
        height = self._room.height_of(self._head)  # nothing where all that it holds is hidden
        return self._room.gap + (height + self._room.gap if height > 0 else 0)

    # ---- Qt

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.lay()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.lay()
            return True
        return super().viewportEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lay()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure_again()
        else:
            self.lay()
