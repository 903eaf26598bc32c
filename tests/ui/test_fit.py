"""What fits where there is little room: a low window, a narrow one, and everything big."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from tests.pictures.fit import misfits
from tests.ui.driver import Person

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.look import Looks

WINDOWS = [(1280, 800, 1.0), (1280, 800, 4.0), (1024, 768, 2.0), (800, 600, 1.0), (800, 600, 2.0)]


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


def set_up(person: Person, width: int, height: int, size: float) -> None:
    person.window.resize(width, height)
    person.desk.looks.change(size=size)


@pytest.mark.parametrize("page", list(PageName))
@pytest.mark.parametrize(("width", "height", "size"), WINDOWS)
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
    buttons = [*window.rail.buttons.values(), window.rail.comfort, window.header.back]
    buttons += [window.header.smaller, window.header.bigger, *window.page.header_buttons()]

    def all_are_whole() -> None:
        assert [one.accessibleName() for one in buttons if not is_whole(one)] == []

    qtbot.waitUntil(all_are_whole, timeout=5000)
    assert all(one.height() >= 48 for one in buttons)
    number = next(one for one in window.rail.contact._labels if one.text() == "0800 008 7054")
    assert is_whole(number)
    assert window.stack.height() > 60


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
    [(1.0, False, 48), (1.5, False, 48), (2.0, False, 60), (4.0, False, 60), (1.0, True, 76)],
)
def test_the_bar_grows_less_than_the_page(looks: Looks, size: float, big: bool, least: int) -> None:
    looks.change(size=size, big_targets=big)
    assert looks.look.bar_px == least
