"""``sheet``: a question sheet as a PDF, from the notebook, from a file, or blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from reader.commands.paper_jobs import make_press, save
from reader.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

    from reader.commands.console import Status
    from reader.commands.context import Context
    from reader.paper.gathering import Asked
    from reader.paper.options import SheetOptions
    from reader.paper.sheet import PaperContact, QuestionSheet
    from reader.settings import Settings


@dataclass(frozen=True, slots=True)
class SheetJob:
    """What to put on a sheet and how; ``""`` and 0 mean as in the settings.

    Without ``questions`` and ``is_blank`` the questions are the notebook's.
    """

    out: Path
    questions: Path | None = None
    is_blank: bool = False
    print_size: str = ""
    paper: str = ""
    lines: int = 0
    companion: bool = False


def save_sheet(context: Context, job: SheetJob) -> Status:
    """Save a question sheet as a PDF; without a question it has room to write some by hand.

    Raises ``PaperError``, ``NotebookError`` and ``ShelfFileError``.
    """
    from reader.paper.sheet import blank_sheet, sheet_pdf

    options = _options(job, load_settings(context.paths.settings))
    if job.is_blank:
        sheet = blank_sheet(_contacts(context))
    else:
        found = _from_file(job.questions) if job.questions else _from_notebook(context)
        appointment, asked = found
        if not asked:
            context.console.tell(
                "There is no question yet, so the sheet is to be filled in by hand."
            )
        sheet = _sheet(context, appointment, asked)
    pdf = sheet_pdf(sheet, options, make_press(context), is_copy=job.companion)
    return save(context, pdf, job.out)


def _options(job: SheetJob, settings: Settings) -> SheetOptions:
    from reader.paper.options import PaperSize, PrintSize, SheetOptions

    return SheetOptions(
        PrintSize(job.print_size or settings.print_size),
        PaperSize(job.paper or settings.paper),
        job.lines or settings.answer_lines,
    )


def _contacts(context: Context) -> tuple[PaperContact, ...]:
    """Who can be rung about anything."""
    from reader.paper.sheet import PaperContact

    return tuple(
        PaperContact(contact.name, contact.phone, contact.hours)
        for contact in context.contacts()
        if contact.primary
    )


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
    """The list for the current appointment; a notebook that is not there is not made."""
    from reader.notebook.notebook import Notebook
    from reader.paper.gathering import asked_of

    path = context.paths.notebook
    if not path.exists():
        return "", ()
    notebook = Notebook.open(path, now=context.now, new_id=lambda: uuid4().hex)
    try:
        appointment = notebook.appointments.newest()
        line = appointment.line if appointment is not None else ""
        return line, asked_of(notebook.questions.all())
    finally:
        notebook.close()


def _sheet(context: Context, appointment: str, asked: tuple[Asked, ...]) -> QuestionSheet:
    from reader.paper.gathering import gather_sheet, section_title

    entries = context.shelf().entries
    for booklet, section in dict.fromkeys((each.booklet, each.section) for each in asked):
        if booklet and not section_title(entries, booklet, section):
            context.console.tell(
                f"The section “{booklet}#{section}” is not here, so the sheet does not name it."
            )
    return gather_sheet(appointment, asked, entries, _contacts(context), context.today)
