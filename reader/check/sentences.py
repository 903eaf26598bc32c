"""Sentences and words as people read them, for measuring."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.booklet.model import PassageKind, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.booklet.model import Passage

_END = re.compile(r"(?<=[.!?])[”’)\"]*\s+(?=[\"“‘(]?[A-Z0-9])")
_NO_END = re.compile(r"(?:^|[\s(“])(?:[A-Z]|Dr|Mr|Mrs|Ms|St|No|e\.g|i\.e)\.$")
_WORD = re.compile(r"[^\W_]+(?:[-’'.,/][^\W_]+)*")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text``; a full stop after an initial or a title ends none."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if not _NO_END.search(text[start : end.start()]):
            found.append(text[start : end.end()].strip())
            start = end.end()
    return tuple(filter(None, (*found, text[start:].strip())))


def words(text: str) -> tuple[str, ...]:
    """The words of ``text``; “second-line”, “don’t” and “2.6” are one each."""
    return tuple(_WORD.findall(text))


def read_texts(passage: Passage) -> Iterator[str]:
    """What is read of a passage as running text: no headings, head rows and terms."""
    if passage.kind is PassageKind.HEADING or passage.is_header:
        return
    if passage.kind is PassageKind.TABLE_ROW:
        yield from map(text_of, passage.cells)
    elif passage.figure is not None:
        yield from passage.figure.full_text.splitlines()
    else:
        yield text_of(passage.runs)
