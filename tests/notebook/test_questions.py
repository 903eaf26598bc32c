"""Questions: their order, their answers, and Undo."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.notebook.errors import EmptyTextError, UnknownIdError
from reader.notebook.model import TOP, Answered, Question
from tests.notebook.making import START, Clock, Opener, look, place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.notebook.notebook import Notebook


def add(notebook: Notebook, texts: str) -> dict[str, str]:
    """Add a question for each letter; the ids of the letters."""
    return {text: notebook.questions.add(text).id for text in texts}


def order(notebook: Notebook) -> str:
    return "".join(question.text for question in notebook.questions.all())


def positions(path: Path) -> list[tuple[object, ...]]:
    query = "SELECT text, position FROM questions WHERE deleted IS NULL ORDER BY position"
    return look(path, query)


def test_at_first_there_are_no_questions_and_asking_makes_nothing(notebook: Notebook) -> None:
    assert notebook.questions.all() == ()
    assert notebook.appointments.all() == ()


def test_a_question_is_all_that_was_given(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    question = notebook.questions.add("What are\nmy choices? ", place(start=1, end=4), idea="i-3")
    assert question == Question(
        id="id-2",
        appointment="id-1",
        text="What are my choices?",
        place=place(start=1, end=4),
        answer="",
        answered=Answered.NOT_YET,
        created=START,
        changed=START,
        idea="i-3",
    )
    assert notebook.appointments.current().id == "id-1"
    notebook.close()
    notebook = opener(path)
    assert notebook.questions.all() == (question,)
    assert notebook.questions.get("id-2") == question


def test_a_question_of_ones_own_has_no_place(notebook: Notebook) -> None:
    question = notebook.questions.add("Can I go on holiday?")
    assert question.place is None
    assert (question.idea, question.carried_from) == ("", "")
    assert notebook.questions.all() == (question,)


def test_new_questions_come_last_and_the_first_three_are_the_top(notebook: Notebook) -> None:
    add(notebook, "abcd")
    assert order(notebook) == "abcd"
    assert order(notebook)[:TOP] == "abc"


def test_the_same_words_may_be_asked_twice_but_an_idea_only_once(notebook: Notebook) -> None:
    add(notebook, "aa")
    assert order(notebook) == "aa"
    first = notebook.questions.add("b", idea="i-1")
    changed = notebook.questions.change_text(first.id, "B")
    assert notebook.questions.add("b", idea="i-1") == changed
    assert notebook.questions.add("c", idea="i-2") != changed
    assert order(notebook) == "aaBc"


def test_an_idea_can_be_taken_again_after_it_was_deleted(notebook: Notebook) -> None:
    first = notebook.questions.add("b", idea="i-1")
    notebook.questions.delete(first.id)
    assert notebook.questions.add("b", idea="i-1").id != first.id


@pytest.mark.parametrize("text", ["", " \n ", "\0", "\u200b", "\r\n"])
def test_an_empty_question_is_refused_and_nothing_changes(notebook: Notebook, text: str) -> None:
    with pytest.raises(EmptyTextError) as error:
        notebook.questions.add(text)
    assert error.value.what == "question"
    assert notebook.appointments.all() == ()
    question = notebook.questions.add("a")
    with pytest.raises(EmptyTextError):
        notebook.questions.change_text(question.id, text)
    assert notebook.questions.all() == (question,)


def test_wording_a_question_anew(notebook: Notebook, clock: Clock) -> None:
    question = notebook.questions.add("a", place(), idea="i-1")
    later = clock.pass_by()
    changed = notebook.questions.change_text(question.id, "b\nc")
    assert changed == replace(question, text="b c", changed=later)
    assert notebook.questions.all() == (changed,)


@pytest.mark.parametrize("answered", Answered)
@pytest.mark.parametrize(
    ("typed", "text"), [("", ""), ("Yes.\r\nMaybe.\0", "Yes.\nMaybe."), ("x" * 200_000,) * 2]
)
def test_an_answer_is_kept(
    opener: Opener, path: Path, clock: Clock, answered: Answered, typed: str, text: str
) -> None:
    notebook = opener(path)
    question = notebook.questions.add("a")
    later = clock.pass_by()
    found = notebook.questions.answer(question.id, typed, answered)
    assert found == replace(question, answer=text, answered=answered, changed=later)
    notebook.close()
    assert opener(path).questions.all() == (found,)


# --- order


@pytest.mark.parametrize(
    ("letter", "to", "expected"),
    [
        ("a", 0, "abcde"),
        ("a", 1, "bacde"),
        ("a", 4, "bcdea"),
        ("a", 5, "bcdea"),
        ("a", 99, "bcdea"),
        ("e", 0, "eabcd"),
        ("e", -1, "eabcd"),
        ("e", -99, "eabcd"),
        ("e", 4, "abcde"),
        ("c", 1, "acbde"),
        ("c", 3, "abdce"),
        ("c", 2, "abcde"),
    ],
)
def test_moving(opener: Opener, path: Path, letter: str, to: int, expected: str) -> None:
    notebook = opener(path)
    ids = add(notebook, "abcde")
    before = notebook.questions.get(ids[letter])
    assert notebook.questions.move(ids[letter], to) == before
    assert order(notebook) == expected
    notebook.close()
    assert positions(path) == [(text, index) for index, text in enumerate(expected)]


def test_moving_in_an_earlier_list_leaves_the_current_one(notebook: Notebook) -> None:
    ids = add(notebook, "abc")
    first = notebook.appointments.current()
    notebook.appointments.start_next("", "")
    notebook.questions.move(ids["c"], 0)
    assert [one.text for one in notebook.questions.all(first.id)] == ["c", "a", "b"]
    assert order(notebook) == "abc"


# --- delete and restore


@pytest.mark.parametrize("letter", "abcd")
def test_a_deleted_question_comes_back_where_it_was(
    opener: Opener, path: Path, letter: str
) -> None:
    notebook = opener(path)
    ids = add(notebook, "abcd")
    before = notebook.questions.all()
    notebook.questions.delete(ids[letter])
    assert order(notebook) == "abcd".replace(letter, "")
    notebook.close()
    assert [index for _text, index in positions(path)] == [0, 1, 2]
    notebook = opener(path)
    assert notebook.questions.restore(ids[letter]).text == letter
    assert notebook.questions.all() == before


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("-b -c +c +b", "abcd"),
        ("-a -b -c -d +d +c +b +a", "abcd"),
        ("-a -b -c -d", ""),
        ("-d -a +d", "bcd"),
        ("-d -a -b +d", "cd"),
        ("-a +a +a", "abcd"),
        ("-a -a +a", "abcd"),
        ("+a", "abcd"),
        ("-c >b2 +c", "adcb"),
        ("-a >d0 +a", "adbc"),
    ],
)
def test_deletes_and_undos_in_a_row(notebook: Notebook, steps: str, expected: str) -> None:
    ids = add(notebook, "abcd")
    for act, letter, *index in steps.split():
        match act:
            case "-":
                notebook.questions.delete(ids[letter])
            case "+":
                notebook.questions.restore(ids[letter])
            case _:
                notebook.questions.move(ids[letter], int(index[0]))
    assert order(notebook) == expected


def test_a_restored_question_is_as_it_was(notebook: Notebook, clock: Clock) -> None:
    question = notebook.questions.add("a", place(), idea="i-1")
    answered = notebook.questions.answer(question.id, "Yes.", Answered.PARTLY)
    clock.pass_by()
    notebook.questions.delete(question.id)
    with pytest.raises(UnknownIdError):
        notebook.questions.get(question.id)
    clock.pass_by()
    assert notebook.questions.restore(question.id) == answered
    assert notebook.questions.all() == (answered,)


ACTS: dict[str, Callable[[Notebook, str], object]] = {
    "get": lambda notebook, one: notebook.questions.get(one),
    "change_text": lambda notebook, one: notebook.questions.change_text(one, "x"),
    "move": lambda notebook, one: notebook.questions.move(one, 0),
    "answer": lambda notebook, one: notebook.questions.answer(one, "x", Answered.ANSWERED),
}
UNDOABLE: dict[str, Callable[[Notebook, str], object]] = {
    "delete": lambda notebook, one: notebook.questions.delete(one),
    "restore": lambda notebook, one: notebook.questions.restore(one),
}


@pytest.mark.parametrize("act", ACTS | UNDOABLE)
def test_an_unknown_question_is_named(notebook: Notebook, act: str) -> None:
    add(notebook, "ab")
    before = notebook.questions.all()
    with pytest.raises(UnknownIdError) as error:
        (ACTS | UNDOABLE)[act](notebook, "id-99")
    assert (error.value.what, error.value.id) == ("question", "id-99")
    assert notebook.questions.all() == before


@pytest.mark.parametrize("act", ACTS)
def test_a_deleted_question_is_unknown(notebook: Notebook, act: str) -> None:
    ids = add(notebook, "ab")
    notebook.questions.delete(ids["a"])
    with pytest.raises(UnknownIdError):
        ACTS[act](notebook, ids["a"])
    notebook.questions.restore(ids["a"])
    assert order(notebook) == "ab"


def test_an_unknown_appointment_has_no_questions(notebook: Notebook) -> None:
    add(notebook, "ab")
    assert notebook.questions.all("id-99") == ()


# --- against a plain list


class PlainList:
    """What the order should be, by lists of ids."""

    def __init__(self) -> None:
        self.live: list[str] = []
        self.deleted: dict[str, int] = {}

    def move(self, one: str, to: int) -> None:
        self.live.remove(one)
        self.live.insert(max(0, min(to, len(self.live))), one)

    def delete(self, one: str) -> None:
        self.deleted[one] = self.live.index(one)
        self.live.remove(one)

    def restore(self, one: str) -> None:
        self.live.insert(min(self.deleted.pop(one), len(self.live)), one)


@pytest.mark.parametrize("seed", range(8))
def test_the_order_is_that_of_a_plain_list(opener: Opener, path: Path, seed: int) -> None:
    chance = random.Random(seed)
    notebook, plain = opener(path), PlainList()
    for step in range(120):
        act = chance.choice(["add", "move", "move", "delete", "restore", "reopen"])
        match act:
            case "add":
                plain.live.append(notebook.questions.add(f"question {step}").id)
            case "move" if plain.live:
                one, to = chance.choice(plain.live), chance.randint(-3, len(plain.live) + 3)
                notebook.questions.move(one, to)
                plain.move(one, to)
            case "delete" if plain.live:
                one = chance.choice(plain.live)
                notebook.questions.delete(one)
                plain.delete(one)
            case "restore" if plain.deleted:
                one = chance.choice(sorted(plain.deleted))
                notebook.questions.restore(one)
                plain.restore(one)
            case "reopen":
                notebook.close()
                assert [index for _text, index in positions(path)] == list(range(len(plain.live)))
                notebook = opener(path)
        assert [question.id for question in notebook.questions.all()] == plain.live, (step, act)


def test_a_question_can_come_from_where_its_words_stand_now(
    opener: Opener, path: Path, clock: Clock
) -> None:
    notebook = opener(path)
    question = notebook.questions.add("Why?", place())
    other = notebook.questions.add("How?")
    clock.pass_by(5)
    there = place("p9", edition="2027-01", start=2, end=8, quote="cancer")
    moved = notebook.questions.change_place(question.id, there)
    assert moved == replace(question, place=there)
    notebook.close()
    assert opener(path).questions.all() == (moved, other)


def test_what_is_deleted_is_kept_for_thirty_days_from_then(
    notebook: Notebook, clock: Clock
) -> None:
    notebook.housekeeping.at_start()
    question = notebook.questions.add("Why?")
    for _ in range(5):
        clock.pass_by(24 * 60)
        notebook.housekeeping.at_start()
    notebook.questions.delete(question.id)
    (deleted,) = notebook.deleted.all()
    assert (deleted.item, deleted.when, deleted.days_left) == (question, clock.now, 30)
    assert notebook.questions.find(question.id) == (question, True)
    assert notebook.questions.find("nobody") is None


@pytest.mark.parametrize("act", ["change_place", "accept", "versions"])
def test_what_is_asked_of_a_question_that_is_not_there_names_it(
    notebook: Notebook, act: str
) -> None:
    with pytest.raises(UnknownIdError) as error:
        getattr(notebook.questions, act)("nobody", *((place(),) if act == "change_place" else ()))
    assert (error.value.what, error.value.id) == ("question", "nobody")
