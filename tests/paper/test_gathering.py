"""From a real notebook and the real shelf to what stands on each kind of sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.notebook.model import Answered, MarkKind
from reader.notebook.notebook import Notebook
from reader.paper.booklet import BookletPaper
from reader.paper.errors import UnknownSectionError
from reader.paper.gathering import PaperSources, gather
from reader.paper.kinds import SheetKind
from reader.paper.letters import BringList, ConsentNote, LetterFields, ReferralLetter
from reader.paper.notes import NotesSheet
from reader.paper.options import SheetOptions
from reader.paper.request import PaperRequest
from reader.paper.sheet import CompanionCopy, PaperContact, QuestionSheet
from reader.paper.typesetting import paper_pdf
from reader.paper.visits import Opinions, OpinionsSheet, VisitSheet
from reader.shelf.errors import UnknownBookletError
from reader.shelf.glossary import TermFinder, read_glossary
from reader.shelf.ideas import read_ideas
from reader.shelf.shelf import Shelf
from tests.notebook.making import Clock, Ids, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.paper.press import Press

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 11, 21)
CONTACTS = (PaperContact("Ovacome support line", "0800 008 7054"),)
FROM_RECURRENCE = (
    "“When ovarian cancer comes back”, edition of November 2026. Was due for review in August 2024."
)


@pytest.fixture
def notebook() -> Iterator[Notebook]:
    made = Notebook.open(None, now=Clock(), new_id=Ids())
    yield made
    made.close()


@pytest.fixture
def sources(notebook: Notebook) -> PaperSources:
    finder = TermFinder(read_glossary(CONTENT))
    return PaperSources(notebook, Shelf.open([CONTENT]), CONTACTS, finder, TODAY)


def questions(kind: SheetKind, sources: PaperSources, appointment: str = "") -> QuestionSheet:
    found = gather(PaperRequest(kind, appointment=appointment), sources)
    if isinstance(found, CompanionCopy):
        return found.sheet
    assert isinstance(found, QuestionSheet)
    return found


class TestQuestions:
    def test_they_stand_in_order_with_where_they_are_from(
        self, notebook: Notebook, sources: PaperSources
    ) -> None:
        notebook.appointments.start_next("Second opinion", "3 December")
        notebook.questions.add("Why?", place(section="groups"))
        notebook.questions.add("My own?")
        sheet = questions(SheetKind.QUESTIONS, sources)
        assert sheet.appointment == "Second opinion, 3 December"
        assert [(one.text, one.origin) for one in sheet.questions] == [
            ("Why?", "The two groups"),
            ("My own?", ""),
        ]
        assert sheet.sources == (FROM_RECURRENCE,)
        assert sheet.contacts == CONTACTS

    def test_two_booklets_are_told_apart_by_letters(
        self, notebook: Notebook, sources: PaperSources
    ) -> None:
        notebook.questions.add("Why?", place(section="groups"))
        notebook.questions.add("Who?", place(booklet="surgery", section="who"))
        sheet = questions(SheetKind.QUESTIONS, sources)
        assert [one.origin for one in sheet.questions] == [
            "A: The two groups",
            "B: Who may be considered",
        ]
        assert sheet.sources[0] == f"A: {FROM_RECURRENCE}"
        assert sheet.sources[1].startswith("B: “Having a second operation”")

    @pytest.mark.parametrize(
        ("where", "origin"),
        [
            (place(section="groups", edition="2025-05"), "The two groups, edition of May 2025"),
            (place(section="groups", edition="new"), "The two groups"),
            (place(section="gone", edition="2025-05"), "edition of May 2025"),
            (place(section="gone"), ""),
            (place(booklet="gone"), "from a booklet that is not here now"),
        ],
    )
    def test_an_older_place_says_so(
        self, where: object, origin: str, notebook: Notebook, sources: PaperSources
    ) -> None:
        notebook.questions.add("Why?", where)  # type: ignore[arg-type]
        assert questions(SheetKind.QUESTIONS, sources).questions[0].origin == origin

    def test_the_list_of_an_earlier_appointment_can_be_asked_for(
        self, notebook: Notebook, sources: PaperSources
    ) -> None:
        first = notebook.appointments.start_next("First", "")
        old = notebook.questions.add("Old?")
        notebook.questions.answer(old.id, "Yes", Answered.ANSWERED)
        notebook.appointments.start_next("Second", "")
        notebook.questions.add("New?")
        assert [one.text for one in questions(SheetKind.COMPANION, sources).questions] == ["New?"]
        earlier = questions(SheetKind.QUESTIONS, sources, first.id)
        assert (earlier.appointment, earlier.questions[0].text) == ("First", "Old?")
        assert questions(SheetKind.QUESTIONS, sources, "gone").appointment == "Second"

    def test_a_blank_sheet_has_nothing_of_the_notebook(
        self, notebook: Notebook, sources: PaperSources
    ) -> None:
        notebook.appointments.start_next("Private", "")
        notebook.questions.add("Private?")
        assert questions(SheetKind.BLANK, sources) == QuestionSheet(contacts=CONTACTS)

    def test_three_questions_and_five_others_fit_on_one_side(
        self, notebook: Notebook, sources: PaperSources, press: Press
    ) -> None:
        """With the longest of the ready-made questions, from both booklets."""
        ideas = read_ideas(CONTENT).ideas
        longest = sorted(ideas, key=lambda idea: -len(idea.text))
        mixed = [*longest[:4], *[idea for idea in ideas if idea.starter][:4]]
        notebook.appointments.start_next("Second opinion, Professor Jones", "3 December, 2.30pm")
        for idea in mixed:
            booklet, _, section = idea.section.partition("#")
            notebook.questions.add(idea.text, place(booklet=booklet, section=section))
        sheet = questions(SheetKind.QUESTIONS, sources)
        assert len(sheet.sources) == 2
        assert paper_pdf(sheet, SheetOptions(), press).pages == 1


class TestMeetings:
    def test_after_a_visit_each_question_has_its_answer(
        self, notebook: Notebook, sources: PaperSources
    ) -> None:
        asked = notebook.questions.add("Why?", place(section="groups"))
        notebook.questions.add("When?")
        notebook.questions.answer(asked.id, "Because.", Answered.PARTLY)
        found = gather(PaperRequest(SheetKind.AFTER_VISIT), sources)
        assert isinstance(found, VisitSheet)
        assert [(one.question, one.answer, one.answered) for one in found.answers] == [
            ("Why?", "Because.", Answered.PARTLY),
            ("When?", "", Answered.NOT_YET),
        ]
        assert found.answers[0].origin == "The two groups"
        assert found.sources == (FROM_RECURRENCE,)

    def test_two_opinions_stand_side_by_side(
        self, notebook: Notebook, sources: PaperSources
    ) -> None:
        notebook.appointments.start_next("First doctor", "")
        answers = {
            "Carried?": ("So.", Answered.PARTLY),
            "Finished?": ("Yes.", Answered.ANSWERED),
            "Asked  again?": ("No.", Answered.ANSWERED),
        }
        for text, (answer, how) in answers.items():
            notebook.questions.answer(notebook.questions.add(text).id, answer, how)
        notebook.appointments.start_next("Second doctor", "")
        (carried,) = notebook.questions.all()
        notebook.questions.change_text(carried.id, "Carried, in better words?")
        notebook.questions.answer(carried.id, "Not so.", Answered.ANSWERED)
        again = notebook.questions.add("asked again?")
        notebook.questions.answer(again.id, "Perhaps.", Answered.PARTLY)
        notebook.questions.add("New?")
        found = gather(PaperRequest(SheetKind.TWO_OPINIONS), sources)
        assert isinstance(found, OpinionsSheet)
        assert (found.first, found.second) == ("First doctor", "Second doctor")
        assert found.opinions == (
            Opinions("Carried, in better words?", "So.", "Not so."),
            Opinions("Finished?", "Yes.", ""),
            Opinions("asked again?", "No.", "Perhaps."),
            Opinions("New?", "", ""),
        )

    def test_with_one_appointment_the_second_doctor_is_to_be_written_in(
        self, notebook: Notebook, sources: PaperSources
    ) -> None:
        notebook.appointments.start_next("Dr Ahmed", "")
        asked = notebook.questions.add("Why?")
        notebook.questions.answer(asked.id, "So.", Answered.ANSWERED)
        found = gather(PaperRequest(SheetKind.TWO_OPINIONS), sources)
        assert found == OpinionsSheet("Dr Ahmed", "", (Opinions("Why?", "So."),), CONTACTS)

    def test_the_second_may_be_chosen(self, notebook: Notebook, sources: PaperSources) -> None:
        for name in ("One", "Two", "Three"):
            made = notebook.appointments.start_next(name, "")
            second = made.id if name == "Two" else ""
            notebook.questions.add(f"{name}?")
            request = PaperRequest(SheetKind.TWO_OPINIONS, appointment=second)
        two = notebook.appointments.all()[1].id
        found = gather(replace(request, appointment=two), sources)
        assert isinstance(found, OpinionsSheet)
        assert (found.first, found.second) == ("One", "Two")
        oldest = notebook.appointments.all()[2].id
        found = gather(replace(request, appointment=oldest), sources)
        assert isinstance(found, OpinionsSheet)
        assert (found.first, found.second) == ("One", "")

    @pytest.mark.parametrize(
        ("second", "first", "wanted"),
        [
            ("Three", "One", ("One", "Three")),
            ("One", "Three", ("Three", "One")),
            ("Two", "Two", ("Two", "")),
            ("Three", "", ("Two", "Three")),
        ],
    )
    def test_both_may_be_chosen(
        self,
        second: str,
        first: str,
        wanted: tuple[str, str],
        notebook: Notebook,
        sources: PaperSources,
    ) -> None:
        made = {
            name: notebook.appointments.start_next(name, "") for name in ("One", "Two", "Three")
        }
        ids = {name: one.id for name, one in made.items()} | {"": ""}
        request = PaperRequest(SheetKind.TWO_OPINIONS, appointment=ids[second], before=ids[first])
        found = gather(request, sources)
        assert isinstance(found, OpinionsSheet)
        assert (found.first, found.second) == wanted


class TestNotes:
    def mark(
        self, notebook: Notebook, sources: PaperSources, section: str, at: int, text: str = ""
    ) -> None:
        found = sources.shelf.read("recurrence").section(section)
        assert found is not None
        passage = found.passages[at]
        where = place(passage.id, section=section, quote=passage.text)
        notebook.marks.add(MarkKind.NOTE if text else MarkKind.HIGHLIGHT, where, text)

    def printed(self, sources: PaperSources, *shown: str, booklet: str = "") -> NotesSheet:
        found = gather(PaperRequest(SheetKind.NOTES, booklet, shown), sources)
        assert isinstance(found, NotesSheet)
        return found

    def test_marks_follow_each_other_as_in_the_booklets(
        self, notebook: Notebook, sources: PaperSources
    ) -> None:
        notebook.marks.add(MarkKind.NOTE, place(booklet="gone", quote="Kept."), "Still mine")
        notebook.marks.add(MarkKind.BOOKMARK, place("old", section="groups", quote="Moved."))
        self.mark(notebook, sources, "how", 1, "Ask Sam")
        self.mark(notebook, sources, "groups", 2)
        self.mark(notebook, sources, "groups", 1)
        notebook.marks.add(MarkKind.BOOKMARK, place(booklet="surgery", section="who"))
        sheet = self.printed(sources)
        assert [one.title for one in sheet.booklets] == [
            "When ovarian cancer comes back",
            "Having a second operation",
            "A booklet that is not here now (gone)",
        ]
        first = sheet.booklets[0]
        assert first.source == FROM_RECURRENCE
        assert [(mark.section, mark.text) for mark in first.marks] == [
            ("The two groups", ""),
            ("The two groups", ""),
            ("The two groups", ""),
            ("How to get a second opinion", "Ask Sam"),
        ]
        assert (first.marks[0].quote or "").startswith("Your second treatment depends")
        assert first.marks[2].quote == "Moved."
        assert sheet.booklets[2].marks[0].quote == "Kept."
        assert [one.title for one in self.printed(sources, booklet="surgery").booklets] == [
            "Having a second operation"
        ]

    def test_words_behind_a_gate_are_quoted_only_when_asked_for(
        self, notebook: Notebook, sources: PaperSources
    ) -> None:
        self.mark(notebook, sources, "desktop-3", 2, "My thoughts")
        (closed,) = self.printed(sources).booklets[0].marks
        assert (closed.quote, closed.text) == (None, "My thoughts")
        (opened,) = self.printed(sources, "desktop-3").booklets[0].marks
        assert (opened.quote or "").startswith("On average")


class TestOthers:
    def test_letters_take_their_fields_and_say_where_their_words_are_from(
        self, sources: PaperSources
    ) -> None:
        fields = LetterFields(name="Jo")
        referral = gather(PaperRequest(SheetKind.REFERRAL, letter=fields), sources)
        assert referral == ReferralLetter(fields, (FROM_RECURRENCE,))
        consent = gather(PaperRequest(SheetKind.CONSENT, letter=fields), sources)
        assert consent == ConsentNote(fields, (FROM_RECURRENCE,))
        bring = gather(PaperRequest(SheetKind.BRING), sources)
        assert bring == BringList("", CONTACTS, (FROM_RECURRENCE,))

    def test_a_booklet_has_the_words_that_stand_in_what_is_printed(
        self, sources: PaperSources
    ) -> None:
        whole = gather(PaperRequest(SheetKind.BOOKLET, "recurrence"), sources)
        part = gather(PaperRequest(SheetKind.BOOKLET, "recurrence", ("trials",)), sources)
        assert isinstance(whole, BookletPaper)
        assert isinstance(part, BookletPaper)
        names = [term.name for term in whole.terms]
        assert names == sorted(names, key=str.casefold)
        assert "Ascites" in names
        assert [term.name for term in part.terms] == ["Clinical trial", "Oncologist"]
        assert part.notices[0].startswith("Was due for review in August 2024")
        bare = gather(PaperRequest(SheetKind.BOOKLET, "recurrence"), replace(sources, finder=None))
        assert isinstance(bare, BookletPaper)
        assert bare.terms == ()

    def test_what_is_not_here_has_a_name(self, sources: PaperSources) -> None:
        with pytest.raises(UnknownBookletError):
            gather(PaperRequest(SheetKind.BOOKLET, "gone"), sources)
        with pytest.raises(UnknownSectionError):
            gather(PaperRequest(SheetKind.BOOKLET, "recurrence", ("gone",)), sources)

    @pytest.mark.parametrize("kind", [kind for kind in SheetKind if kind != SheetKind.BOOKLET])
    def test_every_sheet_can_be_had_before_anything_is_written(
        self, kind: SheetKind, sources: PaperSources, press: Press
    ) -> None:
        empty = PaperSources(None, Shelf.open([]), (), None, TODAY)
        for each in (sources, empty):
            assert paper_pdf(gather(PaperRequest(kind), each), SheetOptions(), press).pages > 0
