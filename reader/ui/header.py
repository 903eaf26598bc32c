"""The strip over every page: Back, the page's title, its buttons, and the size of everything."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from reader.ui.controls import Button, Rank, repolish, words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from reader.ui.look import Looks

BACK_UNITS = 14
"""How far in the words of Back stand: the button hangs out, and they begin where the page does."""


class Header(QFrame):
    """Back, title, buttons.

    Signals:
        back_requested: Back was pressed.
        step_requested(int): everything bigger (1) or smaller (-1).
    """

    back_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setObjectName("header")
        self.setAccessibleName(self.tr("Top of the page"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = Button(self.tr("Back"), looks, icon="back", rank=Rank.QUIET)
        self.back.clicked.connect(self.back_requested)
        self.title = words("", "title")
        self.smaller = Button(
            "", looks, icon="text-smaller", name=self.tr("Make everything smaller")
        )
        self.bigger = Button("", looks, icon="text-bigger", name=self.tr("Make everything bigger"))
        for button, step in ((self.smaller, -1), (self.bigger, 1)):
            button.setProperty("square", True)
            button.setProperty("repeats", True)
            button.setToolTip(button.accessibleName())
            button.clicked.connect(self._steps(step))
        self._page_buttons: list[QWidget] = []
        self._held: list[QWidget] = []
        self._is_swapping = False
        self._is_low = False
        self._row = FlowLayout(self, spacing=10, grower=self.title)
        for widget in (self.back, self.title, self.smaller, self.bigger):
            self._row.addWidget(widget)
        looks.changed.connect(self._make_room)
        self._make_room()

    def show_page(
        self, title: str, back_name: str | None, buttons: list[QWidget], *, titled: bool
    ) -> None:
        """Show a page's title and buttons.

        ``back_name`` is what Back leads to: ``""`` needs no name, ``None`` is nowhere.
        """
        self.title.setText(title)
        self.title.setVisible(titled)
        self.back.setVisible(back_name is not None)
        if back_name:
            self.back.set_words(back_name, self.tr("Back to {page}").format(page=back_name))
        else:
            self.back.set_words(self.tr("Back"))
        self._make_room()
        if buttons != self._page_buttons:
            self._page_buttons = list(buttons)
            self._swap()

    def set_low(self, low: bool) -> None:
        """In a low window the buttons take no more height than those at the foot."""
        if low != self._is_low:
            self._is_low = low
            for button in (self.back, self.smaller, self.bigger, *self._held):
                self._lower(button, low=low)
            self._make_room()

    def _lower(self, button: QWidget, *, low: bool) -> None:
        if bool(button.property("low")) != low:
            button.setProperty("low", low)
            repolish(button)

    def _swap(self) -> None:
        """Hold the page's buttons and no others; one that has the keyboard keeps it.

        Showing one lays out the window; a page that has other buttons in its new room asks for
        them before the first is up, and is heard when it is.
        """
        if self._is_swapping:
            return
        self._is_swapping = True
        focused = next((button for button in self._held if button.hasFocus()), None)
        while self._held != self._page_buttons:
            for button in self._held:
                self._let_go(button)
            self._held = []
            self._hold(self._page_buttons)
        self._is_swapping = False
        self.put_in_order()
        if focused is not None and self._held:
            (focused if focused in self._held else self._held[0]).setFocus()

    def _hold(self, buttons: list[QWidget]) -> None:
        for button in buttons:
            if self._page_buttons is not buttons:
                return
            self._held.append(button)
            self._lower(button, low=self._is_low)
            self._row.addWidget(button)
            button.show()

    def put_in_order(self) -> None:
        """Let Tab go from the sizes to the page's buttons, which stand after them."""
        for before, after in pairwise([self.back, self.smaller, self.bigger, *self._held]):
            QWidget.setTabOrder(before, after)

    def _let_go(self, button: QWidget) -> None:
        self._row.removeWidget(button)
        self._lower(button, low=False)
        if button.parentWidget() is self:
            button.hide()  # a layout shows what it took only later, by then as a window of its own
            button.setParent(None)

    def _steps(self, step: int) -> object:
        def ask() -> None:
            self.step_requested.emit(step)

        return ask

    def _make_room(self) -> None:
        look = self._looks.look
        px = look.px
        across, down = (px(12), px(4)) if self._is_low else (px(26), px(12))
        hangs = not self._is_low and not self.back.isHidden()
        first = across - px(BACK_UNITS) if hangs else across
        sides = (across, first) if self.isRightToLeft() else (first, across)
        self._row.setContentsMargins(sides[0], down, sides[1], down)
        self._row.setSpacing(px(10))
        self.setMinimumHeight((look.bar_px if self._is_low else look.target_px) + 2 * down)
