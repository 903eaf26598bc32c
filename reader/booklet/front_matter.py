"""What a booklet says about itself, read without parsing its text: enough for a card on a shelf."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.booklet.errors import BookletError
from reader.booklet.fields import Fields, key_lines
from reader.booklet.outline import WORDS_A_MINUTE, Source
from reader.booklet.sections import split_sections
from reader.booklet.source import FILE_NAME, read_source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.booklet.dates import YearMonth

FORMAT = 1
COVERS = ("teal", "plum", "slate", "ochre")

_FENCE = "+++"
_MOST_LINES = 200
_MOST_CHARACTERS = 20_000
_MOST_ON_A_LINE = 2_000
"""``tomllib`` takes the square of the length of a dotted key."""
_KEYS = (
    "format",
    "id",
    "title",
    "summary",
    "language",
    "edition",
    "cover",
    "clinically_reviewed",
    "source",
)
_SOURCE_KEYS = ("title", "publisher", "edition", "updated", "review_due", "reviewers")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_ERROR_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_NOT_WORDS = re.compile(r"\]\([^()\s]*\)|^ *(?:>|[-*+] |\d+\. |:|#+)|\{#[^{}]*\}|[|]|!?\[!?")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """All of a ``Booklet`` but its sections; ``body`` begins at line ``body_line`` of the file.

    ``section_titles`` holds the id and the title of each section, in order.
    """

    id: str
    title: str
    summary: str
    language: str
    edition: YearMonth
    source: Source
    is_clinically_reviewed: bool
    folder: Path
    cover: str
    section_titles: tuple[tuple[str, str], ...]
    word_count_estimate: int
    body: str
    body_line: int

    @property
    def minutes_to_read(self) -> int:
        """Whole minutes, rounded up, at ``WORDS_A_MINUTE``."""
        return max(1, -(-self.word_count_estimate // WORDS_A_MINUTE))


def read_front_matter(folder: Path) -> FrontMatter:
    """Read the front matter and the section headings of the booklet in ``folder``.

    Raises ``BookletError``.
    """
    path = folder / FILE_NAME
    lines = read_source(folder).split("\n")
    if lines[0] != _FENCE:
        problem = f"The file has no front matter. Begin it with a line that says only {_FENCE}."
        raise BookletError(path, 1, problem)
    end = next(
        (at for at, line in enumerate(lines[1 : _MOST_LINES + 1], 1) if line == _FENCE), None
    )
    if end is None:
        problem = f"The front matter is never closed. End it with a line that says only {_FENCE}."
        raise BookletError(path, 1, problem)
    end = lines.index(_FENCE, 1)
    head = lines[1:end]
    fields = Fields(path, "", _toml(path, head), key_lines(head, 2))
    return _front_matter(folder, fields, "\n".join(lines[end + 1 :]), end + 2)


def _toml(path: Path, lines: Sequence[str]) -> dict[str, object]:
    """The values of ``lines``, the first of which is line 2 of the file."""
    for number, written in enumerate(lines, 2):
        if len(written) > _MOST_ON_A_LINE:
            problem = f"A line here has {_MOST_ON_A_LINE:,} characters at most. Shorten it."
            raise BookletError(path, number, problem)
    if sum(map(len, lines)) > _MOST_CHARACTERS:
        problem = f"A front matter has {_MOST_CHARACTERS:,} characters at most. Shorten it."
        raise BookletError(path, 1, problem)
    try:
        return tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError) as error:
        found = _ERROR_LINE.search(str(error))
        line = int(found[1]) + 1 if found else 1
        problem = 'The front matter is not TOML here. Write key = "text", one key a line.'
        raise BookletError(path, line, problem) from None


def _front_matter(folder: Path, fields: Fields, body: str, body_line: int) -> FrontMatter:
    fields.check_known(_KEYS)
    written = fields.integer("format")
    if written != FORMAT:
        raise fields.error("format", f"“format” must be {FORMAT}, the one this program reads.")
    language = fields.text("language")
    if _LANGUAGE.fullmatch(language) is None:
        raise fields.error("language", "“language” must be a language code, like “en-GB”.")
    source = _source(fields.within("source"))
    sections = split_sections(fields.path, body, body_line)
    return FrontMatter(
        id=fields.identifier("id"),
        title=fields.text("title"),
        summary=fields.text("summary"),
        language=language,
        edition=fields.month("edition"),
        source=source,
        is_clinically_reviewed=fields.flag("clinically_reviewed"),
        folder=folder,
        cover=fields.choice("cover", COVERS, COVERS[0]),
        section_titles=tuple((section.id, section.title) for section in sections),
        word_count_estimate=sum(
            _words(section.title) + sum(map(_words, section.lines)) for section in sections
        ),
        body=body,
        body_line=body_line,
    )


def _source(fields: Fields) -> Source:
    fields.check_known(_SOURCE_KEYS)
    return Source(
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        updated=fields.month("updated"),
        review_due=fields.month("review_due"),
        reviewers=fields.texts("reviewers"),
        edition=fields.optional_text("edition", ""),
    )


def _words(line: str) -> int:
    return len(_NOT_WORDS.sub(" ", line).split())
