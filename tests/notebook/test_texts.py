"""What is typed, pasted or dictated comes back as it went in, but for what cannot be kept."""

from __future__ import annotations

import pytest

from reader.notebook.errors import EmptyTextError
from reader.notebook.texts import kept, kept_place, note_text, one_line, question_text
from tests.notebook.making import place

BLANK = [
    "",
    " ",
    "\n\t \r\n",
    "\0",
    "\0 \0",
    "\u200b",
    "\ufeff\u2060",
    "\u00a0\u2003",
    "\u2028",
    "\x07",
]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("plain", "plain"),
        ("", ""),
        ("  two  spaces  ", "  two  spaces  "),
        ("one\ntwo", "one\ntwo"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\0b\0", "ab"),
        ("half \ud83d of it", "half � of it"),
        ("\udc00", "�"),
        ("👩‍⚕️ é é ﷽ 𝒳", "👩‍⚕️ é é ﷽ 𝒳"),
        ("right\u200fto\u202eleft", "right\u200fto\u202eleft"),
        ("tab\tand “quotes”", "tab\tand “quotes”"),
    ],
)
def test_what_is_kept(typed: str, text: str) -> None:
    assert kept(typed) == text
    assert kept(text) == text
    text.encode("utf-8")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("What now?", "What now?"),
        ("  What now?  ", "What now?"),
        ("What\nnow?", "What now?"),
        ("What \r\n\r\n  now?", "What now?"),
        ("\nWhat now?\n", "What now?"),
        ("What\u2028now\u2029then\x85next\vand\f?", "What now then next and ?"),
        ("two  spaces stay", "two  spaces stay"),
        ("a\0\nb\ud800", "a b�"),
        ("", ""),
        ("\n", ""),
    ],
)
def test_what_stands_on_one_line(typed: str, text: str) -> None:
    assert one_line(typed) == text
    assert one_line(text) == text


def test_a_note_keeps_its_lines_and_a_question_has_one() -> None:
    assert note_text("one\ntwo ") == "one\ntwo "
    assert question_text("one\ntwo ") == "one two"


@pytest.mark.parametrize("typed", BLANK)
def test_a_note_or_question_that_nobody_can_see_is_none(typed: str) -> None:
    with pytest.raises(EmptyTextError) as note:
        note_text(typed)
    with pytest.raises(EmptyTextError) as question:
        question_text(typed)
    assert (note.value.what, question.value.what) == ("note", "question")


@pytest.mark.parametrize("typed", ["?", "0", ".", "\u200b!", "日", "👍", "\ud800", "\U0001fae8"])
def test_one_sign_is_enough(typed: str) -> None:
    assert note_text(typed)
    assert question_text(typed)


def test_a_very_long_line_of_spaces_is_not_slow() -> None:
    assert one_line("a" + " " * 200_000 + "b") == "a" + " " * 200_000 + "b"


def test_a_place_is_kept_whole() -> None:
    odd = place("p\0", booklet="b\ud800", quote="one\r\ntwo", start=3, end=9)
    found = kept_place(odd)
    assert found == place("p", booklet="b�", quote="one\ntwo", start=3, end=9)
    assert kept_place(found) == found
