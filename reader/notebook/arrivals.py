"""Taking in what another notebook gave out, with its ids and times; a second time changes nothing.

Where both have something of the same id, the words changed last are shown and the others become one
of its versions, so that nothing of either is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook.errors import UnknownIdError
from reader.notebook.marks import mark_values
from reader.notebook.model import MarkKind, Part
from reader.notebook.questions import question_values
from reader.notebook.rows import iso, place_columns
from reader.notebook.sealing import APPOINTMENTS, MARKS, QUESTIONS
from reader.notebook.texts import kept, kept_place, note_text, one_line, question_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from reader.notebook.appointments import Appointments
    from reader.notebook.marks import Marks
    from reader.notebook.model import Appointment, Mark, Question
    from reader.notebook.questions import Questions
    from reader.notebook.store import Store, Value
    from reader.notebook.versions import Versions


@dataclass(frozen=True, slots=True)
class Arrived:
    """How many were new here, how many changed something here, and how many were known already."""

    new: int = 0
    changed: int = 0
    known: int = 0


class Arrivals:
    """Puts whole marks, questions and appointments into a notebook."""

    def __init__(
        self,
        store: Store,
        marks: Marks,
        questions: Questions,
        appointments: Appointments,
        versions: Versions,
    ) -> None:
        self._store = store
        self._marks = marks
        self._questions = questions
        self._appointments = appointments
        self._versions = versions

    def put(
        self,
        *,
        appointments: Iterable[Appointment] = (),
        questions: Iterable[Question] = (),
        marks: Iterable[Mark] = (),
    ) -> Arrived:
        """Take all of them in, or none; those of an appointment keep their order.

        Appointments are to come oldest first: the last new one is the current one. What was deleted
        here comes back. Raises ``NotSavedError``, ``EmptyTextError``, or ``UnknownIdError`` for a
        question of an appointment that neither side has.
        """
        counts = {"new": 0, "changed": 0, "known": 0}
        with self._store.transaction() as connection:
            for appointment in appointments:
                counts[self._put_appointment(connection, appointment)] += 1
            for question in questions:
                counts[self._put_question(connection, question)] += 1
            for mark in marks:
                counts[self._put_mark(connection, mark)] += 1
        return Arrived(**counts)

    def _put_appointment(self, connection: sqlite3.Connection, appointment: Appointment) -> str:
        if self._appointments.has(appointment.id):
            return "known"
        values: dict[str, Value] = {
            "id": appointment.id,
            "what": one_line(appointment.what),
            "at": one_line(appointment.when),
            "created": iso(appointment.created),
        }
        APPOINTMENTS.insert(connection, values, is_whole=appointment.is_whole)
        return "new"

    def _put_question(self, connection: sqlite3.Connection, question: Question) -> str:
        if not self._appointments.has(question.appointment):
            raise UnknownIdError("appointment", question.appointment)
        found = self._questions.find(question.id)
        if found is None:
            values = {
                **question_values(question),
                "text": question_text(question.text),
                "answer": kept(question.answer),
                "position": len(self._questions.all(question.appointment)),
            }
            if question.place is not None:
                values |= place_columns(kept_place(question.place))
            QUESTIONS.insert(connection, values, is_whole=question.is_whole)
            return "new"
        ours, is_deleted = found
        changed = is_deleted
        if is_deleted:
            self._questions.bring_back(connection, question.id)
        is_newer = question.changed > ours.changed
        for part, column, before, after in (
            (Part.QUESTION, "text", ours.text, question_text(question.text)),
            (Part.ANSWER, "answer", ours.answer, kept(question.answer)),
        ):
            if before == after:
                continue
            older, when = (before, ours.changed) if is_newer else (after, question.changed)
            has_kept = self._versions.keep_new(connection, question.id, part, older, when)
            changed = changed or has_kept or is_newer
            if is_newer:
                newer = {column: after, "answered": question.answered.value}
                QUESTIONS.change(
                    connection, question.id, {**newer, "changed": iso(question.changed)}
                )
        return "changed" if changed else "known"

    def _put_mark(self, connection: sqlite3.Connection, mark: Mark) -> str:
        found = self._marks.find(mark.id)
        if found is None:
            if self._marks.same(mark.kind, mark.place) is not None:
                return "known"
            text = note_text(mark.text) if mark.kind is MarkKind.NOTE else ""
            values = {**mark_values(mark), **place_columns(kept_place(mark.place)), "text": text}
            MARKS.insert(connection, values, is_whole=mark.is_whole)
            return "new"
        ours, is_deleted = found
        if is_deleted:
            MARKS.change(connection, mark.id, {"deleted": None, "kept_until": None})
        if ours.kind is not MarkKind.NOTE or mark.text == ours.text:
            return "changed" if is_deleted else "known"
        text = note_text(mark.text)
        is_newer = mark.changed > ours.changed
        older, when = (ours.text, ours.changed) if is_newer else (text, mark.changed)
        has_kept = self._versions.keep_new(connection, mark.id, Part.NOTE, older, when)
        if is_newer:
            MARKS.change(connection, mark.id, {"text": text, "changed": iso(mark.changed)})
        return "changed" if is_deleted or is_newer or has_kept else "known"
