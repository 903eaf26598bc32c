"""What the two commands that make a PDF have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.console import Status
from reader.paper.pdf import Pdf

if TYPE_CHECKING:
    from pathlib import Path

    from reader.commands.context import Context
    from reader.notebook.notebook import Notebook
    from reader.paper.gathering import PaperSources
    from reader.paper.options import SheetOptions
    from reader.paper.press import Press
    from reader.paper.typesetting import Paperwork
    from reader.shelf.glossary import TermFinder

TO_FOLD = "-to-fold"
"""At the end of the name of the PDF that is for the printer alone."""


def make_press(context: Context) -> Press:
    """The press with the program's templates and letters; raises ``FontsMissingError``."""
    from reader.paper.fonts import font_folder
    from reader.paper.press import Press

    return Press(context.paths.resources / "paper", font_folder())


def save_paper(context: Context, work: Paperwork, options: SheetOptions, path: Path) -> Status:
    """Typeset and save; of a fold also the pages two to a side, beside it, for the printer.

    Raises ``PaperError``.
    """
    from reader.paper.folding import folded
    from reader.paper.typesetting import paper_pdf

    press = make_press(context)
    pdf = paper_pdf(work, options, press)
    if not options.is_folded:
        return save(context, pdf, path)
    to_fold = folded(pdf, options, press)
    save(context, pdf, path)
    beside = path.with_name(f"{path.stem}{TO_FOLD}{path.suffix}")
    return save(context, Pdf(to_fold.data, to_fold.pages), beside)


def sources_of(
    context: Context, notebook: Notebook | None, *, explains: bool = False
) -> PaperSources:
    """What sheets are made of; with ``explains`` hard words too, which only a booklet needs.

    Raises ``ShelfFileError``.
    """
    from reader.paper.gathering import PaperSources
    from reader.paper.sheet import PaperContact

    contacts = tuple(
        PaperContact(contact.name, contact.phone, contact.hours)
        for contact in context.contacts()
        if contact.primary
    )
    finder = _finder(context) if explains else None
    return PaperSources(notebook, context.shelf(), contacts, finder, context.today)


def _finder(context: Context) -> TermFinder:
    from reader.shelf.glossary import TermFinder
    from reader.shelf.lists import Lists

    return TermFinder(Lists(context.paths.content, context.content).terms)


def save(context: Context, pdf: Pdf, path: Path) -> Status:
    """Save ``pdf`` at ``path``, in place of what is there, and say so; raises ``SaveError``."""
    from reader.paper.saving import save_pdf

    save_pdf(path, pdf.data)
    pages = "1 page" if pdf.pages == 1 else f"{pdf.pages} pages"
    context.console.say(f"Saved “{path}”, {pages}.")
    if pdf.replaced:
        signs = " ".join(pdf.replaced)
        context.console.tell(f"[?] stands on it for what cannot be printed: {signs}")
    return Status.DONE
