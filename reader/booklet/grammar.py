"""What Markdown knows and booklets do not: refused by line, so that nothing is half understood.

Python-Markdown never fails; what a booklet cannot say would reach readers as spilt marks or lost
words. Raw HTML is not refused: it is shown as the letters it is made of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.booklet.limits import OPEN_BRACKETS
from reader.booklet.shapes import IMAGE, check_shape, unboxed

if TYPE_CHECKING:
    from reader.booklet.sections import Block, SectionSource

LINK = r"(?<!!)\[([^\[\]]*)\]\(([^()\s<>\"']*)\)"

_WHOLE_LINK = re.compile(f"{LINK}|{IMAGE}")
_MARK = r"(?:[-*+]|\d+\.)"
_FORBIDDEN = tuple(
    (re.compile(pattern), problem)
    for pattern, problem in (
        (r" *(?:```|~~~)", "Code blocks have no place in a booklet. Write plain paragraphs."),
        (r"#(?!#)", "Headings begin with ## or ###. To begin a line with #, write \\#."),
        (r"#{4,}", "### is the deepest heading. Take away the # signs above three."),
        (r"### *$|###[^ #]", "A heading needs a space and words after ###."),
        (r"###.*\{#", "Only ## headings have an id. Take the {#…} away."),
        (
            rf" +#| *(?:{_MARK} +)+#",
            "A heading begins its line, outside any list. For #, write \\#.",
        ),
        (
            r" *(?:-{2,}|=+|_{3,}|\*{3,}|(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})$",
            "Lines of dashes, stars or equals signs are not used. Take this line out.",
        ),
        (rf" *{_MARK}$", "This list item has no words. Write some, or take it out."),
        (rf" *(?:{_MARK} +)+>", "A box cannot stand in a list. Put it after the list."),
        (rf" *{_MARK} +{_MARK} ", "Two list marks stand on one line. Keep one."),
        (r".*`", "Text in ` signs has no place in a booklet. Take the ` signs away."),
        (
            r" *\[[^\[\]^!][^\[\]]*\]:",
            "Write an address right after its words: [words](https://…).",
        ),
    )
)


def check_grammar(section: SectionSource) -> None:
    """Refuse what a booklet cannot say; raises ``BookletError`` at the line."""
    for block in section.blocks():
        for number, line in block:
            _check_line(section, number, line)
        _check_links(section, block)
        _check_brackets(section, block)
        check_shape(section, block)


def _check_line(section: SectionSource, number: int, line: str) -> None:
    if re.match(r" *> ?>", line):
        raise section.error(number, "A box cannot stand in a box. Take one > away.")
    if re.match(r" +>", line):
        raise section.error(number, "A box begins its lines with >. Take away the spaces before.")
    inner = unboxed(line)
    for pattern, problem in _FORBIDDEN:
        if pattern.match(inner):
            raise section.error(number, problem)


def _check_links(section: SectionSource, block: Block) -> None:
    """Every ``](`` belongs to a whole link or picture."""
    text = "\n".join(line for _, line in block)
    rest = _WHOLE_LINK.sub(lambda found: "\n" * found[0].count("\n"), text)
    if (at := rest.find("](")) >= 0:
        problem = "This link cannot be read. Write it like [words](#section) or [words](https://…)."
        raise section.error(block[0][0] + rest.count("\n", 0, at), problem)


def _check_brackets(section: SectionSource, block: Block) -> None:
    depth = 0
    for number, line in block:
        for mark in re.findall(r"[\[\]]", line):
            depth = depth + 1 if mark == "[" else max(depth - 1, 0)
            if depth > OPEN_BRACKETS:
                problem = f"More than {OPEN_BRACKETS} square brackets are open here. Close them."
                raise section.error(number, problem)
