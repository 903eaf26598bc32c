"""The question sheet: made to be handed over, and to be written on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook.model import TOP
from reader.paper import wording
from reader.paper.frame import PaperContact as PaperContact
from reader.paper.frame import contact_data, frame, source_data
from reader.paper.limiting import MOST_CHARACTERS as MOST_CHARACTERS
from reader.paper.limiting import limited as limited
from reader.paper.limiting import long_text, one_line
from reader.paper.options import RestStyle

if TYPE_CHECKING:
    from reader.paper.options import SheetOptions
    from reader.paper.pdf import Pdf
    from reader.paper.press import Json, Press

TEMPLATE = "sheet.typ"

MANY_QUESTIONS = 10
"""Past this many a gentle word on the screen asks whether all of them are needed."""

_EMPTY_REST = 2

# A copy has more room: someone writes down what another person says.
_COPY_EXTRA_LINES = 2
_REST_LINES = 2
_COPY_STRETCH = 1.15


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """A question; ``origin`` is where it comes from, in a few words such as a section's title."""

    text: str
    origin: str = ""


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

    @property
    def question_count(self) -> int:
        """How many questions there are; above ``MANY_QUESTIONS`` few doctors have the time."""
        return sum(bool(question.text.strip()) for question in self.questions)


@dataclass(frozen=True, slots=True)
class CompanionCopy:
    """``sheet`` for the person who comes along: more room for answers, a line for their name."""

    sheet: QuestionSheet


def blank_sheet(contacts: tuple[PaperContact, ...]) -> QuestionSheet:
    """A sheet to fill in by hand."""
    return QuestionSheet(contacts=contacts)


def sheet_pdf(
    sheet: QuestionSheet, options: SheetOptions, press: Press, *, is_copy: bool = False
) -> Pdf:
    """``sheet`` as a tagged PDF; ``is_copy`` makes it the copy for whoever comes along.

    Raises ``FontsMissingError`` and ``TypesettingError``.
    """
    return press.fitted(TEMPLATE, sheet_data(sheet, options, is_copy=is_copy))


def sheet_data(
    sheet: QuestionSheet, options: SheetOptions, *, is_copy: bool = False
) -> dict[str, Json]:
    """What the template is given."""
    heading = wording.COPY if is_copy else wording.MY_QUESTIONS
    asked = [question for question in sheet.questions if question.text.strip()]
    top, rest = asked[:TOP] or _empty(TOP), asked[TOP:] or _empty(_EMPTY_REST)
    return frame(heading, options) | {
        "strip": _strip(is_copy=is_copy, are_all_top=0 < len(asked) <= TOP),
        "labels": _labels(sheet, is_copy=is_copy),
        "intro": _intro(sheet, is_copy=is_copy),
        "top": [_question(question) for question in top],
        "rest": [_question(question) for question in rest],
        "lines": options.lines + (_COPY_EXTRA_LINES if is_copy else 0),
        "rest-lines": _rest_lines(options, is_copy=is_copy),
        "has-boxes": options.rest is RestStyle.BOXES,
        "stretch": _COPY_STRETCH if is_copy else 1,
        "rest-heading": wording.IF_THERE_IS_TIME,
        "next-heading": wording.WHAT_NEXT,
        "ring-heading": wording.WHO_TO_RING,
        "contacts": contact_data(sheet.contacts),
        "sources": source_data(sheet.sources),
    }


def _rest_lines(options: SheetOptions, *, is_copy: bool) -> int:
    """How many lines a question has that is asked if there is time; none where it has a box."""
    if is_copy or options.rest is RestStyle.LINES:
        return _REST_LINES
    return 0


def _strip(*, is_copy: bool, are_all_top: bool) -> list[Json]:
    """The box on top; that three matter most is said only where there may be others."""
    if is_copy:
        return [wording.FOR_THE_COMPANION, wording.PLEASE_WRITE]
    asked = [wording.PLEASE_LOOK, *([] if are_all_top else [wording.FIRST_THREE])]
    return [wording.FOR_THE_DOCTOR, " ".join(asked)]


def _labels(sheet: QuestionSheet, *, is_copy: bool) -> list[Json]:
    """What is to be filled in by pen."""
    appointment = [] if sheet.appointment.strip() else [wording.APPOINTMENT]
    return [*([wording.NAME] if is_copy else []), *appointment]


def _intro(sheet: QuestionSheet, *, is_copy: bool) -> list[Json]:
    appointment = one_line(sheet.appointment)
    to_say = [] if is_copy else [wording.TO_SAY]
    return [*([appointment] if appointment else []), *to_say]


def _empty(count: int) -> list[SheetQuestion]:
    return [SheetQuestion("")] * count


def _question(question: SheetQuestion) -> dict[str, Json]:
    return {"text": long_text(question.text), "origin": one_line(question.origin)}
