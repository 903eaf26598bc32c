"""The list: the three that matter most, and the rest if there is time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.notebook.model import TOP
from reader.ui.bit_by_bit import BitByBit, laid_out_once
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
        self._making = BitByBit(self._make_row, self._place_rows, self)
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
        return [control for row in rows if row.parentWidget() for control in row.controls()]

    def show_questions(self, questions: Sequence[Question]) -> bool:
        """Show ``questions``; whether their order, or which they are, is another than before.

        Of many that are new the last rows come a little later.
        """
        order = tuple(question.id for question in questions)
        is_new = order != self.order
        if is_new:
            self._drop(set(self.rows).difference(order))
        self.order = order
        self._shown = questions
        self._making.begin(len(questions))
        self._show_headings()
        return is_new

    def _make_row(self, index: int) -> bool:
        """Have a row that shows the question at ``index``; whether it was made for it."""
        question = self._shown[index]
        is_new = question.id not in self.rows
        row = self._make(question) if is_new else self.rows[question.id]
        row.show_question(question, index, self._origins.words(question))
        return is_new

    def _place_rows(self, first: int, end: int) -> None:
        """Put rows where they belong, and new ones where Tab finds them."""
        with laid_out_once(self._column):
            for index in range(first, end):
                row = self.rows[self.order[index]]
                is_new = row.parentWidget() is None
                self._put(row, index)
                row.show()
                if is_new and index:
                    put_in_order([self.rows[self.order[index - 1]], row])

    def neighbour(self, question_id: str) -> QuestionRow | None:
        """The row after that of ``question_id``, or before it at the end."""
        at = self.order.index(question_id)
        beside = self.order[at + 1 : at + 2] or self.order[max(at - 1, 0) : at]
        row = self.rows.get(beside[0]) if beside else None
        return row if row is not None and row.parentWidget() is not None else None

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
