"""What a kiosk shows when nobody is at it: what it is for, that nothing is kept, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.controls import Button, Rank, words

if TYPE_CHECKING:
    from reader.ui.look import Looks

WIDEST_UNITS = 820
GAP_UNITS = 24


class KioskStart(QWidget):
    """With ``admits`` a button to start; without it a sentence that sends people to staff.

    Signals:
        start_requested(): somebody pressed the button.
    """

    start_requested = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.title = words(
            self.tr("Ovarian cancer booklets, and a question sheet to take with you"), "title"
        )
        self.explanation = words("", "")
        self.start = Button(self.tr("Touch here to start"), looks, rank=Rank.PRIMARY)
        self.start.clicked.connect(self.start_requested)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        for label in (self.title, self.explanation):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(label)
        self._column.addWidget(self.start, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        looks.changed.connect(self._make_room)
        self._make_room()
        self.admit(admits=True)

    def admit(self, *, admits: bool) -> None:
        """Let people in, or say that the screen is not ready."""
        self.start.setVisible(admits)
        self.explanation.setText(
            self.tr(
                "Read, choose your questions, print. Nothing you do here is kept: it is cleared "
                "when you finish or walk away."
            )
            if admits
            else self.tr("This screen is not ready yet. Please ask a member of staff.")
        )

    def _make_room(self) -> None:
        self._column.setSpacing(self._looks.look.px(GAP_UNITS))
