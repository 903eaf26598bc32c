"""What can go wrong between the notebook and a stick, or any other place that a copy is put."""

from __future__ import annotations

import errno
import sqlite3
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.notebook import connecting
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookError,
    NotebookForeignError,
    NotebookNewerError,
    Trouble,
)
from reader.override import override
from reader.said import SaidError, Translate, english, marked

if TYPE_CHECKING:
    from pathlib import Path


class CarryProblem(StrEnum):
    """Why a copy could not be written or read."""

    GONE = "gone"
    NO_FOLDER = "no-folder"
    TAKEN = "taken"
    BAD_NAME = "bad-name"
    READ_ONLY = "read-only"
    FULL = "full"
    FAILING = "failing"
    NOT_WHOLE = "not-whole"
    MISSING = "missing"
    NOT_A_FILE = "not-a-file"
    NOT_OURS = "not-ours"
    NEWER = "newer"


_SENTENCES = {
    CarryProblem.GONE: (
        marked("Carry", "“{folder}” is not there any more: perhaps the stick was taken out."),
        marked("Carry", "Put it in again, and try once more."),
    ),
    CarryProblem.NO_FOLDER: (
        marked("Carry", "There is no folder “{folder}”."),
        marked("Carry", "Look whether the stick is in, or choose a folder that is there."),
    ),
    CarryProblem.TAKEN: (
        marked("Carry", "There is a file “{name}” there already, and it was left as it is."),
        marked("Carry", "Choose another name."),
    ),
    CarryProblem.BAD_NAME: (
        marked("Carry", "The name “{name}” cannot be used on a stick."),
        marked("Carry", "Choose a name of letters and digits."),
    ),
    CarryProblem.READ_ONLY: (
        marked("Carry", "“{folder}” does not let anything be written."),
        marked(
            "Carry",
            "Slide the stick's small switch if it has one, or choose another stick or folder.",
        ),
    ),
    CarryProblem.FULL: (
        marked("Carry", "“{folder}” has no room for your notes."),
        marked("Carry", "Take something off it, or choose another stick."),
    ),
    CarryProblem.FAILING: (
        marked("Carry", "“{folder}” did not answer as it should."),
        marked("Carry", "Take the stick out and put it in again, or choose another one."),
    ),
    CarryProblem.NOT_WHOLE: (
        marked("Carry", "The file “{name}” is damaged."),
        marked("Carry", "Use another stick or another copy, and do not rely on this one."),
    ),
    CarryProblem.MISSING: (
        marked("Carry", "There is no file “{name}”."),
        marked("Carry", "Look whether the stick is in."),
    ),
    CarryProblem.NOT_A_FILE: (
        marked("Carry", "“{name}” is not an ordinary file."),
        marked("Carry", "Choose a file."),
    ),
    CarryProblem.NOT_OURS: (
        marked("Carry", "“{name}” is not a copy of a notebook of this program."),
        marked("Carry", "Choose a file that Booklet Reader made."),
    ),
    CarryProblem.NEWER: (
        marked("Carry", "“{name}” was written by a newer version of this program."),
        marked("Carry", "Install that version here first."),
    ),
}
_OF_ERRNO = {
    errno.ENOENT: CarryProblem.GONE,
    errno.ENODEV: CarryProblem.GONE,
    errno.ENXIO: CarryProblem.GONE,
    errno.ENOTDIR: CarryProblem.NO_FOLDER,
    errno.EACCES: CarryProblem.READ_ONLY,
    errno.EPERM: CarryProblem.READ_ONLY,
    errno.EROFS: CarryProblem.READ_ONLY,
    errno.ENOSPC: CarryProblem.FULL,
    errno.EDQUOT: CarryProblem.FULL,
    errno.EFBIG: CarryProblem.FULL,
    errno.EINVAL: CarryProblem.BAD_NAME,
    errno.EILSEQ: CarryProblem.BAD_NAME,
    errno.ENAMETOOLONG: CarryProblem.BAD_NAME,
}
_OF_TROUBLE = {
    Trouble.DISK_FULL: CarryProblem.FULL,
    Trouble.READ_ONLY: CarryProblem.READ_ONLY,
    Trouble.DAMAGED: CarryProblem.NOT_WHOLE,
}


class CarryError(SaidError):
    """Nothing was changed in the notebook; ``detail`` is for the log."""

    def __init__(self, path: Path, problem: CarryProblem, detail: str = "") -> None:
        super().__init__(path, problem, detail)
        self.path = path
        self.problem = problem
        self.detail = detail

    @override
    def said(self, translate: Translate = english) -> str:
        what, next_step = (translate("Carry", part) for part in _SENTENCES[self.problem])
        told = what.format(folder=self.path.parent, name=self.path.name)
        unchanged = translate("Carry", "Your notes here are as they were.")
        return f"{told} {unchanged} {next_step}"


def carry_error(path: Path, error: Exception) -> CarryError:
    """What ``error``, met while ``path`` was written or read, means for a person."""
    return CarryError(path, _problem(error), str(error))


def _problem(error: Exception) -> CarryProblem:
    match error:
        case NotebookNewerError():
            return CarryProblem.NEWER
        case NotebookForeignError():
            return CarryProblem.NOT_OURS
        case NotebookDamagedError():
            return CarryProblem.NOT_WHOLE
        case sqlite3.Error():
            trouble = connecting.trouble_of(error)
            return _OF_TROUBLE.get(trouble or Trouble.FAILING, CarryProblem.FAILING)
        case OSError():
            return _OF_ERRNO.get(error.errno or 0, CarryProblem.FAILING)
        case NotebookError():
            return CarryProblem.FAILING
        case _:
            return CarryProblem.BAD_NAME  # a name with NUL is a ValueError
