"""Splitting the body of a booklet into sections, with the line each word stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.booklet.errors import BookletError
from reader.booklet.fields import is_identifier
from reader.booklet.outline import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_COMMENT = re.compile(r" *<!--(.*?)--> *")
_FACTS = re.compile(r"\s*facts:(.*)", re.DOTALL)
_FACT = re.compile(r"[A-Z]{1,4}-\d{1,4}[a-z]?")
_ESCAPED = re.compile(r"\\.")
_MARKED_UP = re.compile(r"[*`\[\]\\]")


Block = list[tuple[int, str]]
"""Lines with their numbers, none of them empty."""


@dataclass(frozen=True, slots=True)
class SectionSource:
    """A section as written: ``lines`` follow its heading at ``line``, comments already blank."""

    path: Path
    line: int
    id: str
    title: str
    gate: Gate | None
    facts: tuple[str, ...]
    lines: tuple[str, ...]

    def numbered(self) -> Iterator[tuple[int, str]]:
        """Each line below the heading with its number in the file."""
        return enumerate(self.lines, self.line + 1)

    def blocks(self) -> Iterator[Block]:
        """Runs of lines without an empty one; escaped characters are masked as ``xx``."""
        block: Block = []
        for number, line in self.numbered():
            if line:
                block.append((number, _ESCAPED.sub("xx", line)))
            elif block:
                yield block
                block = []
        if block:
            yield block

    def error(self, line: int, problem: str) -> BookletError:
        """``problem`` at a line of the file."""
        return BookletError(self.path, line, problem)

    def error_at(self, words: str, problem: str) -> BookletError:
        """``problem`` at the line that begins with ``words`` or holds them, else at the heading."""
        begin = [n for n, line in self.numbered() if words and _bare(line).startswith(words)]
        hold = [n for n, line in self.numbered() if words and words in line]
        return self.error([*begin, *hold, self.line][0], problem)


def _bare(line: str) -> str:
    """``line`` without the marks that lists, boxes, tables and headings begin with."""
    return line.lstrip(" >-*+:|#0123456789.")


def split_sections(path: Path, body: str, first: int) -> tuple[SectionSource, ...]:
    """The sections of ``body``, whose first line is line ``first`` of the file at ``path``.

    Raises ``BookletError`` on headings that are wrong, ids used twice, words before the first
    heading, an empty section and a body without any.
    """
    lines, facts = _without_comments(path, body.split("\n"), first)
    starts = [at for at, line in enumerate(lines) if re.match(r"##(?!#)", line)]
    for number, line in enumerate(lines[: starts[0]] if starts else lines, first):
        if line:
            problem = "Words stand before the first section. Begin with “## Title {#id}”."
            raise BookletError(path, number, problem)
    if not starts:
        problem = "The booklet has no section. Begin one with “## Title {#id}”."
        raise BookletError(path, first, problem)
    sections: list[SectionSource] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        stated = [fact for at in range(start, end) for fact in facts.get(at, ())]
        sections.append(
            _section(path, first + start, lines[start], tuple(lines[start + 1 : end]), stated)
        )
    _check_ids(sections)
    return tuple(sections)


def _without_comments(
    path: Path, lines: Sequence[str], first: int
) -> tuple[list[str], dict[int, tuple[str, ...]]]:
    """Lines with whole-line comments blanked, and the fact ids stated, by index of their line."""
    kept: list[str] = []
    facts: dict[int, tuple[str, ...]] = {}
    at = 0
    while at < len(lines):
        if not lines[at].lstrip(" ").startswith("<!--"):
            kept.append(lines[at])
            at += 1
            continue
        end = next((n for n in range(at, len(lines)) if "-->" in lines[n]), None)
        if end is None:
            problem = "This comment is never closed. End it with -->."
            raise BookletError(path, first + at, problem)
        whole = _COMMENT.fullmatch("\n".join(lines[at : end + 1]).replace("\n", " "))
        if whole is None or "-->" in whole[1]:
            problem = "A comment has its lines to itself. Put other words on their own line."
            raise BookletError(path, first + end, problem)
        if stated := _FACTS.fullmatch(whole[1]):
            facts[at] = _fact_ids(path, first + at, stated[1])
        kept.extend("" for _ in range(at, end + 1))
        at = end + 1
    return kept, facts


def _fact_ids(path: Path, line: int, text: str) -> tuple[str, ...]:
    ids = tuple(text.replace(",", " ").split())
    for fact in ids:
        if _FACT.fullmatch(fact) is None:
            problem = f"“{fact[:20]}” is not the id of a fact. Write it like R-10."
            raise BookletError(path, line, problem)
    return ids


def _section(
    path: Path, line: int, heading: str, lines: tuple[str, ...], facts: Sequence[str]
) -> SectionSource:
    title, brace, rest = heading.removeprefix("##").partition("{")
    marks, closing, after = rest.partition("}")
    if not title.startswith(" ") or not title.strip() or after or bool(brace) != bool(closing):
        problem = "This heading cannot be read. Write it like “## Title {#id}”."
        raise BookletError(path, line, problem)
    if _MARKED_UP.search(title):
        problem = "A section's title is plain words. Take * ` [ ] and \\ out of it."
        raise BookletError(path, line, problem)
    section_id, gate = _marks(path, line, marks)
    if not any(lines):
        problem = f"The section “{section_id}” has no words. Write some, or take it out."
        raise BookletError(path, line, problem)
    return SectionSource(
        path, line, section_id, " ".join(title.split()), gate, tuple(dict.fromkeys(facts)), lines
    )


def _marks(path: Path, line: int, marks: str) -> tuple[str, Gate | None]:
    """The id and the gate out of ``#id gate=outlook``."""
    first, *others = marks.split() or [""]
    if not first.startswith("#"):
        problem = "This section has no id. Write its heading like “## Title {#id}”."
        raise BookletError(path, line, problem)
    if not is_identifier(first[1:]):
        problem = "A section's id must be small letters, digits and hyphens, like “second-opinion”."
        raise BookletError(path, line, problem)
    gate = None
    for mark in others:
        key, _, value = mark.partition("=")
        if key != "gate":
            problem = f"“{mark[:40]}” is not known in a heading. Only #id and gate=outlook are."
            raise BookletError(path, line, problem)
        if value.strip('"') not in tuple(Gate):
            problem = f"The gate “{value[:40]}” is not known. Write gate=outlook, or take it out."
            raise BookletError(path, line, problem)
        gate = Gate(value.strip('"'))
    return first[1:], gate


def _check_ids(sections: Sequence[SectionSource]) -> None:
    first_at: dict[str, int] = {}
    for section in sections:
        if section.id in first_at:
            before = first_at[section.id]
            problem = f"The section id “{section.id}” is used on line {before}. Choose another."
            raise section.error(section.line, problem)
        first_at[section.id] = section.line
