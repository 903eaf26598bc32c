"""My notes: the keyboard always has a place, and nothing closes over what is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt

from reader.notebook.errors import NotSavedError, Trouble
from reader.notebook.model import MarkKind
from reader.ui.history import PageName
from reader.ui.notes_page import NotesPage
from tests.ui.driver import Person
from tests.ui.fingers import Fingers
from tests.ui.test_notes_page import add, shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.notebook.model import Mark

Three = tuple["Mark", "Mark", "Mark"]


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return Person(qtbot, desk)


@pytest.fixture
def three(person: Person) -> Three:
    """Three notes, in reading order."""
    first, second, third = (
        add(person.desk, MarkKind.NOTE, section, 1, text)
        for section, text in enumerate(("One", "Two", "Three"))
    )
    return first, second, third


def focused(person: Person, qapp: QApplication) -> QWidget:
    """What has the keyboard once everything that was taken away has ended."""
    Fingers.rest()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = qapp.focusWidget()
    assert found is not None, "nothing has the keyboard"
    assert found.isVisible()
    return found


def button(page: NotesPage, mark: Mark, text: str) -> QWidget:
    """The button of a mark's card that says ``text``."""
    return next(one for one in page.cards[mark.id].controls() if one.text() == text)


def press(person: Person, widget: QWidget) -> None:
    """Enter on a control, as the keyboard does it."""
    widget.setFocus()
    person.keys(widget, Qt.Key.Key_Return)


def texts(person: Person) -> list[str]:
    """The notes that are kept, in the order they were made."""
    return [mark.text for mark in person.desk.notebook.marks.all()]


# ---- after a delete


@pytest.mark.parametrize(("gone", "then"), [(0, 1), (1, 2), (2, 1)])
def test_after_a_delete_the_neighbour_has_the_keyboard(
    person: Person, three: Three, qapp: QApplication, gone: int, then: int
) -> None:
    page = shown(person)
    press(person, button(page, three[gone], "Delete"))
    assert three[gone].id not in page.cards
    assert focused(person, qapp) is button(page, three[then], "Open")


def test_after_the_last_delete_the_page_has_it(person: Person, qapp: QApplication) -> None:
    mark = add(person.desk, MarkKind.NOTE, 0, 1, "Only")
    page = shown(person)
    press(person, button(page, mark, "Delete"))
    assert page.list.tools.empty.isVisible()
    assert focused(person, qapp) is page


def test_what_stays_is_not_made_anew(person: Person, three: Three) -> None:
    page = shown(person)
    before = dict(page.cards)
    press(person, button(page, three[0], "Delete"))
    assert page.cards == {mark.id: before[mark.id] for mark in three[1:]}


def test_a_delete_that_failed_changes_nothing(
    person: Person, three: Three, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(person)

    def refuse(_id: str) -> None:
        raise NotSavedError(person.desk._paths.notebook, Trouble.DISK_FULL)

    monkeypatch.setattr(person.desk.notebook.marks, "delete", refuse)
    delete = button(page, three[1], "Delete")
    press(person, delete)
    assert list(page.cards) == [mark.id for mark in three]
    assert focused(person, qapp) is delete
    assert not person.window.notice.undo_button.isVisible()


# ---- taking it back


def test_two_deletes_and_two_undos_bring_both_back(
    person: Person, three: Three, qapp: QApplication
) -> None:
    page = shown(person)
    for mark in three[:2]:
        press(person, button(page, mark, "Delete"))
    assert person.window.notice.text == "Note deleted."
    for mark in reversed(three[:2]):
        Fingers.keyClick(focused(person, qapp), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert focused(person, qapp) is button(page, mark, "Open")
    assert list(page.cards) == [mark.id for mark in three]
    assert person.window.notice.text == ""


def test_undo_pressed_by_hand_goes_to_what_came_back(
    person: Person, three: Three, qapp: QApplication
) -> None:
    page = shown(person)
    press(person, button(page, three[1], "Delete"))
    press(person, person.window.notice.undo_button)
    assert focused(person, qapp) is button(page, three[1], "Open")


def test_undo_while_writing_shows_it_and_lets_go_on_writing(
    person: Person, three: Three, qapp: QApplication
) -> None:
    page = shown(person)
    press(person, button(page, three[0], "Delete"))
    press(person, button(page, three[1], "Change"))
    person.type(" and more")
    person.press(person.window.notice.undo_button)
    assert list(page.cards) == [mark.id for mark in three]
    person.type(" still")
    person.press_named("Done")
    assert sorted(texts(person)) == ["One", "Three", "Two and more still"]
    assert list(page.cards) == [mark.id for mark in three]
    assert focused(person, qapp) is button(page, three[1], "Open")
    assert all(card.isVisible() for card in page.cards.values())


def test_the_words_of_a_deleted_note_come_back_whole(person: Person, three: Three) -> None:
    page = shown(person)
    press(person, button(page, three[0], "Change"))
    person.type(" not saved yet")
    person.press_named("Delete note")
    person.press(person.window.notice.undo_button)
    assert page.cards[three[0].id].text.text().startswith("One not saved yet")


# ---- writing


@pytest.mark.parametrize("how", ["Escape", "Done"])
def test_after_writing_the_card_has_the_keyboard(
    person: Person, three: Three, qapp: QApplication, how: str
) -> None:
    page = shown(person)
    press(person, button(page, three[1], "Change"))
    person.type("!")
    if how == "Escape":
        person.keys(focused(person, qapp), Qt.Key.Key_Escape)
    else:
        press(person, person.button("Done"))
    assert focused(person, qapp) is button(page, three[1], "Open")
    assert page.cards[three[1].id].text.text().startswith("Two!")


def test_change_on_another_note_saves_the_first_and_opens_the_second(
    person: Person, three: Three, qapp: QApplication
) -> None:
    page = shown(person)
    press(person, button(page, three[0], "Change"))
    person.type(" more")
    press(person, button(page, three[2], "Change"))
    person.type(" too")
    person.press_named("Done")
    assert texts(person) == ["One more", "Two", "Three too"]
    assert focused(person, qapp) is button(page, three[2], "Open")
    assert page.cards[three[0].id].text.text().startswith("One more")


def test_words_that_are_not_safe_are_not_put_away_for_another_note(
    person: Person, three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(person)

    def refuse(_id: str, _text: str) -> None:
        raise NotSavedError(person.desk._paths.notebook, Trouble.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(person.desk.notebook.marks, "change_text", refuse)
        press(person, button(page, three[0], "Change"))
        person.type(" more")
        press(person, button(page, three[2], "Change"))
        press(person, button(page, three[1], "Delete"))
    person.type(" and more")
    person.press_named("Done")
    assert texts(person) == ["One more and more", "Three"]


def test_tab_goes_through_the_cards_in_reading_order_after_an_undo(
    person: Person, three: Three, qapp: QApplication
) -> None:
    page = shown(person)
    press(person, button(page, three[1], "Delete"))
    press(person, person.window.notice.undo_button)
    page.cards[three[0].id].take_focus()
    wanted = [one for mark in three for one in page.cards[mark.id].controls()]
    for expected in wanted[1:]:
        person.keys(focused(person, qapp), Qt.Key.Key_Tab)
        assert focused(person, qapp) is expected


def test_coming_back_to_the_page_finds_the_list(person: Person, three: Three) -> None:
    page = shown(person)
    press(person, button(page, three[0], "Change"))
    person.type(" half")
    person.go(PageName.HELP)
    person.go(PageName.NOTES)
    Fingers.rest()
    assert person.page(NotesPage) is page
    assert page.cards[three[0].id].isVisible()
    assert page.cards[three[0].id].text.text().startswith("One half")
