"""Opening the notebook for a command, which is not there to mend it."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, assert_never
from uuid import uuid4

from reader.notebook import opening
from reader.notebook.errors import (
    NotebookError,
    NotebookNewerError,
    NotebookReadOnlyError,
    NotebookUnavailableError,
)
from reader.override import override
from reader.said import Translate, english

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.commands.context import Context
    from reader.notebook.notebook import Notebook


class NotebookLostError(NotebookError):
    """The notebook at ``path`` is missing, damaged or emptied, and there may be backups of it."""

    @override
    def said(self, translate: Translate = english) -> str:
        return (
            f"{self.name(translate)} is not as it was. Nothing was changed. Open Booklet Reader "
            "without a command: it shows what happened, and what can be brought back."
        )


def has_notebook(path: Path) -> bool:
    """Whether anything was ever kept at ``path``; a notebook that is not there is not made."""
    from reader.notebook.backup_files import backup_folder, listed

    return path.exists() or path.is_symlink() or bool(listed(backup_folder(path)))


@contextmanager
def opened(context: Context) -> Iterator[Notebook]:
    """The reader's notebook, closed afterwards; raises ``NotebookError`` where it cannot be.

    One that may not be written to is read all the same; a change of it raises ``NotSavedError``.
    """
    notebook = _open(context)
    try:
        yield notebook
    finally:
        notebook.close()


def _open(context: Context) -> Notebook:
    path = context.paths.notebook
    match opening.open_notebook(path, now=context.now, new_id=new_id):
        case opening.Opened(notebook):
            return notebook
        case opening.Lost():
            raise NotebookLostError(path)
        case opening.Newer(_, version, known):
            raise NotebookNewerError(path, version, known)
        case opening.Refused(error):
            return _look(context, error)
        case other:
            assert_never(other)


def _look(context: Context, error: NotebookError) -> Notebook:
    """A copy in memory where that is all that the disk allows, or else the ``error``."""
    from reader.notebook import recovery

    if isinstance(error, NotebookReadOnlyError | NotebookUnavailableError):
        with suppress(NotebookError):
            return recovery.look(context.paths.notebook, now=context.now, new_id=new_id)
    raise error


def new_id() -> str:
    """An id that nothing has yet."""
    return uuid4().hex
