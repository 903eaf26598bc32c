"""What the model says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.booklet.model import WORDS_A_MINUTE, Figure, Passage, PassageKind, Run, text_of
from tests.booklet.making import section

if TYPE_CHECKING:
    from tests.booklet.conftest import ReadBody


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        (Passage("a", PassageKind.PARAGRAPH, (Run("one "), Run("two", strong=True))), "one two"),
        (
            Passage("a", PassageKind.TABLE_ROW, cells=((Run("who"),), (Run("407"), Run(" women")))),
            "who · 407 women",
        ),
        (Passage("a", PassageKind.DEFINITION, (Run("leaves"),), term=(Run("Tea"),)), "Tea: leaves"),
        (Passage("a", PassageKind.DEFINITION, (Run("and water"),)), "and water"),
        (Passage("a", PassageKind.FIGURE, figure=Figure("a.svg", "A cup")), "A cup"),
    ],
)
def test_the_text_of_a_passage(passage: Passage, text: str) -> None:
    assert passage.text == text


def test_a_footnote_mark_is_no_word() -> None:
    assert text_of((Run("hot"), Run("1", footnote="1"), Run(" tea"))) == "hot tea"


def test_words_and_minutes(read: ReadBody) -> None:
    booklet = read(section("one two three"))
    assert booklet.word_count == 2 + 3, "those of the heading count too"
    assert booklet.minutes_to_read == 1


def test_minutes_are_rounded_up(read: ReadBody) -> None:
    heading_words = 2
    exactly = read(section("word " * (2 * WORDS_A_MINUTE - heading_words)))
    one_more = read(section("word " * (2 * WORDS_A_MINUTE - heading_words + 1)))
    assert (exactly.minutes_to_read, one_more.minutes_to_read) == (2, 3)


def test_sections_are_found_by_id_and_by_passage(read: ReadBody) -> None:
    booklet = read(section("One.") + section("Two.", "## Later {#later}"))
    later = booklet.section("later")
    assert later is booklet.sections[1]
    assert later is not None
    assert booklet.section_of(later.passages[1].id) is later
    assert later.text == "Later\nTwo."
    assert booklet.section("never") is None
    assert booklet.section_of("never") is None
