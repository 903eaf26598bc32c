"""``print``: a booklet, or some sections of it, as a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.commands.context import section_of
from reader.commands.paper_jobs import save_paper, sources_of
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
    fold: bool = False


def print_booklet(context: Context, job: PrintJob) -> Status:
    """Save the booklet as a PDF; folded, a second one beside it for the printer.

    Raises ``UnknownBookletError``, ``UnknownSectionError``, ``BookletError`` and ``PaperError``.
    """
    from reader.paper.gathering import gather
    from reader.paper.kinds import SheetKind
    from reader.paper.options import PaperSize, PrintSize, SheetOptions
    from reader.paper.request import PaperRequest

    sources = sources_of(context, None, explains=True)
    booklet = sources.shelf.read(job.booklet)
    for section in job.sections:
        section_of(booklet, section)
    settings = load_settings(context.paths.settings)
    options = SheetOptions(
        PrintSize(job.print_size or settings.print_size),
        PaperSize(job.paper or settings.paper),
        is_folded=job.fold,
    )
    work = gather(PaperRequest(SheetKind.BOOKLET, job.booklet, job.sections), sources)
    return save_paper(context, work, options, job.out)
