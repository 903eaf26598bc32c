"""A list of questions as QR codes: whole, in order, and small enough for a phone."""

from __future__ import annotations

import re

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.kiosk.home_codes import HEADING, LARGEST_VERSION, MOST_BYTES, home_codes

SHORT = ["What happens next?", "Can I bring somebody?"]
LONG = "Could you go through what the scan showed, and what each of the choices would mean for me? "


def version(text: str) -> int:
    return int(segno.make(text, error="m", boost_error=False, micro=False).version)


def bodies(texts: tuple[str, ...]) -> str:
    return "\n".join(text.partition("\n")[2] for text in texts)


def test_no_question_gives_no_code() -> None:
    assert home_codes([]) == ()
    assert home_codes(["", "  ", "\x00"], "Thursday") == ()


def test_a_short_list_is_one_code() -> None:
    assert home_codes(SHORT) == (f"{HEADING}\n1. What happens next?\n2. Can I bring somebody?",)


def test_the_appointment_stands_on_the_first_alone() -> None:
    texts = home_codes([LONG] * 5, "Second opinion, Thursday 3 December")
    assert len(texts) > 2
    assert texts[0].splitlines()[1] == "Second opinion, Thursday 3 December"
    assert not any("Thursday" in text for text in texts[1:])


def test_each_code_says_which_of_how_many_it_is() -> None:
    texts = home_codes([LONG] * 5)
    headings = [text.splitlines()[0] for text in texts]
    total = len(texts)
    assert headings == [f"{HEADING}, {which} of {total}" for which in range(1, total + 1)]


def test_a_question_that_fits_is_never_divided() -> None:
    for text in home_codes([LONG, *SHORT, LONG, *SHORT]):
        for line in text.splitlines()[1:]:
            assert re.match(r"\d+\. ", line)
            assert line.endswith("?")


def test_a_question_that_is_too_long_is_divided_between_words() -> None:
    question = (LONG * 6).strip()
    texts = home_codes([question])
    assert len(texts) > 1
    pieces = [line.removeprefix("1. ") for line in bodies(texts).splitlines()]
    assert all(piece.startswith("… ") for piece in pieces[1:])
    assert all(piece.endswith(" …") for piece in pieces[:-1])
    assert " ".join(piece.strip("… ") for piece in pieces) == question


def test_a_word_without_end_is_divided_somewhere() -> None:
    texts = home_codes(["x" * 1000])
    assert re.sub(r"[^x]", "", bodies(texts)) == "x" * 1000


def test_what_phones_cannot_show_becomes_a_space() -> None:
    (text,) = home_codes(["What\x00 about\n\n\tthis\u2028one?\ud800"])
    assert text == f"{HEADING}\n1. What about this one?"


@pytest.mark.parametrize("letters", ["é", "ß", "€", "ع", "中", "👩‍👧"])
def test_a_letter_is_never_cut_in_two(letters: str) -> None:
    texts = home_codes([letters * 300])
    joined = re.sub(r"[\s….\d]", "", bodies(texts))
    assert joined == letters * 300


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z", "Cf", "Co", "Cn"]), max_size=30)
QUESTION = st.lists(WORDS, max_size=60).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(st.lists(QUESTION, max_size=12), QUESTION)
def test_every_code_is_small_enough_and_nothing_is_lost(
    questions: list[str], appointment: str
) -> None:
    texts = home_codes(questions, appointment)
    for text in texts:
        assert len(text.encode()) <= MOST_BYTES
        assert version(text) <= LARGEST_VERSION
    said = re.sub(r"\s", "", bodies(texts))
    for question in questions:
        for word in question.split():
            assert word[:1] in said
    if any(question.split() for question in questions):
        assert texts
