"""Where sentences begin and end, as people read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"(?<=[.!?…])[”’)\]\"']*[^\S\n]+(?=[\"“‘'(\[]?(\w))|\n+")
_TITLES = r"Dr|Mr|Mrs|Ms|Mx|Prof|Sr|St|e\.g|i\.e|cf|vs|approx"
_BEFORE_NUMBERS = r"[Nn]o|[Nn]os|pp?|[Vv]ol|[Cc]h|[Ff]ig|[Rr]ef|[Tt]el|[Aa]pprox"
_TITLE = re.compile(rf"(?:^|[\s(“‘])(?:{_TITLES})\.$")
_NUMBERED = re.compile(rf"(?:^|[\s(“‘])(?:{_BEFORE_NUMBERS})\.$")
_INITIAL = re.compile(r"(?:^|[\s(“‘])[A-Z]\.$")
_AFTER_A_NAME = re.compile(r"(?:^|[\s(“‘])[a-z]+\s[A-Z]\.$")
"""“hepatitis C.” and the like: the capital is no initial."""

_WORD = re.compile(r"\w")


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (not included) of a text."""

    start: int
    end: int


def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order, without the spaces around them.

    A full stop after a title (“Dr”), an initial, “e.g.”, or before a number (“p. 4”) ends none;
    nor does one inside a number. A line feed always does. What has no letter or digit is left out.
    """
    found = (_trimmed(text, *bounds) for bounds in _bounds(text))
    return tuple(span for span in found if _WORD.search(text, *span))


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        if end[1] is not None and not _ends(text[start : end.start()], end[1]):
            continue
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def _ends(before: str, following: str) -> bool:
    """Whether a sentence ends after ``before``, which ends in a stop; ``following`` comes next."""
    if not (following.isupper() or following.isdigit()):
        return False
    if following.isdigit() and _NUMBERED.search(before):
        return False
    if _INITIAL.search(before):
        return _AFTER_A_NAME.search(before) is not None
    return _TITLE.search(before) is None


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(end - len(piece.lstrip()), start + len(piece.rstrip()))
