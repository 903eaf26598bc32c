"""My notes with a hundred thousand marks, in the whole window."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.notebook.model import Mark, MarkKind, Place
from tests.ui.conftest import NOON
from tests.ui.driver import Person
from tests.ui.fingers import Fingers
from tests.ui.test_notes_page import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.mark_card import MarkCard
    from reader.ui.notes_page import NotesPage

pytestmark = pytest.mark.system

MANY = 100_000
ALIVE = 60
"""Cards that exist at most: a few dozen."""


def passages(desk: Desk) -> Iterator[Place]:
    """Every passage of every booklet, again and again."""
    while True:
        for booklet in desk.shelf.read_all():
            for section in booklet.sections:
                for one in section.passages:
                    edition = str(booklet.edition)
                    yield Place(booklet.id, edition, section.id, one.id, quote=one.text[:80])


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    """Somebody who has written a great deal; it is put there in one transaction."""
    marks = [
        Mark(f"m{number}", MarkKind.NOTE, place, f"Note number {number} here", NOON, NOON)
        for number, place in enumerate(islice(passages(desk), MANY))
    ]
    desk.notebook.arrivals.put(marks=marks)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return Person(qtbot, desk)


def focused_card(page: NotesPage) -> MarkCard:
    widget = page.window().focusWidget()
    found = [card for card in page.cards.values() if widget in card.controls()]
    assert len(found) == 1
    assert found[0].isVisible()
    return found[0]


def in_sight(page: NotesPage, card: MarkCard) -> bool:
    return page.list.viewport().rect().intersects(card.geometry())


def test_all_of_them_can_be_reached_and_a_few_exist(person: Person, qtbot: QtBot) -> None:
    page = shown(person)
    tester = QAbstractItemModelTester(
        page.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    model = page.list.model
    assert model.count == MANY
    assert page.list.tools.count.text().replace(",", "") == "100000 in all."
    assert 3 < len(page.cards) < ALIVE
    page.setFocus()
    for _ in range(30):
        person.keys(page, Qt.Key.Key_PageDown)
        assert 2 < len(page.cards) < ALIVE
    person.keys(page, Qt.Key.Key_End)
    person.keys(page, Qt.Key.Key_End)
    assert model.key(model.rowCount() - 1) in page.cards
    assert len(page.cards) < ALIVE
    person.keys(page, Qt.Key.Key_Home)
    assert model.key(1) in page.cards
    assert tester.model() is model

    # Tab goes from card to card, and what it goes to is in sight.
    page.cards[model.key(1)].take_focus()
    for row in range(1, 40):
        card = focused_card(page)
        assert card.mark.id == model.key(row)
        assert in_sight(page, card)
        for _ in card.controls():
            person.keys(person.window.focusWidget(), Qt.Key.Key_Tab)
        Fingers.rest()
    assert len(page.cards) < ALIVE

    # H goes to the next booklet, though it is tens of thousands of rows away.
    second = model.heading_row(1, 1)
    assert second is not None
    assert second > 1000
    assert page.step_heading(1)
    assert page.list.shown_row() in (second - 1, second)
    assert not page.step_heading(1)
    assert page.step_heading(-1)
    assert page.list.shown_row() == 0

    # A delete far down, and Undo: the keyboard is on a card beside it, then on the one itself.
    page.list.show_row(60_000)
    card = page.cards[model.key(60_000)]
    gone = card.mark.id
    beside = model.key(60_001)
    card.controls()[-1].setFocus()
    person.press(card.controls()[-1])
    assert model.count == MANY - 1
    assert gone not in page.cards
    assert focused_card(page).mark.id == beside
    page.setFocus()
    person.keys(page, Qt.Key.Key_Home)
    person.press(person.window.notice.undo_button)
    assert focused_card(page).mark.id == gone
    assert in_sight(page, page.cards[gone])

    # Found among all of them, as it is typed, once the window had time to get ready.
    qtbot.waitUntil(lambda: page.list.readying.is_ready, timeout=60_000)
    page.list.tools.field.setText("number 31415")
    page.list.tools.field.returnPressed.emit()
    assert list(page.cards) == ["m31415"]
    person.press_named("Show all again")
    assert model.count == MANY

    # What is written in stays while the list is scrolled away, and is safe.
    page.cards[model.key(2)].change_asked.emit()
    editor = page.list.editor
    person.type(" and more")
    page.list.verticalScrollBar().setValue(500_000)
    assert page.list.editor is editor
    person.type(" still")
    person.window.page.save()
    assert person.desk.notebook.marks.get(model.key(2)).text.endswith("here and more still")
    assert len(page.cards) < ALIVE

    # A change elsewhere in the notebook lists again, and the place in the list stays.
    page.list.editor.finish()
    page.list.show_row(50_000)
    first = page.list.shown_row()
    person.desk.keeper.do(lambda: person.desk.notebook.questions.add("Why?"))
    assert page.list.shown_row() == first
