"""``sheet``: a sheet as a PDF, from the notebook, from a file, or blank."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.commands.paper_jobs import save_paper, sources_of
from reader.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.commands.console import Status
    from reader.commands.context import Context
    from reader.notebook.notebook import Notebook
    from reader.paper.gathering import Asked, PaperSources
    from reader.paper.kinds import SheetKind
    from reader.paper.letters import LetterFields
    from reader.paper.options import SheetOptions
    from reader.paper.sheet import QuestionSheet
    from reader.paper.typesetting import Paperwork
    from reader.settings import Settings


@dataclass(frozen=True, slots=True)
class SheetJob:
    """What to put on a sheet and how; ``""`` and 0 mean as in the settings.

    Without ``questions``, ``is_blank`` and ``kind`` the questions are the notebook's. ``kind`` is
    one of ``SheetKind``. ``letter`` is a file that says what to fill in on a letter or a consent.
    """

    out: Path
    questions: Path | None = None
    is_blank: bool = False
    print_size: str = ""
    paper: str = ""
    lines: int = 0
    companion: bool = False
    kind: str = ""
    letter: Path | None = None
    rest: str = ""
    fold: bool = False


def save_sheet(context: Context, job: SheetJob) -> Status:
    """Save a sheet as a PDF; a question sheet without a question has room to write some by hand.

    Raises ``PaperError``, ``NotebookError``, ``BookletError`` and ``ShelfFileError``.
    """
    options = _options(job, load_settings(context.paths.settings))
    return save_paper(context, _work(context, job), options, job.out)


def _options(job: SheetJob, settings: Settings) -> SheetOptions:
    from reader.paper.options import PaperSize, PrintSize, RestStyle, SheetOptions

    return SheetOptions(
        PrintSize(job.print_size or settings.print_size),
        PaperSize(job.paper or settings.paper),
        job.lines or settings.answer_lines,
        rest=RestStyle(job.rest or settings.rest_style),
        is_folded=job.fold,
    )


def _work(context: Context, job: SheetJob) -> Paperwork:
    from reader.paper.gathering import gather
    from reader.paper.kinds import SheetKind
    from reader.paper.request import PaperRequest
    from reader.paper.sheet import CompanionCopy

    kind = SheetKind(job.kind or SheetKind.QUESTIONS)
    letter = _letter(job.letter, kind)
    if kind not in (SheetKind.QUESTIONS, SheetKind.COMPANION, SheetKind.BLANK):
        with _notebook(context) as notebook:
            return gather(PaperRequest(kind, letter=letter), sources_of(context, notebook))
    is_blank = job.is_blank or kind is SheetKind.BLANK
    sheet = _question_sheet(context, job.questions, is_blank=is_blank)
    is_copy = job.companion or kind is SheetKind.COMPANION
    return CompanionCopy(sheet) if is_copy else sheet


def _letter(path: Path | None, kind: SheetKind) -> LetterFields:
    from reader.paper.letters import LetterFields

    if path is None:
        return LetterFields()
    from reader.commands.context import UsageError
    from reader.paper.kinds import SheetKind
    from reader.paper.letter_file import read_letter

    if kind not in (SheetKind.REFERRAL, SheetKind.CONSENT):
        message = f"--letter goes with --kind {SheetKind.REFERRAL} or --kind {SheetKind.CONSENT}."
        raise UsageError(message)
    return read_letter(path)


def _question_sheet(context: Context, questions: Path | None, *, is_blank: bool) -> QuestionSheet:
    from reader.paper.sheet import blank_sheet

    if is_blank:
        return blank_sheet(sources_of(context, None).contacts)
    appointment, asked = _from_file(questions) if questions else _from_notebook(context)
    if not asked:
        context.console.tell("There is no question yet, so the sheet is to be filled in by hand.")
    return _sheet(context, appointment, asked)


def _from_file(path: Path) -> tuple[str, tuple[Asked, ...]]:
    from reader.paper.gathering import Asked
    from reader.paper.questions_file import read_questions

    found = read_questions(path)
    places = [question.section.partition("#") for question in found.questions]
    asked = [
        Asked(question.text, booklet, section)
        for question, (booklet, _, section) in zip(found.questions, places, strict=True)
    ]
    return found.appointment, tuple(asked)


def _from_notebook(context: Context) -> tuple[str, tuple[Asked, ...]]:
    """The list for the current appointment."""
    from reader.paper.gathering import asked_of

    with _notebook(context) as notebook:
        if notebook is None:
            return "", ()
        appointment = notebook.appointments.newest()
        line = appointment.line if appointment is not None else ""
        return line, asked_of(notebook.questions.all())


@contextmanager
def _notebook(context: Context) -> Iterator[Notebook | None]:
    """The notebook while it is read; one that is not there is not made."""
    path = context.paths.notebook
    if not path.exists():
        yield None
        return
    from uuid import uuid4

    from reader.notebook.notebook import Notebook

    notebook = Notebook.open(path, now=context.now, new_id=lambda: uuid4().hex)
    try:
        yield notebook
    finally:
        notebook.close()


def _sheet(context: Context, appointment: str, asked: Sequence[Asked]) -> QuestionSheet:
    from reader.paper.gathering import gather_sheet, section_title

    sources: PaperSources = sources_of(context, None)
    entries = sources.shelf.entries
    for booklet, section in dict.fromkeys((each.booklet, each.section) for each in asked):
        if booklet and not section_title(entries, booklet, section):
            context.console.tell(
                f"The section “{booklet}#{section}” is not here, so the sheet does not name it."
            )
    return gather_sheet(appointment, asked, entries, sources.contacts, context.today)
