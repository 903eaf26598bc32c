"""Which characters the letters on paper have, and text made of these alone.

One character that the font lacks would stop a whole tagged PDF, so it is found before typesetting
and replaced where everybody can see it.
"""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REPLACEMENT = "[?]"
BREAK = "\u200b"
"""Zero width: a line may end here."""

LONGEST_RUN = 20
"""Characters without a place to break; a word of a booklet is rarely longer."""

LONGEST_WIDE_RUN = 12
_BREAK_EVERY = 8

_SUBSTITUTES = {
    "\t": " ",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "–",
    "\u2212": "–",
    "\u2007": "\u00a0",
    "\u202f": "\u00a0",
    "●": "•",
}
_SUBSTITUTES |= dict.fromkeys("\n\v\f\r\x85\u2028\u2029", "\n")
_SPACES = " \u00a0\n"

_PLAIN = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\n\u00a0‘’“”–—…•£")
"""What stays as it is if the font has it: no controls, no marks, no other way to write it."""

_UNICODE_PLATFORM, _WINDOWS_PLATFORM, _WINDOWS_ENCODINGS = 0, 3, (1, 10)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text that can be printed; ``replaced`` are the characters that became ``REPLACEMENT``."""

    text: str
    replaced: tuple[str, ...] = ()


def clean(text: str, coverage: frozenset[int]) -> Cleaned:
    """``text`` as letters of ``coverage`` (code points), spaces and line breaks alone.

    Controls, direction marks, soft hyphens and halves of surrogate pairs go, since nothing of
    them can be seen. Each stretch of characters that the font lacks becomes one ``REPLACEMENT``,
    and so does an accent on a letter that no alphabet has it on: what reads the PDF aloud would
    say the letter twice, since the typesetter names both signs by the two together.
    Long stretches without a space get places where a line may end.
    """
    if _is_plain(text, coverage):
        return Cleaned(text)
    visible = "".join(_visible(text.replace("\r\n", "\n")))
    shown: list[str] = []
    replaced: dict[str, None] = {}
    for character in unicodedata.normalize("NFC", visible):
        drawn = _drawn(character, coverage)
        if drawn:
            shown.append(drawn)
            continue
        replaced[character] = None
        if shown[-1:] != [REPLACEMENT]:
            shown.append(REPLACEMENT)
    return Cleaned(with_breaks("".join(shown)), tuple(replaced))


def _is_plain(text: str, coverage: frozenset[int]) -> bool:
    """Whether nothing is to be done to ``text``, as with nearly all of a booklet's."""
    characters = set(text)
    return (
        characters <= _PLAIN
        and all(ord(character) in coverage for character in characters.difference(_SPACES))
        and all(_broken(word) == word for word in text.split())
    )


def with_breaks(text: str) -> str:
    """``text`` with ``BREAK`` in every stretch too long to be sure of a line of its own."""
    return "".join(
        "".join(run) if is_space else _broken("".join(run))
        for is_space, run in groupby(text, _SPACES.__contains__)
    )


def read_coverage(font: Path) -> frozenset[int]:
    """The code points that the TrueType file ``font`` has letters for.

    Raises ``OSError``, and ``ValueError`` when it is no font with a Unicode table.
    """
    data = font.read_bytes()
    try:
        return frozenset(_mapped(data, _table(data, b"cmap")))
    except (struct.error, IndexError) as error:
        message = f"{font.name} is not a TrueType font"
        raise ValueError(message) from error


def _visible(text: str) -> Iterator[str]:
    for character in text:
        if (instead := _SUBSTITUTES.get(character)) is not None:
            yield instead
        elif (category := unicodedata.category(character)) == "Zs":
            yield "\u00a0" if character == "\u00a0" else " "
        elif category not in {"Cc", "Cf", "Cs"} and not _is_selector(character):
            yield character


def _is_selector(character: str) -> bool:
    """Whether it only chooses between looks of the character before it, or joins without ink."""
    return character == "\u034f" or unicodedata.name(character, "").startswith("VARIATION SELECTOR")


def _drawn(character: str, coverage: frozenset[int]) -> str:
    """What stands for ``character`` on paper; empty when the font has nothing for it."""
    if character in _SPACES or _has(character, coverage):
        return character
    plainer = unicodedata.normalize("NFKC", character)
    return plainer if all(_has(part, coverage) for part in plainer) else ""


def _has(character: str, coverage: frozenset[int]) -> bool:
    return ord(character) in coverage and not unicodedata.category(character).startswith("M")


def _broken(run: str) -> str:
    wide = sum(character.isupper() for character in run) * 2 > len(run)
    if len(run) <= (LONGEST_WIDE_RUN if wide else LONGEST_RUN):
        return run
    return BREAK.join(run[at : at + _BREAK_EVERY] for at in range(0, len(run), _BREAK_EVERY))


def _table(data: bytes, name: bytes) -> int:
    """Where the table ``name`` begins."""
    (count,) = struct.unpack_from(">H", data, 4)
    for at in range(12, 12 + 16 * count, 16):
        tag, _, offset = struct.unpack_from(">4sII", data, at)
        if tag == name:
            return int(offset)
    message = f"no table {name!r}"
    raise ValueError(message)


def _mapped(data: bytes, cmap: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for at in range(cmap + 4, cmap + 4 + 8 * count, 8):
        platform, encoding, offset = struct.unpack_from(">HHI", data, at)
        if platform == _UNICODE_PLATFORM or (
            platform == _WINDOWS_PLATFORM and encoding in _WINDOWS_ENCODINGS
        ):
            yield from _subtable(data, cmap + offset)


def _subtable(data: bytes, at: int) -> Iterator[int]:
    """Formats 4 and 12 of the OpenType "cmap" chapter: all that Unicode fonts use."""
    (version,) = struct.unpack_from(">H", data, at)
    if version == 4:
        yield from _segments(data, at)
    elif version == 12:
        (groups,) = struct.unpack_from(">I", data, at + 12)
        for number in range(groups):
            first, last, _ = struct.unpack_from(">III", data, at + 16 + 12 * number)
            yield from range(first, min(last, 0x10FFFF) + 1)


def _segments(data: bytes, at: int) -> Iterator[int]:
    """Format 4: parallel arrays of ends, starts, deltas and offsets; letter 0 is "missing"."""
    (twice,) = struct.unpack_from(">H", data, at + 6)
    ends, starts = at + 14, at + 16 + twice
    for step in range(0, twice, 2):
        (last,) = struct.unpack_from(">H", data, ends + step)
        (first,) = struct.unpack_from(">H", data, starts + step)
        (delta,) = struct.unpack_from(">H", data, starts + twice + step)
        where = starts + 2 * twice + step
        (offset,) = struct.unpack_from(">H", data, where)
        for code in range(first, min(last, 0xFFFE) + 1):
            letter = code
            if offset:
                (letter,) = struct.unpack_from(">H", data, where + offset + 2 * (code - first))
            if letter and (letter + delta) % 0x10000:
                yield code
