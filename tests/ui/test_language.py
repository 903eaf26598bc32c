"""Tests of ui.language and ui.moment_words: words, counts, digits and days of a language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QObject

from reader.booklet.dates import YearMonth
from reader.notebook.errors import NotSavedError, Trouble
from reader.ui.language import Counts, error_words, in_digits, one_or_many, translate
from reader.ui.moment_words import day_words, moment_words, month_words
from tests.translating.foreign import foreign
from tests.translating.pseudo import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

MOMENT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)


@pytest.fixture
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def speak(name: str) -> None:
    QLocale.setDefault(QLocale(name))


# ---- counts and digits


@pytest.mark.parametrize(
    ("name", "value", "digits"),
    [
        ("en_GB", 7, "7"),
        ("en_GB", 12345, "12,345"),
        ("de_DE", 12345, "12.345"),
        ("ar_EG", 407, "٤٠٧"),
        ("en_GB", -3, "-3"),
    ],
)
def test_digits_are_those_of_the_language(locale: None, name: str, value: int, digits: str) -> None:
    speak(name)
    assert in_digits(value) == digits


def test_a_count_is_put_into_its_words(locale: None) -> None:
    speak("en_GB")
    assert Counts.tr("%Ln places", "", 1200) == "1,200 places"


@pytest.mark.parametrize(("count", "said"), [(0, "many"), (1, "one"), (2, "many"), (11, "many")])
def test_one_is_worded_apart(count: int, said: str) -> None:
    assert one_or_many(count, one="one", many="many") == said


def test_a_count_is_found_where_the_window_speaks_another_language(qapp: QApplication) -> None:
    with foreign(qapp):
        told = Counts.tr("%Ln places", "found in a search", 3)
    assert told != "3 places"
    assert plain(told) == "٣ places"


def test_pyside_still_loses_counts_of_a_base_class(qapp: QApplication) -> None:
    """Why ``Counts`` is there: with ``self.tr`` a subclass would say this in English."""

    class Counts(QObject):
        def said(self) -> str:
            return self.tr("%Ln places", "found in a search", 3)

    class More(Counts):
        pass

    with foreign(qapp):
        assert plain(Counts().said()) == "٣ places" != Counts().said()
        assert More().said() == "٣ places"


# ---- errors


def test_an_error_is_said_in_the_language(qapp: QApplication) -> None:
    error = NotSavedError(None, Trouble.DISK_FULL)
    with foreign(qapp):
        told = error_words(error)
    assert told != str(error)
    assert "the disk is full" not in told
    assert "the disk is full" in plain(told)
    assert error_words(error) == str(error)


def test_any_other_error_says_what_it_says() -> None:
    assert error_words(ValueError("line 3")) == "line 3"


# ---- days


def test_days_as_people_say_them_here(locale: None) -> None:
    speak("en_GB")
    assert day_words(date(2026, 11, 3)) == "3 November 2026"
    assert month_words(YearMonth(2024, 8)) == "August 2024"
    assert moment_words(MOMENT, UTC) == "Friday 20 November 2026 at 14.05"


def test_days_in_another_language(locale: None) -> None:
    speak("cy")
    assert day_words(date(2026, 11, 3)) == "3 Tachwedd 2026"
    speak("ar_EG")
    assert month_words(YearMonth(2024, 8)) == "أغسطس ٢٠٢٤"


def test_a_pattern_can_be_translated(qapp: QApplication) -> None:
    with foreign(qapp):
        speak("en_GB")
        assert day_words(date(2026, 11, 3)) == "«3 November 2026»"


def test_a_moment_is_told_in_the_zone_of_the_computer_or_the_one_asked_for(locale: None) -> None:
    speak("en_GB")
    east = timezone(timedelta(hours=2))
    assert moment_words(MOMENT, east) == "Friday 20 November 2026 at 16.05"
    assert moment_words(MOMENT) == moment_words(MOMENT, MOMENT.astimezone().tzinfo)


@pytest.mark.parametrize("year", [1, 970, 9999])
def test_a_clock_gone_wrong_is_told_all_the_same(locale: None, year: int) -> None:
    speak("en_GB")
    month = 12 if year == 9999 else 1
    edge = datetime(year, month, 31, 23, 30, tzinfo=UTC)
    told = moment_words(edge, timezone(timedelta(hours=-14 if year == 1 else 14)))
    assert "at" in told
    assert str(year) in told or str(year + 1) in told


def test_english_is_as_it_is_written() -> None:
    assert translate("Days", "d MMMM yyyy") == "d MMMM yyyy"
