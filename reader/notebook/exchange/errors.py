"""What can be wrong with a file that notes are to come from."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reader.override import override

if TYPE_CHECKING:
    from pathlib import Path


class FileProblem(StrEnum):
    """Why notes cannot be taken from a file."""

    MISSING = "missing"
    NOT_A_FILE = "not-a-file"
    UNREADABLE = "unreadable"
    TOO_BIG = "too-big"
    NOT_OURS = "not-ours"
    DAMAGED = "damaged"
    NEWER = "newer"


_SENTENCES = {
    FileProblem.MISSING: ("is not there", "Look whether the stick is plugged in."),
    FileProblem.NOT_A_FILE: ("is not an ordinary file", "Choose a file."),
    FileProblem.UNREADABLE: ("could not be read", "Try again, or copy it to another disk first."),
    FileProblem.TOO_BIG: ("is too big to be notes", "Choose another file."),
    FileProblem.NOT_OURS: (
        "has no notes that this program wrote",
        "Choose a file that Booklet Reader saved as JSON or HTML.",
    ),
    FileProblem.DAMAGED: (
        "is damaged or was changed by another program",
        "Save your notes again where they came from, and try with that file.",
    ),
    FileProblem.NEWER: (
        "was written by a newer version of this program",
        "Take it in with the newer version.",
    ),
}


class ExchangeError(Exception):
    """No notes were taken from the file at ``path``; ``detail`` is for the log."""

    def __init__(self, path: Path | None, problem: FileProblem, detail: str = "") -> None:
        super().__init__(path, problem, detail)
        self.path = path
        self.problem = problem
        self.detail = detail

    @override
    def __str__(self) -> str:
        what, next_step = _SENTENCES[self.problem]
        name = "The file" if self.path is None else f"“{self.path.name}”"
        return f"{name} {what}. Nothing was changed. {next_step}"
