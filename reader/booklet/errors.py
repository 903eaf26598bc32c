"""The one error of a booklet that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.override import override

if TYPE_CHECKING:
    from pathlib import Path


class BookletError(Exception):
    """A booklet's source breaks a rule of the format.

    ``path`` is its ``booklet.md``; ``line`` counts from 1, and 0 means the file as a whole;
    ``problem`` is one or two plain sentences: what is wrong, and how to mend it.
    """

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(path, line, problem)
        self.path = path
        self.line = line
        self.problem = problem

    @property
    def folder_name(self) -> str:
        """The folder of the booklet, as a publisher knows it."""
        return self.path.parent.name

    @override
    def __str__(self) -> str:
        where = f"{self.path.name} in “{self.folder_name}”"
        at_line = f", line {self.line}" if self.line else ""
        return f"{where}{at_line}: {self.problem}"
