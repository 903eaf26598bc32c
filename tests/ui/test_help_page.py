"""Help and support: people, places to look, and where everything comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from reader.ui.help_page import HelpPage
from reader.ui.history import PageName
from tests.ui.driver import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk


@pytest.fixture
def told(qtbot: QtBot, desk: Desk) -> list[str]:
    """All that the page says."""
    person = Person(qtbot, desk)
    person.go(PageName.HELP)
    return [label.text() for label in person.page(HelpPage).findChildren(QLabel)]


@pytest.mark.parametrize("number", ["0800 008 7054", "0207 299 6653"])
def test_every_number_that_is_known_is_there(told: list[str], number: str) -> None:
    assert told.count(number) == 1


def test_places_to_look_say_who_publishes_them_and_no_address_is_made_up(told: list[str]) -> None:
    assert "Clinical trials that are running now: Ovacome" in told
    assert not any("http" in line or "www." in line for line in told)


def test_where_the_booklets_come_from_is_told_in_words_and_months(told: list[str]) -> None:
    (line,) = (one for one in told if one.startswith("When ovarian cancer comes back. "))
    assert "published by Ovacome" in line
    assert "Professor Gordon Jayson" in line
    assert "was due for review in August 2024, 27 months ago" in line


def test_it_says_where_the_words_are_kept(told: list[str], desk: Desk) -> None:
    assert any(str(desk.notebook.path.parent) in line for line in told if desk.notebook.path)
