"""Everything that is shown as it was written, to know the program's own words from it."""

from __future__ import annotations

import tomllib
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from reader.booklet.model import Run
from reader.booklet.saying import section_sentences
from reader.paper.letter_wording import REASONS
from reader.shelf.shelf import Shelf
from reader.version import program_version
from tests.pictures import scenes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.paths import Paths

WRITTEN = (
    "This is what I keep thinking about.",
    "Second opinion",
    "Thursday 3 December, 2.30pm",
    "Dr Lee in Leeds. She will write to her.",
    "letrozole",
    "Professor Jones, the larger centre",
    "Front desk has no paper. Nothing is lost. Put paper in, and it goes on by itself.",
)
"""What the scenes write here and there."""


def corpus(paths: Paths) -> list[str]:
    """The booklets, the charity's lists, what the scenes' reader writes, and where files are.

    So is what a letter says: the reasons to tick are those that are printed, word for word.
    """
    found = [*scenes.QUESTIONS, scenes.NOTE, *WRITTEN]
    found += REASONS.values()
    shelf = Shelf.open([paths.content])
    for entry in shelf.entries:
        booklet = shelf.read(entry.id)
        found += strings(booklet)
        for section in booklet.sections:
            found += [sentence.text for sentence in section_sentences(section)]
    for path in sorted(paths.content.glob("*.toml")):
        found += strings(tomllib.loads(path.read_text(encoding="utf-8")))
    return [*found, str(paths.data), str(paths.data.parent), program_version()]


def strings(value: object) -> Iterator[str]:
    """All text in ``value``, and that of a passage as a whole."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list | tuple):
        yield "".join(one.text for one in value if isinstance(one, Run))
        for one in value:
            yield from strings(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
