"""The last screen of a session at a kiosk: was it helpful, and clear it, or go back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from reader.ui.controls import Button, Rank
from reader.ui.kiosk_screen import KioskScreen
from reader.ui.language import Counts

if TYPE_CHECKING:
    from reader.ui.look import Looks

SECOND_MS = 1000


class KioskClosing(KioskScreen):
    """Hides what was on the screen. Nobody has to answer: it clears by itself after a while.

    While pages are being printed it waits for them, because to clear is to stop them.

    Signals:
        helped(bool): whether it was helpful; ``cleared`` follows.
        cleared: end the session.
        back_requested: it was pressed by mistake.
    """

    helped = Signal(bool)
    cleared = Signal()
    back_requested = Signal()

    def __init__(self, looks: Looks, seconds: int, *, asks: bool) -> None:
        """``seconds`` until it clears by itself; ``asks`` whether this was helpful."""
        heading = self.tr("Was this helpful?") if asks else self.tr("Finish and clear")
        super().__init__(looks, heading)
        self._seconds = self._left = seconds
        self._is_printing = self._has_printed = False
        self.yes = self.no = None
        clear = self.tr("Clear without answering") if asks else self.tr("Clear it now")
        self.clear = Button(clear, looks, rank=Rank.PLAIN if asks else Rank.PRIMARY)
        self.back = Button(self.tr("Go back"), looks)
        if asks:
            self.yes = Button(self.tr("Yes"), looks, rank=Rank.PRIMARY)
            self.no = Button(self.tr("No"), looks, rank=Rank.PRIMARY)
            self.yes.clicked.connect(lambda: self._answer(yes=True))
            self.no.clicked.connect(lambda: self._answer(yes=False))
            self.add_row(self.yes, self.no)
            self.add_row(self.clear, self.back)
        else:
            self.add_row(self.clear)
            self.add_row(self.back)
        self.clear.clicked.connect(self._clear)
        self.back.clicked.connect(self._go_back)
        self._ticks = QTimer(self, interval=SECOND_MS)
        self._ticks.timeout.connect(self.tick)

    def begin(self, *, is_printing: bool, has_printed: bool) -> None:
        """Be shown; pages are on their way, or some have come out."""
        self._has_printed = has_printed or is_printing
        self._left = self._seconds
        self.show_printing(printing=is_printing)
        self._ticks.start()

    def show_printing(self, *, printing: bool) -> None:
        """Pages are on their way, or all of them have come out."""
        self._is_printing = printing
        self._show_left()

    def _show_left(self) -> None:
        if self._is_printing:
            told = self.tr(
                "Your pages are still being printed. Please wait for them: to clear is to stop "
                "them. Then nobody who comes after you can see what you did here."
            )
        else:
            told = Counts.tr(
                "What you did here is cleared in %Ln seconds. Then nobody who comes after you can "
                "see it.",
                "",
                self._left,
            )
        pages = self.tr("Please take your pages with you.") if self._has_printed else ""
        self.told.setText(f"{told} {pages}".strip())

    def tick(self) -> None:
        """A second has gone by."""
        self._left -= not self._is_printing
        if self._left <= 0:
            self._clear()
        else:
            self._show_left()

    def _answer(self, *, yes: bool) -> None:
        self.helped.emit(yes)
        self._clear()

    def _clear(self) -> None:
        self._ticks.stop()
        self.cleared.emit()

    def _go_back(self) -> None:
        self._ticks.stop()
        self.back_requested.emit()
