"""Joins the rows of the list to the notebook, and keeps the keyboard where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.notebook.errors import EmptyTextError
from reader.notebook.model import Part
from reader.notebook.texts import question_text
from reader.ui.announcing import say
from reader.ui.controls import Rank
from reader.ui.earlier_words import EarlierWords
from reader.ui.language import in_digits
from reader.ui.writing_card import WritingCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea, QWidget

    from reader.notebook.model import Question, Version
    from reader.ui.question_changes import QuestionChanges
    from reader.ui.question_list import QuestionList
    from reader.ui.question_row import QuestionRow


class QuestionActions(QObject):
    """What the buttons of a row do; at most one row is open at a time.

    Signals:
        arranged: other controls than before can be reached.
    """

    arranged = Signal()

    def __init__(
        self, questions: QuestionList, changes: QuestionChanges, scroll: QScrollArea
    ) -> None:
        super().__init__(questions)
        self._list = questions
        self._changes = changes
        self._scroll = scroll
        self._open = ""
        questions.row_made.connect(self._join)

    def _join(self, row: QuestionRow) -> None:
        row.moved.connect(self.move)
        row.put_first.connect(self.put_first)
        row.more_requested.connect(self.toggle)
        row.change_requested.connect(self.change)
        row.remove_requested.connect(self.remove)
        row.earlier_requested.connect(self.show_earlier)
        row.accept_requested.connect(self.accept)

    # ---- moving

    def move(self, question_id: str, by: int) -> None:
        """One up or down; the keyboard stays on the button that was pressed."""
        row = self._list.rows[question_id]
        to_index = row.index + by
        if to_index < 0:
            self._say(self.tr("This question is the first already."))
        elif to_index >= len(self._list.order):
            self._say(self.tr("This question is the last already."))
        elif self._changes.move(question_id, to_index):
            self._moved(row, row.up if by < 0 else row.down)

    def put_first(self, question_id: str) -> None:
        """Among the three that matter most; its button is not needed there, so Up has the keys."""
        row = self._list.rows[question_id]
        if self._changes.put_first(question_id):
            self._moved(row, row.up)

    def _moved(self, row: QuestionRow, button: QWidget) -> None:
        button.setFocus()
        self._say(self.tr("Now number {number}.").format(number=in_digits(row.index + 1)))
        self._reveal(row)

    def say_added(self) -> None:
        """Say where the newest question stands."""
        last = in_digits(len(self._list.order))
        self._say(self.tr("Added as number {number}.").format(number=last))

    # ---- more

    def toggle(self, question_id: str) -> None:
        """Show Change and Remove of one question, or put them away."""
        row = self._list.rows[question_id]
        is_open = not row.is_open
        if not self.close():
            return
        if is_open:
            self._open = question_id
            has_earlier = bool(self._changes.versions(question_id, Part.QUESTION))
            row.set_open(is_open=True, has_earlier=has_earlier)
            self._reveal(row)
        else:
            row.more.setFocus()
        self.arranged.emit()

    def change(self, question_id: str) -> None:
        """Let the words be changed where they stand."""
        row = self._list.rows[question_id]
        card = WritingCard(
            row.looks,
            self.tr("Change the words"),
            lambda text: self._changes.reword(question_id, text),
            done=self.tr("Done"),
            delete=self.tr("Remove"),
        )
        card.done.set_rank(Rank.PLAIN)
        card.field.setObjectName(f"words-{question_id}")
        card.done.setObjectName(f"done-{question_id}")
        card.finished.connect(self._finish)
        card.deleted.connect(lambda: self.remove(question_id))
        row.put_card(card)
        card.open(row.question.text)
        self._reveal(row)
        self.arranged.emit()

    def show_earlier(self, question_id: str) -> None:
        """Show what a question said before, under it; or put that away."""
        row = self._list.rows[question_id]
        if row.earlier is not None:
            self._finish()
            return
        versions = {one.number: one for one in self._changes.versions(question_id, Part.QUESTION)}
        earlier = EarlierWords(row.looks, tuple(versions.values()))
        earlier.finished.connect(self._finish)
        earlier.chosen.connect(lambda number: self._go_back(row.question, versions[number]))
        row.put_earlier(earlier)
        self.arranged.emit()
        earlier.take_focus()

    def _go_back(self, question: Question, version: Version) -> None:
        if self._changes.go_back(question, version):
            self._finish()

    def accept(self, question_id: str) -> None:
        """Take what may be damaged for whole."""
        if self._changes.accept(question_id):
            self._finish()

    def remove(self, question_id: str) -> None:
        """Take a question away; the keyboard goes to the next one."""
        beside = self._list.neighbour(question_id)
        self._changes.remove(question_id)
        if question_id in self._list.rows:
            return
        self._open = ""
        if beside is not None:
            beside.more.setFocus()

    def _finish(self) -> None:
        row = self._list.rows.get(self._open)
        if self.close() and row is not None:
            row.more.setFocus()
            self.arranged.emit()

    def close(self) -> bool:
        """Save what is being written, and put it away unless it could not be saved."""
        self.save_now()
        row = self._list.rows.get(self._open)
        if row is not None:
            if row.card is not None and not self._is_kept(row.question.text, row.card):
                return False
            row.put_card(None)
        self._open = ""
        return True

    def _is_kept(self, text: str, card: WritingCard) -> bool:
        """Whether nothing is lost when ``card`` goes; a question without words keeps its own."""
        try:
            return question_text(card.field.toPlainText()) == text
        except EmptyTextError:
            self._changes.told.emit(self.tr("No words were left, so the question is as it was."))
            return True

    def save_now(self) -> bool:
        """Save what is being written; whether it is safe."""
        row = self._list.rows.get(self._open)
        return row is None or row.card is None or row.card.save_now()

    # ---- telling

    def _say(self, text: str) -> None:
        say(self._list, text)

    def _reveal(self, row: QuestionRow) -> None:
        """Scroll no further than it takes to see ``row``, once it has its place."""
        QTimer.singleShot(0, row, lambda: self._scroll.ensureWidgetVisible(row, 0, 8))
