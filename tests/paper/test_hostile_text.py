"""Whatever people type is printed: nothing is interpreted, nothing runs off the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.paper.options import LEAST_LINES, MOST_LINES, PaperSize, PrintSize, SheetOptions
from reader.paper.sheet import (
    MOST_CHARACTERS,
    QuestionSheet,
    SheetQuestion,
    sheet_pdf,
)
from tests.paper.kinds import EVERY_SIZE
from tests.paper.reading_back import (
    check_tags,
    stray_ink,
    text_of,
    tree_of,
)
from tests.paper.samples import (
    asking,
)

if TYPE_CHECKING:
    from reader.paper.press import Press

pytestmark = pytest.mark.usefixtures("qapp")


LONG_RUN = "W" * 5000
HOSTILE = {
    "markup": '#eval("1+1") $x^2$ *b* _i_ `c` @lab <lab> // /* */ \\ #read("x") = h - l',
    "quotes": '"double" \'single\' “curly” \\" {} [] ,',
    "emoji": "How 😀 are you 👩🏽‍⚕️?",
    "arabic": "ما هو العلاج؟",
    "hebrew": "מה הטיפול?",
    "devanagari": "उपचार क्या है?",
    "chinese": "治疗是什么？",
    "greek": "TNF-α and β",
    "direction": "aa\u202ebb cc\u202c \u2066dd\u2069",
    "controls": "a\x00b\x01c\x07d\x08e\x1bf\x7fg",
    "nonsense": "\ufffe\ufdd0\ue000\U0010ffff",
    "breaks": "one\ntwo\r\nthree\x85four\u2028five\vsix\fseven\reight",
    "many-breaks": "\n".join("line" for _ in range(600)),
    "empty-lines": "first" + "\n" * 3000 + "last",
    "tabs": "a\tb\t\tc",
    "soft-hyphens": "che\u00admo\u00adther\u00adapy",
    "surrogates": "half \ud800 and \udfff",
    "long-run": LONG_RUN,
    "long-narrow-run": "i" * 5000,
    "marks": "Z" + "\u0301\u0316\u0488" * 80 + "go",
    "spaces": " " * 4000 + "end",
    "long": "Would it help? " * 100,
    "very-long": "Would it help? " * 60_000,
    "hyphens": "platinum\u2011resistant \u2010 \u2012 \u2212",
    "url": "https://www.example.org/" + "path/" * 60 + "?q=" + "x" * 100,
    "punctuation": "." * 500 + "!" * 500,
}


SLOW = ("empty-lines", "long-narrow-run", "many-breaks", "spaces", "very-long")


class TestHostileText:
    @pytest.mark.parametrize(
        "name",
        [pytest.param(name, marks=pytest.mark.system if name in SLOW else ()) for name in HOSTILE],
    )
    @pytest.mark.parametrize(
        "size", [PrintSize.VERY_LARGE, pytest.param(PrintSize.CLEAR, marks=pytest.mark.system)]
    )
    def test_it_is_printed_on_the_paper_with_its_neighbours(
        self, name: str, size: PrintSize, press: Press
    ) -> None:
        text = HOSTILE[name]
        asked = QuestionSheet(
            appointment=text,
            questions=(
                SheetQuestion("Before?"),
                SheetQuestion(text, origin=text),
                SheetQuestion("Between?"),
                SheetQuestion(text, origin=text),
                SheetQuestion("After?"),
            ),
            sources=(text,),
        )
        pdf = sheet_pdf(asked, SheetOptions(size, PaperSize.LETTER), press)
        printed = text_of(pdf)
        for neighbour in ("1. Before?", "3. Between?", "After?", "What happens next"):
            assert printed.count(neighbour) == 1, neighbour
        assert stray_ink(pdf, PaperSize.LETTER) == []
        check_tags(tree_of(pdf))

    @pytest.mark.parametrize(
        ("name", "printed"),
        [
            ("markup", HOSTILE["markup"]),
            ("quotes", HOSTILE["quotes"]),
            ("emoji", "How [?] are you [?]?"),
            ("hebrew", "[?] [?]?"),
            ("greek", "TNF-[?] and [?]"),
            ("direction", "aabb cc dd"),
            ("controls", "abcdefg"),
            ("breaks", "one two three four five six seven eight"),
            ("tabs", "a b c"),
            ("soft-hyphens", "chemotherapy"),
            ("hyphens", "platinum-resistant - – –"),
            ("spaces", "end"),
            ("empty-lines", "first last"),
        ],
    )
    def test_nothing_disappears_but_what_has_no_ink(
        self, name: str, printed: str, press: Press
    ) -> None:
        text = text_of(sheet_pdf(asking("Before?", HOSTILE[name]), SheetOptions(), press))
        assert f"2. {printed} If there is time" in text

    def test_a_run_without_a_space_is_whole(self, press: Press) -> None:
        words = text_of(sheet_pdf(asking(LONG_RUN), SheetOptions(), press)).split()
        assert sum(word.count("W") for word in words if set(word) == {"W"}) == 5000

    def test_a_very_long_question_is_cut_where_all_can_see_it(self, press: Press) -> None:
        text = text_of(sheet_pdf(asking(HOSTILE["very-long"]), SheetOptions(), press))
        assert text.count("Would it help?") == MOST_CHARACTERS // len("Would it help? ") - 1
        assert text.count("Would it h…") == 0
        assert text.count("Would it help?…") == 1

    @pytest.mark.parametrize("count", [30, pytest.param(500, marks=pytest.mark.system)])
    def test_many_questions_are_all_printed(self, count: int, press: Press) -> None:
        asked = asking(*(f"Is this number {number}?" for number in range(1, count + 1)))
        pdf = sheet_pdf(asked, SheetOptions(PrintSize.VERY_LARGE), press)
        text = text_of(pdf)
        assert all(f"Is this number {number}?" in text for number in range(1, count + 1))
        assert stray_ink(pdf, PaperSize.A4) == []

    @pytest.mark.parametrize(
        "characters", [550, *(pytest.param(some, marks=pytest.mark.system) for some in (700, 3000))]
    )
    @pytest.mark.parametrize(
        "lines", [pytest.param(LEAST_LINES, marks=pytest.mark.system), MOST_LINES]
    )
    @EVERY_SIZE
    def test_long_questions_keep_to_the_paper(
        self,
        characters: int,
        lines: int,
        size: PrintSize,
        paper: PaperSize,
        press: Press,
    ) -> None:
        text = ("Would it help me? " * 200)[:characters].strip()
        pdf = sheet_pdf(asking(text, "Next?", text), SheetOptions(size, paper, lines), press)
        printed = text_of(pdf)
        assert printed.replace(f" My questions Page 1 of {pdf.pages}", "").count("Next?") == 1
        assert stray_ink(pdf, paper) == []
