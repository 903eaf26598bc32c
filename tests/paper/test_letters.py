"""Letters and the list to bring: their reasons are the booklet's, and what is filled in stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reader.booklet.model import PassageKind
from reader.booklet.reading import read_booklet
from reader.paper import letter_wording
from reader.paper.letter_data import bring_data, consent_data, referral_data
from reader.paper.letters import (
    Addressee,
    BringList,
    ConsentNote,
    LetterFields,
    Reason,
    ReferralLetter,
)
from reader.paper.options import PaperSize, PrintSize, SheetOptions
from reader.paper.typesetting import paper_pdf
from tests.paper.reading_back import page_texts, text_of
from tests.paper.works import CONTENT, FIELDS

if TYPE_CHECKING:
    from reader.paper.press import Press

SAME_WORDS = {
    Reason.DIAGNOSIS: "diagnosis",
    Reason.NOT_CLEAR: "told",
    Reason.TREATMENT: "not happy|not be happy",
    Reason.TALKING: "cannot talk to (your|my) doctor",
    Reason.CONFIRM: "confirm",
    Reason.NO_MORE: "no more treatments",
}


def test_the_reasons_are_those_of_the_booklet_in_its_order() -> None:
    section = read_booklet(CONTENT / "recurrence").section("what")
    assert section is not None
    listed = [one.text for one in section.passages if one.kind is PassageKind.LIST_ITEM]
    assert len(listed) == len(Reason) == len(letter_wording.REASONS)
    for reason, words in zip(Reason, listed, strict=True):
        assert re.search(SAME_WORDS[reason], words), words
        assert re.search(SAME_WORDS[reason], letter_wording.REASONS[reason])


def letter(fields: LetterFields, press: Press) -> str:
    return text_of(paper_pdf(ReferralLetter(fields), SheetOptions(), press))


def test_with_no_reason_all_are_there_to_tick(press: Press) -> None:
    text = letter(LetterFields(), press)
    assert all(words in text for words in letter_wording.REASONS.values())
    assert letter_wording.TICK in text
    assert letter_wording.OTHER_REASON in text


def test_reasons_given_stand_alone_in_the_order_of_the_booklet(press: Press) -> None:
    text = letter(FIELDS, press)
    given = (letter_wording.REASONS[Reason.DIAGNOSIS], letter_wording.REASONS[Reason.NO_MORE])
    assert 0 < text.index(given[0]) < text.index(given[1]) < text.index(FIELDS.other_reason)
    others = set(letter_wording.REASONS.values()) - set(given)
    assert not any(words in text for words in others)
    assert letter_wording.TICK not in text


def test_an_own_reason_is_enough(press: Press) -> None:
    text = letter(LetterFields(other_reason="My own."), press)
    assert "My own." in text
    assert letter_wording.REASONS[Reason.DIAGNOSIS] not in text


@pytest.mark.parametrize("addressee", tuple(Addressee))
def test_a_gp_is_asked_to_refer_or_to_have_it_done(addressee: Addressee, press: Press) -> None:
    text = letter(LetterFields(addressee=addressee), press)
    assert ("ask the consultant I see now" in text) == (addressee is Addressee.GP)


@pytest.mark.parametrize(
    ("is_private", "shown", "hidden"),
    [(None, "on the NHS private", "x"), (True, "be: private", "NHS"), (False, "NHS", "private")],
)
def test_nhs_or_private_is_ticked_or_said(
    is_private: bool | None, shown: str, hidden: str, press: Press
) -> None:
    text = letter(LetterFields(is_private=is_private), press)
    asked = text[text.index(letter_wording.HOW) : text.index(letter_wording.MY_REASONS)]
    assert shown in asked
    assert hidden not in asked


def test_what_is_filled_in_stands_beside_its_label(press: Press) -> None:
    text = letter(FIELDS, press)
    assert "To: Dr Ahmed Date: 21 November 2026 My name: Jo Smith" in text
    assert "My date of birth: 3 May 1958 My phone number: 0161 496 0000 Dear Dr Ahmed," in text
    assert letter(LetterFields(doctor="  "), press).count("Dear doctor,") == 1
    note = text_of(paper_pdf(ConsentNote(FIELDS), SheetOptions(), press))
    assert "Their name: Sam Smith What they are to me: my daughter" in note


@pytest.mark.parametrize("size", tuple(PrintSize))
def test_a_list_to_tick_off_is_on_one_page(size: PrintSize, press: Press) -> None:
    pdf = paper_pdf(BringList(), SheetOptions(size, PaperSize.LETTER), press)
    pages = page_texts(pdf)
    assert len(pages) > 1
    for title, items in letter_wording.BRING_LISTS:
        (page,) = (text for text in pages if f"{title} {items[0]}" in text)
        assert all(item in page for item in items), title


def test_nobody_is_asked_for_an_nhs_number() -> None:
    for data in (
        referral_data(ReferralLetter(LetterFields()), SheetOptions()),
        consent_data(ConsentNote(LetterFields()), SheetOptions()),
        bring_data(BringList(), SheetOptions()),
    ):
        assert "NHS number" not in str(data)
