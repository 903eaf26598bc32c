"""What the lists of questions are for, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.errors import UnknownIdError
from reader.notebook.model import Answered, Appointment
from reader.notebook.rows import iso, moment, words
from reader.notebook.sealing import APPOINTMENTS, QUESTIONS
from reader.notebook.texts import one_line

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import datetime

    from reader.notebook.store import Row, Store, Value

_ALL = f"SELECT {APPOINTMENTS.selected} FROM appointments"
_OPEN_QUESTIONS = f"""SELECT {QUESTIONS.selected} FROM questions
    WHERE appointment = ? AND deleted IS NULL AND answered <> ? ORDER BY position"""


class Appointments:
    """The appointments of a notebook; the one made last is the current one.

    What changes something raises ``NotSavedError`` when it could not be saved.
    """

    def __init__(
        self, store: Store, *, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._store = store
        self._now = now
        self._new_id = new_id

    def all(self) -> tuple[Appointment, ...]:
        """Every appointment, the newest first."""
        return self._store.rows(_appointment, f"{_ALL} ORDER BY rowid DESC")

    def newest(self) -> Appointment | None:
        """The current appointment, or ``None`` when none was made yet."""
        found = self._store.rows(_appointment, f"{_ALL} ORDER BY rowid DESC LIMIT 1")
        return found[0] if found else None

    def current(self) -> Appointment:
        """The current appointment, made with nothing filled in when there is none."""
        found = self.newest()
        if found is not None:
            return found
        with self._store.transaction() as connection:
            return self.current_within(connection)

    def current_within(self, connection: sqlite3.Connection) -> Appointment:
        """As ``current``, as part of a transaction that is under way."""
        return self.newest() or self._make(connection, "", "")

    def has(self, appointment_id: str) -> bool:
        """Whether there is an appointment of that id."""
        return bool(self._store.rows(_appointment, f"{_ALL} WHERE id = ?", (appointment_id,)))

    def change(self, appointment_id: str, what: str, when: str) -> Appointment:
        """Fill in what the appointment is for and when; raises ``UnknownIdError``."""
        with self._store.transaction() as connection:
            self._get(appointment_id)
            filled_in = {"what": one_line(what), "at": one_line(when)}
            APPOINTMENTS.change(connection, appointment_id, filled_in)
            return self._get(appointment_id)

    def start_next(self, what: str, when: str) -> Appointment:
        """Make a new current appointment, with a copy of each question not fully answered yet.

        The copies keep their order and start with no answer; the list before stays as a record.
        """
        with self._store.transaction() as connection:
            before = self.newest()
            made = self._make(connection, one_line(what), one_line(when))
            if before is not None:
                self._carry_over(connection, before, made)
            return made

    def _make(self, connection: sqlite3.Connection, what: str, when: str) -> Appointment:
        made = Appointment(self._new_id(), what, when, self._now())
        values = {"id": made.id, "what": made.what, "at": made.when, "created": iso(made.created)}
        APPOINTMENTS.insert(connection, values)
        return made

    def _carry_over(
        self, connection: sqlite3.Connection, before: Appointment, after: Appointment
    ) -> None:
        values = (before.id, Answered.ANSWERED.value)
        unanswered = self._store.rows(_sealed_question, _OPEN_QUESTIONS, values)
        for position, (question, is_whole) in enumerate(unanswered):
            copy: dict[str, Value] = {
                "id": self._new_id(),
                "appointment": after.id,
                "position": position,
                "answer": "",
                "answered": Answered.NOT_YET.value,
                "carried_from": question["id"],
                "changed": iso(after.created),
            }
            QUESTIONS.insert(connection, {**question, **copy}, is_whole=is_whole)

    def _get(self, appointment_id: str) -> Appointment:
        found = self._store.rows(_appointment, f"{_ALL} WHERE id = ?", (appointment_id,))
        if not found:
            raise UnknownIdError("appointment", appointment_id)
        return found[0]


def _sealed_question(row: Row) -> tuple[dict[str, Value], bool]:
    values, is_whole = QUESTIONS.opened(row)
    return dict(zip(QUESTIONS.columns, values, strict=True)), is_whole


def _appointment(row: Row) -> Appointment:
    (found, what, when, created), is_whole = APPOINTMENTS.opened(row)
    return Appointment(words(found), words(what), words(when), moment(created), is_whole)
