"""After the visit: what was said to each question, and the way to the next appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.answer_card import AnswerCard
from reader.ui.bit_by_bit import BitByBit, laid_out_once
from reader.ui.controls import Button, card, words
from reader.ui.earlier_visits import EarlierVisits
from reader.ui.flow import FlowLayout
from reader.ui.tab_order import put_in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.model import Question
    from reader.ui.look import Looks
    from reader.ui.question_changes import QuestionChanges


class AnswersView(QWidget):
    """A card a question; a card stays the same widget while its question is on the list.

    Signals:
        next_requested: begin the list for the next appointment.
    """

    next_requested = Signal()

    def __init__(self, looks: Looks, changes: QuestionChanges) -> None:
        super().__init__()
        self._looks = looks
        self._changes = changes
        self._shown: Sequence[Question] = ()
        self._making = BitByBit(self._make_card, self._place_cards, self)
        self.cards: dict[str, AnswerCard] = {}
        self._order: tuple[str, ...] = ()
        self.heading = words(self.tr("What did the doctor say?"), "page-heading")
        self.intro = words("", "muted")
        self.next = Button(self.tr("Start the next appointment"), looks)
        self.next.setObjectName("start-next")
        self.next.clicked.connect(self.next_requested)
        self.earlier = EarlierVisits(looks)
        self._cards = QVBoxLayout()
        self._foot = card()
        self._inside = QVBoxLayout(self._foot)
        told = self.tr(
            "When you start the next appointment, questions that are not marked Answered come with "
            "you. You can read the answers again here, under Earlier appointments."
        )
        self._inside.addWidget(words(told))
        row = FlowLayout()
        row.addWidget(self.next)
        self._inside.addLayout(row)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, self.intro):
            self._column.addWidget(widget)
        self._column.addLayout(self._cards)
        self._column.addWidget(self._foot)
        self._column.addWidget(self.earlier)
        looks.changed.connect(self._make_room)
        self._make_room()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in reading order."""
        cards = (self.cards[one] for one in self._order if one in self.cards)
        found = [control for card in cards if card.parentWidget() for control in card.controls()]
        return [*found, self.next, *self.earlier.buttons]

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show the questions in order, with what is written down already."""
        order = tuple(question.id for question in questions)
        if order != self._order:
            for question_id in set(self.cards).difference(order):
                self._drop(self.cards.pop(question_id))
        self._order = order
        self._shown = questions
        self._making.begin(len(questions))
        self._foot.setVisible(bool(order))
        if order:
            told = self.tr("Write down what you remember. You can leave out anything you like.")
        else:
            told = self.tr("There are no questions on the list, so there is nothing to fill in.")
        self.intro.setText(told)

    def _make_card(self, index: int) -> bool:
        """Have a card that shows the question at ``index``; whether it was made for it."""
        question = self._shown[index]
        is_new = question.id not in self.cards
        shown = self._make(question) if is_new else self.cards[question.id]
        shown.show_question(question, index)
        return is_new

    def _place_cards(self, first: int, end: int) -> None:
        """Put cards where they belong, and new ones where Tab finds them."""
        with laid_out_once(self._column):
            for index in range(first, end):
                shown = self.cards[self._order[index]]
                is_new = shown.parentWidget() is None
                item = self._cards.itemAt(index)
                if item is None or item.widget() is not shown:
                    self._cards.removeWidget(shown)
                    self._cards.insertWidget(index, shown)
                shown.show()
                if is_new and index:
                    put_in_order([self.cards[self._order[index - 1]], shown])

    def save_now(self) -> bool:
        """Save what is unsaved; whether everything is safe."""
        unsaved = [shown for shown in self.cards.values() if not shown.save_now()]
        return not unsaved

    def _make(self, question: Question) -> AnswerCard:
        made = AnswerCard(question, self._looks, self._changes)
        self.cards[question.id] = made
        return made

    def _drop(self, gone: AnswerCard) -> None:
        gone.save_now()
        gone.hide()
        self._cards.removeWidget(gone)
        gone.deleteLater()

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setSpacing(px(14))
        self._cards.setSpacing(px(12))
        self._inside.setContentsMargins(px(22), px(18), px(22), px(18))
        self._inside.setSpacing(px(12))
