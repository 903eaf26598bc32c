"""A file of questions that somebody wrote beforehand, for ``sheet --questions``.

It is TOML::

    appointment = "Second opinion, Thursday 3 December, 2.30pm"

    [[question]]
    text = "What makes the difference?"
    section = "recurrence#questions"

``appointment`` and ``section`` may be left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.paper.errors import WrittenFileError
from reader.paper.written_file import FILE_BYTES as FILE_BYTES
from reader.paper.written_file import checked, parsed
from reader.paper.written_file import text as words

if TYPE_CHECKING:
    from pathlib import Path

MOST_QUESTIONS = 500

_SHAPE = 'Write [[question]] and below it text = "Your question?" for each question.'


@dataclass(frozen=True, slots=True)
class FileQuestion:
    """A question; ``section`` is where it comes from, like ``recurrence#questions``, or empty."""

    text: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class QuestionsFile:
    """What a questions file says, in its order."""

    appointment: str
    questions: tuple[FileQuestion, ...]


def read_questions(path: Path) -> QuestionsFile:
    """The questions in the file at ``path``; raises ``WrittenFileError``.

    At most ``FILE_BYTES`` and ``MOST_QUESTIONS``. A file without questions is read as it is.
    """
    known = checked(path, parsed(path, _SHAPE), {"appointment", "question"}, "The file")
    questions = known.get("question", [])
    if not isinstance(questions, list):
        raise WrittenFileError(path, f"“question” is not a list. {_SHAPE}")
    if len(questions) > MOST_QUESTIONS:
        raise WrittenFileError(
            path, f"There are {len(questions)} questions. Please keep to {MOST_QUESTIONS}."
        )
    return QuestionsFile(
        words(path, known, "appointment", "The file"),
        tuple(_question(path, entry, number) for number, entry in enumerate(questions, 1)),
    )


def _question(path: Path, entry: object, number: int) -> FileQuestion:
    where = f"Question {number}"
    if not isinstance(entry, dict):
        raise WrittenFileError(path, f"{where} has no text. {_SHAPE}")
    known = checked(path, entry, {"text", "section"}, where)
    text = words(path, known, "text", where)
    if not text.strip():
        raise WrittenFileError(path, f"{where} has no text. {_SHAPE}")
    return FileQuestion(text, words(path, known, "section", where))
