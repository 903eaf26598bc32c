"""What can go wrong between a sheet's words and its PDF, each with what is needed to word it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reader.override import override

if TYPE_CHECKING:
    from pathlib import Path


class PaperError(Exception):
    """Something asked for on paper could not be made; nothing was saved or changed."""


class LinesError(PaperError):
    """``lines`` to write an answer on are fewer or more than a sheet can have."""

    def __init__(self, lines: int, least: int, most: int) -> None:
        super().__init__(lines, least, most)
        self.lines = lines
        self.least = least
        self.most = most

    @override
    def __str__(self) -> str:
        return (
            f"A sheet has {self.least} to {self.most} lines for each answer, and {self.lines} were "
            f"asked for. Please choose a number from {self.least} to {self.most}."
        )


class UnknownSectionError(PaperError):
    """The booklet ``booklet`` has no section ``section``; ``known`` are the ids it has."""

    def __init__(self, booklet: str, section: str, known: tuple[str, ...]) -> None:
        super().__init__(booklet, section, known)
        self.booklet = booklet
        self.section = section
        self.known = known

    @override
    def __str__(self) -> str:
        return (
            f"The booklet “{self.booklet}” has no part called “{self.section}”. "
            f"Its parts are: {', '.join(self.known)}."
        )


class FontsMissingError(PaperError):
    """The letters to print with are not in ``folder`` (``None``: their package is not here)."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder)
        self.folder = folder

    @override
    def __str__(self) -> str:
        return (
            "The letters that sheets are printed with are missing, so no sheet was made. "
            "Please install Booklet Reader again."
        )


class FigureError(PaperError):
    """The picture ``source`` of a booklet cannot be read; ``problem`` is the system's reason."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(source, problem)
        self.source = source
        self.problem = problem

    @override
    def __str__(self) -> str:
        return (
            f"The picture “{self.source}” cannot be read ({self.problem}), so nothing was printed. "
            "The other parts of the booklet can be printed without it."
        )


class TypesettingError(PaperError):
    """The typesetter refused ``template``; ``problem`` is its own message, for the log."""

    def __init__(self, template: str, problem: str) -> None:
        super().__init__(template, problem)
        self.template = template
        self.problem = problem

    @override
    def __str__(self) -> str:
        return (
            "This sheet could not be set out for printing. Nothing you wrote was lost. "
            f"Please tell the support line. ({self.template}: {self.problem})"
        )


class WrittenFileError(PaperError):
    """The file at ``path`` that somebody wrote cannot be used; ``problem`` is a sentence: why."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    @override
    def __str__(self) -> str:
        return f"{self.path.name}: {self.problem}"


class SaveProblem(StrEnum):
    """Why a PDF could not be saved."""

    NO_FOLDER = "no-folder"
    IS_FOLDER = "is-folder"
    NOT_A_FILE = "not-a-file"
    NOT_ALLOWED = "not-allowed"
    DISK_FULL = "disk-full"
    BAD_NAME = "bad-name"
    OTHER = "other"


class SaveError(PaperError):
    """The PDF was not saved at ``path``; what stood there is as it was."""

    def __init__(self, path: Path, problem: SaveProblem, reason: str = "") -> None:
        super().__init__(path, problem, reason)
        self.path = path
        self.problem = problem
        self.reason = reason
        """What the system said, for the log."""

    @override
    def __str__(self) -> str:
        what, next_step = _SAVING[self.problem]
        return f"{what.format(path=self.path, name=self.path.name)} Nothing was saved. {next_step}"


_SAVING = {
    SaveProblem.NO_FOLDER: (
        "There is no folder “{path.parent}”.",
        "Please choose a folder that is there.",
    ),
    SaveProblem.IS_FOLDER: ("“{path}” is a folder.", "Please give the file a name inside it."),
    SaveProblem.NOT_A_FILE: (
        "“{path}” is not an ordinary file.",
        "Please choose another name.",
    ),
    SaveProblem.NOT_ALLOWED: (
        "The computer does not allow “{name}” to be written there.",
        "Please choose another folder, such as your Documents.",
    ),
    SaveProblem.DISK_FULL: (
        "There is no room left for “{name}”.",
        "Please choose another disk, or make some room first.",
    ),
    SaveProblem.BAD_NAME: (
        "The name “{name}” cannot be used for a file.",
        "Please choose a shorter or simpler name.",
    ),
    SaveProblem.OTHER: (
        "“{name}” could not be written.",
        "Please choose another folder or another disk.",
    ),
}
