"""What the lists of questions are for, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.errors import UnknownIdError
from reader.notebook.model import Answered, Appointment
from reader.notebook.rows import PLACE_COLUMNS, iso, moment, words
from reader.notebook.texts import one_line

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import datetime

    from reader.notebook.store import Row, Store

_ALL = "SELECT id, what, at, created FROM appointments"
_OPEN_QUESTIONS = """SELECT id FROM questions
    WHERE appointment = ? AND deleted IS NULL AND answered <> ? ORDER BY position"""
_CARRY = f"""INSERT INTO questions
    (id, appointment, position, text, idea, {PLACE_COLUMNS},
     answer, answered, carried_from, created, changed)
    SELECT ?, ?, ?, text, idea, {PLACE_COLUMNS}, '', ?, id, created, ?
    FROM questions WHERE id = ?"""


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
        with self._store.transaction(changes_words=False) as connection:
            return self.current_within(connection)

    def current_within(self, connection: sqlite3.Connection) -> Appointment:
        """As ``current``, as part of a transaction that is under way."""
        return self.newest() or self._make(connection, "", "")

    def change(self, appointment_id: str, what: str, when: str) -> Appointment:
        """Fill in what the appointment is for and when; raises ``UnknownIdError``."""
        with self._store.transaction(changes_words=False) as connection:
            changed = connection.execute(
                "UPDATE appointments SET what = ?, at = ? WHERE id = ?",
                (one_line(what), one_line(when), appointment_id),
            )
            if not changed.rowcount:
                raise UnknownIdError("appointment", appointment_id)
            return self._store.rows(_appointment, f"{_ALL} WHERE id = ?", (appointment_id,))[0]

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
        connection.execute(
            "INSERT INTO appointments (id, what, at, created) VALUES (?, ?, ?, ?)",
            (made.id, made.what, made.when, iso(made.created)),
        )
        return made

    def _carry_over(
        self, connection: sqlite3.Connection, before: Appointment, after: Appointment
    ) -> None:
        values = (before.id, Answered.ANSWERED.value)
        unanswered = self._store.rows(lambda row: words(row[0]), _OPEN_QUESTIONS, values)
        for position, question in enumerate(unanswered):
            copy = (self._new_id(), after.id, position, Answered.NOT_YET.value)
            connection.execute(_CARRY, (*copy, iso(after.created), question))


def _appointment(row: Row) -> Appointment:
    found, what, when, created = row
    return Appointment(words(found), words(what), words(when), moment(created))
