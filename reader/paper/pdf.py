"""What comes off the press."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF of ``pages`` pages; ``replaced`` are the characters that could not be printed."""

    data: bytes
    pages: int
    replaced: tuple[str, ...] = ()
