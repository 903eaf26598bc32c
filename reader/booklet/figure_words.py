"""All that a picture shows, in words: ``figures/name.txt`` beside ``figures/name.svg``."""

from __future__ import annotations

import re
import stat
from pathlib import Path, PurePosixPath

from reader.booklet.limits import PARAGRAPH_CHARACTERS
from reader.booklet.source import bad_character
from reader.override import override

WORDS_BYTES = 20_000

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BETWEEN = re.compile(r"\n[ \t]*\n")


class FigureWordsError(Exception):
    """The words of a picture cannot be taken in; ``problem`` says why and how to mend it."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(name, problem)
        self.name = name
        self.problem = problem

    @override
    def __str__(self) -> str:
        return self.problem


def words_file(source: str) -> str:
    """Where the words of the picture ``source`` stand: ``"figures/name.txt"``."""
    return str(PurePosixPath(source).with_suffix(".txt"))


def read_figure_words(folder: Path, source: str) -> str:
    """The words of the picture ``source``, a paragraph a line; empty when there is no such file.

    Raises ``FigureWordsError`` unless it is a small, honest UTF-8 text of plain paragraphs.
    """
    name = words_file(source)
    data = _read(folder / name, name)
    if data.startswith(_BYTE_ORDER_MARK):
        problem = f"“{name}” begins with a byte order mark. Save it as UTF-8 without one."
        raise FigureWordsError(name, problem)
    try:
        text = data.decode("utf-8").replace("\r\n", "\n").replace("\t", " ")
    except UnicodeDecodeError:
        problem = f"“{name}” is not UTF-8 text. Save the file as UTF-8."
        raise FigureWordsError(name, problem) from None
    bad = bad_character(text)
    if bad is not None:
        problem = f"The character {bad[1]} must not stand in “{name}”. Take it out."
        raise FigureWordsError(name, problem)
    paragraphs = [" ".join(part.split()) for part in _BETWEEN.split(text)]
    if any(len(paragraph) > PARAGRAPH_CHARACTERS for paragraph in paragraphs):
        problem = f"A paragraph of “{name}” is too long. Put empty lines between its parts."
        raise FigureWordsError(name, problem)
    return "\n".join(filter(None, paragraphs))


def _read(path: Path, name: str) -> bytes:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            problem = f"“{name}” is not a file of its own. Put the words themselves there."
            raise FigureWordsError(name, problem)
        with path.open("rb") as file:
            data = file.read(WORDS_BYTES + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        problem = f"“{name}” cannot be read ({error.strerror}). Check who may open it."
        raise FigureWordsError(name, problem) from None
    if len(data) > WORDS_BYTES:
        problem = f"“{name}” is larger than {WORDS_BYTES // 1000} kB. Say it in fewer words."
        raise FigureWordsError(name, problem)
    return data
