"""What fits where there is little room: a low window, a narrow one, and everything big."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from reader.ui.history import AT_HOME, PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.rail import Shape
from tests.grids import first
from tests.pictures.fit import misfits
from tests.ui.driver import Person

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.look import Looks

WINDOWS = [(1280, 800, 1.0), (1280, 800, 4.0), (1024, 768, 2.0), (800, 600, 1.0), (800, 600, 2.0)]
HARDEST = [(1280, 800, 4.0), (800, 600, 2.0)]


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


def set_up(person: Person, width: int, height: int, size: float) -> None:
    person.window.resize(width, height)
    person.desk.looks.change(size=size)


@pytest.mark.parametrize("page", AT_HOME)
@pytest.mark.parametrize(
    ("width", "height", "size"),
    first(WINDOWS, HARDEST),
)
def test_nothing_is_cut_off(
    person: Person, qtbot: QtBot, page: PageName, width: int, height: int, size: float
) -> None:
    set_up(person, width, height, size)
    person.window.go(Stop(page, "recurrence" if page is PageName.READING else ""))

    def everything_fits() -> None:
        assert misfits(person.window, width, height) == []

    qtbot.waitUntil(everything_fits, timeout=5000)  # layouts settle in a few rounds


def is_whole(widget: QWidget) -> bool:
    """Whether all of it can be seen."""
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize(("width", "height", "size"), WINDOWS)
def test_every_button_over_and_under_the_page_is_whole(
    person: Person, qtbot: QtBot, width: int, height: int, size: float
) -> None:
    set_up(person, width, height, size)
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    window = person.window
    qtbot.waitUntil(lambda: misfits(window, width, height) == [], timeout=5000)
    rail = window.rail
    pages = [*rail.buttons.values(), rail.comfort]
    buttons = [rail.menu] if rail.shape is Shape.MENU else pages
    buttons += [window.header.back, window.header.smaller, window.header.bigger]
    buttons += window.page.header_buttons()

    def all_are_whole() -> None:
        assert [one.accessibleName() for one in buttons if not is_whole(one)] == []

    qtbot.waitUntil(all_are_whole, timeout=5000)
    assert all(one.height() >= 48 for one in buttons)
    number = next(one for one in window.rail.contact._labels if one.text() == "0800 008 7054")
    qtbot.waitUntil(lambda: is_whole(number), timeout=5000)
    assert window.page.view.viewport().height() >= height / 2
    if rail.shape is Shape.MENU:
        person.press(rail.menu)
        buttons[:] = [rail.menu, *pages]
        qtbot.waitUntil(all_are_whole, timeout=5000)
        qtbot.waitUntil(lambda: is_whole(number), timeout=5000)


@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize(
    ("width", "height", "size"),
    [*WINDOWS, (1280, 600, 1.0), (1366, 768, 1.0), (640, 480, 1.0), (1920, 1080, 4.0)],
)
def test_at_least_half_of_the_height_is_for_the_text(
    person: Person, qtbot: QtBot, width: int, height: int, size: float, big: bool
) -> None:
    person.window.setMinimumSize(1, 1)
    person.desk.looks.change(big_targets=big)
    set_up(person, width, height, size)
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    view = person.page(MarkingPage).view
    qtbot.waitUntil(lambda: misfits(person.window, width, height) == [], timeout=5000)
    qtbot.waitUntil(lambda: view.viewport().height() >= height / 2, timeout=5000)


def test_the_menu_takes_the_place_of_the_page_and_gives_it_back(
    person: Person, qtbot: QtBot
) -> None:
    set_up(person, 800, 600, 2.0)
    rail, middle = person.window.rail, person.window.middle
    assert not rail.comfort.isVisible()
    person.press(rail.menu)
    assert not middle.isVisible()
    assert rail.buttons[PageName.BOOKLETS].hasFocus()
    assert rail.menu.accessibleName() == "Close menu"
    qtbot.keyClick(rail.buttons[PageName.BOOKLETS], Qt.Key.Key_Escape)
    assert middle.isVisible()
    assert rail.menu.hasFocus()
    person.press(rail.menu)
    person.go(PageName.SEARCH)
    assert middle.isVisible()
    assert person.window.page is person.window.made(PageName.SEARCH)
    assert rail.menu.accessibleName() == "Menu"


def test_comfort_is_in_the_menu_and_gives_the_keyboard_back_to_it(person: Person) -> None:
    set_up(person, 800, 600, 2.0)
    person.press(person.window.rail.menu)
    person.press(person.window.rail.comfort)
    assert person.window.comfort.isVisible()
    assert not person.window.stack.isVisible()
    person.press(person.window.comfort.close_button)
    assert person.window.stack.isVisible()
    assert person.window.rail.menu.hasFocus()


def test_a_menu_that_is_open_is_put_away_with_its_shape(person: Person) -> None:
    set_up(person, 800, 600, 2.0)
    person.press(person.window.rail.menu)
    person.desk.looks.change(size=1.0)
    assert person.window.rail.shape is Shape.BAR
    assert person.window.middle.isVisible()
    person.desk.looks.change(size=2.0)
    assert person.window.middle.isVisible()
    assert person.window.rail.menu.accessibleName() == "Menu"


@pytest.mark.parametrize(("width", "height", "size"), WINDOWS)
def test_a_gate_can_be_read_to_its_end(
    person: Person, qtbot: QtBot, width: int, height: int, size: float
) -> None:
    set_up(person, width, height, size)
    person.window.go(Stop(PageName.READING, "recurrence", "desktop-3"))
    qtbot.waitUntil(lambda: misfits(person.window, width, height) == [], timeout=5000)
    gate = person.page(MarkingPage).gate

    def its_last_button_is_whole() -> None:
        gate.scroller.ensureWidgetVisible(gate.show_it)
        assert is_whole(gate.show_it)

    qtbot.waitUntil(its_last_button_is_whole, timeout=5000)


def test_a_note_that_is_open_takes_the_room_it_needs_after_every_step(
    person: Person, qtbot: QtBot
) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    page = person.page(MarkingPage)
    person.pick(page, page.section.passages[5].id)
    person.press_named("Add a note")
    card = page.view._attached
    usual = card.height()
    for size in (4.0, 2.0, 1.25, 1.0):
        person.desk.looks.change(size=size)
        qtbot.waitUntil(lambda: card.height() == card.heightForWidth(card.width()), timeout=5000)
    qtbot.waitUntil(lambda: card.height() == usual, timeout=5000)


@pytest.mark.parametrize(
    ("size", "big", "least"),
    [
        *((1.0, False, 48), (1.5, False, 48), (2.0, False, 60), (4.0, False, 60)),
        *((1.0, True, 76), (2.0, True, 76)),
    ],
)
def test_the_bar_grows_less_than_the_page(looks: Looks, size: float, big: bool, least: int) -> None:
    looks.change(size=size, big_targets=big)
    assert looks.look.bar_px == least
