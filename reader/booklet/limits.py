"""How large and how deep a booklet may be, checked before any of it is parsed.

Python-Markdown takes seconds or for ever on some inputs of a few kilobytes (50,000 ``[`` on a line,
lists forty deep); inside these limits a whole booklet is parsed or refused in well under 2 seconds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.booklet.sections import SectionSource

FILE_BYTES = 256 * 1000
FILE_LINES = 8_000
LINE_CHARACTERS = 10_000
PARAGRAPH_CHARACTERS = 10_000
BLOCK_LINES = 600
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
    characters = marks = block = 0
    for number, line in section.numbered():
        if _depth(line) > LIST_DEPTH:
            problem = f"This is nested deeper than {LIST_DEPTH} levels. Make the list flatter."
            raise section.error(number, problem)
        block = block + 1 if line else 0
        if block > BLOCK_LINES:
            problem = f"More than {BLOCK_LINES} lines follow each other. Put empty lines between."
            raise section.error(number, problem)
        if not line or _STARTS_ANEW.match(line):
            characters = marks = 0
        characters += len(line) + 1
        marks += line.count("*") + line.count("_")
        if characters > PARAGRAPH_CHARACTERS + 1:
            problem = (
                f"This paragraph is longer than {PARAGRAPH_CHARACTERS:,} characters. Split it."
            )
            raise section.error(number, problem)
        if marks > MARKS:
            problem = f"A paragraph has {MARKS} signs * and _ at most. Take some out."
            raise section.error(number, problem)


def _depth(line: str) -> int:
    """How many lists and boxes deep the words of ``line`` stand."""
    found = _NESTING.match(line)
    lead = found[0] if found else ""
    indent = len(lead) - len(lead.lstrip(" "))
    return indent // _INDENT + len(_LEVEL.findall(lead))
