"""``backup`` and ``restore``: the notebook as one file, to a stick and from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.console import Status
from reader.commands.notebooks import has_notebook, new_id, opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.commands.context import Context

_TOLD_FROM = 512
"""Pages from which people are told how far it is: 2 MB."""
_STEPS = 4
_EXPORTS = (".json", ".jsonld", ".html", ".htm")


def back_up(context: Context, path: Path) -> Status:
    """Save a checked copy of the notebook at ``path``, where no file may be yet.

    Raises ``CarryError`` and ``NotebookError``.
    """
    from reader.notebook.carrying import save_copy

    if not has_notebook(context.paths.notebook):
        context.console.tell("There is nothing in the notebook yet, so no copy was made.")
        return Status.NO
    with opened(context) as notebook:
        saved = save_copy(notebook, path, progress=Progress(context.console.tell))
    context.console.say(f"Saved and checked “{path}”: {counted(saved.items)}.")
    return Status.DONE


def restore(context: Context, path: Path) -> Status:
    """Put the copy at ``path`` in the place of the notebook, and keep what was there.

    Notes that were saved as JSON or HTML come in beside what is there. Raises ``CarryError``,
    ``ExchangeError`` and ``NotebookError``.
    """
    if path.suffix.lower() in _EXPORTS:
        return _take_in(context, path)
    from reader.notebook.bringing_back import restore_copy

    place = context.paths.notebook
    restored = restore_copy(place, path, now=context.now, new_id=new_id)
    restored.notebook.close()
    context.console.say(
        f"The notebook is the one from “{path}” now: {counted(restored.copy.items)}."
    )
    if restored.before is not None:
        context.console.say(f"What was there before is kept as “{restored.before}”.")
    return Status.DONE


def _take_in(context: Context, path: Path) -> Status:
    from reader.notebook.exchange.taking_in import read_file, take_in

    writings = read_file(path)
    with opened(context) as notebook:
        report = take_in(notebook, writings)
    context.console.say(
        f"From “{path}”: {report.new} new, {report.changed} changed, "
        f"{report.known} were here already. Nothing was replaced."
    )
    return Status.DONE


class Progress:
    """Tells in quarters how far a big copy is."""

    def __init__(self, tell: Callable[[str], object]) -> None:
        self._tell = tell
        self._told = 0

    def __call__(self, done: int, total: int) -> None:
        """``done`` of ``total`` pages are written."""
        quarter = _STEPS * done // max(total, 1)
        if total >= _TOLD_FROM and self._told < quarter < _STEPS:
            self._told = quarter
            self._tell(f"{100 * quarter // _STEPS} % is copied.")


def counted(items: int) -> str:
    """``"3 notes, marks and questions"``."""
    return "1 note, mark or question" if items == 1 else f"{items} notes, marks and questions"
