"""Where sentences end, and where a full stop ends none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.booklet.sentences import sentence_spans
from reader.shelf.shelf import Shelf

CONTENT = Path(__file__).parents[2] / "content"


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["You may drink tea.", "It is hot.", "Is it?", "Take care!"],
        ["Ask Dr Leaf.", "She knows."],
        ["Ask Dr. Leaf about it.", "She knows."],
        ["Mr. A. B. Leaf and Prof. Cup came.", "They sat."],
        ["Take fruit, e.g. Apples, i.e. Coxes."],
        ["See p. 4 and pp. 5 to 7.", "Then stop."],
        ["No. 5 is red.", "No.", "You may not."],
        ["Version 2.6 is out.", "It costs 1.50."],
        ["Ring 0800 008 7054.", "It is free."],
        ["You may have hepatitis C.", "You may not."],
        ["She said “Go.”", "Then he went.", "“Why?” she asked."],
        ["(It is hot.)", "(It is cold.)"],
        ["It is stage III.", "That is far on…", "Is it?"],
        ["Open from 9 a.m. to 5 p.m. on most days."],
        ["Drugs etc. are in the cupboard.", "It is locked."],
        ["Écoutez.", "Ŵyn.", "7 days."],
    ],
)
def test_sentences_end_where_people_end_them(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_line_feed_ends_a_sentence_with_or_without_a_stop() -> None:
    assert split("A heading\nIts text. More.\n\nno capital") == [
        *("A heading", "Its text.", "More.", "no capital")
    ]


@pytest.mark.parametrize("text", ["", "   ", "\n", ".", " … ", "– · –"])
def test_there_is_nothing_to_say_of_what_has_no_letter(text: str) -> None:
    assert split(text) == []


@given(st.text(alphabet="aA1 .?!…”“()\n–é", max_size=60))
def test_sentences_come_in_order_and_leave_no_letter_out(text: str) -> None:
    spans = sentence_spans(text)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not any(letter.isalnum() for letter in text[at:start])
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not any(letter.isalnum() for letter in text[at:])


def test_no_sentence_of_the_bundled_booklets_is_cut_at_an_abbreviation() -> None:
    texts = [
        passage.text
        for booklet in Shelf.open([CONTENT]).read_all()
        for section in booklet.sections
        for passage in section.passages
    ]
    found = [sentence for text in texts for sentence in split(text)]
    assert len(found) > 400
    assert [one for one in found if len(one) < 3] == []
