"""How the notebook is, found out without opening it for writing."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.commands.copies import counted
from reader.commands.notebooks import has_notebook, new_id
from reader.notebook import recovery, schema
from reader.notebook.backup_files import backup_folder, listed
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookError,
    NotebookInUseError,
    NotebookLinkError,
    NotebookNewerError,
)
from reader.notebook.exchange.writings import writings_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.commands.context import Context

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Health:
    """A sentence for people, ``data`` for programs, and how bad it is."""

    said: str
    data: Mapping[str, object] = field(default_factory=dict)
    is_problem: bool = False
    is_note: bool = False


def notebook_finding(context: Context) -> Health:
    """How the notebook at its usual place is; nothing of what is in it is said."""
    path = context.paths.notebook
    backups = listed(backup_folder(path))
    data: dict[str, object] = {"path": str(path), "backups": len(backups)}
    if backups:
        data["newest_backup"] = backups[0].made.isoformat()
    if not has_notebook(path):
        return Health("There is no notebook yet: nothing was written so far.", data)
    if not path.exists():
        said = (
            "The notebook is missing, and there are backups. Open Booklet Reader to bring it back."
        )
        return Health(said, data, is_problem=True)
    try:
        if path.is_symlink():
            raise NotebookLinkError(path)
        return _looked_at(context, path, data, len(backups))
    except NotebookInUseError:
        said = "The notebook is open in a window, so it was not looked at."
        return Health(said, data, is_note=True)
    except NotebookDamagedError as error:
        said = "The notebook is damaged. Open Booklet Reader to bring back one of its backups."
        return Health(said if backups else str(error), data, is_problem=True)
    except NotebookError as error:
        return Health(str(error), data, is_problem=True)


def _looked_at(context: Context, path: Path, data: dict[str, object], backups: int) -> Health:
    notebook = recovery.look(path, now=context.now, new_id=new_id)
    try:
        writings = writings_of(notebook)
        version = notebook.look(schema.layout_of)
    finally:
        notebook.close()
    damaged = writings.damaged
    count = len(writings.marks) + len(writings.questions)
    data |= {"items": count, "damaged": damaged, "bytes": path.stat().st_size}
    kept = "1 backup" if backups == 1 else f"{backups} backups"
    said = f"The notebook is whole: {counted(count)}, {kept}."
    if version > schema.USER_VERSION:
        raise NotebookNewerError(path, version, schema.USER_VERSION)
    if damaged:
        said = f"{damaged} of {count} things in the notebook are not as they were written."
        return Health(said, data, is_problem=True)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        return Health("The notebook may be read but not written to.", data, is_problem=True)
    if os.name == "posix" and path.stat().st_mode & _OTHERS:
        return Health(f"{said} Other accounts can read it.", data, is_note=True)
    return Health(said, data)
