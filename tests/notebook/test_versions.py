"""What was written before can be gone back to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from reader.notebook.errors import UnknownIdError
from reader.notebook.model import Answered, MarkKind, Part
from reader.notebook.versions import KEPT, SLIP, SPELL, _differences
from tests.notebook.making import START, Clock, Opener, place

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.model import Mark, Version
    from reader.notebook.notebook import Notebook

LONG_ENOUGH = int(SPELL.total_seconds()) // 60


def note(notebook: Notebook, text: str) -> Mark:
    return notebook.marks.add(MarkKind.NOTE, place(), text)


def texts(notebook: Notebook, item: str) -> list[str]:
    """The versions of a note, the newest first."""
    return [version.text for version in notebook.marks.versions(item)]


def type_out(notebook: Notebook, clock: Clock, item: str, *states: str) -> None:
    """What autosave does while somebody types, half a second apart."""
    for text in states:
        clock.now += timedelta(milliseconds=500)
        notebook.marks.change_text(item, text)


def test_a_new_note_has_no_versions(notebook: Notebook) -> None:
    assert notebook.marks.versions(note(notebook, "one").id) == ()


def test_each_spell_of_writing_leaves_a_version(notebook: Notebook, clock: Clock) -> None:
    mark = note(notebook, "one")
    for text in ("two", "three"):
        clock.pass_by(LONG_ENOUGH)
        notebook.marks.change_text(mark.id, text)
    assert [(one.text, one.written) for one in notebook.marks.versions(mark.id)] == [
        ("two", START + SPELL),
        ("one", START),
    ]
    assert {one.part for one in notebook.marks.versions(mark.id)} == {Part.NOTE}


def test_typing_leaves_one_version_and_not_a_hundred(notebook: Notebook, clock: Clock) -> None:
    mark = note(notebook, "The scan")
    clock.pass_by(60)
    words = " is on Thursday and I must drink nothing before it, said the nurse"
    type_out(notebook, clock, mark.id, *("The scan" + words[:n] for n in range(1, len(words))))
    assert texts(notebook, mark.id)[-1] == "The scan"
    assert len(texts(notebook, mark.id)) == 2


def test_what_is_erased_as_it_was_typed_can_be_found(notebook: Notebook, clock: Clock) -> None:
    whole = "Call the ward on Monday morning before nine about the results"
    mark = note(notebook, "C")
    type_out(notebook, clock, mark.id, *(whole[:n] for n in range(2, len(whole) + 1, 3)), whole)
    type_out(notebook, clock, mark.id, *(whole[:n] for n in range(len(whole) - 4, 0, -4)))
    assert any(whole in text for text in texts(notebook, mark.id))


def test_all_at_once_replaced_is_kept(notebook: Notebook, clock: Clock) -> None:
    mark = note(notebook, "Something long that I want to keep")
    type_out(notebook, clock, mark.id, "x", "xy", "a wholly other thing, quite as long as it")
    type_out(notebook, clock, mark.id, "z")
    kept = texts(notebook, mark.id)
    assert "Something long that I want to keep" in kept
    assert "a wholly other thing, quite as long as it" in kept


def test_a_corrected_slip_is_not_a_version(notebook: Notebook, clock: Clock) -> None:
    mark = note(notebook, "The docter said")
    type_out(notebook, clock, mark.id, "The docter said so", "The doctor said so, twice")
    type_out(notebook, clock, mark.id, "The doctor said so, twice and")
    assert texts(notebook, mark.id) == ["The doctor said so, twice"]
    assert len("The docter") < SLIP


def test_a_clock_that_goes_back_ends_a_spell(notebook: Notebook, clock: Clock) -> None:
    mark = note(notebook, "one")
    clock.pass_by(-600)
    notebook.marks.change_text(mark.id, "one two")
    notebook.marks.change_text(mark.id, "one two three")
    assert texts(notebook, mark.id) == ["one two", "one"]


def test_the_last_twenty_are_kept(notebook: Notebook, clock: Clock) -> None:
    mark = note(notebook, "text 0")
    other = notebook.marks.add(MarkKind.NOTE, place("p2"), "other")
    clock.pass_by(60)
    notebook.marks.change_text(other.id, "changed")
    for number in range(1, KEPT + 6):
        clock.pass_by(LONG_ENOUGH)
        notebook.marks.change_text(mark.id, f"text {number}")
    assert texts(notebook, mark.id) == [f"text {n}" for n in range(KEPT + 4, 4, -1)]
    assert texts(notebook, other.id) == ["other"]


def test_the_same_text_again_is_no_change(notebook: Notebook, clock: Clock) -> None:
    mark = note(notebook, "one")
    clock.pass_by(60)
    assert notebook.marks.change_text(mark.id, "one") == mark
    assert texts(notebook, mark.id) == []


def test_going_back_and_forth(notebook: Notebook, clock: Clock) -> None:
    mark = note(notebook, "one")
    clock.pass_by(LONG_ENOUGH)
    notebook.marks.change_text(mark.id, "two")
    (first,) = notebook.marks.versions(mark.id)
    assert notebook.marks.go_back(mark.id, first.number).text == "one"
    newest, *_older = notebook.marks.versions(mark.id)
    assert newest.text == "two"
    assert notebook.marks.go_back(mark.id, newest.number).text == "two"
    assert texts(notebook, mark.id) == ["one", "two", "one"]


def test_a_question_and_its_answer_have_versions_of_their_own(
    notebook: Notebook, clock: Clock
) -> None:
    question = notebook.questions.add("Why?")
    clock.pass_by(LONG_ENOUGH)
    notebook.questions.change_text(question.id, "Why now?")
    notebook.questions.answer(question.id, "Because.", Answered.PARTLY)
    clock.pass_by(LONG_ENOUGH)
    notebook.questions.answer(question.id, "Because of the scan.", Answered.ANSWERED)
    versions = notebook.questions.versions(question.id)
    assert [(one.part, one.text) for one in versions] == [
        (Part.ANSWER, "Because."),
        (Part.QUESTION, "Why?"),
    ]
    back = notebook.questions.go_back(question.id, versions[0].number)
    assert (back.text, back.answer, back.answered) == ("Why now?", "Because.", Answered.ANSWERED)
    back = notebook.questions.go_back(question.id, versions[1].number)
    assert (back.text, back.answer) == ("Why?", "Because.")


def test_an_empty_answer_is_no_version(notebook: Notebook, clock: Clock) -> None:
    question = notebook.questions.add("Why?")
    clock.pass_by(60)
    notebook.questions.answer(question.id, "So.", Answered.ANSWERED)
    assert notebook.questions.versions(question.id) == ()


def test_how_far_it_was_answered_is_no_text(notebook: Notebook, clock: Clock) -> None:
    question = notebook.questions.add("Why?")
    notebook.questions.answer(question.id, "So.", Answered.ANSWERED)
    clock.pass_by(60)
    notebook.questions.answer(question.id, "So.", Answered.PARTLY)
    assert notebook.questions.versions(question.id) == ()


def test_what_is_not_there_is_named(notebook: Notebook, clock: Clock) -> None:
    mark, other = note(notebook, "one"), notebook.questions.add("Why?")
    clock.pass_by(60)
    notebook.marks.change_text(mark.id, "two")
    (version,) = notebook.marks.versions(mark.id)
    with pytest.raises(UnknownIdError) as error:
        notebook.questions.go_back(other.id, version.number)
    assert (error.value.what, error.value.id) == ("version", str(version.number))
    for unknown in (notebook.marks.versions, notebook.questions.versions):
        with pytest.raises(UnknownIdError):
            unknown("nobody")
    notebook.marks.delete(mark.id)
    with pytest.raises(UnknownIdError):
        notebook.marks.go_back(mark.id, version.number)


def test_versions_outlive_a_restart_and_a_delete(opener: Opener, path: Path, clock: Clock) -> None:
    notebook = opener(path)
    mark = note(notebook, "one")
    clock.pass_by(60)
    notebook.marks.change_text(mark.id, "two")
    notebook.marks.delete(mark.id)
    notebook.close()
    notebook = opener(path)
    notebook.marks.restore(mark.id)
    assert texts(notebook, mark.id) == ["one"]


def test_a_spell_with_a_damaged_version_begins_anew(
    opener: Opener, path: Path, clock: Clock
) -> None:
    notebook = opener(path)
    mark = note(notebook, "one")
    notebook.marks.change_text(mark.id, "one two")
    with notebook._store.transaction() as connection:
        connection.execute("UPDATE versions SET checksum = 1")
    notebook.marks.change_text(mark.id, "one two three")
    assert texts(notebook, mark.id) == ["one two", "one"]


# --- what is written, by itself


@pytest.mark.parametrize(
    ("before", "after", "lost", "gained"),
    [
        ("", "", 0, 0),
        ("same", "same", 0, 0),
        ("", "new", 0, 3),
        ("old", "", 3, 0),
        ("the scan", "the big scan", 0, 4),
        ("the big scan", "the scan", 4, 0),
        ("the docter", "the doctor", 1, 1),
        ("aa", "aaa", 0, 1),
        ("aaa", "aa", 1, 0),
        ("abcabc", "abc", 3, 0),
        ("wholly", "other", 6, 5),
        ("x" * 5000 + "y", "x" * 5000 + "zz", 1, 2),
    ],
)
def test_what_typing_lost_and_gained(before: str, after: str, lost: int, gained: int) -> None:
    assert _differences(before, after) == (lost, gained)


@pytest.mark.parametrize(
    ("seconds", "is_one"),
    [(-1, False), (0, True), (SPELL.total_seconds() - 1, True), (SPELL.total_seconds(), False)],
)
def test_how_long_a_spell_is(notebook: Notebook, seconds: float, is_one: bool) -> None:
    later = START + timedelta(seconds=seconds)
    with notebook._store.transaction() as connection:
        keep = notebook.marks._versions.keep
        keep(connection, "m", Part.NOTE, "one", START, is_whole=True)
        keep(connection, "m", Part.NOTE, "one two", later, is_whole=True)
    assert [one.text for one in versions(notebook)] == (
        ["one two"] if is_one else ["one two", "one"]
    )


@pytest.mark.parametrize(
    ("lost", "gained", "is_missed"),
    [
        (SLIP, 1, True),
        (SLIP - 1, 1, False),
        (SLIP - 1, SLIP - 1, False),
        (SLIP, SLIP + 5, True),
        (SLIP, 0, False),
        (0, 1, False),
    ],
)
def test_within_a_spell_what_would_be_missed_is_kept(
    notebook: Notebook, lost: int, gained: int, is_missed: bool
) -> None:
    with notebook._store.transaction() as connection:
        keep = notebook.marks._versions.keep
        keep(connection, "m", Part.NOTE, "before " + "l" * lost, START, is_whole=True)
        keep(connection, "m", Part.NOTE, "before " + "g" * gained, START, is_whole=True)
    assert ("before " + "l" * lost in [one.text for one in versions(notebook)]) is (
        is_missed or not gained or gained < lost
    )
    assert (len(versions(notebook)) == 2) is is_missed


@pytest.mark.parametrize("which", [0, 1])
def test_a_damaged_text_is_a_version_of_its_own(notebook: Notebook, which: int) -> None:
    with notebook._store.transaction() as connection:
        keep = notebook.marks._versions.keep
        for number, text in enumerate(("one", "one two")):
            keep(connection, "m", Part.NOTE, text, START, is_whole=number != which)
    assert [(one.text, one.is_whole) for one in versions(notebook)] == [
        ("one two", which != 1),
        ("one", which != 0),
    ]


def test_one_from_elsewhere_is_kept_once_and_apart(notebook: Notebook) -> None:
    with notebook._store.transaction() as connection:
        kept = notebook.marks._versions
        assert kept.keep_new(connection, "m", Part.NOTE, "one", START)
        assert kept.keep_new(connection, "m", Part.NOTE, "one two", START)
        assert not kept.keep_new(connection, "m", Part.NOTE, "one", START)
        assert not kept.keep_new(connection, "m", Part.NOTE, "", START)
        assert kept.keep_new(connection, "n", Part.NOTE, "one", START)
    assert [(one.text, one.written, one.is_whole) for one in versions(notebook)] == [
        ("one two", START, True),
        ("one", START, True),
    ]


def test_those_of_one_item_can_be_forgotten(notebook: Notebook) -> None:
    with notebook._store.transaction() as connection:
        for item in ("m", "n"):
            notebook.marks._versions.keep(connection, item, Part.NOTE, "one", START, is_whole=True)
        notebook.marks._versions.forget(connection, "m")
    assert versions(notebook) == ()
    assert len(versions(notebook, "n")) == 1


def test_one_that_never_was_is_named(notebook: Notebook) -> None:
    with pytest.raises(UnknownIdError) as error:
        notebook.marks._versions.get("m", 7)
    assert (error.value.what, error.value.id) == ("version", "7")


def versions(notebook: Notebook, item: str = "m") -> tuple[Version, ...]:
    return notebook.marks._versions.of(item, Part.NOTE)
