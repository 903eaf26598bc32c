"""What was answered at earlier appointments, to read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.notebook.model import Answered
from reader.ui.controls import card, words
from reader.ui.moment_words import day_words
from reader.ui.opener import Opener

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.model import Appointment, Question
    from reader.ui.look import Looks

    Visit = tuple[Appointment, tuple[Question, ...]]


class EarlierVisits(QWidget):
    """A button an appointment; pressing it shows its questions and answers under it.

    Signals:
        changed: other controls than before can be reached.
    """

    changed = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._shown: Sequence[Visit] = ()
        self.buttons: list[Opener] = []
        self._lists: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(words(self.tr("Earlier appointments"), "page-heading"))
        self.hide()
        looks.changed.connect(self._make_room)

    def show_visits(self, visits: Sequence[Visit]) -> None:
        """Offer ``visits``; those without a question are left out."""
        visits = [visit for visit in visits if visit[1]]
        if visits == self._shown:
            return
        for widget in (*self.buttons, *self._lists):
            widget.hide()
            self._column.removeWidget(widget)
            widget.deleteLater()
        self._shown, self.buttons, self._lists = visits, [], []
        for appointment, questions in visits:
            self._offer(appointment, questions)
        self.setVisible(bool(visits))
        self._make_room()
        self.changed.emit()

    def _offer(self, appointment: Appointment, questions: Sequence[Question]) -> None:
        button = Opener(self._name(appointment), self._looks)
        button.setObjectName(f"visit-{appointment.id}")
        listed = card()
        inside = QVBoxLayout(listed)
        for question in questions:
            together = QVBoxLayout()
            together.setSpacing(2)
            together.addWidget(words(question.text, "strong"))
            if question.answer.strip():
                together.addWidget(words(question.answer))
            together.addWidget(words(self._how_far(question.answered), "small"))
            inside.addLayout(together)
        listed.hide()
        button.opened.connect(listed.setVisible)
        for widget in (button, listed):
            self._column.addWidget(widget)
        self.buttons.append(button)
        self._lists.append(listed)

    def _name(self, appointment: Appointment) -> str:
        if appointment.line:
            return appointment.line
        begun = day_words(appointment.created.date())
        return self.tr("List begun on {date}").format(date=begun)

    def _how_far(self, answered: Answered) -> str:
        return {
            Answered.NOT_YET: self.tr("Not marked"),
            Answered.ANSWERED: self.tr("Answered"),
            Answered.PARTLY: self.tr("Partly answered"),
            Answered.NOT_ASKED: self.tr("Not asked"),
        }[answered]

    def _make_room(self) -> None:
        look = self._looks.look
        self._column.setSpacing(look.px(10))
        for listed in self._lists:
            inside = listed.layout()
            if inside is not None:
                across, down = look.px(22), look.px(16)
                inside.setContentsMargins(across, down, across, down)
                inside.setSpacing(look.px(14))
