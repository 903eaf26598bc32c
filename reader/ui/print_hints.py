"""What is worth knowing about the pages before they are printed, in short sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.paper.nhs_number import has_nhs_number
from reader.paper.sheet import MANY_QUESTIONS, CompanionCopy, QuestionSheet
from reader.ui.language import Counts, in_digits, translate

if TYPE_CHECKING:
    from reader.paper.letters import LetterFields
    from reader.paper.typesetting import Paperwork
    from reader.ui.paper_desk import Made


def hints(
    made: Made, work: Paperwork, letter: LetterFields, lines: int, *, is_blank: bool = False
) -> list[str]:
    """The sentences for ``made``; ``lines`` is with how many lines it would fit on one side.

    ``is_blank``: a sheet without questions is what is wanted.
    """
    sheet = work.sheet if isinstance(work, CompanionCopy) else work
    told = [_room(made, lines), _replaced(made.saved.replaced)]
    if isinstance(sheet, QuestionSheet):
        count = 1 if is_blank else sheet.question_count
        told += [_count(count), _number(sheet.appointment)]
    told.append(_number(" | ".join((letter.phone, letter.name, letter.born, letter.wanted))))
    if made.is_folded:
        told.append(
            translate(
                "PrintHints",
                "Saved as PDF, it has small pages one after another, for screen readers too.",
            )
        )
    return [line for line in dict.fromkeys(told) if line]


def _room(made: Made, lines: int) -> str:
    if made.is_folded:
        return ""
    if made.printed.pages == 1:
        return translate("PrintHints", "It fits on one side.")
    if lines:
        return translate("PrintHints", "With {lines} lines each it fits on one side.").format(
            lines=in_digits(lines)
        )
    return ""


def _replaced(signs: tuple[str, ...]) -> str:
    if not signs:
        return ""
    told = translate(
        "PrintHints", "These signs cannot be printed, and [?] stands in their place: {signs}"
    )
    return told.format(signs=" ".join(signs))


def _count(questions: int) -> str:
    if questions == 0:
        return translate(
            "PrintHints",
            "There is no question on your list yet, so this sheet is to be filled in by hand.",
        )
    if questions <= MANY_QUESTIONS:
        return ""
    return Counts.tr(
        "You have %Ln questions. In one visit there is time for a few. Put the ones that matter "
        "most first.",
        "",
        questions,
    )


def _number(text: str) -> str:
    if not has_nhs_number(text):
        return ""
    return translate(
        "PrintHints",
        "There is a number of ten digits on this sheet. If it is your NHS number, you may want to "
        "take it out: nobody needs it here.",
    )
