"""One thing to mend, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.override import override

if TYPE_CHECKING:
    from pathlib import Path

    from reader.booklet.errors import BookletError


class Rule(StrEnum):
    """What is asked of a booklet; docs/writing-booklets.md explains each."""

    FORMAT = "format"
    HEADING = "heading"
    LINK = "link"
    TABLE = "table"
    PICTURE = "picture"
    LIMIT = "limit"
    LONG_SENTENCE = "long-sentence"
    READING_AGE = "reading-age"
    JARGON = "jargon"
    GLOSSARY = "glossary"
    QUESTION = "question"
    CONTACT = "contact"
    PROVENANCE = "provenance"
    DATE = "date"
    GATE = "gate"
    PRONUNCIATION = "pronunciation"
    LIST = "list"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong at ``line`` (from 1) of the file at ``path``.

    ``what`` says what is wrong and ``mend`` how to mend it (``""`` where ``what`` says so);
    neither ends in a full stop.
    """

    path: Path
    line: int
    rule: Rule
    what: str
    mend: str

    @override
    def __str__(self) -> str:
        """One line, as compilers write them: ``file:line: what; how to mend``."""
        return f"{self.path}:{self.line}: {'; '.join(filter(None, (self.what, self.mend)))}"


def finding_data(finding: Finding) -> dict[str, object]:
    """The finding as a dictionary, ready for JSON."""
    return {
        "file": str(finding.path),
        "line": finding.line,
        "rule": finding.rule.value,
        "what": finding.what,
        "mend": finding.mend,
    }


def finding_of(error: BookletError) -> Finding:
    """A booklet that cannot be read, at the line that breaks a rule of the format."""
    return worded(error.path, error.line, Rule.FORMAT, error.problem)


def worded(path: Path, line: int, rule: Rule, problem: str) -> Finding:
    """A finding from sentences: the first says what is wrong, the others how to mend it."""
    what, _, mend = problem.removesuffix(".").partition(". ")
    if mend[1:2].islower() or mend[1:2] == " ":
        mend = mend[0].lower() + mend[1:]
    return Finding(path, max(line, 1), rule, what, mend)
