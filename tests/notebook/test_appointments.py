"""Appointments, and what is carried from one to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.notebook.errors import UnknownIdError
from reader.notebook.model import Answered, Appointment
from tests.notebook.making import START, Clock, Opener, place

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.notebook import Notebook


def test_the_first_appointment_is_made_when_it_is_asked_for(notebook: Notebook) -> None:
    assert notebook.appointments.all() == ()
    assert notebook.appointments.newest() is None
    made = notebook.appointments.current()
    assert made == Appointment("id-1", "", "", START)
    assert made.line == ""
    assert notebook.appointments.current() == made
    assert notebook.appointments.all() == (made,)


def test_an_appointment_in_ones_own_words(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    made = notebook.appointments.current()
    changed = notebook.appointments.change(made.id, " Second\nopinion ", "Thursday,\r\n2.30pm\0")
    assert changed == replace(made, what="Second opinion", when="Thursday, 2.30pm")
    assert changed.line == "Second opinion, Thursday, 2.30pm"
    notebook.close()
    assert opener(path).appointments.current() == changed


def test_an_appointment_can_be_emptied_again(notebook: Notebook) -> None:
    made = notebook.appointments.current()
    notebook.appointments.change(made.id, "a", "b")
    assert notebook.appointments.change(made.id, "", " ") == made


def test_an_unknown_appointment_is_named(notebook: Notebook) -> None:
    made = notebook.appointments.current()
    with pytest.raises(UnknownIdError) as error:
        notebook.appointments.change("id-99", "a", "b")
    assert (error.value.what, error.value.id) == ("appointment", "id-99")
    assert notebook.appointments.all() == (made,)


def test_the_next_is_the_current_and_the_newest_comes_first(
    notebook: Notebook, clock: Clock
) -> None:
    first = notebook.appointments.start_next("Scan", "Monday")
    clock.pass_by(-500)
    second = notebook.appointments.start_next("Results\n", "Friday")
    assert second.what == "Results"
    assert notebook.appointments.current() == second
    assert notebook.appointments.all() == (second, first)


def test_the_unanswered_are_carried_over_in_order_and_the_record_stays(
    notebook: Notebook, clock: Clock
) -> None:
    first = notebook.appointments.current()
    texts = ["asked", "half", "skipped", "untouched", "deleted"]
    asked, half, skipped, _untouched, deleted = [
        notebook.questions.add(text, place(text), idea=f"idea-{text}") for text in texts
    ]
    notebook.questions.answer(asked.id, "Yes.", Answered.ANSWERED)
    notebook.questions.answer(half.id, "Perhaps.", Answered.PARTLY)
    notebook.questions.answer(skipped.id, "", Answered.NOT_ASKED)
    notebook.questions.delete(deleted.id)
    record = notebook.questions.all()
    later = clock.pass_by(60)

    second = notebook.appointments.start_next("Next", "Later")

    carried = notebook.questions.all()
    assert [question.text for question in carried] == ["half", "skipped", "untouched"]
    assert [question.carried_from for question in carried] == [one.id for one in record[1:]]
    assert notebook.questions.all(first.id) == record
    for question, before in zip(carried, record[1:], strict=True):
        assert question == replace(
            before,
            id=question.id,
            appointment=second.id,
            answer="",
            answered=Answered.NOT_YET,
            changed=later,
            carried_from=before.id,
        )
    assert not {one.id for one in carried} & {one.id for one in record}


def test_what_was_carried_over_can_be_moved_answered_and_carried_again(notebook: Notebook) -> None:
    for text in ("a", "b", "c"):
        notebook.questions.add(text)
    notebook.appointments.start_next("", "")
    copies = notebook.questions.all()
    notebook.questions.move(copies[2].id, 0)
    notebook.questions.answer(copies[0].id, "done", Answered.ANSWERED)
    notebook.appointments.start_next("", "")
    assert [one.text for one in notebook.questions.all()] == ["c", "b"]
    assert [len(notebook.questions.all(one.id)) for one in notebook.appointments.all()] == [2, 3, 3]


def test_new_questions_go_to_the_next_appointment(notebook: Notebook) -> None:
    first = notebook.questions.add("before")
    notebook.questions.answer(first.id, "", Answered.ANSWERED)
    second = notebook.appointments.start_next("", "")
    added = notebook.questions.add("after")
    assert added.appointment == second.id
    assert notebook.questions.all() == (added,)


def test_a_question_deleted_before_comes_back_to_its_own_list(notebook: Notebook) -> None:
    first = notebook.questions.add("first")
    second = notebook.questions.add("second")
    notebook.questions.delete(first.id)
    notebook.appointments.start_next("", "")
    assert notebook.questions.restore(first.id) == first
    assert notebook.questions.all(first.appointment) == (first, second)
    assert [one.text for one in notebook.questions.all()] == ["second"]


def test_starting_the_next_is_all_or_nothing(notebook: Notebook) -> None:
    for number in range(3):
        notebook.questions.add(f"question {number}")
    before = notebook.appointments.all(), notebook.questions.all()
    ids = iter(["new-appointment", "new-1", "new-1"])
    notebook.appointments._new_id = lambda: next(ids)
    with pytest.raises(Exception, match="UNIQUE"):
        notebook.appointments.start_next("", "")
    assert (notebook.appointments.all(), notebook.questions.all()) == before
