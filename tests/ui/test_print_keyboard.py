"""Printing without a mouse: every choice is reached by Tab, and told by more than its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from reader.paper.kinds import SheetKind
from reader.ui.history import PageName
from reader.ui.pdf_pages import PdfPages
from tests.ui.driver import Person
from tests.ui.fingers import Fingers
from tests.ui.printers import FakeJob, FakePrinters

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.app import Desk

TAB, ENTER, DOWN, SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space
MOST_TABS = 80


@pytest.fixture
def printers(desk: Desk) -> FakePrinters:
    made = FakePrinters()
    desk.pages.make_printers = lambda: made
    return made


@pytest.fixture
def person(qtbot: QtBot, desk: Desk, printers: FakePrinters) -> Person:
    desk.notebook.questions.add("Can my sister come with me?")
    desk.window.activateWindow()
    return Person(qtbot, desk)


def focused(person: Person) -> QWidget:
    widget = person.window.focusWidget()
    assert widget is not None
    return widget


def press(person: Person, *keys: Qt.Key) -> None:
    for key in keys:
        Fingers.keyClick(focused(person), key)


def tab_to(person: Person, name: str) -> QWidget:
    """Press Tab until the control that screen readers call ``name`` has the keyboard."""
    for _ in range(MOST_TABS):
        if focused(person).accessibleName() == name:
            return focused(person)
        press(person, TAB)
    pytest.fail(f"{name!r} is not reached by Tab")


def open_print(person: Person) -> None:
    Fingers.keyClick(person.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    person.paper()


def test_my_sheet_is_two_presses_of_keys(person: Person, printers: FakePrinters) -> None:
    open_print(person)
    press(person, ENTER)
    (paper,) = printers.papers
    assert "Can my sister come with me?" in PdfPages(paper.data).words(0)


def test_another_kind_is_chosen_made_larger_and_printed(
    person: Person, printers: FakePrinters, qtbot: QtBot
) -> None:
    open_print(person)
    tab_to(person, "More to print")
    press(person, ENTER)
    page = person.paper()
    tab_to(person, "My question sheet")
    while not page.choices.what.choice.buttons[SheetKind.REFERRAL].hasFocus():
        press(person, DOWN)
    press(person, SPACE)
    field = tab_to(person, "Your name")
    assert isinstance(field, QLineEdit)
    person.type("Maria Cole")
    tab_to(person, "Clear (14 point)")
    press(person, DOWN, SPACE)
    person.paper()
    page.setFocus()
    press(person, ENTER)
    qtbot.waitUntil(lambda: len(printers.papers) == 1)
    words = PdfPages(printers.papers[0].data).words(0)
    assert "Maria Cole" in words
    assert page.choices.size_choice.buttons["large"].isChecked()


def test_every_choice_is_reached_by_tab(person: Person) -> None:
    open_print(person)
    for name in (
        "Save as PDF",
        "Print a blank sheet",
        "My question sheet",
        "More to print",
        "Clear (14 point)",
        "Fewer lines for answers",
        "More lines for answers",
        "A box to tick",
        "A4",
        "Look closer",
        "The pages as they will print",
    ):
        tab_to(person, name)


def test_a_job_is_stopped_by_key_and_the_keyboard_is_not_lost(
    person: Person, printers: FakePrinters
) -> None:
    printers.outcome = FakeJob()
    open_print(person)
    press(person, ENTER)
    page = person.paper()
    assert page.choices.card.isVisible()
    tab_to(person, "Stop printing")
    press(person, ENTER)
    assert not page.choices.card.isVisible()
    assert not page.run.is_running
    assert focused(person).isVisible()
    assert focused(person).isEnabled()


def test_the_blank_sheet_is_two_presses_of_keys(
    person: Person, printers: FakePrinters, qtbot: QtBot
) -> None:
    open_print(person)
    tab_to(person, "Print a blank sheet")
    press(person, ENTER)
    qtbot.waitUntil(lambda: len(printers.papers) == 1)
    assert "Can my sister" not in PdfPages(printers.papers[0].data).words(0)


def test_every_control_of_the_page_has_a_name(person: Person) -> None:
    person.go(PageName.PRINT)
    page = person.paper()
    person.press(page.choices.what.more)
    for kind in SheetKind:
        if kind is SheetKind.BOOKLET:
            continue
        person.press(page.choices.what.choice.buttons[kind])
        person.paper()
        nameless = [
            widget
            for widget in page.findChildren(QLineEdit)
            if widget.isVisible() and not widget.accessibleName()
        ]
        assert nameless == []
        assert "" not in person.names()
