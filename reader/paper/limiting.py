"""Keeping what people typed to what a sheet can bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.paper.options import SheetOptions

MOST_CHARACTERS = 6000
"""Of one question; the rest is cut with a visible "…". Twelve times a long question."""

MOST_SOURCE = 600
_MOST_SHORT = 300
_MOST_BREAKS = 40

# A letter of this type is on average a little wider than half its height.
_LETTER_EM = 0.54


def limited(text: str, most: int) -> str:
    """``text`` without outer spaces and empty lines in a row, cut to ``most`` with a "…"."""
    lines = [line.strip() for line in text.strip().splitlines()]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    tidy = "\n".join(kept[:_MOST_BREAKS])
    if len(kept) > _MOST_BREAKS:
        tidy = "\n".join((tidy, " ".join(filter(None, kept[_MOST_BREAKS:]))))
    return tidy if len(tidy) <= most else tidy[: most - 1].rstrip() + "…"


def one_line(text: str, most: int = _MOST_SHORT) -> str:
    """``text`` on one line, cut to ``most`` with a "…"."""
    return limited(" ".join(text.split()), most)


def long_text(text: str) -> str:
    """``text`` with its lines, cut to ``MOST_CHARACTERS``."""
    return limited(text, MOST_CHARACTERS)


def foot_letters(options: SheetOptions) -> int:
    """About how many letters stand on a line at the foot of a page."""
    return int(options.text_points / (_LETTER_EM * options.size.points))
