"""What came of appointments as its templates are given it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from reader.notebook.model import TOP, Answered
from reader.paper import wording
from reader.paper.frame import contact_data, frame, source_data
from reader.paper.limiting import long_text, one_line
from reader.paper.visits import Opinions, VisitAnswer

if TYPE_CHECKING:
    from reader.paper.options import SheetOptions
    from reader.paper.press import Json
    from reader.paper.visits import OpinionsSheet, VisitSheet

_NEXT_LINES = 2
_LONGEST_HEADING = 200
_LETTER_EM = 0.56
_CELL_EM = 1.2


def visit_data(visit: VisitSheet, options: SheetOptions) -> dict[str, Json]:
    """Each question with its answer; lines to write on where there is none."""
    asked = [one for one in visit.answers if one.question.strip()]
    answers = asked or [VisitAnswer("", "", Answered.NOT_YET)] * TOP
    return frame(wording.AFTER_VISIT, options) | {
        "appointment-label": wording.APPOINTMENT,
        "appointment": one_line(visit.appointment),
        "answers": [_answer(one) for one in answers],
        "answer-label": wording.ANSWER,
        "choices-label": wording.HOW_FAR,
        "choices": [wording.ANSWERED, wording.PARTLY, wording.NOT_ASKED],
        "lines": options.lines,
        "next-heading": wording.WHAT_NEXT,
        "next-lines": _NEXT_LINES,
        "ring-heading": wording.WHO_TO_RING,
        "contacts": contact_data(visit.contacts),
        "sources": source_data(visit.sources),
    }


def opinions_data(sheet: OpinionsSheet, options: SheetOptions) -> dict[str, Json]:
    """Two doctors' answers to each question, in columns where the words fit in them."""
    asked = [one for one in sheet.opinions if one.question.strip()]
    opinions = asked or [Opinions("")] * TOP
    return frame(wording.TWO_OPINIONS, options) | {
        "visits": [
            {"label": wording.FIRST_OPINION, "value": one_line(sheet.first)},
            {"label": wording.SECOND_OPINION, "value": one_line(sheet.second)},
        ],
        "opinions": [
            {
                "question": long_text(one.question),
                "first": long_text(one.first),
                "second": long_text(one.second),
            }
            for one in opinions
        ],
        "in-columns": all(_fits(one, options) for one in opinions),
        "question-label": wording.QUESTION,
        "longest-heading": _LONGEST_HEADING,
        "doctors": [wording.FIRST_DOCTOR, wording.SECOND_DOCTOR],
        "differs-label": wording.WHAT_DIFFERS,
        "next-label": wording.WHAT_NEXT_HERE,
        "lines": options.lines,
        "ring-heading": wording.WHO_TO_RING,
        "contacts": contact_data(sheet.contacts),
    }


def _answer(one: VisitAnswer) -> dict[str, Json]:
    return {
        "question": long_text(one.question),
        "origin": one_line(one.origin),
        "answer": long_text(one.answer),
        "how-far": _how_far(one.answered),
        "has-lines": not one.answer.strip() and one.answered is not Answered.NOT_ASKED,
    }


def _how_far(answered: Answered) -> str:
    """How far a question was answered; ``""`` where that is still to be ticked."""
    match answered:
        case Answered.NOT_YET:
            return ""
        case Answered.ANSWERED:
            return wording.ANSWERED
        case Answered.PARTLY:
            return wording.PARTLY
        case Answered.NOT_ASKED:
            return wording.NOT_ASKED
        case other:
            assert_never(other)


def _fits(opinions: Opinions, options: SheetOptions) -> bool:
    """Whether the longest words have room in columns of half a line."""
    headings = f"{wording.FIRST_DOCTOR} {wording.SECOND_DOCTOR}"
    words = f"{headings} {opinions.first} {opinions.second}".split()
    em = _LETTER_EM * max(map(len, words)) + _CELL_EM
    return em * options.size.points < options.text_points / 2
