"""Comfort: size, colours and targets, live, with nothing to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.choice import Choice, Tick
from reader.ui.controls import Button, words
from reader.ui.flow import FlowLayout
from reader.ui.look import INTERFACE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from reader.ui.look import Looks

WIDTH_UNITS = 360


class ComfortPanel(QFrame):
    """Choices that take effect as they are pressed.

    Signals:
        closed: the panel is to be put away.
        step_requested(int): everything bigger (1) or smaller (-1).
        usual_requested: everything at size 1.0.
        theme_requested(str): a theme's id, or ``"system"``.
        targets_requested(bool): big targets on or off.
    """

    closed = Signal()
    step_requested = Signal(int)
    usual_requested = Signal()
    theme_requested = Signal(str)
    targets_requested = Signal(bool)

    def __init__(self, looks: Looks, themes: Sequence[tuple[str, str]], *, theme: str) -> None:
        """``themes`` are pairs of id and name; ``theme`` is the one that is chosen."""
        super().__init__()
        self._looks = looks
        self.setObjectName("comfort")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Comfort"))
        self.close_button = Button(self.tr("Close"), looks, icon="close")
        self.smaller = Button(self.tr("Smaller"), looks, icon="text-smaller")
        self.bigger = Button(self.tr("Bigger"), looks, icon="text-bigger")
        self.usual = Button(self.tr("Usual size"), looks)
        self.size_words = words("", "muted")
        self.themes = Choice(looks, self.tr("Colours"), themes)
        self.themes.choose(theme)
        self.targets = Tick(looks, self.tr("Big buttons"))
        self.targets.setChecked(looks.look.big_targets)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._sizes = FlowLayout()
        self._fill()
        self.setFocusProxy(self.bigger)
        self._wire()
        self._make_room()

    def _fill(self) -> None:
        self._sizes.addWidget(self.smaller)
        self._sizes.addWidget(self.bigger)
        self._sizes.addWidget(self.usual)
        self._column.addWidget(words(self.tr("Comfort"), "page-heading"))
        self._column.addWidget(words(self.tr("Size of everything"), "heading"))
        self._column.addLayout(self._sizes)
        self._column.addWidget(self.size_words)
        self._column.addWidget(self.themes)
        self._column.addWidget(words(self.tr("Buttons"), "heading"))
        self._column.addWidget(self.targets)
        self._column.addWidget(self.close_button)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        self._body.setProperty("role", "side-body")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def add_part(self, part: QWidget) -> None:
        """Have ``part`` after all the others."""
        self._column.insertWidget(self._column.indexOf(self.close_button), part)

    def show_part(self, part: QWidget) -> None:
        """Give the keyboard to ``part``, which is scrolled into view."""
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(part)

    def arrive(self) -> None:
        """Be shown, and take the keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wire(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.smaller.clicked.connect(lambda: self.step_requested.emit(-1))
        self.bigger.clicked.connect(lambda: self.step_requested.emit(1))
        self.usual.clicked.connect(self.usual_requested)
        self.targets.toggled.connect(self.targets_requested)
        self.themes.chosen.connect(self.theme_requested)
        self._looks.changed.connect(self._make_room)

    def _make_room(self) -> None:
        look = self._looks.look
        px = look.px
        self._column.setContentsMargins(px(22), px(20), px(22), px(20))
        self._column.setSpacing(px(10))
        self._sizes.setSpacing(px(8))
        self.setMinimumWidth(px(WIDTH_UNITS))
        told = self.tr("{percent} per cent of the usual size")
        if look.size > INTERFACE_LIMIT:
            told = self.tr("The booklets at {percent} per cent. Buttons have stopped growing.")
        self.size_words.setText(told.format(percent=round(look.size * 100)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
