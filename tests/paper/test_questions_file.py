"""Questions from a file, and every way in which the file can be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.paper.errors import PaperError, WrittenFileError
from reader.paper.questions_file import (
    FILE_BYTES,
    MOST_QUESTIONS,
    FileQuestion,
    QuestionsFile,
    read_questions,
)

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """
appointment = "Second opinion, Thursday 3 December"

[[question]]
text = "What makes the difference?"
section = "recurrence#questions"

[[question]]
text = "How long would it go on?"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "questions.toml"


def test_questions_are_read_in_their_order(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    assert read_questions(path) == QuestionsFile(
        "Second opinion, Thursday 3 December",
        (
            FileQuestion("What makes the difference?", "recurrence#questions"),
            FileQuestion("How long would it go on?"),
        ),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "question = []\n"])
def test_a_file_without_questions_is_no_error(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")
    assert read_questions(path) == QuestionsFile("", ())


def test_a_byte_order_mark_is_passed_over(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8-sig")
    assert len(read_questions(path).questions) == 2


def test_line_ends_of_windows_are_read(path: Path) -> None:
    path.write_bytes(GOOD.replace("\n", "\r\n").encode())
    assert len(read_questions(path).questions) == 2


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"[[question]\n", "not written as TOML"),
        (b"Just a question?", "not written as TOML"),
        (b"a = " + b"[" * 100_000, "not written as TOML"),
        (b"[[question]]\ntext = 'caf\xe9'", "not UTF-8"),
        (b"\x00\x01\x02", "not written as TOML"),
        (b"[[question]]\n", "Question 1 has no text"),
        (b"[[question]]\ntext = '  '", "Question 1 has no text"),
        (b"[[question]]\ntext = 'a'\n[[question]]\ntext = 3", "Question 2 has a “text” that is"),
        (b"[[question]]\ntext = 'a'\nsection = true", "Question 1 has a “section” that is"),
        (b"[[question]]\ntext = 'a'\nanswer = 'b'", "Question 1 says “answer”"),
        (b"[question]\ntext = 'a'", "“question” is not a list"),
        (b"question = ['a']", "Question 1 has no text"),
        (b"appointment = 3", "The file has a “appointment” that is"),
        (b"title = 'a'", "The file says “title”, which is not known here. Only “appointment” and"),
        (b"#" * (FILE_BYTES + 1), "larger than 256 kB"),
        (b"[[question]]\ntext='a'\n" * (MOST_QUESTIONS + 1), "There are 501 questions"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_explained(
    data: bytes, problem: str, path: Path
) -> None:
    path.write_bytes(data)

    with pytest.raises(WrittenFileError) as caught:
        read_questions(path)

    assert isinstance(caught.value, PaperError)
    assert caught.value.path == path
    assert problem in caught.value.problem
    assert str(caught.value) == f"questions.toml: {caught.value.problem}"
    assert path.read_bytes() == data


def test_as_many_as_are_allowed_are_read(path: Path) -> None:
    path.write_text("[[question]]\ntext='a'\n" * MOST_QUESTIONS, encoding="utf-8")
    assert len(read_questions(path).questions) == MOST_QUESTIONS


def test_a_file_that_is_not_there(path: Path) -> None:
    with pytest.raises(WrittenFileError, match=r"questions\.toml: There is no such file\."):
        read_questions(path)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(WrittenFileError, match="This is a folder"):
        read_questions(tmp_path)


def test_a_name_that_cannot_be_one(tmp_path: Path) -> None:
    with pytest.raises(WrittenFileError, match="cannot be read"):
        read_questions(tmp_path / "a\x00b")
