"""What a reader does to the list of questions; every change goes through the keeper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.notebook.model import TOP, Part
from reader.ui.language import Counts

if TYPE_CHECKING:
    from reader.notebook.appointments import Appointments
    from reader.notebook.model import Answered, Question, Version
    from reader.notebook.questions import Questions
    from reader.shelf.ideas import Idea
    from reader.ui.keeper import Keeper
    from reader.ui.question_origin import Origins


class QuestionChanges(QObject):
    """Each method says whether the change is safe; the keeper has told why if it is not.

    Signals:
        told(str): a change made no sense, and what to do.
        undoable(str, object): something was taken away; the words, and what brings it back.
    """

    told = Signal(str)
    undoable = Signal(str, object)

    def __init__(
        self,
        questions: Questions,
        appointments: Appointments,
        origins: Origins,
        keeper: Keeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._appointments = appointments
        self._origins = origins
        self._keeper = keeper

    def add_own(self, text: str) -> bool:
        """Put the reader's own question at the end of the list."""
        return self._keeper.do(lambda: self._questions.add(text))

    def add_idea(self, idea: Idea) -> bool:
        """Put a ready-made question at the end of the list."""
        place = self._origins.place(idea)
        return self._keeper.do(lambda: self._questions.add(idea.text, place, idea.id))

    def move(self, question_id: str, to_index: int) -> bool:
        """Put a question at ``to_index``."""
        return self._keeper.do(lambda: self._questions.move(question_id, to_index))

    def put_first(self, question_id: str) -> bool:
        """Make a question the last of the three that matter most."""
        return self.move(question_id, TOP - 1)

    def reword(self, question_id: str, text: str) -> bool:
        """Keep other words for a question."""
        return self._keeper.do(lambda: self._questions.change_text(question_id, text))

    def answer(self, question_id: str, text: str, answered: Answered) -> bool:
        """Keep what was said, and how far it answers the question."""
        return self._keeper.do(lambda: self._questions.answer(question_id, text, answered))

    def remove(self, question_id: str) -> None:
        """Take a question off the list, in a way that can be taken back."""
        if self._keeper.do(lambda: self._questions.delete(question_id)):
            self.undoable.emit(
                self.tr("Question removed."),
                lambda: self._keeper.take_back(lambda: self._questions.restore(question_id)),
            )

    def versions(self, question_id: str, part: Part) -> tuple[Version, ...]:
        """What a question or its answer said before, the newest first."""
        return tuple(one for one in self._questions.versions(question_id) if one.part is part)

    def go_back(self, question: Question, version: Version) -> bool:
        """Give a question or its answer the words of a version, in a way that can be undone."""
        one, questions = question.id, self._questions
        if not self._keeper.do(lambda: questions.go_back(one, version.number)):
            return False

        def undo() -> object:
            if version.part is Part.ANSWER:
                return questions.answer(one, question.answer, questions.get(one).answered)
            return questions.change_text(one, question.text)

        self.undoable.emit(self.tr("These words are back."), lambda: self._keeper.take_back(undo))
        return True

    def accept(self, question_id: str) -> bool:
        """Take a question that may be damaged for whole, as it is shown."""
        is_kept = self._keeper.do(lambda: self._questions.accept(question_id))
        if is_kept:
            self.undoable.emit(
                self.tr("Kept as it is."),
                lambda: self._keeper.take_back(lambda: self._questions.doubt(question_id)),
            )
        return is_kept

    def name_appointment(self, what: str, when: str) -> bool:
        """Keep what the present list is for, and when that is."""
        appointments = self._appointments
        return self._keeper.do(lambda: appointments.change(appointments.current().id, what, when))

    def start_next(self) -> bool:
        """Begin a new list with what is not answered yet, and say how many those are."""
        if not self._keeper.do(lambda: self._appointments.start_next("", "")):
            return False
        carried = len(self._questions.all())
        if carried == 0:
            told = self.tr("A new list is ready. All your questions were answered.")
        elif carried == 1:
            told = self.tr("A new list is ready. 1 question came with you.")
        else:
            told = Counts.tr("A new list is ready. %Ln questions came with you.", "", carried)
        self.told.emit(told)
        return True
