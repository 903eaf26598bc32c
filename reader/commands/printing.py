"""``print``: a booklet, or some sections of it, as a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.booklet.review import printed_notices
from reader.commands.context import section_of
from reader.commands.paper_jobs import make_press, save
from reader.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

    from reader.commands.console import Status
    from reader.commands.context import Context


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Which booklet to print and how; ``""`` means as in the settings, no ``sections`` all."""

    booklet: str
    out: Path
    sections: tuple[str, ...] = ()
    print_size: str = ""
    paper: str = ""


def print_booklet(context: Context, job: PrintJob) -> Status:
    """Save the booklet as a PDF.

    Raises ``UnknownBookletError``, ``UnknownSectionError``, ``BookletError`` and ``PaperError``.
    """
    from reader.paper.booklet import booklet_pdf
    from reader.paper.options import PaperSize, PrintSize, SheetOptions

    booklet = context.shelf().read(job.booklet)
    for section in job.sections:
        section_of(booklet, section)
    settings = load_settings(context.paths.settings)
    options = SheetOptions(
        PrintSize(job.print_size or settings.print_size),
        PaperSize(job.paper or settings.paper),
    )
    notices = printed_notices(booklet, context.today)
    pdf = booklet_pdf(booklet, job.sections, options, notices, make_press(context))
    return save(context, pdf, job.out)
