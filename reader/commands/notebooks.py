"""Opening the notebook for a command, which is not there to mend it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, assert_never
from uuid import uuid4

from reader.notebook import opening
from reader.notebook.errors import NotebookError, NotebookNewerError
from reader.override import override

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.commands.context import Context
    from reader.notebook.notebook import Notebook


class NotebookLostError(NotebookError):
    """The notebook at ``path`` is missing, damaged or emptied, and there may be backups of it."""

    @override
    def __str__(self) -> str:
        return (
            f"{self.name} is not as it was. Nothing was changed. Open Booklet Reader without a "
            "command: it shows what happened, and what can be brought back."
        )


def has_notebook(path: Path) -> bool:
    """Whether anything was ever kept at ``path``; a notebook that is not there is not made."""
    from reader.notebook.backup_files import backup_folder, listed

    return path.exists() or path.is_symlink() or bool(listed(backup_folder(path)))


@contextmanager
def opened(context: Context) -> Iterator[Notebook]:
    """The reader's notebook, closed afterwards; raises ``NotebookError`` where it cannot be."""
    path = context.paths.notebook
    match opening.open_notebook(path, now=context.now, new_id=new_id):
        case opening.Opened(notebook):
            try:
                yield notebook
            finally:
                notebook.close()
        case opening.Lost():
            raise NotebookLostError(path)
        case opening.Newer(_, version, known):
            raise NotebookNewerError(path, version, known)
        case opening.Refused(error):
            raise error
        case other:
            assert_never(other)


def new_id() -> str:
    """An id that nothing has yet."""
    return uuid4().hex
