"""What every page of the window is: a title, buttons for the header, and something to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.headings import step_heading
from reader.ui.regions import Region
from reader.ui.scrolling import scroll_by_key
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from reader.ui.history import Stop
    from reader.ui.look import Looks

MARGIN_UNITS = 34
GAP_UNITS = 26
NARROW = 24
"""A margin takes no more of the width than one part in so many."""


class Page(QWidget):
    """A page of the window.

    Signals:
        went(Stop): the reader asks to be somewhere else.
        told(str): something worth a line of notice happened.
        titled: the title or the header's buttons are others now.
    """

    went = Signal(object)
    told = Signal(str)
    titled = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.looks = looks
        self.setProperty("role", "page")
        self.setProperty("focus_ring", False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    @property
    def title(self) -> str:
        """What the header and screen readers call this page."""
        raise NotImplementedError

    @property
    def back_name(self) -> str:
        """What a Back button that leads here says."""
        return self.title

    @property
    def spoken_name(self) -> str:
        """What is said when this page is shown."""
        return self.title

    @property
    def names_itself(self) -> bool:
        """Whether the page shows its own heading, so that a narrow header may leave it out."""
        return False

    def header_buttons(self) -> list[QWidget]:
        """What stands in the header beside A− and A+."""
        return []

    def regions(self) -> list[Region]:
        """The parts that F6 goes to."""
        return [Region(self)]

    def step_heading(self, by: int) -> bool:
        """Go to the next heading (1) or the one before (-1); whether there is one."""
        return step_heading([region.widget for region in self.regions()], by)

    def arrive(self, stop: Stop) -> None:
        """Be shown at ``stop``: read again what may have changed."""

    def save(self) -> bool:
        """Save what is being written; whether everything is safe."""
        return True

    def leave(self) -> bool:
        """Be hidden: save what is unsaved; whether everything is safe."""
        return self.save()

    def unfinished(self) -> str:
        """What would be cut off if the program ended now, as a sentence; ``""`` for nothing."""
        return ""

    def end(self) -> None:
        """The program ends: let go of what is under way."""

    def forget(self) -> None:
        """Hold no words of the reader's any more: they are deleted for good."""

    def stop(self) -> Stop:
        """Where the reader is on this page, for Back."""
        raise NotImplementedError


class ScrollPage(Page):
    """A page whose ``body`` scrolls up and down and never sideways."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        self.body = QWidget()
        self.body.setProperty("role", "page-body")
        self.column = QVBoxLayout(self.body)
        self.scroller = QScrollArea(self)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scroller)
        TouchScroll(self.scroller, looks)
        looks.changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        look = self.looks.look
        side = min(look.px(MARGIN_UNITS), self.width() // NARROW)
        gap = look.px(GAP_UNITS)
        self.column.setContentsMargins(side, gap, side, gap)
        self.column.setSpacing(gap)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not scroll_by_key(self.scroller.verticalScrollBar(), event):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Only who comes by Tab or F6 has to see that the keyboard is here, to scroll."""
        reasons = Qt.FocusReason
        by_key = event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason)
        self.setProperty("focus_ring", "inside" if by_key else False)
        super().focusInEvent(event)
