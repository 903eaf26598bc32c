"""The notebook as Markdown (CommonMark), for people and the programs they keep notes in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.notebook.exchange.layout import TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.notebook.exchange.layout import Chapter, Entry

EMPTY = "There is nothing in this notebook yet."
DAMAGED = "This may be damaged."

_SIGNS = re.compile(r"[\\`*_{}\[\]()#!]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;"}
_LINE_START = re.compile(r"^[-+=:]")
_NUMBER = re.compile(r"^(\d+)\.")
_BREAK = "  \n"
"""Two spaces at its end break a line in every dialect."""


def to_markdown(chapters: Sequence[Chapter], exported: str) -> str:
    """All of ``chapters``; ``exported`` is the day on which they were taken along."""
    lines = [f"# {TITLE}", f"Saved from Booklet Reader on {escaped(exported)}."]
    for chapter in chapters:
        lines.append(f"## {escaped(chapter.heading)}")
        for group in chapter.groups:
            lines.append(f"### {escaped(group.heading)}")
            for entry in group.entries:
                lines.extend(_entry(entry))
    if not chapters:
        lines.append(EMPTY)
    return "\n\n".join(lines) + "\n"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"**{escaped(entry.label)}** ({escaped(entry.when)})"
    if entry.is_damaged:
        yield DAMAGED
    if entry.quote:
        yield from _quoted(entry.quote)
    yield from _paragraphs(entry.text)
    if entry.answer:
        yield "Answer:"
        yield from _paragraphs(entry.answer)


def _quoted(text: str) -> Iterator[str]:
    lines = "\n\n".join(_paragraphs(text)).split("\n")
    yield "\n".join(f"> {line}" if line else ">" for line in lines)


def _paragraphs(text: str) -> Iterator[str]:
    """Its paragraphs, each line of which stays a line."""
    for paragraph in re.split(r"\n\s*\n", text):
        lines = [escaped(line) for line in paragraph.splitlines() if line.strip()]
        if lines:
            yield _BREAK.join(lines)


def escaped(line: str) -> str:
    """One line of plain text such that no sign of it means anything in Markdown."""
    plain = _SIGNS.sub(lambda found: f"\\{found[0]}", " ".join(line.split()))
    for sign, entity in _ENTITIES.items():
        plain = plain.replace(sign, entity)
    return _LINE_START.sub(lambda found: f"&#{ord(found[0])};", _NUMBER.sub(r"\1\\.", plain))
