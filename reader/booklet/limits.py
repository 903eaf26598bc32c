"""How large and how deep a booklet may be, checked before any of it is parsed.

Python-Markdown takes seconds or for ever on some inputs of a few kilobytes (50,000 ``[`` on a line,
lists forty deep); inside these limits a whole booklet is parsed or refused in well under 2 seconds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.booklet.sections import SectionSource

FILE_BYTES = 256 * 1000
FILE_LINES = 8_000
LINE_CHARACTERS = 10_000
PARAGRAPH_CHARACTERS = 10_000
BLOCK_LINES = 300
LIST_DEPTH = 12
TABLE_ROWS = 200
OPEN_BRACKETS = 12
MARKS = 400
"""How many ``*`` and ``_`` a paragraph may hold."""
MARKS_IN_ALL = 20_000
"""How many ``*``, ``_``, ``[`` and ``\\`` a booklet may hold: each costs some 20 microseconds."""
FOOTNOTE_MARKS = 100

_NESTING = re.compile(r"(?: |>|[-*+] |\d+\. )*")
_LEVEL = re.compile(r">|[-*+] |\d+\. ")
_STARTS_ANEW = re.compile(r" *(?:[-*+] |\d+\. |\||: |\[\^|> ?(?:[-*+] |\d+\. )|> *$)")
_MARKS = re.compile(r"[*_\[\\]")
_INDENT = 4
_TABLE_HEAD = 2


def check_limits(sections: Iterable[SectionSource]) -> None:
    """Refuse depth, long blocks and floods of marks; raises ``BookletError``."""
    in_all = 0
    for section in sections:
        _check_section(section)
        in_all += sum(len(_MARKS.findall(line)) for line in section.lines)
        if in_all > MARKS_IN_ALL:
            problem = f"A booklet has {MARKS_IN_ALL:,} signs * _ [ and \\ at most. Take some out."
            raise section.error(section.line, problem)


def _check_section(section: SectionSource) -> None:
    tally = _Tally()
    for number, line in section.numbered():
        tally = tally.with_line(line)
        if (problem := _problem(tally, line)) is not None:
            raise section.error(number, problem)


@dataclass(frozen=True, slots=True)
class _Tally:
    """What a paragraph, and the run of lines around it, hold so far."""

    lines: int = 0
    characters: int = 0
    marks: int = 0

    def with_line(self, line: str) -> _Tally:
        lines = self.lines + 1 if line else 0
        marks = line.count("*") + line.count("_")
        if not self.lines or not line or _STARTS_ANEW.match(line):
            return _Tally(lines, len(line), marks)
        return _Tally(lines, self.characters + len(line) + 1, self.marks + marks)


def _problem(tally: _Tally, line: str) -> str | None:
    if _depth(line) > LIST_DEPTH:
        return f"This is nested deeper than {LIST_DEPTH} levels. Make the list flatter."
    if line.startswith("|") and tally.lines > TABLE_ROWS + _TABLE_HEAD:
        return f"A table has {TABLE_ROWS} rows at most. Split this one."
    if tally.lines > BLOCK_LINES:
        return f"More than {BLOCK_LINES} lines follow each other. Put empty lines between."
    if tally.characters > PARAGRAPH_CHARACTERS:
        return f"A paragraph has {PARAGRAPH_CHARACTERS:,} characters at most. Split this one."
    if tally.marks > MARKS:
        return f"A paragraph has {MARKS} signs * and _ at most. Take some out."
    return None


def _depth(line: str) -> int:
    """How many lists and boxes deep the words of ``line`` stand."""
    found = _NESTING.match(line)
    lead = found[0] if found else ""
    indent = len(lead) - len(lead.lstrip(" "))
    return indent // _INDENT + len(_LEVEL.findall(lead))
