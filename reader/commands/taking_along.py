"""``notes``: the notebook in a form that people and programs can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.commands.console import Status
from reader.commands.notebooks import has_notebook, opened

if TYPE_CHECKING:
    from pathlib import Path

    from reader.commands.context import Context
    from reader.notebook.notebook import Notebook

PDF = "pdf"
FORMS = ("markdown", "html", "json", PDF)
_BY_ENDING = {".md": "markdown", ".html": "html", ".htm": "html", ".json": "json", ".pdf": PDF}


@dataclass(frozen=True, slots=True)
class NotesJob:
    """Where to save the notes, and the form, one of ``FORMS``; ``""`` is what the name says."""

    out: Path
    form: str = ""


def save_notes(context: Context, job: NotesJob) -> Status:
    """Save all that is in the notebook; without a word in it the answer is no.

    Raises ``NotebookError`` and ``PaperError``.
    """
    if not has_notebook(context.paths.notebook):
        return _nothing(context)
    form = job.form or _BY_ENDING.get(job.out.suffix.lower(), FORMS[0])
    with opened(context) as notebook:
        if form == PDF:
            return _save_pdf(context, notebook, job.out)
        return _save_text(context, notebook, job.out, form)


def _nothing(context: Context) -> Status:
    context.console.tell("There is nothing in the notebook yet, so no file was written.")
    return Status.NO


def _save_text(context: Context, notebook: Notebook, out: Path, form: str) -> Status:
    from reader.notebook.exchange.forms import Form, written
    from reader.notebook.exchange.layout import BookletNames
    from reader.notebook.exchange.writings import writings_of
    from reader.paper.saving import save_pdf

    writings = writings_of(notebook)
    if writings.is_empty:
        return _nothing(context)
    entries = context.shelf().entries
    names = [BookletNames(entry.id, entry.title, entry.section_titles) for entry in entries]
    text = written(writings, Form(form), names, context.now())
    save_pdf(out, text.encode())
    said = counted(len(writings.marks), len(writings.questions))
    context.console.say(f"Saved “{out}”: {said}.")
    return Status.DONE


def _save_pdf(context: Context, notebook: Notebook, out: Path) -> Status:
    from reader.commands.paper_jobs import make_press, save
    from reader.paper.gathering import PaperSources, gather
    from reader.paper.kinds import SheetKind
    from reader.paper.options import PaperSize, PrintSize, SheetOptions
    from reader.paper.request import PaperRequest
    from reader.paper.typesetting import paper_pdf
    from reader.settings import load_settings

    if not notebook.marks.all():
        context.console.tell(
            "There is no bookmark, highlight or note yet, so no file was written. "
            "“sheet” saves the questions."
        )
        return Status.NO
    settings = load_settings(context.paths.settings)
    options = SheetOptions(PrintSize(settings.print_size), PaperSize(settings.paper))
    sources = PaperSources(notebook, context.shelf(), (), None, context.today)
    work = gather(PaperRequest(SheetKind.NOTES), sources)
    return save(context, paper_pdf(work, options, make_press(context)), out)


def counted(marks: int, questions: int) -> str:
    """``"3 notes and marks, 1 question"``."""
    noted = "1 note or mark" if marks == 1 else f"{marks} notes and marks"
    asked = "1 question" if questions == 1 else f"{questions} questions"
    return f"{noted}, {asked}"
