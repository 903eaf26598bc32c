"""What can be wrong with a shelf; a booklet that cannot be read has its own error, BookletError."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.override import override

if TYPE_CHECKING:
    from pathlib import Path


class UnknownBookletError(Exception):
    """No booklet here has the id ``booklet``; those in ``known`` are here."""

    def __init__(self, booklet: str, known: tuple[str, ...]) -> None:
        super().__init__(booklet, known)
        self.booklet = booklet
        self.known = known

    @override
    def __str__(self) -> str:
        here = f"The booklets here are: {', '.join(self.known)}." if self.known else "None is here."
        return f"There is no booklet “{self.booklet}”. {here}"


class ShelfFileError(Exception):
    """A file beside the booklets, at ``path``, cannot be understood; ``problem`` says why."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    @override
    def __str__(self) -> str:
        return f"{self.path.name}: {self.problem}"
