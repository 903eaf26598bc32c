"""What can go wrong between a sheet's words and its PDF, each with what is needed to word it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reader.override import override
from reader.said import SaidError, Translate, english, marked

if TYPE_CHECKING:
    from pathlib import Path


class PaperError(SaidError):
    """Something asked for on paper could not be made; nothing was saved or changed."""


class LinesError(PaperError):
    """``lines`` to write an answer on are fewer or more than a sheet can have."""

    def __init__(self, lines: int, least: int, most: int) -> None:
        super().__init__(lines, least, most)
        self.lines = lines
        self.least = least
        self.most = most

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Paper",
            "A sheet has {least} to {most} lines for each answer, and {lines} were asked for. "
            "Please choose a number from {least} to {most}.",
        )
        return told.format(least=self.least, most=self.most, lines=self.lines)


class UnknownSectionError(PaperError):
    """The booklet ``booklet`` has no section ``section``; ``known`` are the ids it has."""

    def __init__(self, booklet: str, section: str, known: tuple[str, ...]) -> None:
        super().__init__(booklet, section, known)
        self.booklet = booklet
        self.section = section
        self.known = known

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Paper",
            "The booklet “{booklet}” has no part called “{section}”. Its parts are: {known}.",
        )
        known = ", ".join(self.known)
        return told.format(booklet=self.booklet, section=self.section, known=known)


class FontsMissingError(PaperError):
    """The letters to print with are not in ``folder`` (``None``: their package is not here)."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder)
        self.folder = folder

    @override
    def said(self, translate: Translate = english) -> str:
        return translate(
            "Paper",
            "The letters that sheets are printed with are missing, so no sheet was made. "
            "Please install Booklet Reader again.",
        )


class FigureError(PaperError):
    """The picture ``source`` of a booklet cannot be read; ``problem`` is the system's reason."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(source, problem)
        self.source = source
        self.problem = problem

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Paper",
            "The picture “{source}” cannot be read ({problem}), so nothing was printed. The other "
            "parts of the booklet can be printed without it.",
        )
        return told.format(source=self.source, problem=self.problem)


class TypesettingError(PaperError):
    """The typesetter refused ``template``; ``problem`` is its own message, for the log."""

    def __init__(self, template: str, problem: str) -> None:
        super().__init__(template, problem)
        self.template = template
        self.problem = problem

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Paper",
            "This sheet could not be set out for printing. Nothing you wrote was lost. Please "
            "tell the support line. ({template}: {problem})",
        )
        return told.format(template=self.template, problem=self.problem)


class WrittenFileError(PaperError):
    """The file at ``path`` that somebody wrote cannot be used; ``problem`` is a sentence: why."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    @override
    def said(self, translate: Translate = english) -> str:
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
    def said(self, translate: Translate = english) -> str:
        what, next_step = (translate("Paper", part) for part in _SAVING[self.problem])
        what = what.format(path=self.path, folder=self.path.parent, name=self.path.name)
        nothing = translate("Paper", "Nothing was saved.")
        return f"{what} {nothing} {next_step}"


_SAVING = {
    SaveProblem.NO_FOLDER: (
        marked("Paper", "There is no folder “{folder}”."),
        marked("Paper", "Please choose a folder that is there."),
    ),
    SaveProblem.IS_FOLDER: (
        marked("Paper", "“{path}” is a folder."),
        marked("Paper", "Please give the file a name inside it."),
    ),
    SaveProblem.NOT_A_FILE: (
        marked("Paper", "“{path}” is not an ordinary file."),
        marked("Paper", "Please choose another name."),
    ),
    SaveProblem.NOT_ALLOWED: (
        marked("Paper", "The computer does not allow “{name}” to be written there."),
        marked("Paper", "Please choose another folder, such as your Documents."),
    ),
    SaveProblem.DISK_FULL: (
        marked("Paper", "There is no room left for “{name}”."),
        marked("Paper", "Please choose another disk, or make some room first."),
    ),
    SaveProblem.BAD_NAME: (
        marked("Paper", "The name “{name}” cannot be used for a file."),
        marked("Paper", "Please choose a shorter or simpler name."),
    ),
    SaveProblem.OTHER: (
        marked("Paper", "“{name}” could not be written."),
        marked("Paper", "Please choose another folder or another disk."),
    ),
}
