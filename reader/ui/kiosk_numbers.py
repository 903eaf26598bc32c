"""How a kiosk was used: numbers by day, and a way to have them on a stick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from reader.kiosk.messages import StaffTask
from reader.ui.controls import Button, words
from reader.ui.flow import FlowLayout
from reader.ui.language import in_digits
from reader.ui.moment_words import day_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.kiosk.messages import DayCounts
    from reader.ui.look import Looks

MOST_DAYS = 14
"""The newest are shown; all of them go onto the stick."""


class KioskNumbers(QFrame):
    """Asks for numbers when they are wanted, and shows what it is told.

    Signals:
        asked(StaffTask, str): numbers, the sticks that are there, or to write to one of these.
    """

    asked = Signal(object, str)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.show_button = Button(self.tr("Show the numbers"), looks)
        self.save_button = Button(self.tr("Save them to a stick"), looks, icon="save")
        self.show_button.clicked.connect(lambda: self.asked.emit(StaffTask.COUNTS, ""))
        self.save_button.clicked.connect(lambda: self.asked.emit(StaffTask.STICKS, ""))
        self.told = words("", "strong")
        self.told.hide()
        self._days = QVBoxLayout()
        self._buttons = FlowLayout()
        for button in (self.show_button, self.save_button):
            self._buttons.addWidget(button)
        self.sticks: list[Button] = []
        self._places = FlowLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(words(self.tr("How this kiosk is used"), "heading"))
        kept = self.tr("Numbers alone are kept, never what anybody read, wrote or printed.")
        self._column.addWidget(words(kept, "muted"))
        self._column.addLayout(self._buttons)
        self._column.addWidget(self.told)
        self._column.addLayout(self._places)
        self._column.addLayout(self._days)
        looks.changed.connect(self._make_room)
        self._make_room()

    def show_days(self, days: Sequence[DayCounts]) -> None:
        """Two lines a day, the newest first."""
        self._forget_days()
        if not days:
            self.tell(self.tr("There are no numbers yet."))
            return
        shown = sorted(days, key=lambda one: one.day, reverse=True)[:MOST_DAYS]
        for one in shown:
            counted = self.tr(
                "People: {people}. Sheets printed: {printed}. Helpful: {yes}. Not helpful: {no}."
            ).format(
                people=in_digits(one.sessions),
                printed=in_digits(one.prints),
                yes=in_digits(one.helpful),
                no=in_digits(one.not_helpful),
            )
            self._days.addWidget(words(day_words(one.day), "strong"))
            self._days.addWidget(words(counted))

    def show_sticks(self, places: Sequence[str]) -> None:
        """A button for each stick that is there."""
        for old in self.sticks:
            self._places.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.sticks = [self._stick(place) for place in places]
        if places:
            self.tell(self.tr("Choose the stick."))
        else:
            told = self.tr("There is no stick that can be written to. Put one in and try again.")
            self.tell(told)

    def _stick(self, place: str) -> Button:
        name = place.rstrip("/").rpartition("/")[2] or place
        button = Button(self.tr("Stick “{name}”").format(name=name), self._looks)
        button.clicked.connect(lambda: self.asked.emit(StaffTask.EXPORT, place))
        self._places.addWidget(button)
        button.show()
        return button

    def tell(self, text: str) -> None:
        """Say what came of it."""
        self.told.setText(text)
        self.told.show()

    def _forget_days(self) -> None:
        while self._days.count():
            item = self._days.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(px(22), px(16), px(22), px(16))
        self._column.setSpacing(px(10))
        self._days.setSpacing(px(6))
        for row in (self._buttons, self._places):
            row.setSpacing(px(10))
