"""Questions to ask, in order, one list an appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.errors import UnknownIdError
from reader.notebook.model import Answered, Question
from reader.notebook.rows import PLACE_COLUMNS, iso, moment, number, place_of, place_values, words
from reader.notebook.texts import kept, kept_place, question_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from reader.notebook.appointments import Appointments
    from reader.notebook.model import Place
    from reader.notebook.store import Row, Store

_COLUMNS = f"""{PLACE_COLUMNS},
    id, appointment, text, idea, carried_from, answer, answered, created, changed"""
_ALL = f"SELECT {_COLUMNS} FROM questions"
_LIVE = f"{_ALL} WHERE deleted IS NULL"
_INSERT = f"""INSERT INTO questions (position, {_COLUMNS})
    VALUES (?, {", ".join("?" * (_COLUMNS.count(",") + 1))})"""


class Questions:
    """The questions of a notebook; every change is saved when its method returns.

    The index of a question counts from 0 among those of its appointment that are not deleted.
    What changes something raises ``NotSavedError`` when it could not be saved.
    """

    def __init__(
        self,
        store: Store,
        appointments: Appointments,
        *,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._store = store
        self._appointments = appointments
        self._now = now
        self._new_id = new_id

    def all(self, appointment: str | None = None) -> tuple[Question, ...]:
        """The questions of an appointment in order; without its id, of the current one."""
        if appointment is None:
            current = self._appointments.newest()
            if current is None:
                return ()
            appointment = current.id
        query = f"{_LIVE} AND appointment = ? ORDER BY position"
        return self._store.rows(_question, query, (appointment,))

    def get(self, question_id: str) -> Question:
        """The question of that id; raises ``UnknownIdError``, also when it was deleted."""
        found = self._store.rows(_question, f"{_LIVE} AND id = ?", (question_id,))
        if not found:
            raise UnknownIdError("question", question_id)
        return found[0]

    def add(self, text: str, place: Place | None = None, idea: str = "") -> Question:
        """Put a question at the end of the current list; raises ``EmptyTextError``.

        An idea that is in the list already stays there, and that question is the answer.
        """
        text = question_text(text)
        place = None if place is None else kept_place(place)
        with self._store.transaction() as connection:
            appointment = self._appointments.current_within(connection)
            before = self.all(appointment.id)
            same = next((question for question in before if idea and question.idea == idea), None)
            if same is not None:
                return same
            question = Question(
                id=self._new_id(),
                appointment=appointment.id,
                text=text,
                place=place,
                answer="",
                answered=Answered.NOT_YET,
                created=(now := self._now()),
                changed=now,
                idea=idea,
            )
            connection.execute(_INSERT, (len(before), *_values(question)))
            return question

    def change_text(self, question_id: str, text: str) -> Question:
        """Word a question anew; raises ``EmptyTextError`` and ``UnknownIdError``."""
        text = question_text(text)
        with self._store.transaction() as connection:
            self.get(question_id)
            connection.execute(
                "UPDATE questions SET text = ?, changed = ? WHERE id = ?",
                (text, iso(self._now()), question_id),
            )
            return self.get(question_id)

    def answer(self, question_id: str, text: str, answered: Answered) -> Question:
        """Write down what was said, possibly nothing, and how far that answers the question.

        Raises ``UnknownIdError``.
        """
        with self._store.transaction() as connection:
            self.get(question_id)
            connection.execute(
                "UPDATE questions SET answer = ?, answered = ?, changed = ? WHERE id = ?",
                (kept(text), answered.value, iso(self._now()), question_id),
            )
            return self.get(question_id)

    def move(self, question_id: str, to_index: int) -> Question:
        """Put a question at ``to_index``, or the nearest end; raises ``UnknownIdError``."""
        with self._store.transaction(changes_words=False) as connection:
            question = self.get(question_id)
            others = [one for one in self._order(question.appointment) if one != question_id]
            others.insert(max(to_index, 0), question_id)
            _number(connection, others)
            return question

    def delete(self, question_id: str) -> None:
        """Take a question away until it is restored; raises ``UnknownIdError``.

        It remembers its index.
        """
        with self._store.transaction() as connection:
            question, _index, is_deleted = self._find(question_id)
            if is_deleted:
                return
            connection.execute(
                "UPDATE questions SET deleted = ? WHERE id = ?", (iso(self._now()), question_id)
            )
            _number(connection, self._order(question.appointment))

    def restore(self, question_id: str) -> Question:
        """Bring back a deleted question to the index it had, or the end of a list now shorter.

        Raises ``UnknownIdError``.
        """
        with self._store.transaction() as connection:
            question, index, is_deleted = self._find(question_id)
            if is_deleted:
                order = self._order(question.appointment)
                order.insert(index, question_id)
                connection.execute(
                    "UPDATE questions SET deleted = NULL WHERE id = ?", (question_id,)
                )
                _number(connection, order)
            return question

    def _find(self, question_id: str) -> tuple[Question, int, bool]:
        """A question deleted or not, its index, and whether it is; raises ``UnknownIdError``."""
        found = self._store.rows(
            lambda row: (_question(row[:-2]), number(row[-2]), row[-1] is not None),
            f"SELECT {_COLUMNS}, position, deleted FROM questions WHERE id = ?",
            (question_id,),
        )
        if not found:
            raise UnknownIdError("question", question_id)
        return found[0]

    def _order(self, appointment: str) -> list[str]:
        return [question.id for question in self.all(appointment)]


def _number(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Make ``position`` say the order of ``ids``, all that are not deleted of an appointment."""
    connection.executemany(
        "UPDATE questions SET position = ?1 WHERE id = ?2 AND position <> ?1", enumerate(ids)
    )


def _values(question: Question) -> Row:
    return (
        *place_values(question.place),
        question.id,
        question.appointment,
        question.text,
        question.idea,
        question.carried_from or None,
        question.answer,
        question.answered.value,
        iso(question.created),
        iso(question.changed),
    )


def _question(row: Row) -> Question:
    *place, found, appointment, text, idea, carried_from, answer, answered, created, changed = row
    return Question(
        id=words(found),
        appointment=words(appointment),
        text=words(text),
        place=place_of(place),
        answer=words(answer),
        answered=Answered(words(answered)),
        created=moment(created),
        changed=moment(changed),
        idea=words(idea),
        carried_from=words(carried_from or ""),
    )
