"""What a command run in a test gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Result:
    """How a command ended, and what it said to programs and to people."""

    status: int
    out: str
    err: str


class Run(Protocol):
    """Runs a command with a data folder of its own and a clock that stands still."""

    def __call__(self, *argv: str | Path, environ: dict[str, str] | None = None) -> Result:
        """``environ`` is empty where nothing is said."""
