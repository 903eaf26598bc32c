"""What a voice is given to say for what stands on the page, and which letters are which."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.shelf.spoken_forms import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.shelf.pronunciation import Saying


class Piece(NamedTuple):
    """Words said otherwise than they are shown: ``said`` and ``shown`` are where each begins."""

    said: int
    said_end: int
    shown: int
    shown_end: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """``text`` is what is said; ``pieces`` are where it differs from what is shown, in order."""

    text: str
    pieces: tuple[Piece, ...] = ()

    def shown(self, start: int, end: int) -> tuple[int, int]:
        """The characters shown for those from ``start`` to ``end`` (not included) that are said.

        Inside what is said otherwise, all of what is shown for it.
        """
        return self._shown_at(start, last=False), self._shown_at(max(end, start), last=True)

    def _shown_at(self, at: int, *, last: bool) -> int:
        index = bisect_right(self.pieces, at - last, key=lambda piece: piece.said) - 1
        if index < 0:
            return at
        piece = self.pieces[index]
        if at - last < piece.said_end:
            return piece.shown_end if last else piece.shown
        return at - piece.said_end + piece.shown_end


class Pronouncer:
    """Says words as the sayings tell, and numbers, ranges, phone numbers and addresses by rule."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self._said = {form: saying.said for saying in sayings for form in saying.written}
        longest_first = sorted(self._said, key=len, reverse=True)
        forms = "|".join(map(re.escape, longest_first))
        self._forms = re.compile(rf"(?<!\w)(?:{forms})(?!\w)") if forms else None

    def spoken(self, text: str) -> Spoken:
        """What is said for ``text``."""
        said, pieces, at, length = [], [], 0, 0
        for start, end, words in self._replacements(text):
            said.append(text[at:start])
            length += start - at
            pieces.append(Piece(length, length + len(words), start, end))
            said.append(words)
            length += len(words)
            at = end
        return Spoken("".join((*said, text[at:])), tuple(pieces))

    def _replacements(self, text: str) -> Iterator[tuple[int, int, str]]:
        """What is said otherwise: from, to, and what is said; none reaches into another."""
        taken = [False] * len(text)
        found: list[tuple[int, int, str]] = []
        for start, end, words in self._candidates(text):
            if end > start and not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                found.append((start, end, words))
        yield from sorted(found)

    def _candidates(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The sayings come first, so that a publisher's word holds against every rule."""
        if self._forms is not None:
            yield from ((*met.span(), self._said[met[0]]) for met in self._forms.finditer(text))
        for pattern, say in RULES:
            yield from ((*met.span(), say(met)) for met in pattern.finditer(text))
