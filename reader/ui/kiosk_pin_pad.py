"""Staff's way in at a kiosk: a PIN, pressed on the screen or typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout

from reader.kiosk.pin import LONGEST, SHORTEST
from reader.override import override
from reader.ui.controls import Button, Rank
from reader.ui.kiosk_screen import KioskScreen
from reader.ui.language import Counts

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.look import Looks

SECOND_MS = 1000
GAP_UNITS = 8


class KioskPinPad(KioskScreen):
    """Shows how many digits there are, never which.

    Signals:
        tried(str): a PIN is to be checked; call ``answer`` with what comes of it.
        left: staff do not want in after all.
    """

    tried = Signal(str)
    left = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, self.tr("Staff"))
        self.heading.hide()  # on a small screen the digits need the room
        self._pin = ""
        self._wait = 0
        self._grid = QGridLayout()
        self.digits = [self._digit(str(digit)) for digit in range(10)]
        self.delete = Button(self.tr("Delete"), looks, name=self.tr("Delete the last digit"))
        self.enter = Button(self.tr("Enter"), looks)
        self.leave = Button(self.tr("Go back"), looks)
        self.delete.setProperty("repeats", True)
        self.delete.clicked.connect(self._delete)
        self.enter.clicked.connect(self._try)
        self.leave.clicked.connect(self._leave)
        for place, digit in enumerate("123456789"):
            self._grid.addWidget(self.digits[int(digit)], place // 3, place % 3)
        for column, button in enumerate((self.delete, self.digits[0], self.enter)):
            self._grid.addWidget(button, 3, column)
        self._grid.setSpacing(looks.look.px(GAP_UNITS))
        self.add_part(self._grid)
        self.add_row(self.leave)
        self._seconds = QTimer(self, interval=SECOND_MS)
        self._seconds.timeout.connect(self.count)
        self._show()

    def _digit(self, digit: str) -> Button:
        button = Button(digit, self.looks, rank=Rank.PLAIN, repeats=True)
        button.clicked.connect(lambda: self._add(digit))
        return button

    def begin(self) -> None:
        """Be shown, with nothing typed."""
        self._pin = ""
        self._show()
        self.setFocus()

    def answer(self, *, right: bool, wait_seconds: int) -> None:
        """What came of a PIN; for ``wait_seconds`` none is looked at."""
        self._pin = ""
        self._wait = wait_seconds
        if right:
            self._show()
        elif wait_seconds:
            self._seconds.start()
            self._show_wait()
        else:
            self._show(self.tr("That PIN is not right. Please try again."))

    # ---- typing

    def _add(self, digit: str) -> None:
        if len(self._pin) < LONGEST and not self._wait:
            self._pin += digit
            self._show()

    def _delete(self) -> None:
        self._pin = self._pin[:-1]
        self._show()

    def _try(self) -> None:
        if self._wait:
            return
        if len(self._pin) < SHORTEST:
            least = Counts.tr("A PIN has %Ln digits or more.", "", SHORTEST)
            self._show(least)
        else:
            pin, self._pin = self._pin, ""
            self._show()
            self.tried.emit(pin)

    def _leave(self) -> None:
        self._pin = ""
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text in tuple("0123456789"):
            self._add(text)
        elif text in ("\r", "\n"):
            self._try()
        elif text == "\b":
            self._delete()
        else:
            super().keyPressEvent(event)

    # ---- what is shown

    def _show(self, told: str = "") -> None:
        if self._wait:
            self._show_wait()
            return
        dots = " ".join("●" * len(self._pin))
        self.told.setText(told or dots or self.tr("Staff: type the PIN of this kiosk, then Enter."))
        for button in (*self.digits, self.enter, self.delete):
            button.setEnabled(True)

    def _show_wait(self) -> None:
        told = Counts.tr("Too many wrong PINs. Please wait %Ln seconds.", "", self._wait)
        self.told.setText(told)
        for button in (*self.digits, self.enter, self.delete):
            button.setEnabled(False)

    def count(self) -> None:
        """A second of the wait has gone by."""
        self._wait = max(0, self._wait - 1)
        if not self._wait:
            self._seconds.stop()
        self._show()
