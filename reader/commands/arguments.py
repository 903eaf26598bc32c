"""How commands are written."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reader.commands.context import UsageError
from reader.override import override
from reader.settings import FEWEST_LINES, MOST_LINES, PAPERS, PRINT_SIZES, REST_STYLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PROGRAM = "booklet-reader"
COMMANDS = (
    "list", "show", "search", "sheet", "print", "notes", "backup", "restore", "check", "new",
    "doctor", "kiosk", "version",
)  # fmt: skip
USUAL_LIMIT = 20
MOST_HITS = 10_000

_ANYWHERE = "--data FOLDER and --content FOLDER can be added to every command."
_OVERVIEW = f"""\
commands that need no window:
  list       which booklets are here, and their review dates
  show       a booklet or a section of it as text, HTML or data
  search     the passages that hold some words
  sheet      a question sheet as a PDF
  print      a booklet or sections of it as a PDF
  notes      all that is in the notebook, in a form for people or programs
  backup     a checked copy of the notebook, on a stick for example
  restore    that copy in the notebook's place; what was there is kept
  check      what is still to mend in booklets, for those who publish them
  new        a folder with a small booklet to begin from
  doctor     whether fonts, printers, voices and the notebook are as they should be
  version    which version of the program this is

and one that looks after a waiting-room screen:
  kiosk      show sessions one after the other, check the machine, or make a staff PIN

“{PROGRAM} COMMAND --help” says how to write each of them.
{_ANYWHERE}
The exit status is 0 when it is done, 1 when the answer is no, 2 when something is wrong.
"""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in a sentence, by raising ``UsageError``."""

    @override
    def error(self, message: str) -> NoReturn:
        problem = message[:1].upper() + message[1:]
        sentence = f"{problem}. “{self.prog} --help” says how to write it."
        raise UsageError(sentence)


def common_parser() -> Parser:
    """What can stand anywhere: where things are."""
    parser = Parser(prog=PROGRAM, add_help=False, allow_abbrev=False)
    _add_common(parser)
    return parser


def window_parser() -> Parser:
    """Without a command, the window is opened."""
    parser = Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [--data FOLDER] [--content FOLDER] [BOOKLET[#SECTION] | COMMAND …]",
        description="Read patient booklets with no internet, and print a question sheet.",
        epilog=_OVERVIEW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_common(parser)
    parser.add_argument(
        "place", metavar="BOOKLET[#SECTION]", nargs="?", default="", help="open the window there"
    )
    return parser


def command_parser(commands: Sequence[str] = COMMANDS) -> Parser:
    """Those of the commands; ``command`` says which it is. A parser takes time, one is enough."""
    parser = Parser(prog=PROGRAM, add_help=False, allow_abbrev=False)
    added = parser.add_subparsers(dest="command", parser_class=_CommandParser)
    for name in commands:
        description, add = _WRITTEN[name]
        add(added.add_parser(name, description=description))
    return parser


class _CommandParser(Parser):
    def __init__(self, *, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, epilog=_ANYWHERE, allow_abbrev=False)


def _add_common(parser: Parser) -> None:
    parser.add_argument(
        "--data", metavar="FOLDER", type=_folder, help="keep notebook, settings and cache there"
    )
    parser.add_argument(
        "--content",
        metavar="FOLDER",
        type=_folder,
        action="append",
        default=[],
        help="show the booklets in there too, beside those that come with the program",
    )


def _add_show(parser: Parser) -> None:
    from reader.commands.showing import Form  # with the whole model, which the window waits for

    parser.add_argument("booklet", metavar="BOOKLET", help="its id, as “list” says it")
    parser.add_argument("--section", metavar="SECTION", default="", help="only this section")
    parser.add_argument(
        "--as", dest="form", choices=list(map(str, Form)), default=str(Form.TEXT), help="the form"
    )


def _add_search(parser: Parser) -> None:
    parser.add_argument("words", metavar="WORDS", nargs="+", help="what to look for")
    parser.add_argument(
        "--limit", type=_count, default=USUAL_LIMIT, metavar="N", help="at most so many passages"
    )
    _add_json(parser)


def _add_sheet(parser: Parser) -> None:
    from reader.paper.kinds import SheetKind  # the window has no need of it before the first page

    _add_out(parser)
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--questions", metavar="F.toml", type=Path, help="questions from a file, not the notebook"
    )
    source.add_argument("--blank", action="store_true", help="a sheet to fill in by hand")
    source.add_argument(
        "--kind",
        choices=[str(kind) for kind in SheetKind if kind is not SheetKind.BOOKLET],
        help="another kind of sheet than the questions; a booklet is printed by “print”",
    )
    parser.add_argument(
        "--letter", metavar="F.toml", type=Path, help="what to fill in on a letter or a consent"
    )
    _add_print_choices(parser)
    parser.add_argument(
        "--lines",
        type=_lines,
        metavar="N",
        help=f"lines for each answer, {FEWEST_LINES} to {MOST_LINES}",
    )
    parser.add_argument(
        "--companion", action="store_true", help="the copy for the person who comes along"
    )
    parser.add_argument(
        "--rest",
        choices=REST_STYLES,
        help="what stands with the questions that are asked if there is time",
    )


def _add_print(parser: Parser) -> None:
    parser.add_argument("booklet", metavar="BOOKLET", help="its id, as “list” says it")
    parser.add_argument(
        "--section",
        dest="sections",
        metavar="SECTION",
        action="append",
        default=[],
        help="only this section; can be given again for more",
    )
    _add_out(parser)
    _add_print_choices(parser)


def _add_notes(parser: Parser) -> None:
    parser.add_argument(
        "--as",
        dest="form",
        choices=("markdown", "html", "json", "pdf"),
        default="",
        help="the form; without it, what the name of the file says, or else markdown",
    )
    parser.add_argument(
        "--out", metavar="F", type=Path, required=True, help="the file to save it in"
    )


def _add_backup(parser: Parser) -> None:
    parser.add_argument("file", metavar="F", type=Path, help="a file that is not there yet")


def _add_restore(parser: Parser) -> None:
    parser.add_argument(
        "file",
        metavar="F",
        type=Path,
        help="what “backup” saved; or “notes” as JSON or HTML, which come in beside what is there",
    )


def _add_check(parser: Parser) -> None:
    parser.add_argument(
        "folders",
        metavar="FOLDER",
        nargs="*",
        type=_folder,
        help="a booklet or a folder of booklets; without any, those that the program shows",
    )
    _add_json(parser)


def _add_new(parser: Parser) -> None:
    parser.add_argument("folder", metavar="FOLDER", type=_folder, help="a folder to make")


def _add_kiosk(parser: Parser) -> None:
    parser.add_argument(
        "--policy", metavar="F.toml", type=Path, help="what is allowed; docs/kiosk.md says how"
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--self-check", action="store_true", help="only say whether this machine is fit for it"
    )
    instead.add_argument(
        "--set-pin",
        action="store_true",
        help="only ask for a staff PIN, and say what to keep of it",
    )


def _add_json(parser: Parser) -> None:
    parser.add_argument("--json", dest="as_json", action="store_true", help="for a program to read")


def _add_out(parser: Parser) -> None:
    parser.add_argument(
        "--out", metavar="F.pdf", type=Path, required=True, help="the file to save it in"
    )


def _add_print_choices(parser: Parser) -> None:
    parser.add_argument(
        "--print-size", choices=PRINT_SIZES, help="14, 18 or 24 point; as in Comfort if not given"
    )
    parser.add_argument("--paper", choices=PAPERS, help="as in Comfort if not given")
    parser.add_argument(
        "--fold",
        action="store_true",
        help="pages of half the size, and beside them a second PDF to print and fold",
    )


def _folder(text: str) -> Path:
    if not text:
        message = "a folder has to be named"
        raise argparse.ArgumentTypeError(message)
    return Path(text)


def _count(text: str) -> int:
    return _whole_number(text, 1, MOST_HITS)


def _lines(text: str) -> int:
    return _whole_number(text, FEWEST_LINES, MOST_LINES)


def _whole_number(text: str, least: int, most: int) -> int:
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        message = f"it has to be a whole number from {least} to {most}"
        raise argparse.ArgumentTypeError(message)
    return number


def _add_nothing(_: Parser) -> None:
    """The command stands alone."""


_WRITTEN: Mapping[str, tuple[str, Callable[[Parser], None]]] = {
    "list": ("Say which booklets are here.", _add_json),
    "show": ("Say a booklet or a section of it.", _add_show),
    "search": ("Say which passages hold some words.", _add_search),
    "sheet": ("Save a question sheet as a PDF.", _add_sheet),
    "print": ("Save a booklet as a PDF.", _add_print),
    "notes": ("Save all that is in the notebook.", _add_notes),
    "backup": ("Save a checked copy of the notebook.", _add_backup),
    "restore": ("Bring back a copy of the notebook.", _add_restore),
    "check": ("Say what is to mend in booklets.", _add_check),
    "new": ("Make a small booklet to begin from.", _add_new),
    "doctor": ("Say whether all is as it should be.", _add_json),
    "kiosk": ("Look after a waiting-room screen.", _add_kiosk),
    "version": ("Say which version of the program this is.", _add_nothing),
}
