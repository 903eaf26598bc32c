"""The My questions page: what to ask, in order of what matters, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.override import override
from reader.ui.answers_view import AnswersView
from reader.ui.appointment_line import AppointmentLine
from reader.ui.columns import Columns
from reader.ui.controls import Button, Rank
from reader.ui.empty_questions import EmptyQuestions
from reader.ui.history import PageName, Stop
from reader.ui.ideas_panel import IdeasPanel
from reader.ui.own_question import OwnQuestion
from reader.ui.page import ScrollPage
from reader.ui.question_actions import QuestionActions
from reader.ui.question_changes import QuestionChanges
from reader.ui.question_list import QuestionList
from reader.ui.question_origin import Origins
from reader.ui.regions import Region
from reader.ui.steady_place import SteadyPlace
from reader.ui.tab_order import put_in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.appointments import Appointments
    from reader.notebook.drafts import Drafts
    from reader.notebook.questions import Questions
    from reader.shelf.ideas import Idea, Ideas
    from reader.shelf.shelf import Shelf
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks

ANSWERS = "answers"
"""The ``section`` of a stop at what was answered; the list itself has none."""

OWN = "own question"
"""The draft of a question that is not on the list yet."""


class QuestionsPage(ScrollPage):
    """The list with ideas beside it, or after the visit the answers.

    Signals:
        undoable(str, object): a question was removed; the words, and what brings it back.
        counted(int): how many questions are on the list now.

    ``is_after`` says whether the answers are shown, not the list. ``leads`` are where a list can be
    taken, first what most people want; without ``has_answers`` nothing is for after the visit.
    """

    undoable = Signal(str, object)
    counted = Signal(int)

    def __init__(
        self,
        looks: Looks,
        questions: Questions,
        appointments: Appointments,
        drafts: Drafts,
        ideas: Ideas,
        shelf: Shelf,
        keeper: Keeper,
        *,
        leads: Sequence[PageName] = (PageName.PRINT,),
        has_answers: bool = True,
    ) -> None:
        self._main = QVBoxLayout()
        super().__init__(looks)
        self.is_after = False
        self._questions = questions
        self._appointments = appointments
        origins = Origins(shelf, self)
        self.changes = QuestionChanges(questions, appointments, origins, keeper, self)
        self.appointment = AppointmentLine(looks, self.changes.name_appointment)
        self.list = QuestionList(looks, origins)
        self.empty = EmptyQuestions(looks)
        self.own = OwnQuestion(
            looks,
            lambda text: keeper.do(lambda: drafts.keep(OWN, text), is_shown=False),
            drafts.of(OWN),
        )
        self.ideas = IdeasPanel(looks, ideas)
        self.answers = AnswersView(looks, self.changes)
        self.leads = {page: self._lead(page, first=page is leads[0]) for page in leads}
        self.after_visit: Button | None = None
        if has_answers:
            self.after_visit = Button("", looks)
            self.after_visit.setObjectName("after-visit")
        self.row_actions = QuestionActions(self.list, self.changes, self.scroller)
        self._steady = SteadyPlace(self.scroller, self.body, self._main)
        self._arrange()
        self._wire(keeper)
        self._show_answers(is_after=False)

    def _arrange(self) -> None:
        main = self._left = QWidget()
        main.setAccessibleName(self.tr("My questions"))
        main.setLayout(self._main)
        self._main.setContentsMargins(0, 0, 0, 0)
        for widget in (self.appointment, self.list, self.empty, self.own):
            self._main.addWidget(widget)
        self._main.addStretch(1)
        self.columns = Columns(main, self.ideas, self.looks)
        self.column.addWidget(self.columns)
        self.column.addWidget(self.answers)
        self.column.addStretch(1)

    def _wire(self, keeper: Keeper) -> None:
        keeper.changed.connect(self._notebook_changed)
        self.looks.changed.connect(self._steady.let_go)
        self.changes.told.connect(self.told)
        self.changes.undoable.connect(self.undoable)
        self.row_actions.arranged.connect(self._order_tabs)
        self.appointment.opened_or_closed.connect(self._order_tabs)
        self.own.added.connect(self._add_own)
        self.empty.ideas_requested.connect(self._go_to_ideas)
        self.empty.own_requested.connect(self._go_to_own)
        self.ideas.chosen.connect(self._add_idea)
        self.ideas.grown.connect(self._order_tabs)
        self.answers.earlier.changed.connect(self._order_tabs)
        self.answers.next_requested.connect(self._start_next)
        if self.after_visit is not None:
            self.after_visit.clicked.connect(lambda: self._show_answers(is_after=not self.is_after))

    def _lead(self, page: PageName, *, first: bool) -> Button:
        text, icon, name = {
            PageName.PRINT: (self.tr("Print my sheet"), "printer", "print-sheet"),
            PageName.TAKE_HOME: (self.tr("Take it home"), "phone", "take-home"),
        }[page]
        rank = Rank.PRIMARY if first else Rank.PLAIN
        button = Button(text, self.looks, icon=icon, rank=rank)
        button.setObjectName(name)
        button.clicked.connect(lambda: self.went.emit(Stop(page)))
        return button

    @property
    @override
    def title(self) -> str:
        return self.tr("After the visit") if self.is_after else self.tr("My questions")

    @override
    def header_buttons(self) -> list[QWidget]:
        leads: list[QWidget] = [*self.leads.values()]
        return leads if self.after_visit is None else [self.after_visit, *leads]

    @override
    def regions(self) -> list[Region]:
        return super().regions() if self.is_after else [Region(self._left), Region(self.ideas)]

    @override
    def arrive(self, stop: Stop) -> None:
        self._show_answers(is_after=stop.section == ANSWERS)

    @override
    def save(self) -> bool:
        parts = (self.appointment, self.row_actions, self.answers, self.own)
        unsafe = [part for part in parts if not part.save_now()]
        return not unsafe

    @override
    def forget(self) -> None:
        self.own.forget()
        self.appointment.forget()

    @override
    def stop(self) -> Stop:
        return Stop(PageName.QUESTIONS, section=ANSWERS if self.is_after else "")

    def refresh(self) -> None:
        """Show the notebook again; what is the same already stays as it is."""
        questions = self._questions.all()
        appointment = self._appointments.newest()
        if appointment is not None:
            self.appointment.show_appointment(appointment.what, appointment.when)
        if self.is_after:
            self.answers.show_questions(questions)
            self.answers.earlier.show_visits(
                [(one, self._questions.all(one.id)) for one in self._appointments.all()[1:]]
            )
        is_new = self.list.show_questions(questions)
        self.empty.setVisible(not questions)
        self.ideas.show_added({question.idea for question in questions})
        if is_new:
            self._order_tabs()
        self.counted.emit(len(questions))

    def _notebook_changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self.counted.emit(len(self._questions.all()))

    def _show_answers(self, *, is_after: bool) -> None:
        self.save()
        if is_after is not self.is_after:
            self.scroller.verticalScrollBar().setValue(0)
        self._steady.let_go()
        self.is_after = is_after
        self.refresh()  # rows are made while they are hidden: each one shown is laid out at once
        self.answers.setVisible(is_after)
        self.columns.setVisible(not is_after)
        if self.after_visit is not None:
            self.after_visit.set_words(
                self.tr("Back to my list") if is_after else self.tr("After the visit")
            )
        self.titled.emit()

    def _order_tabs(self) -> None:
        put_in_order((self.appointment, self.list, self.empty, self.own, self.ideas, self.answers))

    def _add_own(self, text: str) -> None:
        def add() -> None:
            if self.changes.add_own(text):
                self.own.clear()
                self.row_actions.say_added()

        if self.own.field.hasFocus():  # by Enter, wherever the wheel has been meanwhile
            self.scroller.ensureWidgetVisible(self.own)
        self._steady.keep(self.own.button, add)

    def _add_idea(self, idea: Idea) -> None:
        def add() -> None:
            if self.changes.add_idea(idea):
                self.row_actions.say_added()

        self._steady.keep(self.ideas.row_of(idea).button, add)

    def _go_to_ideas(self) -> None:
        self.scroller.ensureWidgetVisible(self.ideas.focus_first())

    def _go_to_own(self) -> None:
        self.own.field.setFocus()
        self.scroller.ensureWidgetVisible(self.own)

    def _start_next(self) -> None:
        if self.answers.save_now() and self.changes.start_next():
            self._show_answers(is_after=False)
            self.appointment.open_fields()

    @override
    def _make_room(self) -> None:
        super()._make_room()
        self._main.setSpacing(self.looks.look.px(14))
