"""What goes out comes in again as it was: any text, both forms, twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from reader.notebook.exchange.annotations import to_json
from reader.notebook.exchange.forms import Form, written
from reader.notebook.exchange.taking_in import Report, take_in, writings_in
from reader.notebook.exchange.writings import Writings, writings_of
from tests.notebook.exchange.samples import (
    LATER,
    NAMES,
    NOW,
    SAMPLE,
    live,
    new_notebook,
    steps,
)
from tests.notebook.making import Clock

if TYPE_CHECKING:
    from tests.notebook.exchange.samples import Step


@pytest.mark.parametrize("form", [Form.JSON, Form.HTML])
def test_the_sample_comes_back(form: Form) -> None:
    data = written(SAMPLE, form, NAMES, NOW).encode()
    assert writings_in(data) == SAMPLE


@settings(max_examples=150, deadline=None)
@given(steps)
def test_any_notebook_comes_back(done: list[Step]) -> None:
    clock = Clock()
    here, there = new_notebook(clock), new_notebook()
    live(here, done, clock)
    before = writings_of(here)
    for form in (Form.JSON, Form.HTML):
        read = writings_in(written(before, form, NAMES, NOW).encode())
        assert read == before
    report = take_in(there, read)
    assert writings_of(there) == before
    count = len(before.marks) + len(before.questions) + len(before.appointments)
    assert (report.new, report.changed, report.known) == (count, 0, 0)
    assert to_json(writings_of(there), NOW) == to_json(before, NOW)
    again = take_in(there, read)
    assert (again.new, again.changed, again.known) == (0, 0, count)
    assert writings_of(there) == before
    here.close()
    there.close()


def test_what_was_here_stays_beside_what_came() -> None:
    notebook = new_notebook()
    own = notebook.questions.add("My own?")
    report = take_in(notebook, SAMPLE)
    assert report == Report(marks=3, questions=3, new=8, changed=0, known=0)
    found = writings_of(notebook)
    assert {own.id} | {each.id for each in SAMPLE.questions} == {
        each.id for each in found.questions
    }
    notebook.close()


def test_nothing_is_overwritten_where_both_sides_changed_a_note() -> None:
    notebook = new_notebook()
    take_in(notebook, SAMPLE)
    note = SAMPLE.marks[2]
    newer = replace(note, text="Newer words.", changed=LATER + timedelta(minutes=1))
    report = take_in(notebook, Writings((newer,)))
    assert (report.new, report.changed, report.known) == (0, 1, 0)
    assert notebook.marks.get("m3").text == "Newer words."
    assert note.text in [each.text for each in notebook.marks.versions("m3")]
    older = replace(note, text="Older words.", changed=LATER - timedelta(minutes=1))
    take_in(notebook, Writings((older,)))
    assert notebook.marks.get("m3").text == "Newer words."
    assert "Older words." in [each.text for each in notebook.marks.versions("m3")]
    notebook.close()


def test_a_bookmark_of_the_same_place_is_known() -> None:
    notebook = new_notebook()
    mark = SAMPLE.marks[0]
    notebook.marks.add(mark.kind, mark.place)
    report = take_in(notebook, Writings((mark,)))
    assert (report.new, report.known) == (0, 1)
    assert len(notebook.marks.all()) == 1
    notebook.close()


def test_damage_is_said_on_the_other_side_too() -> None:
    damaged = replace(SAMPLE.marks[2], is_whole=False)
    data = to_json(Writings((damaged,)), NOW).encode()
    assert writings_in(data).marks == (damaged,)


def test_nothing_goes_and_nothing_comes() -> None:
    assert Writings().is_empty
    assert not SAMPLE.is_empty
    assert writings_in(to_json(Writings(), NOW).encode()) == Writings()
    assert Writings(appointments=(replace(SAMPLE.appointments[0], what="", when=""),)).is_empty
