"""After a notebook was brought back: is it the right one? Until then every copy of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reader.override import override
from reader.ui.controls import Button, card, words
from reader.ui.flow import FlowLayout
from reader.ui.history import PageName, Stop
from reader.ui.window import LOW_BELOW_UNITS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.notebook.backups import Backups
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks
    from reader.ui.window import Window


def ask_whether_all_is_here(window: Window, backups: Backups, keeper: Keeper) -> None:
    """Ask in ``window`` until the reader has said yes; at the next start it is asked again."""
    strip = AllHereStrip(window.looks)

    def agree() -> None:
        if keeper.do(backups.rotate_again, is_shown=False):
            window.take_from_above(strip)
            window.notice.tell(strip.tr("Good. Copies are made as before."))

    strip.yes.clicked.connect(agree)
    strip.no.clicked.connect(lambda: window.go(Stop(PageName.CARRY)))
    window.put_above(strip)
    strip.show()


class AllHereStrip(QWidget):
    """A question and its two answers."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._frame = card("invitation", self)
        self.words = words(self.tr("Your notebook was put right. Is everything here?"), "strong")
        self.yes = Button(
            self.tr("Yes"), looks, icon="check", name=self.tr("Yes, everything is here")
        )
        self.no = Button(
            self.tr("Show me the copies"),
            looks,
            name=self.tr("No, show me the copies of my notebook"),
        )
        self.setAccessibleName(self.words.text())
        self._row = FlowLayout(self._frame, spacing=8, grower=self.words)
        for widget in (self.words, self.yes, self.no):
            self._row.addWidget(widget)
        self._outer = FlowLayout(self, grower=self._frame)
        self._outer.addWidget(self._frame)
        looks.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """In a low window the buttons say it all, to leave room for the page."""
        px = self._looks.look.px
        is_low = self.window().height() < px(LOW_BELOW_UNITS)
        down = 0 if is_low else px(8)
        self._row.setContentsMargins(px(16), down, px(8), down)
        self._outer.setContentsMargins(px(16), down, px(16), 0)
        self.words.setVisible(not is_low)
        text = self.tr("Everything is here") if is_low else self.tr("Yes")
        if text != self.yes.text():
            self.yes.set_words(text, self.tr("Yes, everything is here"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
