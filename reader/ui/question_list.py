"""The list: the three that matter most, and the rest if there is time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.notebook.model import TOP
from reader.ui.bit_by_bit import BitByBit
from reader.ui.controls import words
from reader.ui.language import Counts
from reader.ui.question_row import QuestionRow
from reader.ui.tab_order import put_in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.model import Question
    from reader.ui.look import Looks
    from reader.ui.question_origin import Origins

MANY = 10
"""Past this, a word that there may not be time for all."""


class QuestionList(QWidget):
    """Rows under two headings, numbers running on; a row stays the same widget wherever it goes.

    Signals:
        row_made(QuestionRow): a question is new on the list; connect what its buttons do.
    """

    row_made = Signal(object)

    def __init__(self, looks: Looks, origins: Origins) -> None:
        super().__init__()
        self._looks = looks
        self._origins = origins
        self.rows: dict[str, QuestionRow] = {}
        self._shown: Sequence[Question] = ()
        self._done = 0
        self._making = BitByBit(self._show_some, self)
        self.order: tuple[str, ...] = ()
        self.top_heading = words(self.tr("The three that matter most"), "page-heading")
        self.rest_heading = words(self.tr("If there is time"), "page-heading")
        self.many = words("", "muted")
        self._top, self._rest = QVBoxLayout(), QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for heading, rows in ((self.top_heading, self._top), (self.rest_heading, self._rest)):
            self._column.addWidget(heading)
            if rows is self._rest:
                self._column.addWidget(self.many)
            self._column.addLayout(rows)
        looks.changed.connect(self._make_room)
        self._make_room()
        self._show_headings()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in reading order."""
        rows = (self.rows[one] for one in self.order if one in self.rows)
        return [control for row in rows for control in row.controls()]

    def show_questions(self, questions: Sequence[Question]) -> bool:
        """Show ``questions``; whether their order, or which they are, is another than before.

        Of many that are new the last rows come a little later.
        """
        order = tuple(question.id for question in questions)
        is_new = order != self.order
        if is_new:
            self._drop(set(self.rows).difference(order))
        self.order = order
        self._shown, self._done = questions, 0
        self._making.begin()
        self._show_headings()
        return is_new

    def _show_some(self, most: int) -> bool:
        """Go on until ``most`` rows are new; whether some questions have no row yet."""
        while self._done < len(self._shown):
            index, question = self._done, self._shown[self._done]
            row = self.rows.get(question.id)
            if row is None and most == 0:
                return True
            is_new = row is None
            if row is None:
                most -= 1
                row = self._make(question)
            row.show_question(question, index, self._origins.words(question))
            self._put(row, index)
            if is_new and index:
                put_in_order([self.rows[self.order[index - 1]], row])
            self._done += 1
        return False

    def neighbour(self, question_id: str) -> QuestionRow | None:
        """The row after that of ``question_id``, or before it at the end."""
        at = self.order.index(question_id)
        beside = self.order[at + 1 : at + 2] or self.order[max(at - 1, 0) : at]
        return self.rows.get(beside[0]) if beside else None

    def _make(self, question: Question) -> QuestionRow:
        row = QuestionRow(question, self._looks)
        self.rows[question.id] = row
        self.row_made.emit(row)
        return row

    def _drop(self, gone: set[str]) -> None:
        for question_id in gone:
            row = self.rows.pop(question_id)
            row.hide()
            (self._top if row.index < TOP else self._rest).removeWidget(row)
            row.deleteLater()

    def _put(self, row: QuestionRow, index: int) -> None:
        layout, at = (self._top, index) if index < TOP else (self._rest, index - TOP)
        item = layout.itemAt(at)
        if item is None or item.widget() is not row:
            self._top.removeWidget(row)
            self._rest.removeWidget(row)
            layout.insertWidget(at, row)

    def _show_headings(self) -> None:
        count = len(self.order)
        self.top_heading.setVisible(count > 0)
        self.rest_heading.setVisible(count > TOP)
        self.many.setVisible(count > MANY)
        self.many.setText(
            Counts.tr(
                "You have %Ln questions. A doctor may not have time for more than a few; your "
                "first three come first.",
                "",
                count,
            )
        )

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setSpacing(px(12))
        self._top.setContentsMargins(0, 0, 0, px(10))
        self._top.setSpacing(px(10))
        self._rest.setSpacing(px(10))
