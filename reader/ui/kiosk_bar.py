"""The bar over every page of a session at a kiosk: hear this screen, and finish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from reader.override import override
from reader.ui.controls import Button, words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.ui.look import Looks

WORDS_FROM_UNITS = 880
ICONS_FROM_UNITS = 600
LEAST_UNITS = 220
"""In a narrower bar there is room for the buttons alone, or for short words without icons."""


class KioskBar(QFrame):
    """Always in view.

    Signals:
        aloud_requested: read this screen, or stop reading.
        finish_requested: the person is done.
    """

    aloud_requested = Signal()
    finish_requested = Signal()

    def __init__(self, looks: Looks, *, has_voice: bool) -> None:
        super().__init__()
        self._looks = looks
        self._is_speaking = False
        self.setObjectName("kiosk-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("This screen"))
        self.told = words("")
        self.aloud: Button | None = None
        self.finish = Button(self.tr("Finish and clear"), looks, icon="check")
        self.finish.setProperty("in_bar", True)
        self.finish.clicked.connect(self.finish_requested)
        self._row = FlowLayout(self, grower=self.told)
        self._row.addWidget(self.told)
        if has_voice:
            self.aloud = Button("", looks, icon="speaker")
            self.aloud.setProperty("in_bar", True)
            self.aloud.clicked.connect(self.aloud_requested)
            self._row.addWidget(self.aloud)
        self._row.addWidget(self.finish)
        looks.changed.connect(self._make_room)
        self._make_room()

    def show_voice(self, *, speaking: bool) -> None:
        """Say what the button for the voice would do now."""
        self._is_speaking = speaking
        if self.aloud is None:
            return
        is_narrow = self.width() < self._looks.look.px(ICONS_FROM_UNITS)
        read, stop = self.tr("Read this screen aloud"), self.tr("Stop reading aloud")
        name = stop if speaking else read
        short = self.tr("Stop") if speaking else self.tr("Read aloud")
        self.aloud.set_words(short if is_narrow else name, name)
        self.aloud.set_icon("" if is_narrow else "stop" if speaking else "speaker")

    def _make_room(self) -> None:
        look = self._looks.look
        self._row.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        self._row.setSpacing(look.px(8))
        has_words = self.width() >= look.px(WORDS_FROM_UNITS)
        self.told.setText(self.tr("Nothing you do here is kept.") if has_words else "")
        self._row.set_least(look.px(LEAST_UNITS) if has_words else 1)
        self.finish.set_icon("" if self.width() < look.px(ICONS_FROM_UNITS) else "check")
        self.show_voice(speaking=self._is_speaking)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
