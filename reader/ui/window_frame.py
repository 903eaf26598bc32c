"""The window's frame: rail, header, what is between, the notice, and how they share the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.header import Header
from reader.ui.middle import Middle
from reader.ui.notice import Notice
from reader.ui.rail import Rail, Shape
from reader.ui.screen_room import take_room
from reader.ui.single_taps import SingleTaps
from reader.ui.sizing import Sizing
from reader.ui.steady_hands import SteadyHands
from reader.ui.stylesheet import stylesheet
from reader.ui.theme import palette

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from PySide6.QtGui import QResizeEvent

    from reader.shelf.contacts import Contact
    from reader.ui.comfort_panel import ComfortPanel
    from reader.ui.first_choice import FirstChoice
    from reader.ui.history import PageName
    from reader.ui.look import Looks

SMALLEST = (800, 600)
USUAL = (1280, 860)
"""Pixels of the window when it opens; it has them before it is arranged, so that is done once."""

COMPACT_BELOW_UNITS = 1000
TIGHT_BELOW_UNITS = 1200


class WindowFrame(QWidget):
    """Everything round the pages, in the look in force, whatever the size of the window.

    Signals:
        arranged: the room for the page, or its shape, may be another.
    """

    arranged = Signal()

    def __init__(
        self,
        looks: Looks,
        *,
        template: str,
        pages: Container[PageName],
        contact: Contact | None,
        comfort: Callable[[], ComfortPanel],
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Booklet Reader")
        take_room(self, QSize(*SMALLEST), QSize(*USUAL))
        self.looks = looks
        self._template = template
        self._sheet = ""
        self._first: FirstChoice | None = None
        self._is_making_way = False
        self.sizing = Sizing(self, looks)
        self.steady = SteadyHands(self, looks)
        self.taps = SingleTaps(self)
        self.rail = Rail(looks, contact, pages)
        self.header = Header(looks)
        self.notice = Notice(looks)
        self.strips: list[QWidget] = []
        self.middle = Middle(comfort)
        self.stack = self.middle.stack
        self._arrange()
        looks.changed.connect(self.restyle)
        self.rail.comfort_requested.connect(self.middle.toggle_comfort)
        self.rail.menu_toggled.connect(self._cover)
        self.middle.comfort_closed.connect(self.rail.focus_comfort)
        self.header.step_requested.connect(self.sizing.step)
        self.restyle()

    def _arrange(self) -> None:
        main = self._main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self.header)
        main.addWidget(self.middle, 1)
        main.addWidget(self.notice)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.rail)
        self._outer.addLayout(main, 1)

    @property
    def comfort(self) -> ComfortPanel | None:
        """The Comfort panel, once it has been opened."""
        return self.middle.comfort

    def focus_page(self) -> None:
        """Give the keyboard to what is shown: the page, or what has taken its place."""
        shown = self.stack.currentWidget() if self.stack.isVisible() else self.middle.comfort
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- how it looks

    def restyle(self) -> None:
        """Put the look in force on the whole window; setting the same sheet again is not free."""
        sheet = stylesheet(self._template, self.looks.look, from_right=self.isRightToLeft())
        if sheet != self._sheet:
            self._sheet = sheet
            self.setPalette(palette(self.looks.look.theme))
            self.setStyleSheet(sheet)
        self._reflow()

    @property
    def is_compact(self) -> bool:
        """Whether there is no room for the rail at the side."""
        return self.width() < self.looks.look.px(COMPACT_BELOW_UNITS)

    @property
    def is_tight(self) -> bool:
        """Whether there is no room for much beside the page; big buttons leave less of it."""
        units = TIGHT_BELOW_UNITS if self.looks.look.big_targets else COMPACT_BELOW_UNITS
        return self.width() < self.looks.look.px(units)

    def _reflow(self) -> None:
        compact = self.is_compact
        self._outer.setDirection(
            QBoxLayout.Direction.BottomToTop if compact else QBoxLayout.Direction.LeftToRight
        )
        self.rail.fit(self.size(), compact=compact)
        self.header.set_low(self.rail.shape is Shape.MENU)
        self.middle.fit(compact=self.is_tight)
        self._cover()
        self.arranged.emit()

    def _cover(self) -> None:
        """The open menu takes the place of the page."""
        is_open, is_first = self.rail.is_open, self._first is not None
        makes_way = self._is_making_way and self.is_compact
        self.rail.setVisible(not is_first and not makes_way)
        self.header.setVisible(not is_first and not self._is_making_way)
        self.middle.setVisible(not is_open and not is_first)
        self._outer.setStretch(0, 1 if is_open else 0)
        self._outer.setStretch(1, 0 if is_open else 1)

    def make_way(self, *, for_keys: bool) -> None:
        """Leave the room to the page while there are keys on the screen, or take it again."""
        self._is_making_way = for_keys
        self._cover()

    def put_above(self, strip: QWidget) -> None:
        """Show ``strip`` above every page."""
        self._main.insertWidget(1, strip)
        self.strips.append(strip)

    def take_from_above(self, strip: QWidget) -> None:
        """Show ``strip`` no more."""
        self.strips.remove(strip)
        self._main.removeWidget(strip)
        strip.hide()
        strip.deleteLater()

    # ---- the first time of all

    def ask_first(self, first: FirstChoice) -> None:
        """Show ``first`` in the place of everything else until it is done, or a page is asked for.

        A notice is still told: it may be about words that are not kept.
        """
        self._first = first
        first.done.connect(self._end_first)
        self._main.insertWidget(self._main.indexOf(self.middle), first, 1)
        self._cover()
        first.show()
        first.arrive()

    def _end_first(self) -> None:
        first, self._first = self._first, None
        if first is not None:
            self._main.removeWidget(first)
            first.hide()
            first.deleteLater()
            self._cover()
            self.focus_page()

    def skip_first(self) -> None:
        """Put away what ``ask_first`` shows, if it does."""
        if self._first is not None:
            self._first.skip()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.looks.changed.emit()  # another screen: pictures and icons are drawn in its dots
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()
