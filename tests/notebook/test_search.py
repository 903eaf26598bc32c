"""Finding words in notes, in quoted places, in questions and in answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook import search
from reader.notebook.model import Answered, MarkKind
from reader.notebook.search import HitKind, NotebookHit
from reader.words import END, START, SnippetPart
from tests.notebook.making import Opener, place

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.notebook import Notebook


def texts(notebook: Notebook, words: str, limit: int = 10) -> list[str]:
    return [hit.snippet.text for hit in notebook.search(words, limit)]


def kinds(notebook: Notebook, words: str) -> set[str]:
    return {hit.kind.value for hit in notebook.search(words, 10)}


@pytest.mark.parametrize("words", ["", "  ", "?!", "letrozole"])
def test_an_empty_notebook_has_nothing(notebook: Notebook, words: str) -> None:
    assert notebook.search(words, 10) == ()


def test_a_hit_is_what_and_where(notebook: Notebook) -> None:
    here = place(quote="Letrozole is a tablet.")
    note = notebook.marks.add(MarkKind.NOTE, here, "Ask about letrozole, please.")
    question = notebook.questions.add("Is Letrozole for me?")

    hits = notebook.search("letroz", 10)

    assert {(hit.kind, hit.id, hit.place) for hit in hits} == {
        (HitKind.NOTE, note.id, here),
        (HitKind.QUESTION, question.id, None),
    }
    (of_question,) = (hit for hit in hits if hit.id == question.id)
    assert isinstance(of_question, NotebookHit)
    assert of_question.snippet.parts == (
        SnippetPart("Is "),
        SnippetPart("Letrozole", is_match=True),
        SnippetPart(" for me?"),
    )


def test_every_kind_is_found_by_its_words(notebook: Notebook) -> None:
    notebook.marks.add(MarkKind.BOOKMARK, place("p1", quote="one fox"))
    notebook.marks.add(MarkKind.HIGHLIGHT, place("p2", quote="two foxes"))
    notebook.marks.add(MarkKind.NOTE, place("p3", quote="none"), "three foxes")
    notebook.questions.add("four foxes?")
    assert kinds(notebook, "fox") == {kind.value for kind in HitKind}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("holiday", ["Can I go on holiday?"]),
        ("HOLIDAYS", ["Can I go on holiday?"]),
        ("can holiday", ["Can I go on holiday?"]),
        ("insurance", ["Ask about travel insurance."]),
        ("holiday tablets", []),
        ("tablet", ["Take the tablets with food."]),
        ("cafe", ["The café on the second floor."]),
        ("second fl", ["The café on the second floor."]),
        ('"', []),
        ("OR", []),
    ],
)
def test_what_words_find(notebook: Notebook, words: str, expected: list[str]) -> None:
    question = notebook.questions.add("Can I go on holiday?")
    notebook.questions.answer(question.id, "Ask about travel insurance.", Answered.PARTLY)
    notebook.marks.add(MarkKind.NOTE, place("p1", quote="x"), "Take the tablets with food.")
    notebook.marks.add(MarkKind.HIGHLIGHT, place("p2", quote="The café on the second floor."))
    assert [text.strip() for text in texts(notebook, words)] == expected


def test_a_mark_is_found_by_note_and_quote_together(notebook: Notebook) -> None:
    notebook.marks.add(MarkKind.NOTE, place(quote="A second opinion"), "ring the hospital")
    assert texts(notebook, "opinion hospital") != []


def test_a_long_text_is_shown_around_what_was_found(notebook: Notebook) -> None:
    long = "before " * 5_000 + "letrozole\n\n" + "after " * 5_000
    notebook.marks.add(MarkKind.NOTE, place(), long)
    (text,) = texts(notebook, "letrozole")
    assert "letrozole" in text
    assert len(text) < 200
    assert "\n" not in text
    assert (text[0], text[-1]) == ("…", "…")


def test_the_newest_comes_first_among_equals_and_no_more_than_asked(notebook: Notebook) -> None:
    ids = [notebook.marks.add(MarkKind.NOTE, place(f"p{n}"), "fox").id for n in range(5)]
    assert [hit.id for hit in notebook.search("fox", 3)] == ids[:1:-1]
    assert len(notebook.search("fox", 99)) == 5
    assert notebook.search("fox", 0) == ()
    assert notebook.search("fox", -1) == ()


def test_what_was_written_cannot_mark_itself_as_found(notebook: Notebook) -> None:
    notebook.marks.add(MarkKind.NOTE, place(), f"{START}fake{END} fox")
    (hit,) = notebook.search("fox", 10)
    assert [part.text for part in hit.snippet.parts if part.is_match] == ["fox"]


def test_a_search_follows_every_change(notebook: Notebook) -> None:
    note = notebook.marks.add(MarkKind.NOTE, place(quote=""), "one")
    assert texts(notebook, "one") == ["one"]
    notebook.marks.change_text(note.id, "two")
    assert (texts(notebook, "one"), texts(notebook, "two")) == ([], ["two"])
    notebook.marks.delete(note.id)
    assert texts(notebook, "two") == []
    notebook.marks.restore(note.id)
    assert texts(notebook, "two") == ["two"]

    question = notebook.questions.add("three")
    assert texts(notebook, "three") == ["three"]
    notebook.questions.change_text(question.id, "four")
    assert (texts(notebook, "three"), texts(notebook, "four")) == ([], ["four"])
    notebook.questions.answer(question.id, "five", Answered.PARTLY)
    assert [text.strip() for text in texts(notebook, "five")] == ["five"]
    notebook.questions.delete(question.id)
    assert texts(notebook, "four") == []
    notebook.questions.restore(question.id)
    assert texts(notebook, "four") == ["four"]


def test_a_question_carried_over_is_found_once(notebook: Notebook) -> None:
    notebook.questions.add("fox")
    for _ in range(2):
        assert len(notebook.search("fox", 10)) == 1
        notebook.appointments.start_next("", "")
    (hit,) = notebook.search("fox", 10)
    assert hit.id == notebook.questions.all()[0].id
    notebook.questions.delete(hit.id)
    (earlier,) = notebook.search("fox", 10)
    assert earlier.id != hit.id


def test_what_was_said_at_an_earlier_appointment_is_found(notebook: Notebook) -> None:
    question = notebook.questions.add("fox")
    notebook.questions.answer(question.id, "hedgehog", Answered.PARTLY)
    notebook.appointments.start_next("", "")
    (hit,) = notebook.search("hedgehog", 10)
    assert hit.id == question.id


def test_the_index_is_made_once_and_only_when_asked(notebook: Notebook) -> None:
    notebook.marks.add(MarkKind.NOTE, place(), "fox")
    assert notebook._search is None
    notebook.search("", 10)
    assert notebook._search._index is None
    notebook.search("fox", 10)
    index = notebook._search._index
    assert index is not None
    notebook.positions.keep(place())
    notebook.marks.add(MarkKind.BOOKMARK, place("p2"))
    notebook.search("fo", 10)
    assert notebook._search._index is index


def test_a_change_costs_no_more_than_it_is(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(50):
        notebook.marks.add(MarkKind.NOTE, place(f"p{number}"), f"fox {number}")
    notebook.search("fox", 1)
    indexed: list[int] = []
    original = search._put
    monkeypatch.setattr(
        search,
        "_put",
        lambda *given, **names: (indexed.append(len(given[2])), original(*given, **names)),
    )
    notebook.marks.change_text(notebook.marks.all()[7].id, "hedgehog")
    assert texts(notebook, "hedgehog") == ["hedgehog"]
    assert sum(indexed) == 1
    notebook.search("fox", 1)
    assert sum(indexed) == 1


def test_what_was_taken_back_is_not_found(notebook: Notebook) -> None:
    notebook.search("fox", 1)
    notebook.marks.add(MarkKind.NOTE, place(), "hen")
    connection = notebook._store._connection
    for statement in ("BEGIN", "UPDATE marks SET text = 'fox'", "ROLLBACK"):
        connection.execute(statement)
    assert texts(notebook, "fox") == []


def test_the_index_can_be_made_in_steps_while_things_change(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "STEP", 10)
    marks = [notebook.marks.add(MarkKind.NOTE, place(f"p{n}"), f"fox {n}") for n in range(35)]
    notebook.questions.add("Why the fox?")
    steps = notebook.search_steps()
    next(steps)
    notebook.marks.change_text(marks[3].id, "hen")
    notebook.marks.change_text(marks[33].id, "hen")
    notebook.marks.delete(marks[4].id)
    notebook.marks.add(MarkKind.NOTE, place("new"), "hen")
    assert len(list(steps)) > 2
    assert len(notebook.search("fox", 99)) == 33
    assert len(notebook.search("hen", 99)) == 3
    assert list(notebook.search_steps()) == []


def test_a_search_in_between_waits_for_the_rest(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "STEP", 10)
    for number in range(35):
        notebook.marks.add(MarkKind.NOTE, place(f"p{number}"), f"fox {number}")
    steps = notebook.search_steps()
    next(steps)
    assert len(notebook.search("fox", 99)) == 35
    assert list(steps) == []


def test_of_very_many_the_newest_come_first(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "RANKED", 3)
    notebook.marks.add(MarkKind.NOTE, place("p1", quote=""), "fox fox fox")
    for number in (2, 3):
        notebook.marks.add(MarkKind.NOTE, place(f"p{number}", quote=""), f"fox and {number}")
    assert texts(notebook, "fox")[0] == "fox fox fox"
    notebook.marks.add(MarkKind.NOTE, place("p4", quote=""), "fox and a good many others")
    assert texts(notebook, "fox")[-1] == "fox fox fox"


def test_a_compacted_notebook_is_searched_aright(notebook: Notebook) -> None:
    marks = [notebook.marks.add(MarkKind.NOTE, place(f"p{n}"), f"fox {n}") for n in range(9)]
    questions = [notebook.questions.add(f"hen {n}") for n in range(9)]
    notebook.search("fox", 1)
    for gone in (marks[2], marks[5]):
        notebook.marks.delete(gone.id)
    notebook.questions.delete(questions[0].id)
    notebook.erasing.delete_for_ever(marks[2].id, marks[5].id, questions[0].id)
    assert [hit.id for hit in notebook.search("fox 7", 1)] == [marks[7].id]
    assert [hit.id for hit in notebook.search("hen 8", 1)] == [questions[8].id]
    notebook.erasing.delete_everything()
    assert notebook.search("fox", 9) == ()


def test_a_notebook_that_is_only_looked_at_can_be_searched(notebook: Notebook) -> None:
    notebook.marks.add(MarkKind.NOTE, place(), "fox")
    notebook._store._connection.execute("PRAGMA query_only=ON")
    assert texts(notebook, "fox") == ["fox"]
    assert texts(notebook, "fox") == ["fox"]


def test_which_marks_have_words(notebook: Notebook) -> None:
    notebook.marks.add(MarkKind.NOTE, place("p1"), "fox one")
    notebook.marks.add(MarkKind.NOTE, place("p2"), "hen")
    notebook.questions.add("fox?")
    found = notebook._searching().marks_with("fo")
    assert found == {1}
    assert notebook._searching().marks_with("nowhere") == frozenset()
    assert notebook._searching().marks_with("  ") is None


def test_nothing_of_a_search_reaches_the_disk(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    notebook.marks.add(MarkKind.NOTE, place(), "fox")
    before = {one: one.read_bytes() for one in path.parent.iterdir()}
    notebook.search("fox", 10)
    assert {one: one.read_bytes() for one in path.parent.iterdir()} == before


def test_a_thousand_notes_are_searched(notebook: Notebook) -> None:
    with notebook._store.transaction() as connection:
        connection.execute(
            """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
            INSERT INTO marks (id, kind, booklet, edition, section, passage, start_char, end_char,
            quote, text, created, changed)
            SELECT 'm' || i, 'note', 'b', 'e', 's', 'p' || i, 0, 0, '',
            'note number ' || i, '2026-11-20T00:00:00+00:00', '2026-11-20T00:00:00+00:00'
            FROM n"""
        )
    assert (
        texts(notebook, "number 77")
        == [f"note number {n}" for n in sorted((77, *range(770, 780)), reverse=True)][:10]
    )
