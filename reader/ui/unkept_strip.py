"""Says for as long as the window is open that nothing written in it is kept, or can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reader.override import override
from reader.ui.controls import Button, card, words
from reader.ui.flow import FlowLayout
from reader.ui.held import Held, Keeping
from reader.ui.saving_words import LASTS
from reader.ui.window import LOW_BELOW_UNITS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.ui.look import Looks
    from reader.ui.window import Window


def say_unkept(window: Window, held: Held) -> None:
    """Say in ``window``, until it is closed, what becomes of what is written there, and why."""
    is_shown_only = held.keeping is Keeping.ONLY_LOOKED_AT
    window.setProperty(LASTS, is_shown_only)  # nothing is said to be saved there anyway
    strip = UnkeptStrip(window.looks, is_shown_only=is_shown_only)
    strip.why.clicked.connect(lambda: window.notice.tell(held.why))
    window.put_above(strip)
    strip.show()
    window.notice.tell(held.why)


class UnkeptStrip(QWidget):
    """One line that stays, and ``why``, the way to the reason for it."""

    def __init__(self, looks: Looks, *, is_shown_only: bool = False) -> None:
        """``is_shown_only``: the notebook can be read and not changed."""
        super().__init__()
        self._looks = looks
        self._is_shown_only = is_shown_only
        self._frame = card("warning", self)
        self.words = words(
            self.tr("You can read your notes here, but not change them or write new ones.")
            if is_shown_only
            else self.tr("Not kept: what you write now is gone when you close this window."),
            "on-warning",
        )
        self.why = Button("", looks)
        self._row = FlowLayout(self._frame, spacing=8, grower=self.words)
        self._row.addWidget(self.words)
        self._row.addWidget(self.why)
        self._outer = FlowLayout(self, grower=self._frame)
        self._outer.addWidget(self._frame)
        looks.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """In a low window the button says it all, to leave room for the page."""
        px = self._looks.look.px
        is_low = self.window().height() < px(LOW_BELOW_UNITS)
        down = 0 if is_low else px(8)
        self._row.setContentsMargins(px(16), down, px(8), down)
        self._outer.setContentsMargins(px(16), down, px(16), 0)
        self.words.setVisible(not is_low)
        if self._is_shown_only:
            text = self.tr("Only to read. Why?") if is_low else self.tr("Why?")
            name = text if is_low else self.tr("Why can I not write here?")
        else:
            text = self.tr("Not kept. Why?") if is_low else self.tr("Why?")
            name = text if is_low else self.tr("Why is it not kept?")
        if name != self.why.accessibleName():
            self.why.set_words(text, name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
