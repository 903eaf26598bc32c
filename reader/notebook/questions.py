"""Questions to ask, in order, one list an appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.errors import UnknownIdError
from reader.notebook.model import Answered, Part, Question
from reader.notebook.rows import PLACE_WIDTH, iso, moment, number, place_columns, place_of, words
from reader.notebook.schema import KEPT_SECONDS
from reader.notebook.sealing import QUESTIONS
from reader.notebook.texts import kept, kept_place, question_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from reader.notebook.appointments import Appointments
    from reader.notebook.elapsed import Elapsed
    from reader.notebook.model import Place, Version
    from reader.notebook.store import Row, Store, Value
    from reader.notebook.versions import Versions

_SELECTED = QUESTIONS.selected
_ALL = f"SELECT {_SELECTED} FROM questions"
_LIVE = f"{_ALL} WHERE deleted IS NULL"


class Questions:
    """The questions of a notebook; every change is saved when its method returns.

    The index of a question counts from 0 among those of its appointment that are not deleted.
    What changes something raises ``NotSavedError`` when it could not be saved.
    """

    def __init__(
        self,
        store: Store,
        appointments: Appointments,
        versions: Versions,
        elapsed: Elapsed,
        *,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._store = store
        self._appointments = appointments
        self._versions = versions
        self._elapsed = elapsed
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
        return self._store.rows(question_of, query, (appointment,))

    def get(self, question_id: str) -> Question:
        """The question of that id; raises ``UnknownIdError``, also when it was deleted."""
        found = self._store.rows(question_of, f"{_LIVE} AND id = ?", (question_id,))
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
            QUESTIONS.insert(connection, {**question_values(question), "position": len(before)})
            return question

    def change_text(self, question_id: str, text: str) -> Question:
        """Word a question anew; the words it had can be gone back to.

        Raises ``EmptyTextError`` and ``UnknownIdError``.
        """
        return self._change(question_id, {"text": question_text(text)})

    def answer(self, question_id: str, text: str, answered: Answered) -> Question:
        """Write down what was said, possibly nothing, and how far that answers the question.

        The answer it had can be gone back to. Raises ``UnknownIdError``.
        """
        return self._change(question_id, {"answer": kept(text), "answered": answered.value})

    def change_place(self, question_id: str, place: Place) -> Question:
        """Let a question come from where those words stand now; raises ``UnknownIdError``."""
        with self._store.transaction() as connection:
            self.get(question_id)
            QUESTIONS.change(connection, question_id, place_columns(kept_place(place)))
            return self.get(question_id)

    def versions(self, question_id: str) -> tuple[Version, ...]:
        """How a question and its answer were worded before, the newest first.

        Raises ``UnknownIdError``.
        """
        self.get(question_id)
        return self._versions.of(question_id, Part.QUESTION, Part.ANSWER)

    def go_back(self, question_id: str, version: int) -> Question:
        """Word a question or its answer as in a version; what is replaced becomes one too.

        Raises ``UnknownIdError``.
        """
        found = self._versions.get(question_id, version)
        column = "answer" if found.part is Part.ANSWER else "text"
        return self._change(question_id, {column: found.text}, always=True)

    def accept(self, question_id: str) -> Question:
        """Take a damaged question, as it is shown, for whole; raises ``UnknownIdError``."""
        with self._store.transaction() as connection:
            self.get(question_id)
            QUESTIONS.accept(connection, question_id)
            return self.get(question_id)

    def doubt(self, question_id: str) -> Question:
        """Take ``accept`` back; raises ``UnknownIdError``."""
        with self._store.transaction() as connection:
            self.get(question_id)
            QUESTIONS.doubt(connection, question_id)
            return self.get(question_id)

    def move(self, question_id: str, to_index: int) -> Question:
        """Put a question at ``to_index``, or the nearest end; raises ``UnknownIdError``."""
        with self._store.transaction() as connection:
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
            until = self._elapsed.seconds() + KEPT_SECONDS
            QUESTIONS.change(
                connection, question_id, {"deleted": iso(self._now()), "kept_until": until}
            )
            _number(connection, self._order(question.appointment))

    def restore(self, question_id: str) -> Question:
        """Bring back a deleted question to the index it had, or the end of a list now shorter.

        Raises ``UnknownIdError``.
        """
        with self._store.transaction() as connection:
            return self.bring_back(connection, question_id)

    def bring_back(self, connection: sqlite3.Connection, question_id: str) -> Question:
        """As ``restore``, as part of a transaction that is under way."""
        question, index, is_deleted = self._find(question_id)
        if is_deleted:
            order = self._order(question.appointment)
            order.insert(index, question_id)
            QUESTIONS.change(connection, question_id, {"deleted": None, "kept_until": None})
            _number(connection, order)
        return question

    def find(self, question_id: str) -> tuple[Question, bool] | None:
        """The question of that id, and whether it is deleted; ``None`` when there never was one."""
        query = f"SELECT {_SELECTED}, deleted FROM questions WHERE id = ?"
        found = self._store.rows(
            lambda row: (question_of(row[:-1]), row[-1] is not None), query, (question_id,)
        )
        return found[0] if found else None

    def _change(
        self, question_id: str, values: dict[str, Value], *, always: bool = False
    ) -> Question:
        with self._store.transaction() as connection:
            question = self.get(question_id)
            for column, part, text in (
                ("text", Part.QUESTION, question.text),
                ("answer", Part.ANSWER, question.answer),
            ):
                if values.get(column, text) != text:
                    self._versions.keep(
                        connection,
                        question_id,
                        part,
                        text,
                        question.changed,
                        is_whole=question.is_whole,
                        always=always,
                    )
            changed = {**values, "changed": iso(self._now())}
            QUESTIONS.change(connection, question_id, changed)
            return self.get(question_id)

    def _find(self, question_id: str) -> tuple[Question, int, bool]:
        """A question deleted or not, its index, and whether it is; raises ``UnknownIdError``."""
        found = self._store.rows(
            lambda row: (question_of(row[:-2]), number(row[-2]), row[-1] is not None),
            f"SELECT {_SELECTED}, position, deleted FROM questions WHERE id = ?",
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


def question_values(question: Question) -> dict[str, Value]:
    """The sealed columns of a question that is not deleted."""
    return {
        **place_columns(question.place),
        "id": question.id,
        "appointment": question.appointment,
        "text": question.text,
        "idea": question.idea,
        "carried_from": question.carried_from or None,
        "answer": question.answer,
        "answered": question.answered.value,
        "created": iso(question.created),
        "changed": iso(question.changed),
    }


def question_of(row: Row) -> Question:
    """The question in a row of ``QUESTIONS.selected``."""
    values, is_whole = QUESTIONS.opened(row)
    found, appointment, text, idea, carried_from, answer, answered, created, changed, *_deleted = (
        values[PLACE_WIDTH:]
    )
    return Question(
        id=words(found),
        appointment=words(appointment),
        text=words(text),
        place=place_of(values[:PLACE_WIDTH]),
        answer=words(answer),
        answered=Answered(words(answered)),
        created=moment(created),
        changed=moment(changed),
        idea=words(idea),
        carried_from=words(carried_from or ""),
        is_whole=is_whole,
    )
