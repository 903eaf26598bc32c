"""No command: the window."""

from __future__ import annotations

import logging
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from reader.commands.console import Status
from reader.commands.context import check_section
from reader.system import has_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from reader.commands.context import Context
    from reader.paths import Paths

NO_SCREEN = (
    "There is no screen to open the window on. The commands list, show, search, sheet and print "
    "work without one."
)
NO_WINDOW = (
    "The window cannot open: a part of the program or of the system is missing ({part}). The "
    "commands list, show, search, sheet and print work without it."
)

_log = logging.getLogger(__name__)


class Run(Protocol):
    """Shows the window until it is closed."""

    def __call__(
        self,
        *,
        paths: Paths,
        content: Sequence[Path],
        booklet: str,
        section: str,
        environ: Mapping[str, str],
        tell: Callable[[str], object],
    ) -> int:
        """Gives the exit status; ``tell`` is told in a sentence why there is no window."""


def open_window(
    context: Context, place: str, environ: Mapping[str, str], load: Callable[[], Run]
) -> int:
    """Show the window at ``place``, ``"booklet"`` or ``"booklet#section"``, until it is closed.

    ``load`` imports what has the window. Raises ``UnknownBookletError``, ``UnknownSectionError``
    and ``BookletError`` before anything is shown.
    """
    booklet, _, section = place.partition("#")
    if place:
        entry = context.shelf().entry(booklet)
        if section:
            check_section(entry, section)
    if not environ.get("QT_QPA_PLATFORM") and not has_screen(environ, sys.platform):
        context.console.tell(NO_SCREEN)
        return Status.WRONG
    try:
        run = load()
    except ImportError as error:
        context.console.tell(NO_WINDOW.format(part=error.name or error))
        return Status.WRONG
    with _mistakes_logged(context):
        return run(
            paths=context.paths,
            content=context.content,
            booklet=booklet,
            section=section,
            environ=environ,
            tell=context.console.tell,
        )


@contextmanager
def _mistakes_logged(context: Context) -> Iterator[None]:
    """Qt goes on after a mistake in what it called; the log gets it and nobody a traceback."""

    def log(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        _log.error("The window went on after a mistake.", exc_info=(kind, error, traceback))
        context.console.tell(
            f"Something went wrong inside the program. It is written in “{context.paths.log}”."
        )

    before = sys.excepthook
    sys.excepthook = log
    try:
        yield
    finally:
        sys.excepthook = before
