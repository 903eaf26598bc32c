"""Notes out of a file that this program wrote, into a notebook: all of them, or nothing."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook.exchange.errors import ExchangeError, FileProblem
from reader.notebook.exchange.page import embedded_json
from reader.notebook.exchange.reading_back import NewerFormatError, writings_from
from reader.notebook.exchange.strict_json import parse_strictly

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.exchange.writings import Writings
    from reader.notebook.notebook import Notebook

MOST_BYTES = 256 * 1024 * 1024
"""A hundred thousand notes are about 100 MB."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came in: ``marks`` and ``questions`` are how many the file has.

    Of those and its appointments ``new`` were not here, ``changed`` changed something that was, and
    ``known`` were here already as they are.
    """

    marks: int
    questions: int
    new: int
    changed: int
    known: int


def read_file(path: Path) -> Writings:
    """What the JSON-LD or HTML file at ``path`` has; raises ``ExchangeError``."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise ExchangeError(path, FileProblem.NOT_A_FILE)
        if found.st_size > MOST_BYTES:
            raise ExchangeError(path, FileProblem.TOO_BIG, f"{found.st_size} bytes")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise ExchangeError(path, FileProblem.MISSING) from error
    except (OSError, ValueError) as error:  # a name with NUL is a ValueError
        raise ExchangeError(path, FileProblem.UNREADABLE, str(error)) from error
    return writings_in(data, path)


def writings_in(data: bytes, path: Path | None = None) -> Writings:
    """What the bytes of a file have; ``path`` names it in an ``ExchangeError``."""
    if len(data) > MOST_BYTES:
        raise ExchangeError(path, FileProblem.TOO_BIG, f"{len(data)} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExchangeError(path, FileProblem.NOT_OURS, str(error)) from error
    source = embedded_json(text) if text.lstrip()[:1] == "<" else text
    if source is None or "urn:booklet-reader:" not in source:
        raise ExchangeError(path, FileProblem.NOT_OURS)
    try:
        return writings_from(parse_strictly(source))
    except NewerFormatError as error:
        raise ExchangeError(path, FileProblem.NEWER) from error
    except ValueError as error:
        raise ExchangeError(path, FileProblem.DAMAGED, str(error)) from error


def take_in(notebook: Notebook, writings: Writings) -> Report:
    """Put ``writings`` into ``notebook`` beside what is there, and say what came in.

    A second time nothing changes; where both sides changed the same thing, the newer is shown and
    the older is kept as a version. Raises ``NotSavedError``, and then nothing came in.
    """
    arrived = notebook.arrivals.put(
        appointments=writings.appointments, questions=writings.questions, marks=writings.marks
    )
    return Report(
        len(writings.marks),
        len(writings.questions),
        arrived.new,
        arrived.changed,
        arrived.known,
    )
