"""Where in a text the reader's eye is, to bring it back there when the text is set anew."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sight:
    """A passage, a character in it, and how many pixels below the top of the view it stands."""

    passage: str
    character: int
    y: int
