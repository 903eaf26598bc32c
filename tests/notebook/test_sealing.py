"""The checksum of a row: what it notices, and that damage is shown, kept and never hidden."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.notebook import schema
from reader.notebook.errors import UnknownIdError
from reader.notebook.model import Answered, MarkKind
from reader.notebook.rows import place_columns
from reader.notebook.sealing import (
    DRAFTS,
    MARKS,
    QUESTIONS,
    SEALED,
    Sealed,
    checksum_of,
    damaged_rows,
    fetch,
    seal_all,
)
from tests.notebook.making import Clock, Opener, alter, look, place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.notebook.notebook import Notebook


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.migrate(connection)
        yield connection


def test_every_table_is_sealed(connection: sqlite3.Connection) -> None:
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type='table'").fetchall()
    assert {name for (name,) in tables} == {table.name for table in SEALED}


@pytest.mark.parametrize("table", SEALED, ids=lambda table: table.name)
def test_all_columns_are_sealed_but_those_that_say_an_order(
    connection: sqlite3.Connection, table: Sealed
) -> None:
    columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
    unsealed = {"questions": {"position"}, "versions": {"number"}}.get(table.name, set())
    assert columns - set(table.columns) == {"checksum"} | unsealed
    required = {
        row[1] for row in connection.execute(f"PRAGMA table_info({table.name})") if row[3] or row[5]
    }
    assert set(table.columns) - required - {"id", "name"} == set(table.optional) - required


UNLIKE = [
    ([], [None]),
    ([None], [""]),
    ([1], ["1"]),
    ([None], ["n"]),
    (["a", "b"], ["b", "a"]),
    (["ab", ""], ["a", "b"]),
    (["a", None], [None, "a"]),
    ([0], [None]),
    ([-1], [1]),
    ([b"a"], ["a"]),
    ([1.0], [1]),
]


@pytest.mark.parametrize(("one", "other"), UNLIKE, ids=repr)
def test_unlike_rows_have_unlike_checksums(one: list[object], other: list[object]) -> None:
    assert checksum_of(one) != checksum_of(other)


def test_a_checksum_is_the_same_for_ever() -> None:
    """It stands in people's files: a change here would make all they wrote look damaged."""
    assert checksum_of(["id-1", None, 30, "naïve ‘x’ 🙂"]) == 1855867534


class Words(str):
    """A text of another class, as those of an enumeration are."""

    __slots__ = ()


def test_a_text_is_its_letters_whatever_its_class_and_whatever_they_are() -> None:
    """Half of a surrogate pair, which some keyboards type, can be written down too."""
    for text in ("partly", "naïve", "half \ud83d"):
        assert checksum_of([text]) == checksum_of([Words(text)])
    assert checksum_of(["half \ud83d"]) != checksum_of(["half \ud83e"])
    assert checksum_of([Answered.PARTLY]) == checksum_of([Answered.PARTLY.value])


def test_every_flipped_bit_of_a_text_is_noticed() -> None:
    text = "Ask about the second scan, please."
    sealed = checksum_of([text, 5])
    for index, letter in enumerate(text):
        for bit in range(7):
            flipped = text[:index] + chr(ord(letter) ^ 1 << bit) + text[index + 1 :]
            assert checksum_of([flipped, 5]) != sealed


# --- through the notebook


def filled(notebook: Notebook) -> None:
    """Something in every table."""
    mark = notebook.marks.add(MarkKind.NOTE, place(quote="x", start=3, end=4), "first")
    notebook.marks.change_text(mark.id, "second")
    question = notebook.questions.add("Why?", place())
    notebook.questions.add("Own?")
    notebook.questions.answer(question.id, "Because.", Answered.PARTLY)
    notebook.appointments.start_next("Clinic", "Monday")
    notebook.positions.keep(place())
    notebook.drafts.keep("question", "And wh")
    notebook.housekeeping.at_start()
    other = notebook.marks.add(MarkKind.BOOKMARK, place("p2"))
    notebook.marks.delete(other.id)
    notebook.questions.delete(notebook.questions.all()[1].id)
    notebook.marks.change_place(mark.id, place("p9"))
    notebook.questions.change_place(question.id, place("p9"))


def test_all_that_is_written_is_whole(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    filled(notebook)
    notebook.close()
    with closing(sqlite3.connect(path)) as connection:
        assert damaged_rows(connection) == 0
        for table in SEALED:
            assert connection.execute(f"SELECT count(*) FROM {table.name}").fetchone() > (0,)


@pytest.mark.parametrize(
    ("table", "column"),
    [(table, column) for table in SEALED for column in (*table.columns, "checksum")],
    ids=lambda one: getattr(one, "name", one),
)
def test_a_change_behind_our_back_is_noticed_in_every_column(
    opener: Opener, path: Path, table: Sealed, column: str
) -> None:
    notebook = opener(path)
    filled(notebook)
    notebook.close()
    alter(
        path,
        "PRAGMA foreign_keys=OFF",
        f"UPDATE {table.name} SET {column} = CASE typeof({column}) WHEN 'integer'"
        f" THEN {column} + 1 WHEN 'null' THEN 1 ELSE {column} || 'x' END"
        f" WHERE rowid = (SELECT min(rowid) FROM {table.name})",
    )
    with closing(sqlite3.connect(path)) as connection:
        assert damaged_rows(connection) == 1


def damage(path: Path, table: str, change: str, where: str = "true") -> None:
    alter(path, f"UPDATE {table} SET {change} WHERE {where}")


def test_a_damaged_note_is_shown_and_stays_damaged_whatever_is_done_to_it(
    opener: Opener, path: Path, clock: Clock
) -> None:
    notebook = opener(path)
    mark = notebook.marks.add(MarkKind.NOTE, place(), "what I asked")
    notebook.close()
    damage(path, "marks", "text = 'what I axed'")

    notebook = opener(path)
    (shown,) = notebook.marks.all()
    assert (shown.text, shown.is_whole) == ("what I axed", False)
    assert not notebook.marks.change_place(mark.id, place("p2")).is_whole
    notebook.marks.delete(mark.id)
    assert not notebook.deleted.all()[0].item.is_whole
    assert not notebook.marks.restore(mark.id).is_whole
    clock.pass_by(60)
    assert not notebook.marks.change_text(mark.id, "what I asked").is_whole
    assert [one.is_whole for one in notebook.marks.versions(mark.id)] == [False]
    notebook.close()
    assert look(path, "SELECT text FROM versions") == [("what I axed",)]


def test_what_somebody_looked_at_is_whole_again(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    mark = notebook.marks.add(MarkKind.NOTE, place(), "one")
    question = notebook.questions.add("Why?")
    notebook.close()
    damage(path, "marks", "text = CAST(x'6f6eff' AS TEXT)")
    damage(path, "questions", "checksum = 7")
    notebook = opener(path)
    assert notebook.marks.accept(mark.id).text == "on�"
    assert notebook.marks.accept(mark.id).is_whole
    assert notebook.questions.accept(question.id).is_whole
    assert not notebook.marks.doubt(mark.id).is_whole
    assert not notebook.questions.doubt(question.id).is_whole
    for doubt in (notebook.marks.doubt, notebook.questions.doubt):
        with pytest.raises(UnknownIdError):
            doubt("nobody")
    notebook.close()
    assert look(path, "SELECT hex(text) FROM marks") == [("6F6EEFBFBD",)]


def test_a_damaged_question_is_carried_over_damaged(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    notebook.questions.add("Why?")
    notebook.questions.add("How?")
    notebook.close()
    damage(path, "questions", "text = 'Whi?'", "text = 'Why?'")
    notebook = opener(path)
    notebook.appointments.start_next("", "")
    assert [(one.text, one.is_whole) for one in notebook.questions.all()] == [
        ("Whi?", False),
        ("How?", True),
    ]


def test_damage_beside_a_question_without_a_place_gives_it_none(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    notebook.questions.add("Own?")
    notebook.close()
    damage(path, "questions", "quote = 'from nowhere', start_char = 4, position = 0")
    (question,) = opener(path).questions.all()
    assert (question.place, question.is_whole) == (None, False)


def test_damage_to_a_place_leaves_a_place(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    notebook.questions.add("Why?", place())
    notebook.close()
    damage(path, "questions", "passage = NULL, end_char = NULL, answered = 'maybe'")
    (question,) = opener(path).questions.all()
    assert question.place == place("", quote=place().quote)
    assert (question.answered, question.is_whole) == (Answered.NOT_YET, False)


def test_a_damaged_appointment_and_draft_are_shown(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    notebook.appointments.start_next("Clinic", "Monday")
    notebook.drafts.keep("question", "And wh")
    notebook.positions.keep(place())
    notebook.close()
    damage(path, "appointments", "what = 'Clinik'")
    damage(path, "drafts", "text = 'And w'")
    damage(path, "positions", "seen = 'never'")
    notebook = opener(path)
    (appointment,) = notebook.appointments.all()
    assert (appointment.what, appointment.is_whole) == ("Clinik", False)
    assert notebook.drafts.of("question") == "And w"
    position = notebook.positions.last()
    assert position is not None
    assert position.place == place()


def test_changing_nobodys_row_does_nothing(connection: sqlite3.Connection) -> None:
    MARKS.change(connection, "nobody", {"text": "x"})
    MARKS.accept(connection, "nobody")
    assert fetch(connection, "SELECT * FROM marks") == []


def test_what_is_doubted_can_be_accepted_again(connection: sqlite3.Connection) -> None:
    DRAFTS.insert(connection, {"name": "a", "text": "one"})
    DRAFTS.insert(connection, {"name": "b", "text": "two"})
    for _ in range(2):
        DRAFTS.doubt(connection, "a")
        assert damaged_rows(connection) == 1
    DRAFTS.doubt(connection, "nobody")
    DRAFTS.accept(connection, "a")
    assert damaged_rows(connection) == 0


def test_accepting_a_whole_row_writes_nothing(connection: sqlite3.Connection) -> None:
    QUESTIONS.insert(connection, question_row())
    before = connection.total_changes
    QUESTIONS.accept(connection, "q")
    assert connection.total_changes == before


def question_row() -> dict[str, str | int | None]:
    time = "2026-11-20T09:30:00+00:00"
    words = dict.fromkeys(("text", "idea", "answer"), "x")
    return {
        **place_columns(None),
        **words,
        "id": "q",
        "appointment": "a",
        "position": 0,
        "answered": "not-yet",
        "created": time,
        "changed": time,
    }


def test_sealing_what_had_no_checksums(connection: sqlite3.Connection) -> None:
    QUESTIONS.insert(connection, question_row())
    connection.execute("UPDATE questions SET checksum = 0")
    assert damaged_rows(connection) == 1
    seal_all(connection)
    assert damaged_rows(connection) == 0


def test_what_is_no_utf8_is_read_all_the_same(connection: sqlite3.Connection) -> None:
    query = "SELECT CAST(x'41ff42' AS TEXT), 'naïve', 1, NULL"
    assert fetch(connection, query) == [("A�B", "naïve", 1, None)]
    assert fetch(connection, "SELECT 'naïve'") == [("naïve",)]
    assert connection.text_factory is str


def test_other_faults_are_not_taken_for_damage(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        fetch(connection, "SELECT * FROM nowhere")
