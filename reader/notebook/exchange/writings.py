"""All that goes out of a notebook and comes in again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.notebook.model import Appointment, Mark, Question
    from reader.notebook.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Writings:
    """What was written and not deleted: marks and appointments from the oldest to the newest.

    ``questions`` are in the order of their appointments and of each list.
    """

    marks: tuple[Mark, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take along; an appointment without a word is nothing."""
        return not (self.marks or self.questions or any(each.line for each in self.appointments))

    @property
    def damaged(self) -> int:
        """How many of them are not as they were written."""
        flags = (
            *(each.is_whole for each in self.marks),
            *(each.is_whole for each in self.questions),
            *(each.is_whole for each in self.appointments),
        )
        return flags.count(False)


def writings_of(notebook: Notebook) -> Writings:
    """All that is in ``notebook``; raises ``NotebookError`` when the disk fails."""
    appointments = notebook.appointments.all()[::-1]
    questions = (notebook.questions.all(each.id) for each in appointments)
    return Writings(
        notebook.marks.all(), appointments, tuple(one for many in questions for one in many)
    )
