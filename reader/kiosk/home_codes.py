"""Questions as texts for QR codes: a list that people take home on their phone, without paper.

A phone shows such a text as it is. Each text is small enough for a code that an older phone reads
off a screen, and says which of how many it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_BYTES = 210
"""In UTF-8. Source: ISO/IEC 18004, table 7: version 10 at error correction M holds 213 bytes."""

LARGEST_VERSION = 10
"""57 modules a side: 7 mm of screen for each at 40 cm would be too much, 4 px are enough."""

HEADING = "Questions for my appointment"
_ROOM_FOR_NUMBERS = len(", 999 of 999\n")
_NOT_SHOWN = frozenset({"Cc", "Cs", "Zl", "Zp"})
_MORE = " …"
_MORE_BEFORE = "… "


def home_codes(questions: Sequence[str], appointment: str = "") -> tuple[str, ...]:
    """The texts, in their order; none when there is no question.

    A question stays in one piece wherever it fits into one code at all, and else is divided
    between words. ``appointment`` stands on the first alone. Control characters become spaces.
    """
    numbered = [
        (f"{number}. ", clean)
        for number, clean in enumerate(filter(None, map(_clean, questions)), start=1)
    ]
    if not numbered:
        return ()
    room = MOST_BYTES - len(HEADING) - _ROOM_FOR_NUMBERS
    pieces = [piece for number, text in numbered for piece in _pieces(number, text, room)]
    line = _clean(appointment)
    first = [next(_cut(line, room // 2))] if line else []
    bodies = list(_filled([*first, *pieces], room))
    total = len(bodies)
    if total == 1:
        return (f"{HEADING}\n{bodies[0]}",)
    return tuple(
        f"{HEADING}, {which} of {total}\n{body}" for which, body in enumerate(bodies, start=1)
    )


def _clean(text: str) -> str:
    shown = (" " if category(letter) in _NOT_SHOWN else letter for letter in text)
    return " ".join("".join(shown).split())


def _pieces(number: str, text: str, room: int) -> Iterator[str]:
    """The question with its number, in as many lines as it needs."""
    if _size(number + text) <= room:
        yield number + text
        return
    spare = _size(number) + _size(_MORE) + _size(_MORE_BEFORE)
    parts = list(_cut(text, room - spare))
    for which, part in enumerate(parts):
        before = _MORE_BEFORE if which else ""
        after = _MORE if which < len(parts) - 1 else ""
        yield f"{number}{before}{part}{after}"


def _cut(text: str, room: int) -> Iterator[str]:
    """``text`` in parts of at most ``room`` bytes, cut between words if there is a space at all."""
    while _size(text) > room:
        start = text.encode()[:room].decode(errors="ignore")
        end = start.rfind(" ") if text[len(start)] != " " else len(start)
        end = end if end > 0 else len(start)
        yield text[:end].strip()
        text = text[end:].strip()
    yield text


def _filled(pieces: Sequence[str], room: int) -> Iterator[str]:
    """The pieces put together, a line each, as many as fit."""
    body = ""
    for piece in pieces:
        joined = f"{body}\n{piece}" if body else piece
        if body and _size(joined) > room:
            yield body
            body = piece
        else:
            body = joined
    yield body


def _size(text: str) -> int:
    return len(text.encode())
