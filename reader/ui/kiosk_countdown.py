"""Is anybody still there? Shown, and said, before a kiosk's session is cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.ui.controls import Button, Rank
from reader.ui.kiosk_screen import KioskScreen
from reader.ui.language import Counts, one_or_many

if TYPE_CHECKING:
    from reader.ui.look import Looks

SAY_AGAIN_AT = 10
"""Seconds left when it is said once more."""


class KioskCountdown(KioskScreen):
    """Hides what was on the screen; any touch or key goes on, and so does the one big button.

    Signals:
        go_on_requested: the button was pressed.
        said(str): these words are to be spoken, where there is a voice.
    """

    go_on_requested = Signal()
    said = Signal(str)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, self.tr("Are you still there?"))
        self.go_on = Button(self.tr("Yes, go on"), looks, rank=Rank.PRIMARY)
        self.go_on.clicked.connect(self.go_on_requested)
        self.add_row(self.go_on)
        self._spoken_at = 0

    def begin(self, seconds: int) -> None:
        """Say it all, with ``seconds`` left."""
        self._spoken_at = seconds
        self.show_left(seconds)
        self.said.emit(
            self.tr(
                "Are you still there? Touch the screen anywhere to go on. If you do not, what you "
                "did here is cleared in {seconds} seconds."
            ).format(seconds=seconds)
        )

    def show_left(self, seconds: int) -> None:
        """Show how many seconds are left."""
        one = self.tr("1 second")
        many = Counts.tr("%Ln seconds", "as in: is cleared in … seconds", seconds)
        self.told.setText(
            self.tr(
                "If nobody touches the screen, what you did here is cleared in {time}. Touch it "
                "anywhere to go on."
            ).format(time=one_or_many(seconds, one=one, many=many))
        )
        if seconds <= SAY_AGAIN_AT < self._spoken_at:
            self._spoken_at = seconds
            told = Counts.tr("%Ln seconds left. Touch the screen to go on.", "", seconds)
            self.said.emit(told)
