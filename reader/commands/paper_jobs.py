"""What the two commands that make a PDF have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.console import Status

if TYPE_CHECKING:
    from pathlib import Path

    from reader.commands.context import Context
    from reader.paper.pdf import Pdf
    from reader.paper.press import Press


def make_press(context: Context) -> Press:
    """The press with the program's templates and letters; raises ``FontsMissingError``."""
    from reader.paper.fonts import font_folder
    from reader.paper.press import Press

    return Press(context.paths.resources / "paper", font_folder())


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
