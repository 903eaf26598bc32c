"""The question sheet: what stands on it, and how it is tagged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.paper import wording
from reader.paper.options import PrintSize, SheetOptions
from reader.paper.sheet import (
    MOST_CHARACTERS,
    QuestionSheet,
    SheetQuestion,
    limited,
    sheet_data,
    sheet_pdf,
)
from tests.paper.kinds import EVERY_KIND, KINDS, SIZES
from tests.paper.reading_back import (
    check_tags,
    faults,
    page_texts,
    text_of,
    tree_of,
)
from tests.paper.samples import (
    APPOINTMENT,
    ORIGINS,
    QUESTIONS,
    SOURCE_LINE,
    SUPPORT_LINE,
    asking,
    sheet,
)

if TYPE_CHECKING:
    from pathlib import Path

    from reader.paper.press import Press


class TestWords:
    @pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 12])
    @pytest.mark.parametrize("companion", [False, True])
    def test_each_question_stands_once_and_in_order(
        self, count: int, companion: bool, press: Press
    ) -> None:
        text = text_of(sheet_pdf(sheet(count), SheetOptions(), press, is_copy=companion))
        at = [text.index(question) for question in QUESTIONS[:count]]
        assert at == sorted(at)
        assert all(text.count(question) == 1 for question in QUESTIONS[:count])
        assert not any(question in text for question in QUESTIONS[count:])

    def test_the_first_three_are_numbered_and_the_others_are_not(self, press: Press) -> None:
        text = text_of(sheet_pdf(sheet(5), SheetOptions(), press))
        for number, question in enumerate(QUESTIONS[:3], 1):
            assert f"{number}. {question}" in text
        assert f". {QUESTIONS[3]}" not in text
        assert text.index(QUESTIONS[2]) < text.index("If there is time") < text.index(QUESTIONS[3])

    def test_doctor_patient_and_appointment_come_first(self, press: Press) -> None:
        text = text_of(sheet_pdf(sheet(5), SheetOptions(), press))
        assert text.startswith(
            "For the doctor: please look at this list with me at the start. The first three "
            f"matter most to me. My questions {APPOINTMENT} I can say: “I have a list. Could we "
            "look at it first?” 1."
        )

    def test_what_happens_next_and_who_to_ring_come_last(self, press: Press) -> None:
        text = text_of(sheet_pdf(sheet(5), SheetOptions(), press))
        assert text.endswith(
            "What happens next Who I can ring Ovacome support line 0800 008 7054 "
            f"Monday to Friday, 10am to 5pm {SOURCE_LINE} My questions Page 1 of 1"
        )

    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_three_are_not_called_the_first_of_more_when_there_are_no_more(
        self, count: int, press: Press
    ) -> None:
        text = text_of(sheet_pdf(sheet(count), SheetOptions(), press))
        assert wording.PLEASE_LOOK in text
        assert wording.FIRST_THREE not in text

    def test_a_question_says_where_it_comes_from(self, press: Press) -> None:
        text = text_of(sheet_pdf(sheet(4), SheetOptions(), press))
        for question, origin in zip(QUESTIONS[:4], ORIGINS, strict=False):
            assert (f"{question} ({origin})" in text) == bool(origin)

    def test_every_booklet_quoted_is_named(self, press: Press) -> None:
        lines = (SOURCE_LINE, "“Having a second operation”, edition of November 2026.")
        text = text_of(sheet_pdf(replace(sheet(5), sources=lines), SheetOptions(), press))
        assert all(text.count(line) == 1 for line in lines)

    @pytest.mark.parametrize("appointment", ["", "   ", "\n"])
    def test_without_an_appointment_there_is_a_line_for_it(
        self, appointment: str, press: Press
    ) -> None:
        asked = sheet(1, appointment=appointment)
        assert "Appointment: I can say" in text_of(sheet_pdf(asked, SheetOptions(), press))

    def test_the_copy_is_for_somebody_else(self, press: Press) -> None:
        pdf = sheet_pdf(sheet(5), SheetOptions(), press, is_copy=True)
        text = text_of(pdf)
        assert text.startswith("For the person with me: please write down what is said.")
        assert f"Copy for the person with me Name: {APPOINTMENT} 1." in text
        assert "For the doctor" not in text
        assert "I can say" not in text
        assert tree_of(pdf).title == "Copy for the person with me"

    def test_empty_questions_are_not_numbered(self, press: Press) -> None:
        text = text_of(sheet_pdf(asking("First?", "", "  \n", "Second?"), SheetOptions(), press))
        assert "1. First? 2. Second?" in text
        assert "3." not in text

    def test_the_pages_are_numbered_through(self, press: Press) -> None:
        pdf = sheet_pdf(sheet(12), SheetOptions(PrintSize.VERY_LARGE), press)
        assert pdf.pages > 1
        for number, text in enumerate(page_texts(pdf), 1):
            assert text.endswith(f"My questions Page {number} of {pdf.pages}")

    def test_what_could_not_be_printed_is_explained_once(self, press: Press) -> None:
        pdf = sheet_pdf(asking("Is it 😀?", "Or 😀?"), SheetOptions(), press)
        assert pdf.replaced == ("😀",)
        assert text_of(pdf).count(wording.REPLACED) == 1
        assert wording.REPLACED not in text_of(sheet_pdf(sheet(5), SheetOptions(), press))


class TestTags:
    @EVERY_KIND
    @pytest.mark.parametrize("size", SIZES)
    def test_the_checker_finds_nothing(
        self, kind: str, size: PrintSize, press: Press, tmp_path: Path
    ) -> None:
        asked, companion = KINDS[kind]
        pdf = sheet_pdf(asked, SheetOptions(size), press, is_copy=companion)
        assert faults(pdf, tmp_path) == []

    @EVERY_KIND
    @pytest.mark.parametrize("size", SIZES)
    def test_the_tags_are_those_of_a_sheet(self, kind: str, size: PrintSize, press: Press) -> None:
        asked, companion = KINDS[kind]
        tree = tree_of(sheet_pdf(asked, SheetOptions(size), press, is_copy=companion))
        check_tags(tree)
        assert tree.language == "en-GB"
        assert tree.heading_levels == [1, 2, 2, 2]

    def test_questions_are_one_list_and_the_others_another(self, press: Press) -> None:
        tree = tree_of(sheet_pdf(sheet(5), SheetOptions(), press))
        assert tree.document.outline == (
            *("P", "H1", "P", "P", "L", "H2", "L", "H2", "H2", "P", "P"),
        )
        first, others = tree.document.all("L")
        assert [item.children[1].outline for item in first.all("LI")] == [("P",)] * 3
        assert [item.children[1].outline for item in others.all("LI")] == [("P",)] * 2

    def test_lines_and_boxes_are_not_read_out(self, press: Press) -> None:
        tree = tree_of(sheet_pdf(sheet(5), SheetOptions(lines=12), press))
        assert tree.document.count("Figure") == 0


class TestData:
    def test_everything_from_people_is_limited(self) -> None:
        long = "word " * 5000
        asked = QuestionSheet(long, (SheetQuestion(long, long),), (long,), (SUPPORT_LINE,))
        data = sheet_data(asked, SheetOptions())
        assert len(data["intro"][0]) <= 300
        assert len(data["sources"][0]) <= 600
        (question,) = data["top"]
        assert len(question["text"]) <= MOST_CHARACTERS
        assert len(question["origin"]) <= 300

    @pytest.mark.parametrize(
        ("text", "most", "result"),
        [
            ("  a  ", 9, "a"),
            ("a\n\n\n\nb", 9, "a\n\nb"),
            ("abcdef", 6, "abcdef"),
            ("abcdefg", 6, "abcde…"),
            ("abcd efg", 6, "abcd…"),
            ("", 6, ""),
        ],
    )
    def test_text_is_tidied_and_cut(self, text: str, most: int, result: str) -> None:
        assert limited(text, most) == result

    def test_lines_past_the_fortieth_run_on(self) -> None:
        text = limited("\n".join(str(number) for number in range(60)), 900)
        assert text.count("\n") == 40
        assert text.split() == [str(number) for number in range(60)]

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("lines", [2, 7, 12])
    def test_a_question_parts_from_itself_only_where_it_fills_half_a_page(
        self, size: PrintSize, lines: int, press: Press
    ) -> None:
        words = "Would this help me? " * (40 if size is PrintSize.CLEAR else 15)
        long = "Tell me more. " * 200
        pdf = sheet_pdf(asking("Why?", words, words, long), SheetOptions(size, lines=lines), press)
        pages = page_texts(pdf)
        assert sum(page.count(words.strip()) for page in pages) == 2
        assert sum(page.count("Tell") for page in pages) == 200
        assert size is PrintSize.CLEAR or not any(long.strip() in page for page in pages)
