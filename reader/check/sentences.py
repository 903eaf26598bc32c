"""Sentences and words as people read them, for measuring."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.booklet.model import PassageKind, text_of
from reader.booklet.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.booklet.model import Passage

_WORD = re.compile(r"[^\W_]+(?:[-’'.,/][^\W_]+)*")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text``, as ``sentence_spans`` finds them."""
    return tuple(text[start:end] for start, end in sentence_spans(text))


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
