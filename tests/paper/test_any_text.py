"""Any text at all, through to the PDF and back: nothing is lost, interpreted or off the paper."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.notebook.model import Answered, MarkKind
from reader.paper.glyphs import REPLACEMENT, clean
from reader.paper.letters import BringList, ConsentNote, LetterFields, ReferralLetter
from reader.paper.limiting import long_text
from reader.paper.notes import BookletMarks, NotesSheet, PrintedMark
from reader.paper.options import PrintSize, SheetOptions
from reader.paper.sheet import CompanionCopy, PaperContact, QuestionSheet, SheetQuestion
from reader.paper.typesetting import paper_pdf
from reader.paper.visits import Opinions, OpinionsSheet, VisitAnswer, VisitSheet
from tests.paper.reading_back import check_tags, faults, stray_ink, tree_of
from tests.paper.tagged_words import tagged, without_spaces
from tests.paper.test_hostile_text import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from reader.paper.press import Press
    from reader.paper.typesetting import Paperwork

pytestmark = pytest.mark.usefixtures("qapp")

AWKWARD = st.sampled_from(sorted(HOSTILE.keys() - {"very-long", "many-breaks", "empty-lines"}))
ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="#$*_`@\\\"'<>[]{}()/=-+~ \n\tabc", max_size=120),
    st.text(alphabet="a\u0301\u0316\u200b\u00ad\u202e\ufb01\u0130\u1e9e\u01c4q e", max_size=60),
    AWKWARD.map(HOSTILE.__getitem__),
)
HARDEST = ("breaks", "long", "long-run", "many-breaks", "marks", "punctuation", "spaces", "url")
"""What could run off the paper; the rest differs in its letters alone."""

FEW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def of_every_kind(text: str) -> dict[str, Paperwork]:
    """Sheets with ``text`` wherever somebody may have typed it."""
    contact = PaperContact(text, text, text)
    sheet = QuestionSheet(text, (SheetQuestion(text, text),) * 4, (text,), (contact,))
    letter = LetterFields(
        other_reason=text, name=text, born=text, phone=text, doctor=text, wanted=text,
        helper=text, relation=text, date=text,
    )  # fmt: skip
    answers = tuple(VisitAnswer(text, text, how, text) for how in Answered)
    marks = tuple(PrintedMark(kind, text, text, text) for kind in MarkKind)
    return {
        "questions": sheet,
        "companion": CompanionCopy(sheet),
        "after-visit": VisitSheet(text, answers, (text,), (contact,)),
        "two-opinions": OpinionsSheet(text, text, (Opinions(text, text, text),) * 2, (contact,)),
        "referral": ReferralLetter(letter, (text,)),
        "consent": ConsentNote(letter, (text,)),
        "bring": BringList(text, (contact,), (text,)),
        "notes": NotesSheet((BookletMarks(f"Booklet {text}", text, marks),)),
    }


@given(text=ANY_TEXT, after=ANY_TEXT)
@FEW
def test_any_question_comes_back_as_it_was_typed(text: str, after: str, press: Press) -> None:
    asked = QuestionSheet(questions=(SheetQuestion("Before?"), SheetQuestion(f"x{text}y")))
    pdf = paper_pdf(asked, SheetOptions(), press)
    shown = clean(long_text(f"x{text}y"), press.coverage)
    found = tagged(pdf).lists()[0][1]
    assert comparable(found) == comparable(shown.text)
    assert pdf.replaced == shown.replaced
    assert bool(pdf.replaced) == ("stands for a letter" in tagged(pdf).text)
    assert stray_ink(pdf, SheetOptions()) == []
    answer = VisitSheet(answers=(VisitAnswer("Why?", f"x{after}y", Answered.ANSWERED),))
    said = tagged(paper_pdf(answer, SheetOptions(), press)).lists()[0][0]
    wanted = clean(long_text(f"x{after}y"), press.coverage).text
    assert comparable(said) == comparable(f"Why?Answered:{wanted}")


@given(text=st.text(max_size=200))
@settings(max_examples=100)
def test_what_the_letters_have_is_never_lost(text: str, coverage: frozenset[int]) -> None:
    """Said without the code under test: each letter of the font stays, in its place."""
    seen = [one for one in unicodedata.normalize("NFC", text) if one.isalnum() or one in "#$*@`\\"]
    kept = "".join(one if ord(one) in coverage else "\0" for one in seen)
    shown = clean(text, coverage).text
    at = 0
    for one in kept:
        wanted = REPLACEMENT if one == "\0" else one
        place = shown.find(wanted, at)
        if one != "\0":
            assert place >= 0, (one, shown)
            at = place + 1


def comparable(text: str) -> str:
    """Some letters with an accent are drawn in two parts, and read back so."""
    return without_spaces(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("kind", of_every_kind(""))
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=() if name in ("long", "marks") else pytest.mark.system)
        for name in HARDEST
    ],
)
def test_no_kind_of_sheet_is_upset(name: str, kind: str, press: Press) -> None:
    """At the largest print on the smallest page, where there is least room."""
    text = HOSTILE[name][:2500]
    options = SheetOptions(PrintSize.VERY_LARGE, is_folded=True, lines=2)
    pdf = paper_pdf(of_every_kind(text)[kind], options, press)
    check_tags(tree_of(pdf))
    assert stray_ink(pdf, options) == []


@pytest.mark.parametrize("kind", of_every_kind(""))
@pytest.mark.parametrize(
    "name",
    [
        "markup",
        "emoji",
        *(
            pytest.param(name, marks=pytest.mark.system)
            for name in ("arabic", "breaks", "long-run")
        ),
    ],
)
def test_what_is_typed_keeps_a_sheet_accessible(
    name: str, kind: str, press: Press, tmp_path: Path
) -> None:
    pdf = paper_pdf(of_every_kind(HOSTILE[name])[kind], SheetOptions(), press)
    assert faults(pdf, tmp_path) == []


@pytest.mark.parametrize("count", [0, 1, 3, 4, 30, pytest.param(500, marks=pytest.mark.system)])
def test_any_number_of_questions_is_printed(count: int, press: Press) -> None:
    texts = [f"Is this number {number}?" for number in range(1, count + 1)]
    sheet = QuestionSheet(questions=tuple(map(SheetQuestion, texts)))
    visit = VisitSheet(answers=tuple(VisitAnswer(one, "", Answered.NOT_YET) for one in texts))
    opinions = OpinionsSheet(opinions=tuple(map(Opinions, texts)))
    works = (sheet, CompanionCopy(sheet), visit, opinions)
    for work in works if count < 500 else works[:1]:
        found = tagged(paper_pdf(work, SheetOptions(), press)).text
        assert [found.count(text) for text in texts] == [1] * count
    assert sheet.question_count == count
