"""One question on the list: its number, its words, where it comes from, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reader.notebook.model import TOP
from reader.override import override
from reader.ui.controls import Button, words
from reader.ui.language import in_digits
from reader.ui.row_extras import RowExtras
from reader.ui.row_foot import RowFoot

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.notebook.model import Question
    from reader.ui.earlier_words import EarlierWords
    from reader.ui.look import Looks
    from reader.ui.writing_card import WritingCard

WHOLE_WIDTH_FROM = 1.75
"""From this scale on the buttons stand under the number, to fit into a window 800 px wide."""


class QuestionRow(QFrame):
    """A card with one question, used again when the question moves or is worded anew.

    Signals, each with the question's id:
        moved(str, int): one up (-1) or down (1).
        put_first(str): make it one of the three that matter most.
        more_requested(str): show or put away Change and Remove.
        change_requested(str), remove_requested(str), earlier_requested(str),
        accept_requested(str): what was pressed.
    """

    moved = Signal(str, int)
    put_first = Signal(str)
    more_requested = Signal(str)
    change_requested = Signal(str)
    remove_requested = Signal(str)
    earlier_requested = Signal(str)
    accept_requested = Signal(str)

    def __init__(self, question: Question, looks: Looks) -> None:
        super().__init__()
        self.looks = looks
        self.question = question
        self.index = 0
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.number = words("", "number")
        self.number.setWordWrap(False)
        self.text = words("")
        self.origin = words("", "small")
        self.up = self._step("up")
        self.down = self._step("down")
        self._foot = RowFoot(self, looks, question.id)
        self.top, self.more = self._foot.top, self._foot.more
        self.extras: RowExtras | None = None
        self.card: WritingCard | None = None
        self.earlier: EarlierWords | None = None
        self._arrange()
        self._wire()

    def _step(self, way: str) -> Button:
        button = Button("", self.looks, icon=way, parent=self)
        button.setObjectName(f"{way}-{self.question.id}")
        button.setProperty("square", True)
        return button

    def _arrange(self) -> None:
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.text)
        self._head = QHBoxLayout()
        self._head.addWidget(self.number)
        self._head.addLayout(self._middle, 1)
        self._head.addWidget(self.up)
        self._head.addWidget(self.down)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self._foot)
        self._lay_foot(is_top=True)
        self._make_room()

    def _lay_foot(self, *, is_top: bool) -> None:
        """The first three need no way to the first three; where they come from has its place."""
        self._middle.removeWidget(self.origin)
        self._foot.lay(self.origin, is_top=is_top)
        if not is_top:
            self._middle.addWidget(self.origin)
        self.top.setVisible(not is_top and self.card is None)

    def _wire(self) -> None:
        question_id = self.question.id
        self.up.clicked.connect(lambda: self.moved.emit(question_id, -1))
        self.down.clicked.connect(lambda: self.moved.emit(question_id, 1))
        self.top.clicked.connect(lambda: self.put_first.emit(question_id))
        self.more.clicked.connect(lambda: self.more_requested.emit(question_id))
        self.looks.changed.connect(self._make_room)

    def show_question(self, question: Question, index: int, origin: str) -> None:
        """Show ``question``, which stands at ``index``; what is the same already stays."""
        if question.text != self.text.text():
            self.text.setText(question.text)
            for button in (self.up, self.down, self.top, self.more):
                button.setAccessibleDescription(question.text)
        if origin != self.origin.text():
            self.origin.setText(origin)
        self.question = question
        if self.number.text() != in_digits(index + 1):
            self._renumber(index)

    def _renumber(self, index: int) -> None:
        crosses = (index < TOP) != (self.index < TOP)
        self.index = index
        if crosses:
            self._lay_foot(is_top=index < TOP)
            self._make_room()
        number = index + 1
        self.number.setText(in_digits(number))
        self.number.setAccessibleName(self.tr("Question {number}").format(number=in_digits(number)))
        for button, name in (
            (self.up, self.tr("Move question {number} up")),
            (self.down, self.tr("Move question {number} down")),
        ):
            button.setAccessibleName(name.format(number=in_digits(number)))
        self._name_foot()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in reading order."""
        card, extras = self.card, self.extras
        writing = (card.field, card.done, card.delete) if card is not None else ()
        more = extras.buttons if extras is not None else ()
        earlier = self.earlier.controls() if self.earlier is not None else []
        return [self.up, self.down, self.top, self.more, *more, *earlier, *writing]

    @property
    def is_open(self) -> bool:
        """Whether Change and Remove are shown, or the words are being changed."""
        return self.card is not None or (self.extras is not None and self.extras.are_shown)

    def set_open(self, *, is_open: bool, has_earlier: bool = False) -> None:
        """Show Change and Remove under the words, or put them away.

        ``has_earlier``: the words were others before.
        """
        if self.extras is None and is_open:
            self.extras = self._make_extras()
        if self.extras is not None:
            whole = self.question.is_whole
            self.extras.show_extras(shown=is_open, has_earlier=has_earlier, is_whole=whole)
        self._name_foot()

    def _name_foot(self) -> None:
        is_open = self.extras is not None and self.extras.are_shown
        self._foot.name(self.index + 1, is_open=is_open)

    def _make_extras(self) -> RowExtras:
        question_id = self.question.id
        extras = RowExtras(self, self.looks, question_id)
        extras.change.clicked.connect(lambda: self.change_requested.emit(question_id))
        extras.remove.clicked.connect(lambda: self.remove_requested.emit(question_id))
        extras.earlier.clicked.connect(lambda: self.earlier_requested.emit(question_id))
        extras.fine.clicked.connect(lambda: self.accept_requested.emit(question_id))
        self._column.insertLayout(2, extras)
        extras.setContentsMargins(self._aside(), 0, 0, 0)
        return extras

    def put_earlier(self, earlier: EarlierWords | None) -> None:
        """Show what the question said before, or no more."""
        before, self.earlier = self.earlier, earlier
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        if earlier is not None:
            self._column.addWidget(earlier)
            earlier.show()

    def put_card(self, card: WritingCard | None) -> None:
        """Show a card to write in, in place of all the buttons under the words, or no more."""
        self.put_earlier(None)
        before, self.card = self.card, card
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        if card is not None:
            self._column.addWidget(card)
        self.set_open(is_open=False)
        for widget in (self.more, self.origin):
            widget.setVisible(card is None)
        self.top.setVisible(card is None and self.index >= TOP)

    def _aside(self) -> int:
        """How far in the quiet buttons stand: their words under the question's, given room."""
        return self.looks.look.px(40) if self.looks.look.interface_scale < WHOLE_WIDTH_FROM else 0

    def _make_room(self) -> None:
        px = self.looks.look.px
        indent = px(40)
        self.number.setMinimumWidth(indent)
        self.number.setIndent(0)  # or Qt goes on with the width that the last size asked for
        self._column.setContentsMargins(px(16), px(12), px(16), px(6))
        self._column.setSpacing(px(8))
        self._middle.setSpacing(px(8))
        self._head.setSpacing(px(10))
        aside = self._aside()
        self._foot.make_room(indent + px(10) if self.index < TOP else aside)
        if self.extras is not None:
            self.extras.setContentsMargins(aside, 0, 0, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open and self.card is None:
            self.more_requested.emit(self.question.id)
        else:
            super().keyPressEvent(event)
