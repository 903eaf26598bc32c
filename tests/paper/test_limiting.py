"""Long words and long feet are kept to what a page can bear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.paper.frame import foot_data, frame
from reader.paper.limiting import MOST_CHARACTERS, foot_letters, limited, long_text, one_line
from reader.paper.options import PaperSize, PrintSize, SheetOptions


@given(st.text(max_size=500), st.integers(1, 200))
def test_nothing_is_longer_than_allowed_and_nothing_short_is_cut(text: str, most: int) -> None:
    kept = limited(text, most)
    assert len(kept) <= most
    whole = limited(text, len(text) + 1)
    assert "".join(whole.split()) == "".join(text.split())
    assert kept == whole or kept.endswith("…")


def test_one_line_is_one_line() -> None:
    assert one_line(" a\n\n b\tc ") == "a b c"
    assert one_line("word " * 100).endswith("word…")


def test_a_long_text_keeps_its_lines() -> None:
    assert long_text("a\nb") == "a\nb"
    assert len(long_text("x" * 9000)) == MOST_CHARACTERS


@pytest.mark.parametrize(
    ("options", "least"),
    [
        (SheetOptions(), 62),
        (SheetOptions(PrintSize.VERY_LARGE), 36),
        (SheetOptions(paper=PaperSize.LETTER), 64),
        (SheetOptions(PrintSize.VERY_LARGE, is_folded=True), 25),
    ],
)
def test_a_foot_has_fewer_letters_in_larger_print(options: SheetOptions, least: int) -> None:
    assert least <= foot_letters(options) <= least + 4


@pytest.mark.parametrize(
    ("lines", "size", "count"),
    [
        (("My questions",), PrintSize.CLEAR, 1),
        (("My questions",), PrintSize.VERY_LARGE, 1),
        (("Getting ready for a second opinion",), PrintSize.VERY_LARGE, 2),
        (("A title", "An edition"), PrintSize.CLEAR, 2),
        (("word " * 30, "An edition"), PrintSize.CLEAR, 4),
    ],
)
def test_the_lines_of_a_foot_are_counted(
    lines: tuple[str, ...], size: PrintSize, count: int
) -> None:
    assert foot_data(lines, SheetOptions(size)) == {"foot": [*lines], "foot-lines": count}


def test_a_folded_page_is_half_the_paper() -> None:
    data = frame("Title", SheetOptions(is_folded=True))
    assert (data["width"], data["height"], data["side"]) == (148.5, 210.0, 12.0)
    letter = SheetOptions(paper=PaperSize.LETTER, is_folded=True)
    assert letter.page_millimetres == (139.7, 215.9)
    assert data["title"] == data["heading"] == "Title"
