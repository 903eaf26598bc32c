"""What went wrong, in a small file in the data folder, for whoever is asked to help."""

from __future__ import annotations

import logging
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.override import override

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    ExcInfo = (
        tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    )

MOST_BYTES = 256 * 1024
"""The file is begun anew beyond this; the one before it is kept as ``….old``."""

_PRIVATE_FOLDER = 0o700
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _Lines(logging.Formatter):
    """Where an error came from and what the system said, but not its words.

    They may quote what it stumbled over, which may be what the reader wrote.
    """

    @override
    def formatException(self, ei: ExcInfo) -> str:
        _kind, error, _traceback = ei
        return "" if error is None else "\n".join(filter(None, _told(error)))


def _told(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(before)
        yield "which led to"
    yield "".join(traceback.format_tb(error.__traceback__)).rstrip()
    why = f": {error.strerror}" if isinstance(error, OSError) else ""
    yield f"{type(error).__qualname__}{why}"


class LogFile(logging.Handler):
    """Adds lines to the file at ``path``; a file that cannot be written to is no error.

    Nothing is made before there is something to write.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self.path = path
        self.setFormatter(_Lines(_FORMAT))

    @override
    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._begin_anew_when_full()
            self.path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{self.format(record)}\n")
        except OSError:
            return

    def _begin_anew_when_full(self) -> None:
        if self.path.exists() and self.path.stat().st_size > MOST_BYTES:
            self.path.replace(self.path.with_name(f"{self.path.name}.old"))


@contextmanager
def log_to(path: Path) -> Iterator[None]:
    """While it lasts, what the program logs from warnings on goes to ``path`` and nowhere else."""
    logger = logging.getLogger("reader")
    handler = LogFile(path)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
