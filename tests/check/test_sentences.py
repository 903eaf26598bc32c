"""Where sentences end, what counts as a word, and what is read at all."""

from __future__ import annotations

import pytest

from reader.booklet.model import Figure, Passage, PassageKind, Run
from reader.check.sentences import read_texts, sentences, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One cup", 1),
        ("One cup.", 1),
        ("One cup. Two cups.", 2),
        ("One cup? Two! Three.", 3),
        ("It is called “tea.” You drink it.", 2),
        ("It is hot. (Very hot.) You drink it.", 3),
        ("Ask Dr. A. Leaf. She knows.", 2),
        ("Drinks, e.g. Tea and milk, are wet.", 1),
        ("Version 2.6 is new. It has 3 parts.", 2),
        ("You need: a cup; a pot.", 1),
        ("Stage 3 or 4. 12 months.", 2),
    ],
)
def test_sentences_end_where_people_say(text: str, count: int) -> None:
    found = sentences(text)
    assert len(found) == count
    assert " ".join(found).split() == text.split()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A cup of tea.", ["A", "cup", "of", "tea"]),
        ("don’t, can't", ["don’t", "can't"]),
        ("second-line", ["second-line"]),
        ("version 2.6, 10,000 people", ["version", "2.6", "10,000", "people"]),
        ("(tea) – or “milk”…", ["tea", "or", "milk"]),
        ("café", ["café"]),
        ("—", []),
    ],
)
def test_words_are_what_a_reader_counts(text: str, found: list[str]) -> None:
    assert list(words(text)) == found


RUNS = (Run("One "), Run("cup", strong=True), Run("1", footnote="1"), Run("."))


@pytest.mark.parametrize(
    ("passage", "texts"),
    [
        (Passage("a", PassageKind.PARAGRAPH, RUNS), ["One cup."]),
        (Passage("a", PassageKind.HEADING, RUNS, level=3), []),
        (Passage("a", PassageKind.LIST_ITEM, RUNS, marker="•"), ["One cup."]),
        (Passage("a", PassageKind.FOOTNOTE, RUNS, marker="1"), ["One cup."]),
        (Passage("a", PassageKind.DEFINITION, RUNS, term=(Run("Cup"),)), ["One cup."]),
        (Passage("a", PassageKind.TABLE_ROW, cells=(RUNS, RUNS)), ["One cup.", "One cup."]),
        (Passage("a", PassageKind.TABLE_ROW, cells=(RUNS,), is_header=True), []),
        (
            Passage("a", PassageKind.FIGURE, figure=Figure("a.svg", "A cup", "One.\nTwo.")),
            ["One.", "Two."],
        ),
        (Passage("a", PassageKind.FIGURE, figure=Figure("a.svg", "A cup")), []),
    ],
)
def test_running_text_is_read_and_labels_are_not(passage: Passage, texts: list[str]) -> None:
    assert list(read_texts(passage)) == texts
