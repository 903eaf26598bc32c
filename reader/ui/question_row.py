"""One question on the list: its number, its words, where it comes from, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reader.notebook.model import TOP
from reader.override import override
from reader.ui.controls import Button, Rank, words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.notebook.model import Question
    from reader.ui.look import Looks
    from reader.ui.writing_card import WritingCard


class QuestionRow(QFrame):
    """A card with one question, used again when the question moves or is worded anew.

    Signals, each with the question's id:
        moved(str, int): one up (-1) or down (1).
        put_first(str): make it one of the three that matter most.
        more_requested(str): show or put away Change and Remove.
        change_requested(str), remove_requested(str): what was pressed.
    """

    moved = Signal(str, int)
    put_first = Signal(str)
    more_requested = Signal(str)
    change_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, question: Question, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.question = question
        self.index = -1
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.number = words("", "number")
        self.text = words("")
        self.origin = words("", "small")
        self.up = self._button("", "up", "up")
        self.down = self._button("", "down", "down")
        self.top = self._button(self.tr("Make it one of my three"), "top", "top")
        self.more = self._button(self.tr("More"), "", "more")
        self.change: Button | None = None
        self.remove: Button | None = None
        self.card: WritingCard | None = None
        self._arrange()
        self._wire()

    def _button(self, text: str, icon: str, name: str) -> Button:
        button = Button(text, self._looks, icon=icon, rank=Rank.QUIET if text else Rank.PLAIN)
        button.setObjectName(f"{name}-{self.question.id}")
        button.setProperty("square", not text)
        return button

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.number)
        self._head.addWidget(self.text, 1)
        self._head.addWidget(self.up)
        self._head.addWidget(self.down)
        self._foot = FlowLayout(grower=self.origin)
        for widget in (self.origin, self.top, self.more):
            self._foot.addWidget(widget)
        self._extras = FlowLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self._foot)
        self._column.addLayout(self._extras)
        self._make_room()

    def _wire(self) -> None:
        question_id = self.question.id
        self.up.clicked.connect(lambda: self.moved.emit(question_id, -1))
        self.down.clicked.connect(lambda: self.moved.emit(question_id, 1))
        self.top.clicked.connect(lambda: self.put_first.emit(question_id))
        self.more.clicked.connect(lambda: self.more_requested.emit(question_id))
        self._looks.changed.connect(self._make_room)

    # ---- what it shows

    def show_question(self, question: Question, index: int, origin: str) -> None:
        """Show ``question``, which stands at ``index``; what is the same already stays."""
        if question.text != self.text.text():
            self.text.setText(question.text)
            for button in (self.up, self.down, self.top, self.more):
                button.setAccessibleDescription(question.text)
        if origin != self.origin.text():
            self.origin.setText(origin)
        self.question = question
        if index != self.index:
            self._renumber(index)

    def _renumber(self, index: int) -> None:
        self.index = index
        number = index + 1
        self.number.setText(str(number))
        self.number.setAccessibleName(self.tr("Question {number}").format(number=number))
        self.top.setVisible(index >= TOP)
        for button, name in (
            (self.up, self.tr("Move question {number} up")),
            (self.down, self.tr("Move question {number} down")),
            (self.top, self.tr("Make question {number} one of my three")),
            (self.more, self.tr("More for question {number}")),
        ):
            button.setAccessibleName(name.format(number=number))

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in reading order."""
        card = self.card
        writing = (card.field, card.done, card.delete) if card is not None else ()
        found = (self.up, self.down, self.top, self.more, self.change, self.remove, *writing)
        return [control for control in found if control is not None]

    # ---- more

    @property
    def is_open(self) -> bool:
        """Whether Change and Remove are shown, or the words are being changed."""
        return self.card is not None or (self.change is not None and not self.change.isHidden())

    def set_open(self, *, is_open: bool) -> None:
        """Show Change and Remove under the words, or put them away."""
        if self.change is None or self.remove is None:
            if not is_open:
                return
            self.change, self.remove = self._make_extras()
        for button in (self.change, self.remove):
            button.setVisible(is_open)
        self.more.setText(self.tr("Less") if is_open else self.tr("More"))

    def _make_extras(self) -> tuple[Button, Button]:
        question_id = self.question.id
        change = self._button(self.tr("Change the words"), "edit", "change")
        remove = self._button(self.tr("Remove"), "delete", "remove")
        change.clicked.connect(lambda: self.change_requested.emit(question_id))
        remove.clicked.connect(lambda: self.remove_requested.emit(question_id))
        for button in (change, remove):
            self._extras.addWidget(button)
        return change, remove

    def put_card(self, card: WritingCard | None) -> None:
        """Show a card to write in, in place of all the buttons under the words, or no more."""
        before, self.card = self.card, card
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        if card is not None:
            self._column.addWidget(card)
        self.set_open(is_open=False)
        self.more.setVisible(card is None)
        self.top.setVisible(card is None and self.index >= TOP)

    def _make_room(self) -> None:
        px = self._looks.look.px
        indent = px(40)
        self.number.setFixedWidth(indent if self.index < 99 else px(56))
        self._column.setContentsMargins(px(16), px(12), px(16), px(6))
        self._column.setSpacing(px(2))
        self._head.setSpacing(px(10))
        self._foot.setContentsMargins(indent + px(10), 0, 0, 0)
        self._foot.setSpacing(px(4))
        self._foot.set_least(px(120))
        self._extras.setContentsMargins(indent, 0, 0, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open and self.card is None:
            self.more_requested.emit(self.question.id)
        else:
            super().keyPressEvent(event)
