"""From what is typed to what is done: arguments in, calls out, an exit status back."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from reader.booklet.errors import BookletError
from reader.commands.arguments import COMMANDS, command_parser, common_parser, window_parser
from reader.commands.console import Console, Status, console_on
from reader.commands.context import Context, UnknownSectionError, UsageError
from reader.log import log_to
from reader.notebook.errors import NotebookError
from reader.paper.errors import PaperError
from reader.paths import PathsError, find_paths
from reader.shelf.errors import ShelfFileError, UnknownBookletError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from reader.commands.opening import Run

NOT_HERE = (UnknownBookletError, UnknownSectionError)
NOT_POSSIBLE = (BookletError, NotebookError, PaperError, PathsError, ShelfFileError, UsageError)

_log = logging.getLogger(__name__)


def main(
    argv: Sequence[str] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    now: Callable[[], datetime] | None = None,
) -> int:
    """Do what ``argv`` says (that of the process without its name) and give the exit status.

    0: done; 1: the answer is no; 2: wrong use or a broken environment, told in plain words.
    """
    console = console_on(sys.stdout, sys.stderr)
    try:
        status = _run(
            sys.argv[1:] if argv is None else argv,
            console,
            os.environ if environ is None else environ,
            now or _local_time,
        )
        console.flush()
    except KeyboardInterrupt:
        return Status.INTERRUPTED
    except BrokenPipeError:
        _leave_quietly()
        return Status.DONE
    return status


def _run(
    argv: Sequence[str],
    console: Console,
    environ: Mapping[str, str],
    now: Callable[[], datetime],
) -> int:
    try:
        common, rest = common_parser().parse_known_args(argv)
        paths = find_paths(data=common.data, environ=environ)
        content = tuple(common.content)
        _check_folders(common.data, content)
        with log_to(paths.log):
            return _guarded(rest, Context(console, paths, content, now), environ)
    except (PathsError, UsageError) as error:
        console.tell(str(error))
        return Status.WRONG


def _check_folders(data: Path | None, content: Sequence[Path]) -> None:
    for folder in content:
        if not folder.is_dir():
            message = f"There is no folder “{folder}”."
            raise UsageError(message)
    if data is not None and data.exists() and not data.is_dir():
        message = f"“{data}” is a file; --data needs a folder."
        raise UsageError(message)


def _guarded(argv: Sequence[str], context: Context, environ: Mapping[str, str]) -> int:
    """Do it, and word whatever goes wrong."""
    try:
        return _dispatch(argv, context, environ)
    except SystemExit as end:  # argparse, after it has shown its help
        return end.code if isinstance(end.code, int) else Status.DONE
    except NOT_HERE as error:
        context.console.tell(str(error))
        return Status.NO
    except NOT_POSSIBLE as error:
        context.console.tell(str(error))
        return Status.WRONG
    except BrokenPipeError:
        raise
    except Exception:
        _log.exception("A command ended in an error that nobody foresaw.")
        context.console.tell(
            "Something went wrong inside the program. What you had saved is untouched. "
            f"What happened is written in “{context.paths.log}”."
        )
        return Status.WRONG


def _dispatch(argv: Sequence[str], context: Context, environ: Mapping[str, str]) -> int:
    first = next((word for word in argv if not word.startswith("-")), "")
    if first not in COMMANDS:
        from reader.commands.opening import open_window

        place = window_parser().parse_args(argv).place
        return open_window(context, place, environ, _load_window)
    asked = command_parser((first,)).parse_args(argv)
    match asked.command:
        case "list" | "show" | "search":
            return _tell(context, asked)
        case "sheet":
            return _sheet(context, asked)
        case "print":
            return _print(context, asked)
        case "notes" | "backup" | "restore":
            return _take_along(context, asked)
        case "doctor":
            from reader.commands.doctor import examine_all

            return examine_all(context, environ, _voice_names, as_json=asked.as_json)
        case "check":
            return _check(context, asked)
        case "new":
            return _new(context, asked)
        case "kiosk":
            from reader.commands.kiosking import KioskJob, keep_kiosk

            job = KioskJob(asked.policy, asked.self_check, asked.set_pin)
            return keep_kiosk(context, job, environ)
        case _:
            from reader.version import program_version

            context.console.say(program_version())
            return Status.DONE


def _tell(context: Context, asked: Namespace) -> int:
    match asked.command:
        case "list":
            from reader.commands.listing import list_booklets

            return list_booklets(context, as_json=asked.as_json)
        case "show":
            from reader.commands.showing import Form, show_booklet

            return show_booklet(context, asked.booklet, asked.section, Form(asked.form))
        case _:
            from reader.commands.searching import search_booklets

            words = " ".join(asked.words)
            return search_booklets(context, words, asked.limit, as_json=asked.as_json)


def _sheet(context: Context, asked: Namespace) -> int:
    from reader.commands.sheets import SheetJob, save_sheet

    job = SheetJob(
        out=asked.out,
        questions=asked.questions,
        is_blank=asked.blank,
        print_size=asked.print_size or "",
        paper=asked.paper or "",
        lines=asked.lines or 0,
        companion=asked.companion,
        kind=asked.kind or "",
        letter=asked.letter,
        rest=asked.rest or "",
        fold=asked.fold,
    )
    return save_sheet(context, job)


def _print(context: Context, asked: Namespace) -> int:
    from reader.commands.printing import PrintJob, print_booklet

    job = PrintJob(
        booklet=asked.booklet,
        out=asked.out,
        sections=tuple(asked.sections),
        print_size=asked.print_size or "",
        paper=asked.paper or "",
        fold=asked.fold,
    )
    return print_booklet(context, job)


def _take_along(context: Context, asked: Namespace) -> int:
    from reader.commands.copies import back_up, restore
    from reader.commands.taking_along import NotesJob, save_notes
    from reader.notebook.carry_errors import CarryError
    from reader.notebook.exchange.errors import ExchangeError

    try:
        if asked.command == "notes":
            return save_notes(context, NotesJob(asked.out, asked.form))
        return (back_up if asked.command == "backup" else restore)(context, asked.file)
    except (CarryError, ExchangeError) as error:
        context.console.tell(str(error))
        return Status.WRONG


def _check(context: Context, asked: Namespace) -> int:
    from reader.commands.editing import check_booklets

    return check_booklets(context, tuple(asked.folders), as_json=asked.as_json)


def _new(context: Context, asked: Namespace) -> int:
    from reader.commands.editing import new_booklet

    return new_booklet(context, asked.folder)


def _load_window() -> Run:
    from reader.start import run

    return run


def _voice_names() -> tuple[str, ...]:
    from reader.app import voice_names

    return voice_names()


def _local_time() -> datetime:
    return datetime.now().astimezone()


def _leave_quietly() -> None:
    """Keep Python from complaining at its end that nobody reads what is still to be written."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
