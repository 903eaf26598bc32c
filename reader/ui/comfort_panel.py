"""Comfort: size, colours, the text of booklets and targets, live, with nothing to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.bounds import UNLIMITED_PX
from reader.ui.choice import Choice, Tick
from reader.ui.controls import Button, words
from reader.ui.ends import show_end
from reader.ui.escape import keeps_escape
from reader.ui.flow import FlowLayout
from reader.ui.language import in_digits
from reader.ui.look import INTERFACE_LIMIT
from reader.ui.reading_choices import ReadingChoices
from reader.ui.side_room import side_width
from reader.ui.text_sample import TextSample
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reader.ui.look_choices import LookChoices
    from reader.ui.voice_choices import VoiceChoices

WIDTH_UNITS = 408
SAMPLE_SHARE = 0.28
"""How much of the panel's height the sample takes at the most."""


class ComfortPanel(QFrame):
    """Choices that take effect as they are pressed, and a sample that shows them.

    Signals:
        closed: the panel is to be put away.
        step_requested(int): everything bigger (1) or smaller (-1).
        usual_requested: everything at size 1.0.
    """

    closed = Signal()
    step_requested = Signal(int)
    usual_requested = Signal()

    def __init__(self, choices: LookChoices, themes: Sequence[tuple[str, str]]) -> None:
        """``themes`` are pairs of id and name."""
        super().__init__()
        self._choices = choices
        self._is_beside = True
        self._looks = looks = choices.looks
        self.setObjectName("comfort")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Comfort"))
        self.close_button = Button(self.tr("Close"), looks, icon="close")
        self.smaller = Button(self.tr("Smaller"), looks, icon="text-smaller", repeats=True)
        self.bigger = Button(self.tr("Bigger"), looks, icon="text-bigger", repeats=True)
        self.usual = Button(self.tr("Usual size"), looks)
        self.size_words = words("", "muted")
        self.themes = Choice(looks, self.tr("Colours"), themes, across=True)
        self.reading = ReadingChoices(looks)
        self.targets = Tick(looks, self.tr("Big buttons"))
        self.movement = Tick(looks, self.tr("Less movement"))
        self.return_button = Button(self.tr("Back to how it was"), looks, icon="undo")
        sample = self.tr("These are the words of your booklets, as you will read them.")
        self.sample = TextSample(looks, sample)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._top = FlowLayout()
        self._sizes = FlowLayout()
        self._fill()
        self.setFocusProxy(self.bigger)
        self._wire()
        self._show_look()

    def _fill(self) -> None:
        heading = words(self.tr("Comfort"), "page-heading")
        self._top.set_grower(heading)
        self._top.set_least(1)
        self._top.addWidget(heading)
        self._top.addWidget(self.close_button)
        for button in (self.smaller, self.bigger, self.usual):
            self._sizes.addWidget(button)
        self._column.addLayout(self._top)
        self._column.addWidget(_heading(self.tr("Size of everything")))
        self._column.addLayout(self._sizes)
        self._column.addWidget(self.size_words)
        self._column.addWidget(self.themes)
        self._column.addWidget(self.reading)
        self._column.addWidget(_heading(self.tr("Buttons and movement")))
        self._column.addWidget(self.targets)
        self._column.addWidget(self.movement)
        self._column.addWidget(self.return_button)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        TouchScroll(self._scroll, self._looks)
        self._body.setProperty("role", "side-body")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.sample)

    def add_part(self, part: VoiceChoices) -> None:
        """Have ``part`` after all the others."""
        self._column.insertWidget(self._column.indexOf(self.return_button), part)
        QWidget.setTabOrder(part.controls()[-1], self.return_button)

    def show_part(self, part: QWidget) -> None:
        """Give the keyboard to ``part``, which is scrolled into view."""
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(part)

    def arrive(self) -> None:
        """Be shown, remember how everything is now, and take the keyboard."""
        self._choices.remember()
        self._show_look()
        self._scroll.verticalScrollBar().setValue(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_beside(self, beside: bool) -> None:
        """Stand beside the page, or take its place and as much room as there is."""
        self._is_beside = beside
        width = side_width(self._body, self._looks.look.px(WIDTH_UNITS))
        self.setMinimumWidth(width if beside else 0)
        self.setMaximumWidth(width if beside else UNLIMITED_PX)

    def _wire(self) -> None:
        choices = self._choices
        self.close_button.clicked.connect(self.closed)
        self.smaller.clicked.connect(lambda: self.step_requested.emit(-1))
        self.bigger.clicked.connect(lambda: self.step_requested.emit(1))
        self.usual.clicked.connect(self.usual_requested)
        self.themes.chosen.connect(choices.choose_theme)
        self.reading.chosen.connect(choices.choose_reading)
        self.targets.clicked.connect(choices.choose_targets)
        self.movement.clicked.connect(choices.choose_movement)
        self.return_button.clicked.connect(choices.go_back)
        choices.chosen.connect(self._show_look)

    def _show_look(self) -> None:
        """Mark what is in force, however it came to be."""
        look, px = self._looks.look, self._looks.look.px
        self._column.setContentsMargins(px(16), px(16), px(16), px(20))
        self._column.setSpacing(px(12))
        self._sizes.setSpacing(px(8))
        self._top.setSpacing(px(8))
        self.set_beside(self._is_beside)
        told = self.tr("{percent} per cent of the usual size")
        if look.size > INTERFACE_LIMIT:
            told = self.tr("The booklets at {percent} per cent. Buttons have stopped growing.")
        self.size_words.setText(told.format(percent=in_digits(round(look.size * 100))))
        self.themes.choose(self._choices.theme)
        self.targets.setChecked(look.big_targets)
        self.movement.setChecked(self._choices.less_movement)
        show_end(self.return_button, is_end=self._choices.is_as_before)
        self._fit_sample()

    def _fit_sample(self) -> None:
        self.sample.fit(self.sample.width(), round(self.height() * SAMPLE_SHARE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sample()

    @override
    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _heading(text: str) -> QLabel:
    return words(text, "heading")
