"""The first screen of all: how large is everything to be? Asked once, and it can be passed by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.controls import Button, Rank, WrapButton, words
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reader.shelf.contacts import Contact
    from reader.ui.look import Looks

SIZES = (1.0, 1.5, 2.0)
"""What the three samples show: the style sheet has a role for each."""

WIDTH_UNITS = 720


class FirstChoice(QWidget):
    """Three samples to press, each in its own size whatever the size of everything is just now.

    Signals:
        size_chosen(float): a sample was pressed.
        done: the screen is to be put away, for good.
    """

    size_chosen = Signal(float)
    done = Signal()

    def __init__(self, looks: Looks, contact: Contact | None) -> None:
        super().__init__()
        self._looks = looks
        self.setObjectName("first")
        self.setProperty("role", "page")
        self.setProperty("focus_ring", False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("How large would you like everything to be?"))
        self.samples: dict[float, WrapButton] = {}
        self.pass_by = Button(self.tr("Not now"), looks, rank=Rank.QUIET)
        self.pass_by.clicked.connect(self.skip)
        self._body = QWidget()
        self._body.setProperty("role", "page-body")
        self._column = QVBoxLayout(self._body)
        self._fill()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        TouchScroll(self._scroll, looks)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        self._ring = words("", "on-screen")
        self._ring.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if contact is not None:
            told = self.tr("Need to talk? {phone} · {name}")
            self._ring.setText(told.format(phone=contact.phone, name=contact.name))
        outer.addWidget(self._ring)
        looks.changed.connect(self._make_room)
        self._make_room()

    def _fill(self) -> None:
        self._column.addStretch(1)
        self._column.addWidget(words(self.accessibleName(), "page-heading"))
        self._column.addWidget(
            words(self.tr("Press the words that are easiest to read. You can change it any time."))
        )
        names = (self.tr("Usual"), self.tr("Large"), self.tr("Very large"))
        for size, name in zip(SIZES, names, strict=True):
            text = self.tr("{size}: these are the words of your booklets.").format(size=name)
            sample = WrapButton(text, self._looks, rank=Rank.CHOICE)
            sample.label.setProperty("role", f"sample-{round(size * 100)}")
            sample.setProperty("value", size)
            sample.clicked.connect(self._choose)
            self.samples[size] = sample
            self._column.addWidget(sample)
        self._column.addWidget(self.pass_by, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)

    def arrive(self) -> None:
        """Give the keyboard to the sample nearest to the size in force."""
        size = self._looks.look.size
        nearest = min(SIZES, key=lambda known: abs(known - size))
        self.samples[nearest].setFocus(Qt.FocusReason.OtherFocusReason)

    def skip(self) -> None:
        """Leave the size as it is."""
        self.done.emit()

    def _choose(self) -> None:
        self.size_chosen.emit(float(self.sender().property("value")))
        self.done.emit()

    def _make_room(self) -> None:
        px = self._looks.look.px
        side = max((self.width() - px(WIDTH_UNITS)) // 2, self.width() // 24)
        self._column.setContentsMargins(side, px(24), side, px(24))
        self._column.setSpacing(px(16))
        self._ring.setContentsMargins(px(8), px(8), px(8), px(12))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.skip()
        else:
            super().keyPressEvent(event)
