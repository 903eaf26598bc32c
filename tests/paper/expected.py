"""What a listener must find on each kind of sheet, worked out from what is printed alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.booklet.model import PassageKind
from reader.notebook.model import Answered
from reader.paper import letter_wording, wording
from reader.paper.booklet import BookletPaper
from reader.paper.letters import BringList, ConsentNote, Reason, ReferralLetter
from reader.paper.notes import NotesSheet
from reader.paper.options import RestStyle
from reader.paper.sheet import CompanionCopy, QuestionSheet
from reader.paper.visits import OpinionsSheet, VisitSheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.paper.frame import PaperContact
    from reader.paper.letters import LetterFields
    from reader.paper.typesetting import Paperwork


@dataclass
class Expected:
    """Words in order, headings among them, lists (each by what its items begin with), cells."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lists: list[list[str]] = field(default_factory=list)
    header_cells: int = 0
    figures: int = 0
    is_whole: bool = True

    def heading(self, level: int, text: str) -> None:
        self.headings.append((level, text))
        self.words.append(text)

    def say(self, *texts: str) -> None:
        self.words.extend(text for text in texts if text)

    def field(self, label: str, value: str) -> None:
        self.say(label, value)

    def items(self, texts: Sequence[str], mark: str = "") -> None:
        self.lists.append([*texts])
        for text in texts:
            self.say(mark, text)

    def ring(self, contacts: Sequence[PaperContact]) -> None:
        self.heading(2, wording.WHO_TO_RING)
        for contact in contacts:
            self.say(contact.name, contact.phone, contact.hours)


def expected(work: Paperwork, rest: RestStyle, *, in_columns: bool) -> Expected:
    found = Expected()
    match work:
        case QuestionSheet():
            found.say(wording.FOR_THE_DOCTOR, wording.PLEASE_LOOK)
            found.say("" if 0 < len(work.questions) <= 3 else wording.FIRST_THREE)
            found.heading(1, wording.MY_QUESTIONS)
            found.say(work.appointment or wording.APPOINTMENT, wording.TO_SAY)
            _questions(found, work, "•" if rest is RestStyle.LINES else "")
        case CompanionCopy(sheet):
            found.say(wording.FOR_THE_COMPANION, wording.PLEASE_WRITE)
            found.heading(1, wording.COPY)
            found.say(wording.NAME, sheet.appointment or wording.APPOINTMENT)
            _questions(found, sheet, "•" if rest is RestStyle.LINES else "")
        case VisitSheet():
            _visit(found, work)
        case OpinionsSheet():
            _opinions(found, work, in_columns=in_columns)
        case ReferralLetter():
            _referral(found, work)
        case ConsentNote():
            _consent(found, work)
        case BringList():
            _bring(found, work)
        case NotesSheet():
            _notes(found, work)
        case BookletPaper():
            _booklet(found, work)
    return found


def _questions(found: Expected, sheet: QuestionSheet, mark: str) -> None:
    asked = [
        f"{one.text} ({one.origin})" if one.origin else one.text for one in sheet.questions
    ] or [""] * 5
    top, rest = asked[:3], asked[3:] or ["", ""]
    found.lists.append(top)
    for number, text in enumerate(top, 1):
        found.say(f"{number}.", text)
    found.heading(2, wording.IF_THERE_IS_TIME)
    found.items(rest, mark)
    found.heading(2, wording.WHAT_NEXT)
    found.ring(sheet.contacts)
    found.say(*sheet.sources)


def _visit(found: Expected, visit: VisitSheet) -> None:
    found.heading(1, wording.AFTER_VISIT)
    found.field(wording.APPOINTMENT, visit.appointment)
    found.lists.append([one.question for one in visit.answers] or [""] * 3)
    choices = (wording.HOW_FAR, wording.ANSWERED, wording.PARTLY, wording.NOT_ASKED)
    names = {
        Answered.ANSWERED: wording.ANSWERED,
        Answered.PARTLY: wording.PARTLY,
        Answered.NOT_ASKED: wording.NOT_ASKED,
    }
    for number, one in enumerate(visit.answers, 1):
        found.say(f"{number}.", one.question, f"({one.origin})" if one.origin else "")
        if one.answered is Answered.NOT_YET:
            found.say(*choices)
            found.say(f"{wording.ANSWER}: {one.answer}" if one.answer else "")
        else:
            found.say(names[one.answered], f": {one.answer}" if one.answer else ".")
    for number in range(1, 4 if not visit.answers else 1):
        found.say(f"{number}.", *choices)
    found.heading(2, wording.WHAT_NEXT)
    found.ring(visit.contacts)
    found.say(*visit.sources)


def _opinions(found: Expected, sheet: OpinionsSheet, *, in_columns: bool) -> None:
    found.heading(1, wording.TWO_OPINIONS)
    found.field(wording.FIRST_OPINION, sheet.first)
    found.field(wording.SECOND_OPINION, sheet.second)
    texts = [(one.question, one.first, one.second) for one in sheet.opinions] or [("",) * 3] * 3
    for number, (question, first, second) in enumerate(texts, 1):
        found.heading(2, f"{wording.QUESTION} {number}. {question}".strip())
        if in_columns:
            found.say(wording.FIRST_DOCTOR, wording.SECOND_DOCTOR, first, second)
            found.header_cells += 2
        else:
            found.say(wording.FIRST_DOCTOR, first, wording.SECOND_DOCTOR, second)
        found.say(wording.WHAT_DIFFERS, wording.WHAT_NEXT_HERE)
    found.ring(sheet.contacts)


def _who(found: Expected, fields: LetterFields) -> None:
    found.field(letter_wording.TO, fields.doctor)
    found.field(letter_wording.DATE, fields.date)
    found.field(letter_wording.NAME, fields.name)
    found.field(letter_wording.BORN, fields.born)
    found.field(letter_wording.PHONE, fields.phone)
    found.say(f"Dear {fields.doctor or 'doctor'},")


def _referral(found: Expected, letter: ReferralLetter) -> None:
    fields = letter.fields
    found.heading(1, letter_wording.REFERRAL)
    _who(found, fields)
    found.say(letter_wording.ASKING, letter_wording.PLEASE_REFER[fields.addressee])
    found.field(letter_wording.WANTED, fields.wanted)
    found.say(letter_wording.HOW, letter_wording.ON_THE_NHS)
    found.say(letter_wording.PRIVATE if fields.is_private is None else "")
    found.heading(2, letter_wording.MY_REASONS)
    given = [letter_wording.REASONS[one] for one in Reason if one in fields.reasons]
    if given or fields.other_reason:
        found.items([*given, *filter(None, [fields.other_reason])], "•")
    else:
        found.say(letter_wording.TICK)
        found.items([*letter_wording.REASONS.values()])
        found.say(letter_wording.OTHER_REASON)
    found.heading(2, letter_wording.PLEASE_DO)
    found.items(letter_wording.ALSO, "•")
    found.say(letter_wording.THANK_YOU, letter_wording.SIGNED)
    found.say(*(letter_wording.REASONS_FROM.format(source=one) for one in letter.sources))


def _consent(found: Expected, note: ConsentNote) -> None:
    found.heading(1, letter_wording.CONSENT)
    _who(found, note.fields)
    found.say(letter_wording.I_AGREE)
    found.field(letter_wording.HELPER, note.fields.helper)
    found.field(letter_wording.RELATION, note.fields.relation)
    found.heading(2, letter_wording.THEY_MAY)
    found.say(letter_wording.CONSENT_TICK)
    found.items(letter_wording.CONSENT_TO)
    found.say(letter_wording.CHANGE_MIND, letter_wording.OWN_FORM, letter_wording.SIGNED)
    found.say(*(letter_wording.CONSENT_FROM.format(source=one) for one in note.sources))


def _bring(found: Expected, sheet: BringList) -> None:
    found.heading(1, letter_wording.BRING)
    found.field(wording.APPOINTMENT, sheet.appointment)
    for title, items in (
        *letter_wording.BRING_LISTS,
        (letter_wording.IF_HARD, letter_wording.HARD),
    ):
        found.heading(2, title)
        found.items(items)
    found.heading(2, letter_wording.ALSO_MINE)
    found.ring(sheet.contacts)
    found.say(*(letter_wording.BRING_FROM.format(source=one) for one in sheet.sources))


def _notes(found: Expected, sheet: NotesSheet) -> None:
    found.heading(1, wording.MY_NOTES)
    found.say("" if sheet.booklets else wording.NO_NOTES)
    names = {
        "bookmark": wording.MARK_BOOKMARK,
        "highlight": wording.MARK_HIGHLIGHT,
        "note": wording.MARK_NOTE,
    }
    for booklet in sheet.booklets:
        found.heading(2, booklet.title)
        found.say(booklet.source)
        section: str | None = None
        for mark in booklet.marks:
            if mark.section != section:
                section = mark.section
                if section or booklet.source:
                    found.heading(3, section or wording.NO_SECTION)
                found.lists.append([])
            found.lists[-1].append(names[mark.kind.value])
            quote = wording.BEHIND_GATE if mark.quote is None else f"“{mark.quote.strip()}”"
            found.say(names[mark.kind.value], mark.text, quote)


def _booklet(found: Expected, paper: BookletPaper) -> None:
    """The words in order; what stands between them, such as the pages of links, is not counted."""
    found.is_whole = False
    sections = [
        one
        for one in paper.booklet.sections
        if (one.id in paper.section_ids if paper.section_ids else one.gate is None)
    ]
    found.heading(1, paper.booklet.title)
    found.say(*paper.notices)
    if len(sections) > 1:
        found.heading(2, wording.IN_THIS_BOOKLET)
    for section in sections:
        found.heading(2, section.title)
        for passage in section.passages[1:]:
            if passage.kind is PassageKind.HEADING:
                found.heading(3, passage.text)
            elif passage.figure is not None:
                found.figures += 1
                found.say(*passage.figure.full_text.split("\n"))
            elif passage.kind is PassageKind.TABLE_ROW:
                found.header_cells += len(passage.cells) if passage.is_header else 0
            elif not any(run.link or run.footnote for run in passage.runs):
                found.say(*passage.text.split(": ") if passage.term else [passage.text])
    if paper.terms:
        found.heading(2, wording.GLOSSARY)
        found.lists.append([term.name for term in paper.terms])
        for term in paper.terms:
            found.say(term.name, term.meaning)
