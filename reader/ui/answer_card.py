"""After the visit: one question, how far it was answered, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reader.notebook.model import Answered, Part
from reader.ui.announcing import StatusLine
from reader.ui.autosave import Autosave
from reader.ui.controls import Button, Rank, words
from reader.ui.earlier_words import EarlierWords
from reader.ui.flow import FlowLayout
from reader.ui.language import in_digits
from reader.ui.tab_order import put_in_order

if TYPE_CHECKING:
    from reader.notebook.model import Question, Version
    from reader.ui.look import Looks
    from reader.ui.question_changes import QuestionChanges

LINES = 2
ICON = "check"


class AnswerCard(QFrame):
    """Saved while you write and when you choose."""

    def __init__(self, question: Question, looks: Looks, changes: QuestionChanges) -> None:
        super().__init__()
        self._looks = looks
        self._changes = changes
        self.earlier: EarlierWords | None = None
        self.question = question
        self._answered = question.answered
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.number = words("", "number")
        self.text = words("")
        self.choices = {
            answered: self._choice(answered, text)
            for answered, text in (
                (Answered.ANSWERED, self.tr("Answered")),
                (Answered.PARTLY, self.tr("Partly")),
                (Answered.NOT_ASKED, self.tr("Not asked")),
            )
        }
        self.field = QPlainTextEdit()
        self.field.setObjectName(f"answer-{question.id}")
        self.field.setTabChangesFocus(True)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.setPlaceholderText(self.tr("What I was told"))
        self.earlier_button = Button(self.tr("Earlier words"), looks, rank=Rank.QUIET)
        self.earlier_button.clicked.connect(self.show_earlier)
        self.earlier_button.hide()
        self.status = StatusLine()
        self._autosave = Autosave(self.field.toPlainText, self._keep, self.status, self)
        self._autosave.watch(self.field)
        self.field.textChanged.connect(self._autosave.touch)
        self._arrange()

    def _choice(self, answered: Answered, text: str) -> Button:
        button = Button(text, self._looks, rank=Rank.CHOICE)
        button.setObjectName(f"{answered}-{self.question.id}")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._choose(answered))
        return button

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.number)
        self._head.addWidget(self.text, 1)
        self._row = FlowLayout(grower=self.status)
        for widget in (*self.choices.values(), self.earlier_button, self.status):
            self._row.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self._row)
        self._column.addWidget(self.field)
        self._looks.changed.connect(self._make_room)
        self._make_room()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in reading order."""
        earlier = self.earlier.controls() if self.earlier is not None else []
        return [*self.choices.values(), self.earlier_button, self.field, *earlier]

    def show_question(self, question: Question, index: int) -> None:
        """Show what is kept; words that are being written stay as they are."""
        number = index + 1
        self._name_earlier(question, number)
        self.question = question
        self.number.setText(in_digits(number))
        self.number.setAccessibleName(self.tr("Question {number}").format(number=in_digits(number)))
        self.text.setText(question.text)
        self.field.setAccessibleName(
            self.tr("What I was told about question {number}").format(number=in_digits(number))
        )
        self._show_choice(question.answered)
        is_writing = self.field.hasFocus() or self._autosave.is_unsaved
        if not is_writing and question.answer != self.field.toPlainText():
            self.field.setPlainText(question.answer)
            self._autosave.rest()

    def _name_earlier(self, question: Question, number: int) -> None:
        """Offer the earlier words once there are any: that is known when the answer changes."""
        if question.answer != self.question.answer or not self.earlier_button.property("asked"):
            self.earlier_button.setProperty("asked", True)
            versions = self._changes.versions(question.id, Part.ANSWER)
            self.earlier_button.setVisible(bool(versions))
        self.earlier_button.setAccessibleName(
            self.tr("Earlier words of what I was told about question {number}").format(
                number=number
            )
        )

    def show_earlier(self) -> None:
        """Show under the field what stood in it before; or put that away."""
        if self.earlier is not None or not self.save_now():
            self.hide_earlier()
            return
        found = self._changes.versions(self.question.id, Part.ANSWER)
        versions = {one.number: one for one in found}
        self.earlier = EarlierWords(self._looks, found)
        self.earlier.finished.connect(self.hide_earlier)
        self.earlier.chosen.connect(lambda number: self._go_back(versions[number]))
        self._column.addWidget(self.earlier)
        self.earlier.show()
        put_in_order([self])
        self.earlier.take_focus()

    def _go_back(self, version: Version) -> None:
        if self._changes.go_back(self.question, version):
            self.hide_earlier()

    def hide_earlier(self) -> None:
        """Put the earlier words away; the keyboard goes to what showed them."""
        earlier, self.earlier = self.earlier, None
        if earlier is not None:
            self.earlier_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._column.removeWidget(earlier)
            earlier.hide()
            earlier.deleteLater()

    def save_now(self) -> bool:
        """Save what is unsaved; whether it is safe."""
        return self._autosave.save_now()

    def _choose(self, answered: Answered) -> None:
        """Choose how far; the choice that is chosen already is taken back."""
        before = self._answered
        self._show_choice(Answered.NOT_YET if answered is before else answered)
        if self._keep():
            self._autosave.rest()
        else:
            self._show_choice(before)

    def _show_choice(self, chosen: Answered) -> None:
        self._answered = chosen
        for answered, button in self.choices.items():
            button.setChecked(answered is chosen)
            button.set_icon(ICON if answered is chosen else "")

    def _keep(self) -> bool:
        told = self.field.toPlainText()
        return self._changes.answer(self.question.id, told, self._answered)

    def _make_room(self) -> None:
        px = self._looks.look.px
        self.number.setFixedWidth(px(40))
        self._column.setContentsMargins(px(16), px(14), px(16), px(16))
        self._column.setSpacing(px(8))
        self._head.setSpacing(px(10))
        self._row.setSpacing(px(8))
        self.field.setFixedHeight(px(30 * LINES + 24))
