"""The first screen of all: asked once, passed by at will, never in the way again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.paths import Paths, find_paths
from reader.ui.first_choice import SIZES
from reader.ui.history import PageName
from tests.pictures.fit import misfits
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.first_choice import FirstChoice


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A folder in which nobody was before."""
    return find_paths(data=tmp_path / "data", environ={})


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


def first(person: Person) -> FirstChoice:
    shown = person.window._first
    assert shown is not None
    assert shown.isVisible()
    return shown


def kept(paths: Paths) -> dict[str, object]:
    found: dict[str, object] = json.loads(paths.settings.read_text(encoding="utf-8"))
    return found


def is_over(person: Person) -> bool:
    window = person.window
    assert window._first is None
    return window.middle.isVisible() and window.rail.isVisible() and window.header.isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_one_press_on_a_sample_is_all(person: Person, paths: Paths, size: float) -> None:
    assert not person.window.middle.isVisible()
    person.press(first(person).samples[size])
    assert is_over(person)
    assert person.presses == 1
    assert person.desk.looks.look.size == size
    assert (kept(paths)["size"], kept(paths)["size_chosen"]) == (size, True)
    assert person.window.page.hasFocus() or person.window.page.isAncestorOf(
        person.window.focusWidget()
    )


def test_it_is_asked_once_and_never_again(
    person: Person, open_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    person.press(first(person).samples[1.5])
    person.window.close()
    again = Person(qtbot, open_desk())
    assert is_over(again)
    assert again.desk.looks.look.size == 1.5


@pytest.mark.parametrize("how", ["button", "escape", "page"])
def test_passing_it_by_keeps_the_size_and_is_remembered(
    person: Person, paths: Paths, qtbot: QtBot, how: str
) -> None:
    screen = first(person)
    if how == "button":
        person.press(screen.pass_by)
    elif how == "escape":
        qtbot.keyClick(person.window.focusWidget(), Qt.Key.Key_Escape)
    else:
        person.window.open_page(PageName.HELP)
        assert person.window.page.stop().page is PageName.HELP
    assert is_over(person)
    assert person.desk.looks.look.size == 1.0
    assert kept(paths)["size_chosen"] is True


def test_by_keys_alone(person: Person, qtbot: QtBot) -> None:
    samples = first(person).samples
    assert samples[1.0].hasFocus()
    qtbot.keyClick(samples[1.0], Qt.Key.Key_Tab)
    qtbot.keyClick(samples[1.5], Qt.Key.Key_Tab)
    assert samples[2.0].hasFocus()
    qtbot.keyClick(samples[2.0], Qt.Key.Key_Return)
    assert person.desk.looks.look.size == 2.0
    assert is_over(person)


def test_tab_stays_on_the_screen_that_is_shown(person: Person, qtbot: QtBot) -> None:
    screen = first(person)
    seen = set()
    for _ in range(12):
        focused = person.window.focusWidget()
        assert screen.isAncestorOf(focused)
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == {*screen.samples.values(), screen.pass_by}


def test_a_section_that_was_asked_for_is_there_afterwards(
    open_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    person = Person(qtbot, open_desk(booklet="recurrence", section="how"))
    person.press(first(person).samples[1.5])
    assert person.window.page.stop().section == "how"


def test_each_sample_shows_its_own_size_whatever_is_in_force(person: Person) -> None:
    samples = first(person).samples
    for size in (1.0, 2.0, 4.0):
        person.desk.looks.change(size=size)
        heights = {known: one.label.fontMetrics().height() for known, one in samples.items()}
        assert heights[1.0] < heights[1.5] < heights[2.0]
        assert samples[2.0].label.font().pixelSize() == 42


def test_the_samples_are_where_the_sizes_are_said(person: Person) -> None:
    names = [one.accessibleName() for one in first(person).samples.values()]
    assert [name.split(":")[0] for name in names] == ["Usual", "Large", "Very large"]


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(1280, 800, 1.0), (1280, 800, 4.0), (800, 600, 1.0), (800, 600, 2.0), (640, 480, 1.0)],
)
def test_it_fits_and_the_number_to_ring_is_there(
    person: Person, qtbot: QtBot, width: int, height: int, size: float
) -> None:
    person.window.setMinimumSize(1, 1)
    person.window.resize(width, height)
    person.desk.looks.change(size=size)
    qtbot.waitUntil(lambda: misfits(person.window, width, height) == [], timeout=5000)
    shown = [one for one in first(person).findChildren(QLabel) if "0800 008 7054" in one.text()]
    assert len(shown) == 1
    assert shown[0].visibleRegion().boundingRect() == shown[0].rect()


def test_where_nothing_can_be_kept_it_still_works(
    open_desk: Callable[..., Desk], qtbot: QtBot, paths: Paths
) -> None:
    paths.data.mkdir(parents=True)
    paths.settings.mkdir()  # a folder of that name: nothing can be written there
    person = Person(qtbot, open_desk())
    person.press(first(person).samples[2.0])
    assert is_over(person)
    assert person.desk.looks.look.size == 2.0
    assert "could not be saved" in person.window.notice.text
