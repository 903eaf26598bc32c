"""Searching by words: FTS5 itself is the judge of every query."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from reader.words import (
    END,
    FTS_TOKENIZER,
    MAX_WORDS,
    START,
    Snippet,
    SnippetPart,
    match_expression,
    searchable,
    snippet_of,
)

TEXTS = (
    "Ask for a second opinion at any time.",
    "The trials were called DESKTOP 3 and SOC-1.",
    "It hasn’t come back in the “first” place (yet).",
    "Naïve cells, and a café near the clinic.",
    "An operation may be possible; operations differ.",
)


def found(words: str) -> list[int]:
    """The rows of ``TEXTS`` that FTS5 finds with ``words``."""
    expression = match_expression(words)
    if not expression:
        return []
    with closing(sqlite3.connect(":memory:")) as table:
        table.execute(f"CREATE VIRTUAL TABLE t USING fts5(text, tokenize='{FTS_TOKENIZER}')")
        table.executemany("INSERT INTO t VALUES (?)", [(text,) for text in TEXTS])
        query = "SELECT rowid - 1 FROM t WHERE t MATCH ? ORDER BY rowid"
        rows = table.execute(query, (expression,))
        return [row for (row,) in rows]


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("", ""),
        ("   \n\t ", ""),
        ("- ( * ) “”", ""),
        ("letrozole", '"letrozole"*'),
        ("second opinion", '"second" "opinion"*'),
        ("  second \n opinion ", '"second" "opinion"*'),
        ("SOC-1", '"SOC-1"*'),
        ('say "no"', '"say" """no"""*'),
        ("ovary & tube", '"ovary" "tube"*'),
        ("a\0b", '"a" "b"*'),
        ("a\ud800b", '"a" "b"*'),
    ],
)
def test_the_query_that_words_become(words: str, expression: str) -> None:
    assert match_expression(words) == expression


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("opinion", [0]),
        ("OPINIONS second", [0]),
        ("opin", [0]),
        ("opin second", []),
        ("second trial", []),
        ("SOC-1", [1]),
        ("SOC 1", [1]),
        ("1-SOC", []),
        ("hasn't", [2]),
        ("hasn’t", [2]),
        ("“first”", [2]),
        ("naive", [3]),
        ("CAFÉ", [3]),
        ("operating", [4]),
        ("3 desktop", [1]),
    ],
)
def test_what_words_find(words: str, rows: list[int]) -> None:
    assert found(words) == rows


@pytest.mark.parametrize(
    "words",
    [
        'a"b',
        '"',
        '""""x',
        "a OR b",
        "NEAR(a b)",
        "a AND NOT b",
        "text:a",
        "{text}:a",
        "^a",
        "a*",
        "a + b",
        "(a",
        "a)",
        "'; DROP TABLE t; --",
        "x\0y",
        "\udfff x",
        "½ ² Ⅳ ३",
        "日本語",
        "👩‍⚕️ a",
        "x" * 100_000,
        "a " * 20_000,
        "a-" * 5_000,
    ],
)
def test_no_letters_have_a_meaning_to_fts5(words: str) -> None:
    assert isinstance(found(words), list)


def test_words_past_the_limit_are_not_looked_at() -> None:
    assert match_expression("a " * (MAX_WORDS + 1)).count('"a"') == MAX_WORDS


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        ("", ()),
        ("plain", (SnippetPart("plain"),)),
        (f"{START}all{END}", (SnippetPart("all", is_match=True),)),
        (
            f"a {START}second{END} opinion",
            (SnippetPart("a "), SnippetPart("second", is_match=True), SnippetPart(" opinion")),
        ),
        (
            f"{START}a{END}{START}b{END}c",
            (
                SnippetPart("a", is_match=True),
                SnippetPart("b", is_match=True),
                SnippetPart("c"),
            ),
        ),
        (f"a{START}never closed", (SnippetPart("a"), SnippetPart("never closed"))),
        (f"never opened{END}b", (SnippetPart("never openedb"),)),
    ],
)
def test_a_snippet_is_split_at_the_marks(marked: str, parts: tuple[SnippetPart, ...]) -> None:
    assert snippet_of(marked) == Snippet(parts)


@pytest.mark.parametrize("function", ["snippet(t, 0, ?, ?, '…', 6)", "highlight(t, 0, ?, ?)"])
def test_a_snippet_of_what_fts5_answers(function: str) -> None:
    with closing(sqlite3.connect(":memory:")) as table:
        table.execute(f"CREATE VIRTUAL TABLE t USING fts5(text, tokenize='{FTS_TOKENIZER}')")
        table.execute("INSERT INTO t VALUES (?)", (TEXTS[0],))
        query = f"SELECT {function} FROM t WHERE t MATCH ?"
        (marked,) = table.execute(query, (START, END, match_expression("opini"))).fetchone()

    snippet = snippet_of(marked)

    assert [part.text for part in snippet.parts if part.is_match] == ["opinion"]
    assert snippet.text.startswith("Ask for a second opinion") or snippet.text.startswith("…")
    assert not set(snippet.text) & {START, END}


def test_searchable_text_has_no_marks_of_its_own() -> None:
    text = f"one{START}two{END}three\0four\ud83dfive\nsix"
    assert searchable(text) == "one two three four five\nsix"
    assert snippet_of(searchable(text)).parts == (SnippetPart(searchable(text)),)
