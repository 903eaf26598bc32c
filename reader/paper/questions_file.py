"""A file of questions that somebody wrote beforehand, for ``sheet --questions``.

It is TOML::

    appointment = "Second opinion, Thursday 3 December, 2.30pm"

    [[question]]
    text = "What makes the difference?"
    section = "recurrence#questions"

``appointment`` and ``section`` may be left out.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.paper.errors import QuestionsFileError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_BYTES = 256_000
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
    """The questions in the file at ``path``; raises ``QuestionsFileError``.

    At most ``FILE_BYTES`` and ``MOST_QUESTIONS``. A file without questions is read as it is.
    """
    known = _checked(path, _parsed(path), {"appointment", "question"}, "The file")
    questions = known.get("question", [])
    if not isinstance(questions, list):
        raise QuestionsFileError(path, f"“question” is not a list. {_SHAPE}")
    if len(questions) > MOST_QUESTIONS:
        raise QuestionsFileError(
            path, f"There are {len(questions)} questions. Please keep to {MOST_QUESTIONS}."
        )
    return QuestionsFile(
        _text(path, known, "appointment", "The file"),
        tuple(_question(path, entry, number) for number, entry in enumerate(questions, 1)),
    )


def _parsed(path: Path) -> Mapping[str, object]:
    try:
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise QuestionsFileError(path, "There is no such file.") from error
    except IsADirectoryError as error:
        raise QuestionsFileError(path, "This is a folder. Please name a file.") from error
    except (OSError, ValueError) as error:
        raise QuestionsFileError(path, f"It cannot be read ({error}).") from error
    if len(data) > FILE_BYTES:
        raise QuestionsFileError(path, f"It is larger than {FILE_BYTES // 1000} kB.")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise QuestionsFileError(path, "It is not UTF-8 text. Please save it as UTF-8.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise QuestionsFileError(path, f"It is not written as TOML: {error}. {_SHAPE}") from error


def _question(path: Path, entry: object, number: int) -> FileQuestion:
    where = f"Question {number}"
    if not isinstance(entry, dict):
        raise QuestionsFileError(path, f"{where} has no text. {_SHAPE}")
    known = _checked(path, entry, {"text", "section"}, where)
    text = _text(path, known, "text", where)
    if not text.strip():
        raise QuestionsFileError(path, f"{where} has no text. {_SHAPE}")
    return FileQuestion(text, _text(path, known, "section", where))


def _checked(
    path: Path, entry: Mapping[str, object], names: set[str], where: str
) -> Mapping[str, object]:
    if unknown := sorted(set(entry) - names):
        known = " and ".join(f"“{name}”" for name in sorted(names))
        problem = f"{where} says “{unknown[0]}”, which is not known here. Only {known} are."
        raise QuestionsFileError(path, problem)
    return entry


def _text(path: Path, entry: Mapping[str, object], name: str, where: str) -> str:
    value = entry.get(name, "")
    if not isinstance(value, str):
        raise QuestionsFileError(path, f"{where} has a “{name}” that is not words in quotes.")
    return value
