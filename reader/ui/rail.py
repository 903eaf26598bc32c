"""The way to every page, and the number to ring: a column, a bar at the foot, or one button."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget, QWidgetItem

from reader.ui.bounds import UNLIMITED_PX
from reader.ui.contact_card import Brand, ContactCard
from reader.ui.controls import Button, repolish
from reader.ui.flow import FlowLayout
from reader.ui.history import PageName
from reader.ui.rail_button import RailButton
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from collections.abc import Container

    from reader.shelf.contacts import Contact
    from reader.ui.look import Looks

WIDTH_UNITS = 246
BAR_UNITS = 14
"""Of the scroll bar that pages may need in a low window."""

RING = 6
"""Pixels round the buttons for the ring of the one that has the keyboard."""

LINE_PX = 1
"""The line over the bar, which the style sheet draws, and what lies in the bar must not cover."""

BAR_SHARE = 0.2
"""A bar that would take more of the window's height becomes one button."""


class Shape(Enum):
    """How the rail stands: at the side, at the foot, or at the foot as a button and a number."""

    COLUMN = auto()
    BAR = auto()
    MENU = auto()


class Rail(QFrame):
    """The brand, a button a page, and who to ring.

    Signals:
        page_requested(PageName): a page's button was pressed.
        comfort_requested: the Comfort button was pressed.
        menu_toggled: the pages took the place of the page, or gave it back.
    """

    page_requested = Signal(object)
    comfort_requested = Signal()
    menu_toggled = Signal()

    def __init__(self, looks: Looks, contact: Contact | None, pages: Container[PageName]) -> None:
        """``pages`` are those that can be opened; no other has a button."""
        super().__init__()
        self._looks = looks
        self._shape = Shape.COLUMN
        self._is_open = self._is_tight = False
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pages"))
        self._brand = Brand(looks)
        self.buttons = {
            page: RailButton(page, text, icon, looks, counts=page is PageName.QUESTIONS)
            for page, text, icon in self._pages()
            if page in pages
        }
        self.comfort = RailButton(None, self.tr("Comfort"), "comfort", looks)
        self.menu = Button(self.tr("Menu"), looks)
        self.menu.setProperty("low", True)
        self.contact = ContactCard(looks, contact)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setEnabled(False)
        self._arrange()
        self._wire()
        self._make_room()

    def _pages(self) -> list[tuple[PageName, str, str]]:
        return [
            (PageName.BOOKLETS, self.tr("Booklets"), "booklet"),
            (PageName.SEARCH, self.tr("Search"), "search"),
            (PageName.NOTES, self.tr("My notes"), "note"),
            (PageName.QUESTIONS, self.tr("My questions"), "question"),
            (PageName.PRINT, self.tr("Print"), "printer"),
            (PageName.TAKE_HOME, self.tr("Take it home"), "phone"),
            (PageName.HELP, self.tr("Help"), "help"),
        ]

    def _arrange(self) -> None:
        self._body = QWidget()
        self._body.setProperty("role", "side-body")
        self._flow = FlowLayout(self._body)
        self._flow.setContentsMargins(RING, RING, RING, RING)
        for page, button in self.buttons.items():
            if page is PageName.HELP:
                self._flow.addWidget(self.comfort)
            self._flow.addWidget(button)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._body)
        TouchScroll(self._area, self._looks)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.menu)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._brand)
        self._layout.addWidget(self._area, 1)
        self._layout.addLayout(self._foot)

    def _wire(self) -> None:
        for button in self.buttons.values():
            button.clicked.connect(self._press)
        self.comfort.clicked.connect(self._press_comfort)
        self.menu.clicked.connect(self.toggle_menu)
        self._escape.activated.connect(self.toggle_menu)
        self._looks.changed.connect(self._make_room)

    # ---- shapes

    @property
    def shape(self) -> Shape:
        """How the rail stands just now."""
        return self._shape

    @property
    def is_open(self) -> bool:
        """Whether the menu is open: the pages to choose from stand in the place of the page."""
        return self._shape is Shape.MENU and self._is_open

    def fit(self, window: QSize, *, compact: bool) -> None:
        """Take the shape for a window of that size; ``compact`` ones have no room at the side."""
        shape = Shape.COLUMN
        if compact:
            height = self._bar_height(window.width())
            shape = Shape.BAR if height <= BAR_SHARE * window.height() else Shape.MENU
        if shape is not self._shape:
            self._shape = shape
            self._is_open = False
            self._name_menu()
            self.setProperty("compact", compact)
            self._make_room()
            repolish(self)
        self._tighten(window.height())
        self._take_width()
        self._fit_contact()

    def _tighten(self, height: int) -> None:
        """In a low window the pages come before the brand, and stand closer."""
        gap = self._looks.look.px(8)
        shown = [*self.buttons.values(), self.comfort, self._brand, self.contact]
        taken = sum(one.sizeHint().height() + gap for one in shown)
        is_tight = self._shape is Shape.COLUMN and taken > height
        if is_tight is not self._is_tight:
            self._is_tight = is_tight
            self._make_room()

    def _bar_height(self, width: int) -> int:
        """How many pixels a bar would take, with the number to ring in it."""
        px = self._looks.look.px
        for button in (*self.buttons.values(), self.comfort):
            button.set_compact(True)
        self.contact.set_compact(True)
        row = FlowLayout(spacing=px(4))
        for widget in (*self.buttons.values(), self.comfort, self.contact):
            row.addItem(QWidgetItem(widget))
        # By rows: how high a button is depends on the width that it has in another shape just now.
        rows = row.rows_within(width - 2 * self._side() - 2 * RING)
        return rows * self._looks.look.bar_px + (rows - 1) * px(4) + 2 * RING

    def _fit_contact(self) -> None:
        if self._shape is Shape.MENU:
            taken = 2 * self._side() + self._foot.spacing() + self.menu.sizeHint().width()
            self.contact.fit_within(self.window().width() - taken)

    def _side(self) -> int:
        return self._looks.look.px(8)

    # ---- the menu

    def toggle_menu(self) -> None:
        """Show the pages to choose from in the place of the page, or put them away."""
        self._is_open = not self._is_open
        self._name_menu()
        self._make_room()
        self._fit_contact()
        self.menu_toggled.emit()
        if self._is_open:
            here = next((one for one in self.buttons.values() if one.is_current), self.comfort)
            here.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(here)
        else:
            self.menu.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_menu(self) -> None:
        if self._is_open:
            self.menu.set_words(self.tr("Close"), self.tr("Close menu"))
        else:
            self.menu.set_words(self.tr("Menu"))

    def close_menu(self) -> None:
        """Put the menu away if it is open."""
        if self.is_open:
            self.toggle_menu()

    def show_page(self, page: PageName) -> None:
        """Mark the button of the page that is shown; none for pages that have none."""
        home = PageName.BOOKLETS if page is PageName.READING else page
        for known, button in self.buttons.items():
            button.show_current(is_current=known is home)

    def focus_comfort(self) -> None:
        """Give the keyboard to what opens Comfort."""
        opener = self.menu if self._shape is Shape.MENU else self.comfort
        opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton) and button.page is not None:
            self.close_menu()
            self.page_requested.emit(button.page)

    def _press_comfort(self) -> None:
        self.close_menu()
        self.comfort_requested.emit()

    # ---- room

    def _make_room(self) -> None:
        px, is_column = self._looks.look.px, self._shape is Shape.COLUMN
        is_roomy = is_column and not self._is_tight
        self._brand.setVisible(is_roomy)
        self._flow.set_stacked(is_column)
        self._flow.setSpacing(px(8) if is_roomy or self.is_open else px(4))
        for button in (*self.buttons.values(), self.comfort):
            button.set_compact(not is_column)
            button.set_outlined(self.is_open)
        self.contact.set_compact(not is_column)
        self._escape.setEnabled(self.is_open)
        self.menu.setVisible(self._shape is Shape.MENU)
        self._area.setVisible(self._shape is Shape.COLUMN or self.is_open)
        self._area.setMinimumHeight(self._looks.look.bar_px)
        side = self._side()
        above = px(22) if is_roomy else LINE_PX if self._shape is Shape.BAR else px(4)
        below = px(20) if is_roomy else above
        self._layout.setContentsMargins(side, above, side, below)
        self._layout.setSpacing(px(18) if is_roomy else px(6) if is_column else 0)
        self._foot.setSpacing(px(6))
        self._place_pages()
        self._place_contact()

    def _take_width(self) -> None:
        """Once the style sheet is that of the look in force: names are measured in its letters."""
        width = self._column_width() if self._shape is Shape.COLUMN else 0
        self.setMinimumWidth(width)
        self.setMaximumWidth(width or UNLIMITED_PX)

    def _column_width(self) -> int:
        """The usual width, or what the longest name needs: languages differ."""
        buttons = (*self.buttons.values(), self.comfort)
        needed = max(one.most_width() for one in buttons) + 2 * (self._side() + RING)
        needed += self._looks.look.px(BAR_UNITS) if self._is_tight else 0
        return max(self._looks.look.px(WIDTH_UNITS), needed)

    def _place_pages(self) -> None:
        """In the bar they are all in view; elsewhere they scroll where there are too many."""
        is_held = self._area.widget() is not None
        if self._shape is Shape.BAR and is_held:
            self._layout.insertWidget(1, self._area.takeWidget())
            self._body.show()
        elif self._shape is not Shape.BAR and not is_held:
            self._layout.removeWidget(self._body)
            self._area.setWidget(self._body)
            self._body.show()

    def _place_contact(self) -> None:
        """At the foot of the column, in the bar's row with room for it, or beside the button."""
        for layout in (self._flow, self._foot):
            layout.removeWidget(self.contact)
        (self._flow if self._shape is Shape.BAR else self._foot).addWidget(self.contact)
