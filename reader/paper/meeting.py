"""What came of appointments, as the notebook has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.paper.asking import asked_of, origins, quoted_sources
from reader.paper.visits import Opinions, OpinionsSheet, VisitAnswer, VisitSheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.model import Appointment, Question
    from reader.paper.gathering import PaperSources


def gather_visit(appointment: Appointment | None, sources: PaperSources) -> VisitSheet:
    """The questions of ``appointment`` with their answers; raises ``NotebookError``."""
    if sources.notebook is None or appointment is None:
        return VisitSheet(contacts=sources.contacts)
    questions = sources.notebook.questions.all(appointment.id)
    asked, entries = asked_of(questions), sources.shelf.entries
    answers = tuple(
        VisitAnswer(one.text, one.answer, one.answered, origin)
        for one, origin in zip(questions, origins(asked, entries), strict=True)
    )
    lines = quoted_sources(asked, entries, sources.today)
    return VisitSheet(appointment.line, answers, lines, sources.contacts)


def gather_opinions(second_id: str, sources: PaperSources, *, before: str = "") -> OpinionsSheet:
    """The answers of an appointment beside those of ``before``, or of the one before it.

    The second is that of ``second_id``, or the current one. Where there is but one appointment it
    is the first, and the second doctor's answers are to be written in. Raises ``NotebookError``.
    """
    notebook = sources.notebook
    appointments = notebook.appointments.all() if notebook is not None else ()
    if notebook is None or not appointments:
        return OpinionsSheet(contacts=sources.contacts)
    at = next((at for at, one in enumerate(appointments) if one.id == second_id), 0)
    named = next((one for one in appointments if one.id == before), None)
    older = named or next(iter(appointments[at + 1 :]), None)
    if older is None or older is appointments[at]:
        first, second = appointments[at], None
    else:
        first, second = older, appointments[at]
    pairs = side_by_side(
        notebook.questions.all(first.id),
        notebook.questions.all(second.id) if second is not None else (),
    )
    return OpinionsSheet(
        first.line, second.line if second is not None else "", pairs, sources.contacts
    )


def side_by_side(first: Sequence[Question], second: Sequence[Question]) -> tuple[Opinions, ...]:
    """Each question of either list once, in the order of the first, with both answers.

    A question is the same when it was carried over, is the same idea, or has the same words.
    """
    left = list(second)
    pairs = []
    for question in first:
        same = next((one for one in left if _is_same(question, one)), None)
        if same is not None:
            left.remove(same)
        # What was carried over may have been worded anew: the later words are the better ones.
        words = same.text if same is not None else question.text
        pairs.append(Opinions(words, question.answer, same.answer if same is not None else ""))
    return (*pairs, *(Opinions(one.text, "", one.answer) for one in left))


def _is_same(before: Question, after: Question) -> bool:
    if after.carried_from:
        return after.carried_from == before.id
    if after.idea and after.idea == before.idea:
        return True
    return " ".join(after.text.split()).casefold() == " ".join(before.text.split()).casefold()
