"""``check`` and ``new``: for those who write and publish booklets."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from reader.commands.console import Status
from reader.commands.context import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.commands.context import Context


def check_booklets(context: Context, folders: tuple[Path, ...], *, as_json: bool) -> Status:
    """Say all that is to mend in ``folders``, or in the booklets that the program shows.

    Raises ``UsageError`` when a folder is missing, or what the check needs is not installed.
    """
    from reader.check.checking import check_folders
    from reader.check.ease import EaseMissingError, load_ease
    from reader.check.finding import finding_data

    for folder in folders:
        if not folder.is_dir():
            message = f"There is no folder “{folder}”."
            raise UsageError(message)
    try:
        ease = load_ease()
    except EaseMissingError as error:
        raise UsageError(str(error)) from None
    findings = check_folders(folders or context.folders, context.today, ease)
    if as_json:
        context.console.say_json([finding_data(finding) for finding in findings])
    elif findings:
        context.console.say("\n".join(map(str, findings)))
    return Status.NO if findings else Status.DONE


def new_booklet(context: Context, folder: Path) -> Status:
    """Make ``folder`` with a small booklet in it, and say what to do next.

    Raises ``UsageError``; nothing that is there already is ever changed.
    """
    from reader.check.skeleton import SkeletonError, lay_out

    try:
        lay_out(context.paths.resources / "skeleton", folder, context.today)
    except SkeletonError as error:
        raise UsageError(error.problem) from None
    named = shlex.quote(str(folder))
    context.console.say(
        f"A small booklet is in “{folder}”: change booklet.md and the lists beside it.\n"
        f"To see what is to mend, run: booklet-reader check {named}\n"
        f"To read it, run: booklet-reader --content {named}"
    )
    return Status.DONE
