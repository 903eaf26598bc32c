"""What comes from another notebook: all of it, once, and nothing of ours is lost to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from reader.notebook.arrivals import Arrived
from reader.notebook.errors import EmptyTextError, NotSavedError, UnknownIdError
from reader.notebook.model import Answered, Appointment, Mark, MarkKind, Question
from tests.notebook.making import START, Clock, Opener, place

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.notebook import Notebook

LATER = START + timedelta(hours=3)
VISIT = Appointment("a-1", "Clinic", "Monday", START)
NOTE = Mark("m-1", MarkKind.NOTE, place(start=2, end=5), "From the other computer", START, START)
BOOKMARK = Mark("m-2", MarkKind.BOOKMARK, place("p2"), "", START, START)
QUESTION = Question(
    "q-1", "a-1", "Why?", place(), "So.", Answered.PARTLY, START, START, "idea-3", "q-0"
)
OWN = Question("q-2", "a-1", "How?", None, "", Answered.NOT_YET, START, START)


def put_all(notebook: Notebook) -> Arrived:
    return notebook.arrivals.put(
        appointments=[VISIT], questions=[QUESTION, OWN], marks=[NOTE, BOOKMARK]
    )


def test_everything_arrives_as_it_was(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    assert put_all(notebook) == Arrived(new=5)
    notebook.close()
    notebook = opener(path)
    assert notebook.marks.all() == (NOTE, BOOKMARK)
    assert notebook.questions.all("a-1") == (QUESTION, OWN)
    assert notebook.appointments.all() == (VISIT,)
    assert notebook.search("computer", 5)[0].id == "m-1"
    notebook.questions.move("q-2", 0)
    assert [one.id for one in notebook.questions.all()] == ["q-2", "q-1"]


def test_a_second_time_changes_nothing(notebook: Notebook) -> None:
    put_all(notebook)
    assert put_all(notebook) == Arrived(known=5)
    assert (len(notebook.marks.all()), len(notebook.questions.all())) == (2, 2)
    assert notebook.marks.versions("m-1") == ()


def test_beside_what_is_there(notebook: Notebook) -> None:
    mine = notebook.questions.add("Mine?")
    here = notebook.appointments.newest()
    assert here is not None
    arrived = replace(OWN, appointment=here.id)
    notebook.arrivals.put(questions=[arrived])
    assert [one.id for one in notebook.questions.all()] == [mine.id, "q-2"]


def test_a_place_that_is_bookmarked_already_is_known(notebook: Notebook) -> None:
    mine = notebook.marks.add(MarkKind.BOOKMARK, place("p2"))
    assert notebook.arrivals.put(marks=[BOOKMARK]) == Arrived(known=1)
    assert notebook.marks.all() == (mine,)


@pytest.mark.parametrize(
    ("when", "text", "version"),
    [(LATER, "Theirs", "From the other computer"), (START, "From the other computer", "Theirs")],
)
def test_of_two_texts_the_newer_is_shown_and_the_other_kept(
    notebook: Notebook, when: object, text: str, version: str
) -> None:
    put_all(notebook)
    theirs = replace(NOTE, text="Theirs", changed=when)
    assert notebook.arrivals.put(marks=[theirs]) == Arrived(changed=1)
    mark = notebook.marks.get("m-1")
    assert (mark.text, mark.changed) == (text, when)
    assert [one.text for one in notebook.marks.versions("m-1")] == [version]
    assert notebook.arrivals.put(marks=[theirs]) == Arrived(known=1)
    assert len(notebook.marks.versions("m-1")) == 1


def test_a_question_and_its_answer_too(notebook: Notebook) -> None:
    put_all(notebook)
    theirs = replace(
        QUESTION, text="Why not?", answer="No.", answered=Answered.ANSWERED, changed=LATER
    )
    assert notebook.arrivals.put(questions=[theirs]) == Arrived(changed=1)
    found = notebook.questions.get("q-1")
    assert (found.text, found.answer, found.answered) == ("Why not?", "No.", Answered.ANSWERED)
    assert {one.text for one in notebook.questions.versions("q-1")} == {"Why?", "So."}
    older = replace(QUESTION, text="Whence?", changed=START - timedelta(days=1))
    assert notebook.arrivals.put(questions=[older]) == Arrived(changed=1)
    assert notebook.questions.get("q-1").text == "Why not?"
    assert "Whence?" in {one.text for one in notebook.questions.versions("q-1")}


def test_what_was_deleted_here_comes_back(notebook: Notebook) -> None:
    put_all(notebook)
    notebook.marks.delete("m-1")
    notebook.questions.delete("q-1")
    assert put_all(notebook) == Arrived(changed=2, known=3)
    assert notebook.marks.get("m-1") == NOTE
    assert notebook.questions.all() == (QUESTION, OWN)
    assert notebook.deleted.count() == 0


def test_what_was_damaged_there_is_damaged_here(notebook: Notebook) -> None:
    damaged = (
        replace(VISIT, is_whole=False),
        replace(OWN, is_whole=False),
        replace(NOTE, is_whole=False),
    )
    notebook.arrivals.put(appointments=damaged[:1], questions=damaged[1:2], marks=damaged[2:])
    assert notebook.appointments.all() == damaged[:1]
    assert notebook.questions.all() == damaged[1:2]
    assert notebook.marks.all() == damaged[2:]


@pytest.mark.parametrize(
    ("marks", "questions", "error"),
    [
        ([replace(NOTE, id="m-9", text=" ")], [], EmptyTextError),
        ([], [replace(OWN, id="q-9", text="")], EmptyTextError),
        ([], [replace(OWN, id="q-9", appointment="nobody's")], UnknownIdError),
        ([], [replace(OWN, text="")], EmptyTextError),
    ],
)
def test_all_arrives_or_nothing(
    notebook: Notebook,
    marks: list[Mark],
    questions: list[Question],
    error: type[Exception],
) -> None:
    put_all(notebook)
    more = replace(VISIT, id="a-9")
    with pytest.raises(error):
        notebook.arrivals.put(
            appointments=[more], questions=[replace(OWN, id="q-8"), *questions], marks=marks
        )
    assert notebook.appointments.all() == (VISIT,)
    assert len(notebook.questions.all("a-1")) == 2


def test_what_cannot_be_kept_is_made_fit(notebook: Notebook) -> None:
    odd = place(quote="a\0b", passage="p\ud800")
    notebook.arrivals.put(
        appointments=[replace(VISIT, what=" two\nlines ")],
        questions=[replace(OWN, text="one\ntwo", place=odd)],
        marks=[replace(NOTE, text="a\0\r\nb", place=odd)],
    )
    assert notebook.appointments.all()[0].what == "two lines"
    assert notebook.questions.all()[0].text == "one two"
    for found in (notebook.questions.all()[0], notebook.marks.all()[0]):
        assert found.place is not None
        assert (found.place.quote, found.place.passage) == ("ab", "p�")
    assert notebook.marks.all()[0].text == "a\nb"


def test_a_disk_that_will_not(notebook: Notebook, clock: Clock) -> None:
    notebook._store._connection.execute("PRAGMA query_only=ON")
    with pytest.raises(NotSavedError):
        put_all(notebook)
    assert notebook.marks.all() == ()
