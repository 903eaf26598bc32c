"""The whole window without a mouse: scrolling, the contents, the gate, and where Tab leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reader.ui.help_page import HelpPage
from reader.ui.history import PageName, Stop
from reader.ui.keys_panel import KeysPanel
from reader.ui.marking_page import MarkingPage
from tests.ui.driver import Person
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar
    from pytestqt.qtbot import QtBot

    from reader.app import Desk

GATED = "desktop-3"
MOST_TABS = 150


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return Person(qtbot, desk)


def focused(person: Person) -> QWidget:
    """What has the keyboard: something always has, and it can be seen."""
    found = person.window.focusWidget()
    assert found is not None
    assert found.isVisible(), found
    return found


def press(person: Person, key: Qt.Key) -> None:
    """A key, for whatever has the keyboard."""
    person.keys(focused(person), key)


def tabbed(person: Person) -> list[QWidget]:
    """What Tab reaches until it comes round again."""
    found: list[QWidget] = []
    for _ in range(MOST_TABS):
        press(person, Qt.Key.Key_Tab)
        if focused(person) in found[:-1]:
            break
        if focused(person) not in found:  # in a text Tab goes from link to link
            found.append(focused(person))
    return found


# ---- scrolling


def scrolls(person: Person, bar: QScrollBar) -> None:
    """Every key moves ``bar`` as it says."""
    assert bar.maximum() > bar.singleStep(), "there is nothing to scroll"
    page = min(bar.pageStep(), bar.maximum())
    for key, place in (
        (Qt.Key.Key_Down, bar.singleStep()),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_PageDown, page),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_Space, page),
        (Qt.Key.Key_End, bar.maximum()),
        (Qt.Key.Key_Home, 0),
    ):
        press(person, key)
        assert bar.value() == place, key
    press(person, Qt.Key.Key_End)
    Fingers.keyClick(focused(person), Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == bar.maximum() - page


def test_help_is_scrolled_by_keys_as_soon_as_it_is_open(person: Person) -> None:
    person.window.resize(800, 600)
    person.desk.looks.change(size=1.5)
    Fingers.rest()
    person.go(PageName.HELP)
    Fingers.rest()
    scrolls(person, person.page(HelpPage).scroller.verticalScrollBar())
    assert not person.desk.ring.isVisible()


def test_help_can_be_reached_again_by_tab_and_shows_it(person: Person) -> None:
    person.go(PageName.HELP)
    person.window.rail.comfort.setFocus()
    page = person.page(HelpPage)
    assert page in tabbed(person)
    while focused(person) is not page:
        press(person, Qt.Key.Key_Tab)
    assert person.desk.ring.geometry().size() == page.size()


def test_keys_with_ctrl_or_alt_are_left_to_others(person: Person) -> None:
    person.window.resize(800, 600)
    Fingers.rest()
    person.go(PageName.HELP)
    bar = person.page(HelpPage).scroller.verticalScrollBar()
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        Fingers.keyClick(person.window.rail, Qt.Key.Key_End, modifier)
    assert bar.value() == 0


def test_help_names_the_keys_there_are(person: Person) -> None:
    person.go(PageName.HELP)
    told = " ".join(label.text() for label in person.page(HelpPage).findChildren(QLabel))
    for key in ("Tab", "Enter", "Space", "Page Down", "Home", "Escape", "Ctrl and Z", "Ctrl and P"):
        assert key in told


def test_the_print_preview_is_reached_by_tab_and_scrolled_by_keys(person: Person) -> None:
    person.desk.notebook.questions.add("One?")
    person.window.resize(1280, 800)
    person.go(PageName.PRINT)
    view = person.paper().view
    assert view in tabbed(person)
    while focused(person) is not view:
        press(person, Qt.Key.Key_Tab)
    assert person.desk.ring.isVisible()
    assert person.desk.ring.size() == view.size()
    Fingers.rest()
    scrolls(person, view.verticalScrollBar())


# ---- the gate


@pytest.mark.parametrize("before", ["", "why"])
def test_a_closed_gate_gives_the_keyboard_to_not_now(person: Person, before: str) -> None:
    if before:
        person.window.go(Stop(PageName.READING, "recurrence", before))
    person.window.go(Stop(PageName.READING, "recurrence", GATED))
    page = person.page(MarkingPage)
    assert focused(person) is page.gate.not_now
    press(person, Qt.Key.Key_Return)
    assert page.section.id != GATED
    assert focused(person) is page.view


def test_an_opened_gate_gives_it_to_the_text(person: Person) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", GATED))
    page = person.page(MarkingPage)
    press(person, Qt.Key.Key_Tab)
    assert focused(person) is page.gate.show_it
    press(person, Qt.Key.Key_Enter)
    assert focused(person) is page.view


# ---- the contents


@pytest.fixture
def drawer(person: Person) -> MarkingPage:
    """The Reading page where the contents are a drawer, which is open."""
    person.window.resize(800, 600)
    person.desk.looks.change(size=1.5)
    person.window.go(Stop(PageName.READING, "recurrence", "groups"))
    Fingers.rest()
    page = person.page(MarkingPage)
    page.contents_button.setFocus()
    press(person, Qt.Key.Key_Return)
    assert page.contents.isVisible()
    return page


def section(person: Person) -> object:
    """The section whose button in the contents has the keyboard."""
    return focused(person).property("section")


def test_the_drawer_opens_at_the_section_that_is_open(person: Person, drawer: MarkingPage) -> None:
    assert section(person) == "groups"


def test_escape_is_for_the_keys_that_cover_the_drawer(person: Person, drawer: MarkingPage) -> None:
    press(person, Qt.Key.Key_F1)
    (keys,) = person.window.findChildren(KeysPanel)
    assert keys.isAncestorOf(focused(person))
    press(person, Qt.Key.Key_Escape)
    assert not keys.isVisible()
    assert drawer.contents.isVisible()
    press(person, Qt.Key.Key_Escape)
    assert not drawer.contents.isVisible()


@pytest.mark.parametrize(
    "keys", [(Qt.Key.Key_Down, Qt.Key.Key_Up), (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)]
)
@pytest.mark.parametrize("press_key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_arrows_and_tab_go_through_the_sections_and_open_none(
    person: Person, drawer: MarkingPage, keys: tuple[Qt.Key, Qt.Key], press_key: Qt.Key
) -> None:
    on, back = keys
    ids = [one.id for one in drawer.booklet.sections]
    here = ids.index("groups")
    for expected in ids[here + 1 :]:
        press(person, on)
        assert section(person) == expected
        assert drawer.section.id == "groups"
    for expected in reversed(ids[:-1]):
        press(person, back)
        assert section(person) == expected
    assert drawer.contents.isVisible()
    press(person, press_key)
    assert drawer.section.id == ids[0]
    assert not drawer.contents.isVisible()
    assert focused(person) is drawer.view


def test_tab_reaches_every_section_where_the_contents_stand_beside(person: Person) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "groups"))
    Fingers.rest()
    page = person.page(MarkingPage)
    reached = {one.property("section") for one in tabbed(person)}
    assert reached >= {one.id for one in page.booklet.sections}
    assert page.section.id == "groups"


def test_escape_closes_the_drawer_wherever_the_keyboard_is(
    person: Person, drawer: MarkingPage
) -> None:
    press(person, Qt.Key.Key_Escape)
    assert not drawer.contents.isVisible()
    assert focused(person) is drawer.view
    person.press(drawer.contents_button)
    drawer.contents_button.setFocus()
    press(person, Qt.Key.Key_Escape)
    assert not drawer.contents.isVisible()


def test_contents_pressed_again_closes_the_drawer(person: Person, drawer: MarkingPage) -> None:
    person.press(drawer.contents_button)
    assert not drawer.contents.isVisible()
    person.press(drawer.contents_button)
    assert drawer.contents.isVisible()


def test_the_open_section_stays_marked_when_it_is_pressed(person: Person) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "groups"))
    Fingers.rest()
    contents = person.page(MarkingPage).contents
    for wanted in ("groups", "how", "how"):
        button = next(one for one in contents.controls() if one.property("section") == wanted)
        person.press(button)
        marked = [one for one in contents.controls() if getattr(one, "is_current", False)]
        assert [one.property("section") for one in marked] == [wanted]
