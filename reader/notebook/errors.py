"""What can go wrong with a notebook; the user interface words these for people."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reader.override import override
from reader.said import SaidError, Translate, english, marked

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
    Trouble.DISK_FULL: marked("Notebook", "the disk is full"),
    Trouble.READ_ONLY: marked("Notebook", "it may be read but not changed"),
    Trouble.FAILING: marked("Notebook", "the disk did not answer as it should"),
    Trouble.DAMAGED: marked("Notebook", "the file is damaged"),
    Trouble.IN_USE: marked("Notebook", "another program is using it"),
    Trouble.MISPLACED: marked("Notebook", "a file stands where its folder should be"),
}
_EMPTY = {
    "note": marked("Notebook", "The note is empty. Nothing was changed. Write something first."),
    "question": marked(
        "Notebook", "The question is empty. Nothing was changed. Write something first."
    ),
}
_UNKNOWN = {
    "question": marked(
        "Notebook", "There is no such question in the notebook any more. Nothing was changed."
    ),
    "appointment": marked(
        "Notebook", "There is no such appointment in the notebook any more. Nothing was changed."
    ),
    "version": marked(
        "Notebook", "There is no such version in the notebook any more. Nothing was changed."
    ),
    "mark": marked(
        "Notebook", "There is no such mark in the notebook any more. Nothing was changed."
    ),
    "deleted item": marked(
        "Notebook", "There is no such deleted item in the notebook any more. Nothing was changed."
    ),
    "item": marked(
        "Notebook", "There is no such item in the notebook any more. Nothing was changed."
    ),
}


def _why(reason: Trouble, translate: Translate) -> str:
    return translate("Notebook", _WHAT_HAPPENED[reason])


class NotebookError(SaidError):
    """Something is wrong with the notebook at ``path``; ``None`` is one kept in memory."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(path)
        self.path = path

    def name(self, translate: Translate = english) -> str:
        """How to name the file in a sentence."""
        if self.path is None:
            return translate("Notebook", "The notebook")
        return translate("Notebook", "The notebook “{path}”").format(path=self.path)

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate("Notebook", "{name} could not be used.")
        return told.format(name=self.name(translate))


class NotebookReadOnlyError(NotebookError):
    """The file or its folder may not be written to."""

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Notebook",
            "{name} may be read but not changed. Nothing was changed. Ask for permission to "
            "write to its folder, or choose another folder.",
        )
        return told.format(name=self.name(translate))


class NotebookIsFolderError(NotebookError):
    """A folder stands where the file should be."""

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Notebook", "{name} is a folder, not a file. Nothing was changed. Choose another place."
        )
        return told.format(name=self.name(translate))


class NotebookLinkError(NotebookError):
    """A symbolic link stands where one of the notebook's files should be."""

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Notebook",
            "{name} is a link to another file, so it was not opened. Nothing was changed. "
            "Put the file itself in its place.",
        )
        return told.format(name=self.name(translate))


class NotebookForeignError(NotebookError):
    """The file is another program's."""

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Notebook",
            "{name} belongs to another program. Nothing was changed. Choose another place.",
        )
        return told.format(name=self.name(translate))


class NotebookNewerError(NotebookError):
    """A newer version of the reader wrote the file: its layout is ``version``, ours ``known``."""

    def __init__(self, path: Path | None, version: int, known: int) -> None:
        super().__init__(path)
        self.version = version
        self.known = known

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Notebook",
            "{name} was written by a newer version of this program. Nothing was changed. "
            "Open it with the newer version.",
        )
        return told.format(name=self.name(translate))


class NotebookDamagedError(NotebookError):
    """The file cannot be made sense of; ``detail`` is for the log."""

    def __init__(self, path: Path | None, detail: str) -> None:
        super().__init__(path)
        self.detail = detail

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Notebook",
            "{name} is damaged. It was left as it is. Keep a copy of it, and ask for help.",
        )
        return told.format(name=self.name(translate))


class NotebookInUseError(NotebookError):
    """Another window or program has the file open."""

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Notebook", "{name} is open in another window. Nothing was changed. Use that window."
        )
        return told.format(name=self.name(translate))


class NotebookUnavailableError(NotebookError):
    """The disk or the system would not let us open, make or read the file, for ``reason``."""

    def __init__(self, path: Path | None, reason: Trouble) -> None:
        super().__init__(path)
        self.reason = reason

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate("Notebook", "{name} could not be opened or read: {why}.")
        return told.format(name=self.name(translate), why=_why(self.reason, translate))


class NotSavedError(NotebookError):
    """A change did not reach the disk, for ``reason``; the notebook is as it was before."""

    def __init__(self, path: Path | None, reason: Trouble) -> None:
        super().__init__(path)
        self.reason = reason

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Notebook", "Not saved: {why}. What was saved before is safe. Please try again."
        )
        return told.format(why=_why(self.reason, translate))


class NotBackedUpError(NotebookError):
    """No backup could be written into the folder ``path``, for ``reason``; nothing else changed."""

    def __init__(self, path: Path | None, reason: Trouble) -> None:
        super().__init__(path)
        self.reason = reason

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Notebook",
            "No backup could be made: {why}. Your notes are saved all the same, and the "
            "backups made before are still there.",
        )
        return told.format(why=_why(self.reason, translate))


class EmptyTextError(SaidError):
    """A note or a question must say something; ``what`` is ``"note"`` or ``"question"``."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    @override
    def said(self, translate: Translate = english) -> str:
        return translate("Notebook", _EMPTY[self.what])


class UnknownIdError(SaidError):
    """No ``what`` of that ``id`` is in the notebook, or it was deleted."""

    def __init__(self, what: str, unknown: str) -> None:
        super().__init__(what, unknown)
        self.what = what
        self.id = unknown

    @override
    def said(self, translate: Translate = english) -> str:
        return translate("Notebook", _UNKNOWN.get(self.what, _UNKNOWN["item"]))
