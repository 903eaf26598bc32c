"""The text of a booklet's file, taken in only when it is a plain, small, honest text file."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

from reader.booklet.errors import BookletError
from reader.booklet.limits import FILE_BYTES, FILE_LINES, LINE_CHARACTERS

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "booklet.md"

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BAD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
    "\u2028\u2029"  # separators that some programs take for line ends
    "\u202a-\u202e\u2066-\u2069"  # overrides of writing direction: words shown in another order
    "\ufeff\ufffe\uffff]"
)


def bad_character(text: str) -> tuple[int, str] | None:
    """Where the first character stands that a booklet must not hold, and its name ``U+202E``."""
    found = _BAD.search(text)
    return None if found is None else (found.start(), f"U+{ord(found[0]):04X}")


def read_source(folder: Path) -> str:
    """The text of ``folder/booklet.md``, lines ended by a line feed, tabs as four-column stops.

    Raises ``BookletError`` when it is missing, is not a regular file, is larger than the limits,
    is not UTF-8, or holds characters that cannot be shown honestly.
    """
    path = folder / FILE_NAME
    data = _read_bytes(path)
    if data.startswith(_BYTE_ORDER_MARK):
        problem = "The file begins with a byte order mark. Save it as UTF-8 without one."
        raise BookletError(path, 1, problem)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = 1 if data.startswith(_UTF_16) else data.count(b"\n", 0, error.start) + 1
        raise BookletError(path, line, "This is not UTF-8 text. Save the file as UTF-8.") from None
    text = text.replace("\r\n", "\n")
    if not text.strip():
        raise BookletError(
            path, 1, "The file is empty. Begin it with a front matter between +++ lines."
        )
    _check_text(path, text)
    return "\n".join(line.expandtabs(4).rstrip(" ") for line in text.split("\n"))


def _read_bytes(path: Path) -> bytes:
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):
            problem = f"{FILE_NAME} is not a file of its own. Put the text itself here, not a link."
            raise BookletError(path, 0, problem)
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except FileNotFoundError:
        problem = f"There is no {FILE_NAME} in this folder. Put the booklet's text there."
        raise BookletError(path, 0, problem) from None
    except OSError as error:
        problem = f"The file cannot be read ({error.strerror}). Check who may open it."
        raise BookletError(path, 0, problem) from None
    if len(data) > FILE_BYTES:
        problem = f"The file is larger than {FILE_BYTES // 1000} kB. Split it into two booklets."
        raise BookletError(path, 0, problem)
    return data


def _check_text(path: Path, text: str) -> None:
    bad = bad_character(text)
    if bad is not None:
        where, name = bad
        problem = f"The character {name} must not stand in a booklet. Take it out."
        raise BookletError(path, text.count("\n", 0, where) + 1, problem)
    lines = text.split("\n")
    if len(lines) > FILE_LINES:
        problem = f"The file has more than {FILE_LINES:,} lines. Split it into two booklets."
        raise BookletError(path, FILE_LINES + 1, problem)
    for number, line in enumerate(lines, 1):
        if len(line) > LINE_CHARACTERS:
            problem = f"A line has {LINE_CHARACTERS:,} characters at most. Split the paragraph."
            raise BookletError(path, number, problem)
