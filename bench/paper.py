"""How long sheets take, beside what else makes PDFs of the same words on this computer.

A sheet of ten questions and each booklet, cold (the whole command) and warm (in a program that is
open), and a warm sheet with its first page drawn for the screen. LibreOffice, WeasyPrint and
calibre's ebook-convert get the same words as HTML, cold, in turn with ours; one that is not
installed is left out. WEASYPRINT may name the program. Prints medians in milliseconds.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from reader.paper.fonts import font_folder
from reader.paper.gathering import Asked, PaperSources, gather, gather_sheet
from reader.paper.kinds import SheetKind
from reader.paper.options import SheetOptions
from reader.paper.press import Press
from reader.paper.request import PaperRequest
from reader.paper.typesetting import paper_pdf
from reader.shelf.glossary import TermFinder
from reader.shelf.lists import Lists
from reader.shelf.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.paper.typesetting import Paperwork

REPOSITORY = Path(__file__).parents[1]
BOOKLETS = ("recurrence", "surgery")
QUESTIONS = tuple(f"What would treatment number {n} mean for day-to-day life?" for n in range(10))
TODAY = date(2026, 11, 20)
COLD_RUNS, WARM_RUNS = 5, 30
AIM_TIMES_FASTER, AIM_WARM_MS = 10, 60
PATIENCE_SECONDS = 180


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a sheet: our command for it, and the same as HTML."""

    name: str
    command: tuple[str, ...]
    html: str
    work: Paperwork


def html_page(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body>{body}</body></html>"
    )


def texts(folder: Path) -> list[Text]:
    """What is to be typeset."""
    questions = folder / "questions.toml"
    lines = [f'[[question]]\ntext = "{text}"\n' for text in QUESTIONS]
    questions.write_text("".join(lines), encoding="utf-8")
    content = REPOSITORY / "content"
    shelf = Shelf.open([content])
    sources = PaperSources(None, shelf, (), TermFinder(Lists(content, ()).terms), TODAY)
    asked = [Asked(text) for text in QUESTIONS]
    items = "".join(f"<li><b>{escape(text)}</b><br>_______<br>_______</li>" for text in QUESTIONS)
    sheet = gather_sheet("", asked, shelf.entries, (), TODAY)
    found = [
        Text(
            "sheet of 10",
            ("sheet", "--questions", str(questions)),
            html_page("My questions", f"<h1>My questions</h1><ol>{items}</ol>"),
            sheet,
        )
    ]
    for booklet in BOOKLETS:
        work = gather(PaperRequest(SheetKind.BOOKLET, booklet), sources)
        shown = subprocess.run(
            [sys.executable, "-m", "reader", "show", booklet, "--as", "html"],
            capture_output=True,
            text=True,
            check=True,
            cwd=REPOSITORY,
        ).stdout
        found.append(Text(booklet, ("print", booklet), shown, work))
    return found


def others(folder: Path) -> dict[str, Callable[[Path, Path], list[str | Path]]]:
    """The other programs that are installed here, and how each is called."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    weasy = os.environ.get("WEASYPRINT") or shutil.which("weasyprint")
    calibre = shutil.which("ebook-convert")
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    found: dict[str, Callable[[Path, Path], list[str | Path]]] = {}
    if office:
        found["LibreOffice"] = lambda source, made: [
            office, profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export",
            "--outdir", made.parent, source,
        ]  # fmt: skip
    if weasy:
        found["WeasyPrint"] = lambda source, made: [weasy, "-q", source, made]
    if calibre:
        found["calibre"] = lambda source, made: [calibre, source, made]
    return found


def milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def run(command: list[str | Path], env: dict[str, str]) -> None:
    subprocess.run(
        command, cwd=REPOSITORY, env=env, capture_output=True, check=True, timeout=PATIENCE_SECONDS
    )


def installed(folder: Path) -> dict[str, str]:
    """The environment, with what Python compiles kept, as if all of it were installed."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def ours(text: Text, folder: Path) -> list[str | Path]:
    data = folder / "data"
    return [
        sys.executable,
        "-m",
        "reader",
        "--data",
        data,
        *text.command,
        "--out",
        folder / "o.pdf",
    ]


def cold(text: Text, folder: Path, runs: int) -> dict[str, list[float]]:
    """Ours and the others in turn, so that whatever else the machine does meets all of them."""
    source, made = folder / "source.html", folder / "source.pdf"
    source.write_text(text.html, encoding="utf-8")
    commands = {"Booklet Reader": ours(text, folder)}
    commands |= {name: command(source, made) for name, command in others(folder).items()}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    env = installed(folder)
    for number in range(-1, runs):
        for name, command in commands.items():
            spent = milliseconds(lambda command=command: run(command, env))
            if number >= 0:
                taken[name].append(spent)
    return taken


def warm(text: Text, press: Press, runs: int) -> list[float]:
    """Typeset again and again; the lines differ each time, so that nothing is kept."""
    options = [SheetOptions(lines=2 + number % 11) for number in range(runs)]
    return [milliseconds(lambda it=it: paper_pdf(text.work, it, press)) for it in options]


def warm_and_shown(text: Text, press: Press, runs: int) -> list[float]:
    """The same, and the first page drawn as wide as in the window."""
    from PySide6.QtGui import QGuiApplication

    from reader.ui.pdf_pages import PdfPages

    app = QGuiApplication([sys.argv[0]])

    def show(options: SheetOptions) -> None:
        PdfPages(paper_pdf(text.work, options, press).data).picture(0, 560)

    options = [SheetOptions(lines=2 + number % 11) for number in range(runs)]
    show(options[0])
    taken = [milliseconds(lambda it=it: show(it)) for it in options]
    app.quit()
    return taken


def tell(name: str, taken: list[float], more: str = "") -> None:
    middle = statistics.median(taken)
    print(f"  {name:26}{middle:8.1f} ms   ({min(taken):.1f} to {max(taken):.1f}){more}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=COLD_RUNS, help="cold runs of each")
    runs = parser.parse_args().runs
    press = Press(REPOSITORY / "resources" / "paper", font_folder())
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as name:
        folder = Path(name)
        found = texts(folder)
        for text in found:
            print(text.name)
            taken = cold(text, folder, runs)
            middle = statistics.median(taken["Booklet Reader"])
            for who, spent in taken.items():
                times = statistics.median(spent) / middle
                is_ours = who == "Booklet Reader"
                tell(f"cold, {who}", spent, "" if is_ours else f"   {times:.1f} times as long")
            tell("warm, Booklet Reader", warm(text, press, WARM_RUNS))
        shown = warm_and_shown(found[0], press, WARM_RUNS)
        print("sheet of 10, warm, typeset and shown")
        tell("Booklet Reader", shown, f"   (aim: {AIM_WARM_MS} ms or less)")
    print(f"Aim: {AIM_TIMES_FASTER} times faster, cold, than the fastest of the others.")


if __name__ == "__main__":
    main()
