"""A window with one thing in it and none of the pages: for what comes before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.controls import words
from reader.ui.focus_ring import FocusRing
from reader.ui.header import Header
from reader.ui.screen_room import take_room
from reader.ui.single_taps import SingleTaps
from reader.ui.sizing import Sizing
from reader.ui.steady_hands import SteadyHands
from reader.ui.strip import LOW_BELOW_UNITS
from reader.ui.stylesheet import stylesheet
from reader.ui.theme import palette
from reader.ui.window_frame import SMALLEST, USUAL

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from reader.shelf.contacts import Contact
    from reader.ui.look import Looks


class PlainWindow(QWidget):
    """``shown`` under a title, in the look in force, and the number to ring.

    Signals:
        closing: it is about to close.
    """

    closing = Signal()

    def __init__(
        self,
        app: QApplication,
        looks: Looks,
        shown: QWidget,
        *,
        title: str,
        template: str,
        contact: Contact | None,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"{title} – Booklet Reader")
        take_room(self, QSize(*SMALLEST), QSize(*USUAL))
        self._looks = looks
        self._template = template
        self.sizing = Sizing(self, looks)
        self.steady = SteadyHands(self, looks)
        self.taps = SingleTaps(self)
        self.header = Header(looks)
        self.header.show_page("Booklet Reader", None, [], titled=True)
        self.header.step_requested.connect(self.sizing.step)
        self.shown = shown
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(shown, 1)
        self._ring = words("", "on-screen")
        self._ring.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if contact is not None:
            told = self.tr("Need to talk? {phone} · {name}")
            self._ring.setText(told.format(phone=contact.phone, name=contact.name))
        column.addWidget(self._ring)
        self.focus = FocusRing(self, app, looks)
        looks.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setPalette(palette(self._looks.look.theme))
        sheet = stylesheet(self._template, self._looks.look, from_right=self.isRightToLeft())
        self.setStyleSheet(sheet)
        px = self._looks.look.px
        self._ring.setContentsMargins(px(8), px(4), px(8), px(8))
        self._fit()

    def _fit(self) -> None:
        """In a low window what is said has the room."""
        self.header.set_low(self.height() < self._looks.look.px(LOW_BELOW_UNITS))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closing.emit()
