"""Saving a PDF where the reader asked for it."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from reader.files import write_atomically
from reader.paper.errors import SaveError, SaveProblem

if TYPE_CHECKING:
    from pathlib import Path

_PROBLEMS = {
    errno.ENOENT: SaveProblem.NO_FOLDER,
    errno.ENOTDIR: SaveProblem.NO_FOLDER,
    errno.EISDIR: SaveProblem.IS_FOLDER,
    errno.EACCES: SaveProblem.NOT_ALLOWED,
    errno.EPERM: SaveProblem.NOT_ALLOWED,
    errno.EROFS: SaveProblem.NOT_ALLOWED,
    errno.ENOSPC: SaveProblem.DISK_FULL,
    errno.EDQUOT: SaveProblem.DISK_FULL,
    errno.EFBIG: SaveProblem.DISK_FULL,
    errno.ENAMETOOLONG: SaveProblem.BAD_NAME,
    errno.EINVAL: SaveProblem.BAD_NAME,
    errno.EILSEQ: SaveProblem.BAD_NAME,
}


def save_pdf(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``, whole or not at all; the folder must be there already.

    A link is followed, so that the file it points at is replaced and not the link. Raises
    ``SaveError``; a file that stood at ``path`` is then as it was.
    """
    try:
        target = path.resolve()
        problem = _problem_before(target)
        if problem is None:
            write_atomically(target, data)
    except (OSError, RuntimeError, ValueError) as error:
        # A name with NUL is a ValueError, and a loop of links was a RuntimeError before 3.13.
        code = error.errno if isinstance(error, OSError) else errno.EINVAL
        found = _PROBLEMS.get(code or 0, SaveProblem.OTHER)
        raise SaveError(path, found, str(error)) from error
    if problem is not None:
        raise SaveError(path, problem)


def _problem_before(target: Path) -> SaveProblem | None:
    """What would go wrong quietly: a device replaced, a folder made, a protected file replaced."""
    if target.is_dir():
        return SaveProblem.IS_FOLDER
    if not target.parent.is_dir():
        return SaveProblem.NO_FOLDER
    if not target.exists():
        return None
    if not target.is_file():
        return SaveProblem.NOT_A_FILE
    with target.open("ab"):  # a file that may not be written is not to be replaced either
        return None
