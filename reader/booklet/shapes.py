"""Lists, tables, pictures and boxes that Markdown would misread without a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.booklet.sections import Block, SectionSource

IMAGE = r"!\[([^\[\]]*)\]\(([^()\s<>\"']*)\)"
INDENT = 4

_IMAGE_ALONE = re.compile(IMAGE)
BOX_HEAD = re.compile(r"> *\[![^\]]*\]")
_IMAGE_MARK = re.compile(r"(?<!<)!\[")
"""Where a picture is meant; ``<![CDATA[`` is letters, like all raw HTML."""
_QUOTE = re.compile(r"> ?")
_ITEM = re.compile(r"( *)([-*+]|\d+\.)(?: +|$)")


def unboxed(line: str) -> str:
    """``line`` without the mark of the box that it stands in."""
    return _QUOTE.sub("", line, count=1) if line.startswith(">") else line


def check_shape(section: SectionSource, block: Block) -> None:
    """Refuse a block whose lines would be misread; raises ``BookletError``."""
    number, first = block[0]
    indent = len(first) - len(first.lstrip(" "))
    if indent % INDENT:
        problem = f"This line is indented by {indent}. Use none, or four for each level of a list."
        raise section.error(number, problem)
    _check_images(section, block)
    if first.startswith("|") or any(_is_separator(line) for _, line in block):
        _check_table(section, block)
    for run in _runs(section, block):
        _check_items(section, run)


def _check_images(section: SectionSource, block: Block) -> None:
    for number, line in block:
        if _IMAGE_MARK.search(line) and (len(block) > 1 or _IMAGE_ALONE.fullmatch(line) is None):
            problem = (
                "A picture must stand alone between empty lines, "
                "like ![What it shows](figures/name.svg)."
            )
            raise section.error(number, problem)


def _runs(section: SectionSource, block: Block) -> Iterator[Block]:
    """The block, cut where a heading or a box begins or ends; marks of boxes taken off."""
    run: Block = []
    was_boxed = False
    for number, line in block:
        is_boxed, is_heading = line.startswith(">"), line.startswith("###")
        if was_boxed and not is_boxed and not is_heading:
            problem = "Is this still in the box? Begin it with >, or put an empty line before it."
            raise section.error(number, problem)
        inner = unboxed(line)
        if is_heading or is_boxed != was_boxed or not inner:
            yield run
            run = []
        was_boxed = is_boxed
        if inner and not is_heading and not BOX_HEAD.fullmatch(line):
            run.append((number, inner))
    yield run


def _check_items(section: SectionSource, run: Block) -> None:
    """A list begins its block, steps in by fours, and keeps to bullets or to numbers."""
    kinds: dict[int, bool] = {}
    for at, (number, line) in enumerate(run):
        item = _ITEM.match(line)
        if item is None:
            continue
        indent, is_numbered = len(item[1]), item[2][0].isdigit()
        if at and not kinds:
            problem = "A list needs an empty line before it. Put one above this line."
            raise section.error(number, problem)
        if indent % INDENT or indent > max(kinds, default=indent) + INDENT:
            problem = "Indent a list inside a list by four spaces more, no less and no deeper."
            raise section.error(number, problem)
        kinds = {depth: kind for depth, kind in kinds.items() if depth <= indent}
        if kinds.setdefault(indent, is_numbered) != is_numbered:
            problem = "Bullets and numbers are mixed in one list. Put an empty line between them."
            raise section.error(number, problem)


def _is_separator(line: str) -> bool:
    return "|" in line and "-" in line and set(line) <= set("|:- ")


def _check_table(section: SectionSource, block: Block) -> None:
    """Head, separator and rows, each with the same number of cells between outer bars."""
    number, head = block[0]
    if [_is_separator(line) for _, line in block[:3]] != [False, True, False]:
        problem = "A table needs a head, then a line like |---|---|, then rows; nothing before it."
        raise section.error(number, problem)
    cells = head.count("|") - 1
    for row, line in block:
        if not (line.startswith("|") and line.endswith("|") and len(line) > 1):
            raise section.error(row, "A row of a table must begin and end with |.")
        if line.count("|") - 1 != cells:
            found = line.count("|") - 1
            problem = f"The head has {cells} cells and this row {found}. Make them equal."
            raise section.error(row, problem)
        if not line.strip("| "):
            raise section.error(row, "This row of the table is empty. Fill it, or take it out.")
