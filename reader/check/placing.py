"""On which line of its file a passage begins: the model does not say, findings must."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.booklet.model import PassageKind, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.booklet.model import Passage
    from reader.booklet.sections import SectionSource

_LEAD = re.compile(r"[ >]*(?:(?:[-*+]|\d+\.|:|###) +|\[\^[\w-]+\]: *)?")
_UNSEEN = re.compile(r"\]\([^()]*\)|\[\^[\w-]+\]|\[![\w-]+\]")
_NO_LETTERS = re.compile(r"[\W_]+")


def passage_lines(source: SectionSource, passages: Sequence[Passage]) -> tuple[int, ...]:
    """The first line of each of ``passages``, all of the section ``source``, its heading first.

    A passage whose words are not found is said to be where the one before it is.
    """
    written = [(number, _key(_seen(line))) for number, line in source.numbered()]
    written = [(number, key) for number, key in written if key]
    lines = [source.line]
    start = 0
    for passage in passages[1:]:
        first = 0 if passage.kind is PassageKind.FOOTNOTE else start
        at = _find(written, _key(_words(passage)), first)
        lines.append(lines[-1] if at is None else written[at][0])
        start = start if at is None else at + 1
    return tuple(lines)


def _find(written: Sequence[tuple[int, str]], words: str, first: int) -> int | None:
    for at in range(first, len(written)):
        key = written[at][1]
        if words.startswith(key) or key.startswith(words):
            return at
    return None


def _words(passage: Passage) -> str:
    is_term = passage.kind is PassageKind.DEFINITION and passage.term
    return text_of(passage.term) if is_term else passage.text


def _seen(line: str) -> str:
    return _UNSEEN.sub("", _LEAD.sub("", line, count=1))


def _key(text: str) -> str:
    return _NO_LETTERS.sub("", text).casefold()
