"""Any kind of sheet, typeset: pure, so that a worker thread may do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from reader.paper.booklet import BookletPaper, booklet_pdf
from reader.paper.letter_data import bring_data, consent_data, referral_data
from reader.paper.letters import BringList, ConsentNote, ReferralLetter
from reader.paper.note_data import notes_data
from reader.paper.notes import NotesSheet
from reader.paper.sheet import CompanionCopy, QuestionSheet, sheet_pdf
from reader.paper.visit_data import opinions_data, visit_data
from reader.paper.visits import OpinionsSheet, VisitSheet

if TYPE_CHECKING:
    from reader.paper.options import SheetOptions
    from reader.paper.pdf import Pdf
    from reader.paper.press import Press

Paperwork = (
    QuestionSheet
    | CompanionCopy
    | VisitSheet
    | OpinionsSheet
    | ReferralLetter
    | ConsentNote
    | BringList
    | NotesSheet
    | BookletPaper
)
"""What stands on a sheet of some kind; ``gather`` makes it."""


def paper_pdf(work: Paperwork, options: SheetOptions, press: Press) -> Pdf:
    """``work`` as a tagged PDF; raises ``PaperError``."""
    match work:
        case QuestionSheet():
            return sheet_pdf(work, options, press)
        case CompanionCopy(sheet):
            return sheet_pdf(sheet, options, press, is_copy=True)
        case VisitSheet():
            return press.fitted("visit.typ", visit_data(work, options))
        case OpinionsSheet():
            return press.fitted("opinions.typ", opinions_data(work, options))
        case ReferralLetter():
            return press.fitted("letter.typ", referral_data(work, options))
        case ConsentNote():
            return press.fitted("letter.typ", consent_data(work, options))
        case BringList():
            return press.fitted("bring.typ", bring_data(work, options))
        case NotesSheet():
            return press.typeset("notes.typ", notes_data(work, options))
        case BookletPaper():
            return booklet_pdf(work, options, press)
        case other:
            assert_never(other)
