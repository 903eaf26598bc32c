"""Which appointment a sheet is about; of two opinions, which was the first and which the second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.paper.kinds import SheetKind
from reader.ui.choice import Choice
from reader.ui.controls import Button
from reader.ui.moment_words import day_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.model import Appointment
    from reader.ui.look import Looks

OF_ONE: Final = (
    SheetKind.QUESTIONS,
    SheetKind.COMPANION,
    SheetKind.AFTER_VISIT,
    SheetKind.BRING,
)
NEWEST: Final = 4
"""Shown at once; few people want to print what is older."""


class WhichVisits(QWidget):
    """The appointments, the newest first; nothing is to be seen where there is but one.

    Signals:
        changed: another appointment was chosen.
    """

    changed = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._visits: tuple[Appointment, ...] = ()
        self._is_open = self._is_pair = False
        self.chosen = ""
        """The id of the one that is printed, of two opinions the second; ``""`` without any."""
        self.before = ""
        """The id of the one with the first opinion; ``""`` where there is but one."""
        self.first, self.second = self._choices()
        self.more = Button("", looks)
        self.more.setObjectName("earlier-appointments")
        self.more.clicked.connect(self._open_or_close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.first, self.second, self.more):
            self._column.addWidget(part)
        looks.changed.connect(self._make_room)
        self._make_room()

    def show_all(self, visits: Sequence[Appointment]) -> None:
        """Offer ``visits``, newest first, and begin with the newest."""
        self._is_open = False
        self.chosen = visits[0].id if visits else ""
        self.before = visits[1].id if len(visits) > 1 else ""
        if tuple(visits) != self._visits:
            self._visits = tuple(visits)
            self._make_anew()

    def show_for(self, kind: SheetKind) -> None:
        """Show what this kind of sheet is about, if there is a choice."""
        self._is_pair = kind is SheetKind.TWO_OPINIONS
        is_offered = self._is_pair or kind in OF_ONE
        self.setVisible(is_offered and len(self._visits) > 1)
        self._show_chosen()

    def _choices(self) -> tuple[Choice, Choice]:
        visits = [(one.id, self._name(one)) for one in self._visits]
        first = Choice(self._looks, self.tr("First opinion"), visits)
        second = Choice(self._looks, self.tr("Which appointment?"), visits)
        first.chosen.connect(self._choose_first)
        second.chosen.connect(self._choose)
        return first, second

    def _name(self, visit: Appointment) -> str:
        return visit.line or self.tr("List begun on {day}").format(day=day_words(visit.created))

    def _make_anew(self) -> None:
        for old, new in zip((self.first, self.second), self._choices(), strict=True):
            self._column.replaceWidget(old, new)
            old.hide()
            old.deleteLater()
            setattr(self, "first" if old is self.first else "second", new)

    def _choose(self, visit: str) -> None:
        if visit == self.before:
            self.before = self.chosen
        self.chosen = visit
        self._show_chosen()
        self.changed.emit()

    def _choose_first(self, visit: str) -> None:
        if visit == self.chosen:
            self.chosen = self.before
        self.before = visit
        self._show_chosen()
        self.changed.emit()

    def _open_or_close(self) -> None:
        self._is_open = not self._is_open
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.first.setVisible(self._is_pair)
        self.second.setVisible(True)
        self.second.set_heading(
            self.tr("Second opinion") if self._is_pair else self.tr("Which appointment?")
        )
        self.first.choose(self.before)
        self.second.choose(self.chosen)
        newest = {visit.id for visit in self._visits[:NEWEST]}
        for choice in (self.first, self.second):
            for visit, button in choice.buttons.items():
                button.setVisible(self._is_open or visit in newest or button.isChecked())
        self.more.setVisible(len(self._visits) > NEWEST)
        self.more.set_words(
            self.tr("Show fewer") if self._is_open else self.tr("Earlier appointments")
        )
        self.more.set_icon("up" if self._is_open else "down")

    def _make_room(self) -> None:
        self._column.setSpacing(self._looks.look.px(12))
