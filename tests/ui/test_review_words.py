"""Tests of ui.review_words: on the screen it is what paper says, and in the window's language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from reader.booklet.dates import YearMonth
from reader.booklet.review import provenance_lines, review_notice, review_warning
from reader.ui.review_words import notice_words, provenance_words, warning_words
from tests.translating.foreign import foreign
from tests.translating.pseudo import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reader.booklet.model import Booklet
    from reader.shelf.shelf import Shelf

DAYS = [date(2023, 1, 1), date(2024, 8, 31), date(2024, 9, 1), date(2026, 11, 20)]


@pytest.fixture
def booklets(shelf: Shelf) -> list[Booklet]:
    """The bundled ones, and what they might be: checked, without reviewers, without a version."""
    found = [shelf.read(entry.id) for entry in shelf.entries]
    one = found[0]
    bare = replace(one.source, reviewers=(), edition="", review_due=YearMonth(2024, 8))
    return [*found, replace(one, is_clinically_reviewed=True), replace(one, source=bare)]


@pytest.mark.parametrize("day", DAYS)
def test_the_screen_says_what_paper_says(booklets: list[Booklet], day: date) -> None:
    for booklet in booklets:
        assert notice_words(booklet, day) == review_notice(booklet, day)
        assert warning_words(booklet, day) == review_warning(booklet, day)
        assert provenance_words(booklet, day) == provenance_lines(booklet, day)


@pytest.mark.parametrize("day", DAYS)
def test_and_in_the_language_of_the_window(
    qapp: QApplication, booklets: list[Booklet], day: date
) -> None:
    for booklet in booklets:
        english = (notice_words(booklet, day), *provenance_words(booklet, day))
        with foreign(qapp):
            told = (notice_words(booklet, day), *provenance_words(booklet, day))
            warning = warning_words(booklet, day)
        for line, words in zip(told, english, strict=True):
            assert line.startswith("«")
            assert line != words
        assert plain(told[-1]) == english[-1]
        assert warning == "" or warning.startswith("«")
