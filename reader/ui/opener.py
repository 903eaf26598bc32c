"""A button that shows what is under it, and hides it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.override import override
from reader.ui.announcing import say
from reader.ui.controls import ButtonWords, Rank, WrapButton, repolish

if TYPE_CHECKING:
    from reader.ui.look import Looks

SIGN_UNITS = 22


class Opener(WrapButton):
    """Its sign points down while more can be shown, and up while it is.

    It is not checkable: screen readers would call it a check box. They are told whether it is open
    by its description, as Qt has no way to give a button of ours the state “expanded”.

    Signals:
        opened(bool): it was pressed; whether what is under it is to be shown.
    """

    opened = Signal(bool)

    def __init__(self, text: str, looks: Looks) -> None:
        super().__init__(text, looks, rank=Rank.CHOICE)
        self.sign = ButtonWords(parent=self)
        self._row.addWidget(self.sign)
        self.is_open = False
        self.clicked.connect(self._press)
        looks.changed.connect(self.redraw)
        self._tell()

    def _press(self) -> None:
        self.is_open = not self.is_open
        self._tell()
        self.opened.emit(self.is_open)
        say(self, self.accessibleDescription())

    def _tell(self) -> None:
        self.setAccessibleDescription(self.tr("Open") if self.is_open else self.tr("Closed"))
        self.setProperty("open", self.is_open)
        repolish(self)
        self.redraw()

    @override
    def redraw(self) -> None:
        """Draw the sign in the colours and size of the look in force."""
        super().redraw()
        look = self.looks.look
        picture = self.looks.icons.pixmap(
            "up" if self.is_open else "down",
            look.colour("ink"),
            look.px(SIGN_UNITS),
            ratio=self.devicePixelRatioF(),
        )
        self.sign.setPixmap(picture)
        self.sign.setFixedWidth(look.px(SIGN_UNITS))

    @override
    def _room(self) -> tuple[int, int]:
        across, down = super()._room()
        return across + self.sign.width() + self._row.spacing(), down
