"""Bookmarks, highlights and notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from reader.notebook.errors import EmptyTextError, UnknownIdError
from reader.notebook.model import Mark, MarkKind
from tests.notebook.making import START, Clock, Opener, place

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.model import Place
    from reader.notebook.notebook import Notebook

WITHOUT_TEXT = [MarkKind.BOOKMARK, MarkKind.HIGHLIGHT]
TEXT_OF = {MarkKind.BOOKMARK: "", MarkKind.HIGHLIGHT: "", MarkKind.NOTE: "Ask Dr Okoro."}


@pytest.mark.parametrize("kind", MarkKind)
def test_a_mark_is_all_that_was_given(notebook: Notebook, kind: MarkKind) -> None:
    here = place(start=3, end=20, quote="cancer cells can")
    mark = notebook.marks.add(kind, here, TEXT_OF[kind])
    assert mark == Mark("id-1", kind, here, TEXT_OF[kind], START, START)
    assert notebook.marks.all() == (mark,)
    assert notebook.marks.get("id-1") == mark


@pytest.mark.parametrize("kind", MarkKind)
def test_a_mark_is_there_when_the_notebook_is_opened_again(
    opener: Opener, path: Path, kind: MarkKind
) -> None:
    notebook = opener(path)
    mark = notebook.marks.add(kind, place(), TEXT_OF[kind])
    notebook.close()
    assert opener(path).marks.all() == (mark,)


def test_marks_are_the_oldest_first_whatever_the_clock_says(
    notebook: Notebook, clock: Clock
) -> None:
    first = notebook.marks.add(MarkKind.NOTE, place("p1"), "first")
    clock.pass_by(-1_000_000)
    second = notebook.marks.add(MarkKind.NOTE, place("p2"), "second")
    assert notebook.marks.all() == (first, second)


def test_a_time_of_another_zone_is_the_same_moment(notebook: Notebook, clock: Clock) -> None:
    clock.now = START.astimezone(timezone(timedelta(hours=5)))
    mark = notebook.marks.add(MarkKind.BOOKMARK, place())
    assert mark.created == START
    assert mark.created.utcoffset() == timedelta(0)
    assert notebook.marks.all() == (mark,)


# --- once for each place


@pytest.mark.parametrize("kind", WITHOUT_TEXT)
@pytest.mark.parametrize(
    "again",
    [
        place(),
        place(edition="2028-01"),
        place(quote="The same place, quoted otherwise."),
    ],
)
def test_the_same_place_keeps_its_first_mark(
    notebook: Notebook, clock: Clock, kind: MarkKind, again: Place
) -> None:
    first = notebook.marks.add(kind, place())
    clock.pass_by()
    assert notebook.marks.add(kind, again) == first
    assert notebook.marks.all() == (first,)


@pytest.mark.parametrize("kind", WITHOUT_TEXT)
@pytest.mark.parametrize(
    "other",
    [
        place("p2"),
        place(section="groups"),
        place(booklet="surgery"),
        place(start=1),
        place(end=5),
    ],
)
def test_another_place_has_its_own_mark(notebook: Notebook, kind: MarkKind, other: Place) -> None:
    first = notebook.marks.add(kind, place())
    second = notebook.marks.add(kind, other)
    assert notebook.marks.all() == (first, second)


def test_a_place_can_have_one_of_each_and_many_notes(notebook: Notebook) -> None:
    added = [
        notebook.marks.add(MarkKind.BOOKMARK, place()),
        notebook.marks.add(MarkKind.HIGHLIGHT, place()),
        notebook.marks.add(MarkKind.NOTE, place(), "same"),
        notebook.marks.add(MarkKind.NOTE, place(), "same"),
    ]
    assert list(notebook.marks.all()) == added
    assert len({mark.id for mark in added}) == 4


# --- which marks


def test_the_marks_of_a_booklet_and_of_a_section(notebook: Notebook) -> None:
    here = notebook.marks.add(MarkKind.BOOKMARK, place(section="why"))
    there = notebook.marks.add(MarkKind.HIGHLIGHT, place(section="groups"))
    elsewhere = notebook.marks.add(MarkKind.NOTE, place(booklet="surgery"), "x")

    assert notebook.marks.all() == (here, there, elsewhere)
    assert notebook.marks.all("recurrence") == (here, there)
    assert notebook.marks.all(booklet="surgery") == (elsewhere,)
    assert notebook.marks.all("unknown") == ()
    assert notebook.marks.at("recurrence", "why") == (here,)
    assert notebook.marks.at("recurrence", "groups") == (there,)
    assert notebook.marks.at("surgery", "groups") == ()


# --- texts


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("one\ntwo\n", "one\ntwo\n"),
        ("one\r\ntwo", "one\ntwo"),
        ("a\0b", "ab"),
        ("half \ud83d", "half �"),
        ("'; DROP TABLE marks; --", "'; DROP TABLE marks; --"),
        ("👩‍⚕️ “quoted” £5 ½", "👩‍⚕️ “quoted” £5 ½"),
        ("x" * 200_000, "x" * 200_000),
        ("é\n" * 100_000, "é\n" * 100_000),
    ],
    ids=["lines", "windows", "nul", "surrogate", "sql", "signs", "long", "long-lines"],
)
def test_what_a_note_keeps(opener: Opener, path: Path, typed: str, text: str) -> None:
    notebook = opener(path)
    added = notebook.marks.add(MarkKind.NOTE, place(), typed)
    other = notebook.marks.add(MarkKind.NOTE, place(), "before")
    changed = notebook.marks.change_text(other.id, typed)
    notebook.close()
    assert (added.text, changed.text) == (text, text)
    assert opener(path).marks.all() == (added, changed)


def test_a_place_is_kept_whatever_is_in_it(notebook: Notebook) -> None:
    mark = notebook.marks.add(MarkKind.HIGHLIGHT, place(quote="a\0b\ud800"))
    assert mark.place.quote == "ab�"
    assert notebook.marks.all() == (mark,)


@pytest.mark.parametrize("text", ["", " \n", "\0", "\u200b"])
def test_an_empty_note_is_refused_and_nothing_changes(notebook: Notebook, text: str) -> None:
    note = notebook.marks.add(MarkKind.NOTE, place(), "something")
    with pytest.raises(EmptyTextError):
        notebook.marks.add(MarkKind.NOTE, place(), text)
    with pytest.raises(EmptyTextError):
        notebook.marks.change_text(note.id, text)
    assert notebook.marks.all() == (note,)


@pytest.mark.parametrize("kind", WITHOUT_TEXT)
def test_only_a_note_has_a_text(notebook: Notebook, kind: MarkKind) -> None:
    with pytest.raises(ValueError, match=f"a {kind.value} has no text"):
        notebook.marks.add(kind, place(), "text")
    mark = notebook.marks.add(kind, place())
    with pytest.raises(ValueError, match=f"a {kind.value} has no text"):
        notebook.marks.change_text(mark.id, "text")
    assert notebook.marks.all() == (mark,)


def test_a_changed_note_says_when(notebook: Notebook, clock: Clock) -> None:
    note = notebook.marks.add(MarkKind.NOTE, place(), "before")
    later = clock.pass_by(5)
    changed = notebook.marks.change_text(note.id, "after")
    assert changed == replace(note, text="after", changed=later)
    assert notebook.marks.all() == (changed,)


# --- delete and restore


@pytest.mark.parametrize("kind", MarkKind)
def test_a_deleted_mark_is_gone_until_it_is_restored(
    opener: Opener, path: Path, clock: Clock, kind: MarkKind
) -> None:
    notebook = opener(path)
    marks = [notebook.marks.add(kind, place(f"p{i}"), TEXT_OF[kind]) for i in range(3)]
    clock.pass_by()
    notebook.marks.delete(marks[1].id)

    assert notebook.marks.all() == (marks[0], marks[2])
    assert notebook.marks.at("recurrence", "why") == (marks[0], marks[2])
    with pytest.raises(UnknownIdError):
        notebook.marks.get(marks[1].id)

    notebook.close()
    notebook = opener(path)
    assert notebook.marks.restore(marks[1].id) == marks[1]
    assert list(notebook.marks.all()) == marks


def test_deleting_and_restoring_twice_is_once(notebook: Notebook) -> None:
    note = notebook.marks.add(MarkKind.NOTE, place(), "x")
    notebook.marks.delete(note.id)
    notebook.marks.delete(note.id)
    assert notebook.marks.all() == ()
    assert notebook.marks.restore(note.id) == note
    assert notebook.marks.restore(note.id) == note
    assert notebook.marks.all() == (note,)


@pytest.mark.parametrize("kind", WITHOUT_TEXT)
def test_a_place_marked_anew_keeps_the_new_mark(notebook: Notebook, kind: MarkKind) -> None:
    old = notebook.marks.add(kind, place())
    notebook.marks.delete(old.id)
    new = notebook.marks.add(kind, place())
    assert new.id != old.id
    assert notebook.marks.restore(old.id) == new
    assert notebook.marks.all() == (new,)


@pytest.mark.parametrize(
    "act",
    [
        lambda notebook, mark: notebook.marks.get(mark),
        lambda notebook, mark: notebook.marks.change_text(mark, "x"),
        lambda notebook, mark: notebook.marks.delete(mark),
        lambda notebook, mark: notebook.marks.restore(mark),
    ],
    ids=["get", "change_text", "delete", "restore"],
)
def test_an_unknown_mark_is_named(notebook: Notebook, act) -> None:  # noqa: ANN001
    kept = notebook.marks.add(MarkKind.BOOKMARK, place())
    with pytest.raises(UnknownIdError) as error:
        act(notebook, "id-99")
    assert (error.value.what, error.value.id) == ("mark", "id-99")
    assert notebook.marks.all() == (kept,)


def test_the_text_of_a_deleted_note_stays_as_it_was(notebook: Notebook) -> None:
    note = notebook.marks.add(MarkKind.NOTE, place(), "x")
    notebook.marks.delete(note.id)
    with pytest.raises(UnknownIdError):
        notebook.marks.change_text(note.id, "y")
    assert notebook.marks.restore(note.id) == note


def test_those_of_other_editions(notebook: Notebook) -> None:
    old = notebook.marks.add(MarkKind.BOOKMARK, place("p1", edition="2025-01"))
    notebook.marks.add(MarkKind.BOOKMARK, place("p2"))
    notebook.marks.add(MarkKind.BOOKMARK, place("p3", booklet="surgery", edition="2025-01"))
    gone = notebook.marks.add(MarkKind.BOOKMARK, place("p4", edition="2025-01"))
    notebook.marks.delete(gone.id)
    assert notebook.marks.of_other_editions("recurrence", "2026-11") == (old,)


def test_they_are_counted_without_being_read(notebook: Notebook) -> None:
    assert notebook.marks.count() == 0
    first = notebook.marks.add(MarkKind.NOTE, place("p1"), "One")
    notebook.marks.add(MarkKind.BOOKMARK, place("p2"))
    assert notebook.marks.count() == 2
    notebook.marks.delete(first.id)
    assert notebook.marks.count() == 1


def test_one_on_a_passage_is_the_first_that_was_made(notebook: Notebook) -> None:
    where = place("p1")
    first = notebook.marks.add(MarkKind.NOTE, where, "One")
    second = notebook.marks.add(MarkKind.NOTE, where, "Two")
    notebook.marks.add(MarkKind.NOTE, place("p2"), "Elsewhere")
    asked = (where.booklet, where.section, where.passage)
    assert notebook.marks.one_on(*asked) == first
    notebook.marks.delete(first.id)
    assert notebook.marks.one_on(*asked) == second
    assert notebook.marks.one_on(where.booklet, where.section, "nowhere") is None


def test_a_mark_can_be_moved_to_where_its_words_stand_now(
    opener: Opener, path: Path, clock: Clock
) -> None:
    notebook = opener(path)
    mark = notebook.marks.add(MarkKind.NOTE, place(), "one")
    other = notebook.marks.add(MarkKind.NOTE, place("p2"), "two")
    clock.pass_by(5)
    there = place("p9", edition="2027-01", start=2, end=8, quote="cancer")
    moved = notebook.marks.change_place(mark.id, there)
    assert moved == replace(mark, place=there)
    notebook.close()
    assert opener(path).marks.all() == (moved, other)


def test_what_is_deleted_is_kept_for_thirty_days_from_then(
    notebook: Notebook, clock: Clock
) -> None:
    notebook.housekeeping.at_start()
    mark = notebook.marks.add(MarkKind.NOTE, place(), "one")
    for _ in range(5):
        clock.pass_by(24 * 60)
        notebook.housekeeping.at_start()
    notebook.marks.delete(mark.id)
    (deleted,) = notebook.deleted.all()
    assert (deleted.item, deleted.when, deleted.days_left) == (mark, clock.now, 30)


@pytest.mark.parametrize("act", ["change_place", "accept", "versions", "change_text", "go_back"])
def test_what_is_asked_of_a_mark_that_is_not_there_names_it(notebook: Notebook, act: str) -> None:
    arguments = {"change_place": (place(),), "change_text": ("x",), "go_back": (1,)}.get(act, ())
    with pytest.raises(UnknownIdError) as error:
        getattr(notebook.marks, act)("nobody", *arguments)
    assert error.value.what in ("mark", "version")
    assert error.value.id == ("1" if act == "go_back" else "nobody")
