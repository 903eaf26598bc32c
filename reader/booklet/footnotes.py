"""Footnotes as written: each has one text in its section and is pointed at from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.booklet.limits import FOOTNOTE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.booklet.sections import Block, SectionSource

_MARK = re.compile(r"\[\^([^\]]*)\](:?)")
_LABEL = re.compile(r"[A-Za-z0-9-]{1,30}")


def footnote_numbers(section: SectionSource) -> dict[str, str]:
    """The number of each footnote by its label, in the order in which the text points at them.

    Raises ``BookletError`` for a footnote without text, one that nothing points at, one written
    twice, and a text that does not begin a block.
    """
    defined: dict[str, int] = {}
    pointed: dict[str, int] = {}
    for number, label, is_definition in _marks(section):
        if not is_definition:
            pointed.setdefault(label, number)
        elif label in defined:
            raise section.error(number, f"The footnote [^{label}] is written twice. Keep one.")
        else:
            defined[label] = number
    for label, number in pointed.items():
        if label not in defined:
            problem = f"The footnote [^{label}] has no text here. Add “[^{label}]: Words” below."
            raise section.error(number, problem)
    for label, number in defined.items():
        if label not in pointed:
            problem = f"Nothing points at the footnote [^{label}]. Put [^{label}] in the text."
            raise section.error(number, problem)
    return {label: str(number) for number, label in enumerate(pointed, 1)}


def _marks(section: SectionSource) -> Iterator[tuple[int, str, bool]]:
    """Line, label and whether it is the footnote's text, of every mark."""
    count = 0
    for block in section.blocks():
        for number, line in block:
            for found in _MARK.finditer(line):
                count += 1
                if count > FOOTNOTE_MARKS:
                    problem = f"A section has {FOOTNOTE_MARKS} footnote marks at most. Use fewer."
                    raise section.error(number, problem)
                if _LABEL.fullmatch(found[1]) is None:
                    problem = "A footnote is named by letters, digits and hyphens, like [^1]."
                    raise section.error(number, problem)
                is_definition = bool(found[2]) and not line[: found.start()].strip(" >")
                if is_definition and (found.start() or not _begins_with_text(block)):
                    problem = "A footnote's text must begin its line, with an empty line before it."
                    raise section.error(number, problem)
                yield number, found[1], is_definition


def _begins_with_text(block: Block) -> bool:
    first = _MARK.match(block[0][1])
    return first is not None and bool(first[2])
