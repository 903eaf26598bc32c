"""The question sheet: made to be handed over, and to be written on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook.model import TOP
from reader.paper import wording

if TYPE_CHECKING:
    from reader.paper.options import SheetOptions
    from reader.paper.pdf import Pdf
    from reader.paper.press import Json, Press

TEMPLATE = "sheet.typ"

MOST_CHARACTERS = 6000
"""Of one question; the rest is cut with a visible "…". Twelve times a long question."""

_MOST_SHORT = 300
_MOST_SOURCE = 600
_MOST_BREAKS = 40
_EMPTY_REST = 2

# A copy has more room: someone writes down what another person says.
_COPY_EXTRA_LINES = 2
_COPY_REST_LINES = 2
_COPY_STRETCH = 1.15

# Letters of this type are about half as wide as high, in 450 points of a line.
_LETTERS_TIMES_POINTS = 840
_LONG_POINTS = 300


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """A question; ``origin`` is where it comes from, in a few words such as a section's title."""

    text: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class PaperContact:
    """Someone to ring."""

    name: str
    phone: str
    hours: str = ""


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """What stands on a sheet; the first three questions matter most.

    ``sources`` has a line for each booklet that a question comes from: its edition and its review.
    A sheet without questions has room to write them by hand. Without ``appointment`` there is a
    line to write it on.
    """

    appointment: str = ""
    questions: tuple[SheetQuestion, ...] = ()
    sources: tuple[str, ...] = ()
    contacts: tuple[PaperContact, ...] = ()


def blank_sheet(contacts: tuple[PaperContact, ...]) -> QuestionSheet:
    """A sheet to fill in by hand."""
    return QuestionSheet(contacts=contacts)


def sheet_pdf(sheet: QuestionSheet, options: SheetOptions, press: Press) -> Pdf:
    """``sheet`` as a tagged PDF; with ``options.companion`` the copy for whoever comes along.

    Raises ``FontsMissingError`` and ``TypesettingError``.
    """
    data = sheet_data(sheet, options)
    pdf = press.typeset(TEMPLATE, data)
    if pdf.pages == 1:
        return pdf
    compact = press.typeset(TEMPLATE, data | {"is-compact": True})
    return compact if compact.pages < pdf.pages else pdf


def sheet_data(sheet: QuestionSheet, options: SheetOptions) -> dict[str, Json]:
    """What the template is given."""
    heading = wording.COPY if options.companion else wording.MY_QUESTIONS
    asked = [question for question in sheet.questions if question.text.strip()]
    top, rest = asked[:TOP] or _empty(TOP), asked[TOP:] or _empty(_EMPTY_REST)
    points = options.size.points
    return {
        "size": points,
        "paper": options.paper.value,
        "lang": wording.LANGUAGE,
        "region": wording.REGION,
        "title": heading,
        "heading": heading,
        "strip": _strip(options, are_all_top=0 < len(asked) <= TOP),
        "labels": _labels(sheet, options),
        "intro": _intro(sheet, options),
        "top": [_question(question, points) for question in top],
        "rest": [_question(question, points) for question in rest],
        "lines": options.lines + (_COPY_EXTRA_LINES if options.companion else 0),
        "rest-lines": _COPY_REST_LINES if options.companion else 0,
        "stretch": _COPY_STRETCH if options.companion else 1,
        "rest-heading": wording.IF_THERE_IS_TIME,
        "next-heading": wording.WHAT_NEXT,
        "ring-heading": wording.WHO_TO_RING,
        "contacts": [
            {
                "name": _short(contact.name),
                "phone": _short(contact.phone),
                "hours": _short(contact.hours),
            }
            for contact in sheet.contacts
        ],
        "sources": [_short(line, _MOST_SOURCE) for line in sheet.sources],
        "foot": [heading],
        "foot-lines": 1,
        "page-words": wording.PAGE,
        "replaced-words": wording.REPLACED,
    }


def _strip(options: SheetOptions, *, are_all_top: bool) -> list[Json]:
    """The box on top; that three matter most is said only where there may be others."""
    if options.companion:
        return [wording.FOR_THE_COMPANION, wording.PLEASE_WRITE]
    asked = [wording.PLEASE_LOOK, *([] if are_all_top else [wording.FIRST_THREE])]
    return [wording.FOR_THE_DOCTOR, " ".join(asked)]


def _labels(sheet: QuestionSheet, options: SheetOptions) -> list[Json]:
    """What is to be filled in by pen."""
    appointment = [] if sheet.appointment.strip() else [wording.APPOINTMENT]
    return [*([wording.NAME] if options.companion else []), *appointment]


def _intro(sheet: QuestionSheet, options: SheetOptions) -> list[Json]:
    appointment = _short(sheet.appointment)
    to_say = [] if options.companion else [wording.TO_SAY]
    return [*([appointment] if appointment else []), *to_say]


def _empty(count: int) -> list[SheetQuestion]:
    return [SheetQuestion("")] * count


def _question(question: SheetQuestion, points: int) -> dict[str, Json]:
    text = limited(question.text, MOST_CHARACTERS)
    return {
        "text": text,
        "origin": _short(question.origin),
        "long": _line_count(text, points) * points > _LONG_POINTS,
    }


def limited(text: str, most: int) -> str:
    """``text`` without outer spaces and empty lines in a row, cut to ``most`` with a "…"."""
    lines = [line.strip() for line in text.strip().splitlines()]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    tidy = "\n".join(kept[:_MOST_BREAKS])
    if len(kept) > _MOST_BREAKS:
        tidy = "\n".join((tidy, " ".join(filter(None, kept[_MOST_BREAKS:]))))
    return tidy if len(tidy) <= most else tidy[: most - 1].rstrip() + "…"


def _short(text: str, most: int = _MOST_SHORT) -> str:
    """``text`` on one line."""
    return limited(" ".join(text.split()), most)


def _line_count(text: str, points: int) -> int:
    """About how many lines ``text`` takes; a question of many may part at the foot of a page."""
    letters = _LETTERS_TIMES_POINTS // points
    return sum(1 + len(line) // letters for line in text.split("\n"))
