"""One of every kind of sheet, filled in and to fill in, for tests to go through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.booklet.reading import read_booklet
from reader.notebook.model import Answered, MarkKind
from reader.paper.booklet import BookletPaper
from reader.paper.explaining import PaperTerm
from reader.paper.kinds import SheetKind
from reader.paper.letters import (
    Addressee,
    BringList,
    ConsentNote,
    LetterFields,
    Reason,
    ReferralLetter,
)
from reader.paper.notes import BookletMarks, NotesSheet, PrintedMark
from reader.paper.sheet import CompanionCopy, blank_sheet
from reader.paper.visits import Opinions, OpinionsSheet, VisitAnswer, VisitSheet
from tests.paper.conftest import TEMPLATES
from tests.paper.samples import APPOINTMENT, ORIGINS, QUESTIONS, SOURCE_LINE, SUPPORT_LINE, sheet

if TYPE_CHECKING:
    from reader.paper.typesetting import Paperwork

CONTENT = TEMPLATES.parents[1] / "content"
LONG_ANSWER = (
    "She said that the scans show the same, but that she weighs it differently.\n"
    "She will ask the surgeon at the larger centre, and write to me and to my GP. " * 3
).strip()

FIELDS = LetterFields(
    addressee=Addressee.CONSULTANT,
    reasons=(Reason.NO_MORE, Reason.DIAGNOSIS),
    other_reason="My sister was treated in another way.",
    name="Jo Smith",
    born="3 May 1958",
    phone="0161 496 0000",
    doctor="Dr Ahmed",
    wanted="Professor Jones, at the larger centre",
    helper="Sam Smith",
    relation="my daughter",
    date="21 November 2026",
    is_private=False,
)

ANSWERS = (
    VisitAnswer(QUESTIONS[0], LONG_ANSWER, Answered.PARTLY, ORIGINS[0]),
    VisitAnswer(QUESTIONS[1], "Yes.", Answered.ANSWERED, ORIGINS[1]),
    VisitAnswer(QUESTIONS[2], "", Answered.ANSWERED),
    VisitAnswer(QUESTIONS[3], "", Answered.NOT_ASKED),
    VisitAnswer(QUESTIONS[4], "", Answered.NOT_YET),
    VisitAnswer(QUESTIONS[5], "Something, I think.", Answered.NOT_YET),
)
OPINIONS = (
    Opinions(QUESTIONS[0], LONG_ANSWER, "Waiting would do no harm."),
    Opinions(QUESTIONS[1], "Yes.", ""),
    Opinions(QUESTIONS[2], "", "A great deal."),
    Opinions(QUESTIONS[3]),
)
MARKS = (
    BookletMarks(
        "When ovarian cancer comes back",
        SOURCE_LINE,
        (
            PrintedMark(MarkKind.BOOKMARK, "The two groups", "The two groups"),
            PrintedMark(MarkKind.NOTE, "The two groups", "They speak of two.", "Which am I in?"),
            PrintedMark(MarkKind.HIGHLIGHT, "More surgery", "Ask your team about it. " * 20),
            PrintedMark(MarkKind.NOTE, "Time lived", None, "Think about it.\nAsk Sam."),
            PrintedMark(MarkKind.HIGHLIGHT, "", "A passage that has moved."),
        ),
    ),
    BookletMarks(
        "A booklet that is not here now (old)",
        "",
        (PrintedMark(MarkKind.NOTE, "", "These words are kept.", "Good."),),
    ),
)
BOOKLET = read_booklet(CONTENT / "surgery")
TERMS = (PaperTerm("Ascites", "Fluid in the abdomen."), PaperTerm("GP", "Your family doctor."))
NOTICES = ("Was due for review in April 2023.", "This retelling has not been checked by a doctor.")

SAMPLES: dict[str, tuple[SheetKind, Paperwork]] = {
    "questions": (SheetKind.QUESTIONS, sheet(8)),
    "one-question": (SheetKind.QUESTIONS, sheet(1)),
    "blank": (SheetKind.BLANK, blank_sheet((SUPPORT_LINE,))),
    "companion": (SheetKind.COMPANION, CompanionCopy(sheet(5))),
    "after-visit": (
        SheetKind.AFTER_VISIT,
        VisitSheet(APPOINTMENT, ANSWERS, (SOURCE_LINE,), (SUPPORT_LINE,)),
    ),
    "after-visit-blank": (SheetKind.AFTER_VISIT, VisitSheet(contacts=(SUPPORT_LINE,))),
    "two-opinions": (
        SheetKind.TWO_OPINIONS,
        OpinionsSheet("Dr Ahmed, 2 November", APPOINTMENT, OPINIONS, (SUPPORT_LINE,)),
    ),
    "two-opinions-blank": (SheetKind.TWO_OPINIONS, OpinionsSheet()),
    "referral": (SheetKind.REFERRAL, ReferralLetter(FIELDS, (SOURCE_LINE,))),
    "referral-blank": (SheetKind.REFERRAL, ReferralLetter(LetterFields(), (SOURCE_LINE,))),
    "consent": (SheetKind.CONSENT, ConsentNote(FIELDS, (SOURCE_LINE,))),
    "consent-blank": (SheetKind.CONSENT, ConsentNote(LetterFields())),
    "bring": (SheetKind.BRING, BringList(APPOINTMENT, (SUPPORT_LINE,), (SOURCE_LINE,))),
    "bring-blank": (SheetKind.BRING, BringList()),
    "notes": (SheetKind.NOTES, NotesSheet(MARKS)),
    "notes-blank": (SheetKind.NOTES, NotesSheet()),
    "booklet": (SheetKind.BOOKLET, BookletPaper(BOOKLET, (), NOTICES, TERMS)),
    "section": (SheetKind.BOOKLET, BookletPaper(BOOKLET, ("trials",), NOTICES)),
}
