"""Sheets and a booklet with one of everything, for the tests of paper."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from reader.booklet.dates import YearMonth
from reader.booklet.model import (
    Booklet,
    Callout,
    Figure,
    Gate,
    Passage,
    PassageKind,
    Run,
    Section,
    Source,
)
from reader.paper.sheet import PaperContact, QuestionSheet, SheetQuestion

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = (
    "If your advice differs from my first doctor’s, what makes the difference?",
    "Am I someone you would think about for a second operation?",
    "What would each treatment mean for day-to-day life?",
    "How long would the treatment go on?",
    "Would I need to travel to another hospital?",
    "What would happen if I waited a few months?",
    "Is there a trial I could join?",
    "Who would be my key worker?",
    "How will we know whether it works?",
    "Can I still go on holiday in the summer, and would my insurance pay if I became ill?",
    "What if it comes back again?",
    "Is there a support group near me?",
)
ORIGINS = ("Second opinions", "A second operation", "", "Clinical trials", "")
SUPPORT_LINE = PaperContact(
    "Ovacome support line", "0800 008 7054", "Monday to Friday, 10am to 5pm"
)
SOURCE_LINE = (
    "“When ovarian cancer comes back”, edition of November 2026. Was due for review in August 2024."
)
APPOINTMENT = "Second opinion, Thursday 3 December, 2.30pm"

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
    '<rect x="5" y="5" width="90" height="40" fill="#777"/>'
    '<text x="10" y="30" font-family="Atkinson Hyperlegible" font-size="10">Six months</text>'
    "</svg>"
)


def sheet(count: int, *, appointment: str = APPOINTMENT) -> QuestionSheet:
    """A sheet of the first ``count`` questions."""
    asked = tuple(
        SheetQuestion(text, ORIGINS[at % len(ORIGINS)]) for at, text in enumerate(QUESTIONS[:count])
    )
    return QuestionSheet(appointment, asked, (SOURCE_LINE,), (SUPPORT_LINE,))


def asking(*texts: str) -> QuestionSheet:
    """A sheet of these questions and nothing else of anybody's."""
    return QuestionSheet(questions=tuple(SheetQuestion(text) for text in texts))


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    rows = (b"\x00" + b"\x99" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def passage(kind: PassageKind, text: str = "", **more: object) -> Passage:
    """A passage of one run."""
    return Passage("", kind, (Run(text),) if text else (), **more)  # type: ignore[arg-type]


def heading(text: str, level: int = 2) -> Passage:
    return passage(PassageKind.HEADING, text, level=level)


def paragraph(text: str) -> Passage:
    return passage(PassageKind.PARAGRAPH, text)


def item(text: str, marker: str = "•", *, level: int = 1, group: int = 1) -> Passage:
    return passage(PassageKind.LIST_ITEM, text, marker=marker, level=level, group=group)


def row(*cells: str, group: int = 3, is_header: bool = False) -> Passage:
    return Passage(
        "",
        PassageKind.TABLE_ROW,
        cells=tuple((Run(cell),) if cell else () for cell in cells),
        is_header=is_header,
        group=group,
    )


def definition(term: str, text: str, group: int = 4) -> Passage:
    return passage(PassageKind.DEFINITION, text, term=(Run(term),) if term else (), group=group)


def section(section_id: str, title: str, *passages: Passage, gate: Gate | None = None) -> Section:
    return Section(section_id, title, (heading(title), *passages), gate)


def booklet(folder: Path, *sections: Section) -> Booklet:
    """A booklet in ``folder`` of these sections, or of one of everything."""
    return Booklet(
        id="sample",
        title="When ovarian cancer comes back",
        summary="Treatment choices, and how to ask for a second opinion",
        language="en-GB",
        edition=YearMonth(2026, 11),
        source=Source(
            "Recurrent ovarian cancer and second opinions",
            "Ovacome",
            YearMonth(2022, 8),
            YearMonth(2024, 8),
            ("Professor A. Reviewer",),
            "2.6",
        ),
        is_clinically_reviewed=False,
        sections=sections or one_of_everything(folder),
        folder=folder,
    )


def one_of_everything(folder: Path) -> tuple[Section, ...]:
    """Three sections, the last behind a gate; the two figures are written into ``folder``."""
    (folder / "time.svg").write_text(SVG, encoding="utf-8")
    (folder / "tall.png").write_bytes(png(60, 300))
    note = Passage(
        "", PassageKind.PARAGRAPH, (Run("Ask them to say why."),), callout=Callout.NOTE, group=6
    )
    listed = Passage(
        "",
        PassageKind.LIST_ITEM,
        (Run("a point in a box"),),
        level=1,
        marker="•",
        callout=Callout.NOTE,
        group=6,
    )
    important = Passage(
        "", PassageKind.PARAGRAPH, (Run("Do not wait."),), callout=Callout.IMPORTANT, group=7
    )
    linked = Passage(
        "",
        PassageKind.PARAGRAPH,
        (
            Run("See "),
            Run("the trials", link="#trials"),
            Run(", "),
            Run("how long", link="#outlook"),
            Run(" and "),
            Run("the NHS", link="https://www.nhs.uk/"),
            Run(". This is "),
            Run("certain", strong=True),
            Run(" and "),
            Run("quiet", emphasis=True),
            Run("."),
            Run("", footnote="1"),
        ),
    )
    return (
        section(
            "why",
            "Why it has come back",
            paragraph("It is not known why cancers come back."),
            linked,
            heading("How it may show", 3),
            item("A blood test may show your CA125 going up."),
            item("More about that test.", ""),
            item("It is one of several.", "1.", level=2),
            item("Another is a scan.", "2.", level=2),
            item("You may have no symptoms at all."),
            paragraph("What to do:"),
            item("Write it down.", "3.", group=2),
            item("Take it with you.", "4.", group=2),
            note,
            listed,
            important,
            passage(PassageKind.FOOTNOTE, "From the trial of 2021.", marker="1"),
            passage(PassageKind.FOOTNOTE, "It went on later.", marker=""),
        ),
        section(
            "trials",
            "Clinical trials",
            heading("Three trials", 3),
            row("Trial", "Who took part", "What was found", is_header=True),
            *(
                row(f"DESKTOP {number}", f"{400 + number} women in 80 hospitals", "Some benefit")
                for number in range(1, 31)
            ),
            heading("Words", 3),
            definition("Relapse", "The cancer is back."),
            definition("", "Also called a recurrence."),
            definition("Ascites", "Fluid in the abdomen (tummy)."),
            passage(
                PassageKind.FIGURE,
                figure=Figure(
                    "time.svg", "A bar of six months", "Six months is the line.\nTwo groups."
                ),
            ),
            passage(PassageKind.FIGURE, figure=Figure("tall.png", "A tall grey bar")),
        ),
        section(
            "outlook", "How long people lived", paragraph("Half lived longer."), gate=Gate.OUTLOOK
        ),
    )
