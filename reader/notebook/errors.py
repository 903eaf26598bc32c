"""What can go wrong with a notebook; the user interface words these for people."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reader.override import override

if TYPE_CHECKING:
    from pathlib import Path


class Trouble(StrEnum):
    """What kept the disk from doing what was asked."""

    DISK_FULL = "disk-full"
    READ_ONLY = "read-only"
    FAILING = "failing"
    DAMAGED = "damaged"
    IN_USE = "in-use"
    MISPLACED = "misplaced"


_WHAT_HAPPENED = {
    Trouble.DISK_FULL: "the disk is full",
    Trouble.READ_ONLY: "it may be read but not changed",
    Trouble.FAILING: "the disk did not answer as it should",
    Trouble.DAMAGED: "the file is damaged",
    Trouble.IN_USE: "another program is using it",
    Trouble.MISPLACED: "a file stands where its folder should be",
}


class NotebookError(Exception):
    """Something is wrong with the notebook at ``path``; ``None`` is one kept in memory."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(path)
        self.path = path

    @property
    def name(self) -> str:
        """How to name the file in a sentence."""
        return "The notebook" if self.path is None else f"The notebook “{self.path}”"

    @override
    def __str__(self) -> str:
        return f"{self.name} could not be used."


class NotebookReadOnlyError(NotebookError):
    """The file or its folder may not be written to."""

    @override
    def __str__(self) -> str:
        return (
            f"{self.name} may be read but not changed. Nothing was changed. "
            "Ask for permission to write to its folder, or choose another folder."
        )


class NotebookIsFolderError(NotebookError):
    """A folder stands where the file should be."""

    @override
    def __str__(self) -> str:
        return f"{self.name} is a folder, not a file. Nothing was changed. Choose another place."


class NotebookLinkError(NotebookError):
    """A symbolic link stands where one of the notebook's files should be."""

    @override
    def __str__(self) -> str:
        return (
            f"{self.name} is a link to another file, so it was not opened. Nothing was changed. "
            "Put the file itself in its place."
        )


class NotebookForeignError(NotebookError):
    """The file is another program's."""

    @override
    def __str__(self) -> str:
        return f"{self.name} belongs to another program. Nothing was changed. Choose another place."


class NotebookNewerError(NotebookError):
    """A newer version of the reader wrote the file: its layout is ``version``, ours ``known``."""

    def __init__(self, path: Path | None, version: int, known: int) -> None:
        super().__init__(path)
        self.version = version
        self.known = known

    @override
    def __str__(self) -> str:
        return (
            f"{self.name} was written by a newer version of this program. Nothing was changed. "
            "Open it with the newer version."
        )


class NotebookDamagedError(NotebookError):
    """The file cannot be made sense of; ``detail`` is for the log."""

    def __init__(self, path: Path | None, detail: str) -> None:
        super().__init__(path)
        self.detail = detail

    @override
    def __str__(self) -> str:
        return f"{self.name} is damaged. It was left as it is. Keep a copy of it, and ask for help."


class NotebookInUseError(NotebookError):
    """Another window or program has the file open."""

    @override
    def __str__(self) -> str:
        return f"{self.name} is open in another window. Nothing was changed. Use that window."


class NotebookUnavailableError(NotebookError):
    """The disk or the system would not let us open, make or read the file, for ``reason``."""

    def __init__(self, path: Path | None, reason: Trouble) -> None:
        super().__init__(path)
        self.reason = reason

    @override
    def __str__(self) -> str:
        return f"{self.name} could not be opened or read: {_WHAT_HAPPENED[self.reason]}."


class NotSavedError(NotebookError):
    """A change did not reach the disk, for ``reason``; the notebook is as it was before."""

    def __init__(self, path: Path | None, reason: Trouble) -> None:
        super().__init__(path)
        self.reason = reason

    @override
    def __str__(self) -> str:
        return (
            f"Not saved: {_WHAT_HAPPENED[self.reason]}. What was saved before is safe. Please try "
            "again."
        )


class NotBackedUpError(NotebookError):
    """No backup could be written into the folder ``path``, for ``reason``; nothing else changed."""

    def __init__(self, path: Path | None, reason: Trouble) -> None:
        super().__init__(path)
        self.reason = reason

    @override
    def __str__(self) -> str:
        return (
            f"No backup could be made: {_WHAT_HAPPENED[self.reason]}. Your notes are saved all the "
            "same, and the backups made before are still there."
        )


class EmptyTextError(Exception):
    """A note or a question must say something; ``what`` is ``"note"`` or ``"question"``."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    @override
    def __str__(self) -> str:
        return f"The {self.what} is empty. Nothing was changed. Write something first."


class UnknownIdError(Exception):
    """No ``what`` of that ``id`` is in the notebook, or it was deleted."""

    def __init__(self, what: str, unknown: str) -> None:
        super().__init__(what, unknown)
        self.what = what
        self.id = unknown

    @override
    def __str__(self) -> str:
        return f"There is no such {self.what} in the notebook any more. Nothing was changed."
