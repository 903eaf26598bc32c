"""The window as a whole: what fits, what is kept, what it says when something is wrong."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from reader.notebook.model import MarkKind, Place
from reader.ui.booklets_page import BookletsPage
from reader.ui.history import PageName, Stop
from reader.ui.look import SIZES
from reader.ui.marking_page import MarkingPage
from tests.grids import first
from tests.pictures.fit import misfits
from tests.ui.driver import Person
from tests.ui.layouts import FEW, layouts_at_rest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.paths import Paths


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


def places(page: PageName) -> Stop:
    """Where a page is shown with something on it."""
    return Stop(page, "recurrence", "how") if page is PageName.READING else Stop(page)


# ---- what fits


WINDOWS = [(1280, 800, 1.0), (1280, 800, 2.0), (1280, 800, 4.0), (800, 600, 2.0)]


@pytest.mark.parametrize("page", list(PageName))
@pytest.mark.parametrize(
    ("width", "height", "size"),
    first(WINDOWS, WINDOWS[-1:]),
)
def test_no_page_makes_the_window_wider_than_it_is(
    person: Person, qtbot: QtBot, page: PageName, width: int, height: int, size: float
) -> None:
    person.desk.looks.change(size=size)
    person.window.resize(width, height)
    for text in ("One?", "Two?", "A much longer question about what happens then?", "Four?"):
        person.desk.notebook.questions.add(text)
    person.window.go(places(page))
    qtbot.waitUntil(lambda: person.window.minimumSizeHint().width() <= width, timeout=2000)
    assert person.window.width() == width


@pytest.mark.parametrize("size", [2.0, 4.0])
def test_in_a_narrow_window_every_page_is_still_a_press_away(person: Person, size: float) -> None:
    person.desk.looks.change(size=size)
    person.window.resize(1280, 800)
    for page in (PageName.SEARCH, PageName.NOTES, PageName.QUESTIONS, PageName.PRINT):
        button = person.window.rail.buttons[page]
        person.press(button)
        assert button.is_current
        assert button.width() >= button.sizeHint().width()


def test_a_very_small_screen_cuts_nothing_off_and_leaves_half_for_the_text(
    person: Person, qtbot: QtBot
) -> None:
    window = person.window
    window.setMinimumSize(1, 1)  # as it is on such a screen
    window.resize(640, 480)
    person.desk.looks.change(size=2.0)
    for stop in (Stop(PageName.BOOKLETS), Stop(PageName.READING, "recurrence", "how")):
        window.go(stop)
        qtbot.waitUntil(lambda: misfits(window, 640, 480) == [], timeout=2000)
        assert window.middle.height() >= 240, stop.page
    person.desk.looks.change(size=1.0)
    _, phone, name, _ = window.rail.contact.findChildren(QLabel)
    qtbot.waitUntil(lambda: phone.width() == phone.sizeHint().width(), timeout=2000)
    assert 0 < name.x() - phone.geometry().right() < 12


def test_a_long_title_leaves_the_row_to_the_buttons_where_both_have_no_room(person: Person) -> None:
    header = person.window.header
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    for width, is_titled in ((1280, True), (1067, False)):
        person.window.resize(width, 600)
        QApplication.processEvents()
        assert header.title.isVisible() is is_titled, width


def test_a_wide_window_has_the_pages_at_the_side_and_a_narrow_one_at_the_foot(
    person: Person,
) -> None:
    person.window.resize(1280, 800)
    person.window.layout().activate()
    assert person.window.rail.x() == 0
    assert person.window.rail.height() == person.window.height()
    person.desk.looks.change(size=2.0)
    person.window.layout().activate()
    assert person.window.rail.width() == person.window.width()
    assert person.window.rail.geometry().bottom() == person.window.rect().bottom()
    line, body = 1, person.window.rail.buttons[PageName.SEARCH].parentWidget()
    assert body.y() >= line, "the line over the bar is covered"


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_no_button_moves_when_the_number_of_questions_appears(
    person: Person, qapp: QApplication, size: float
) -> None:
    person.desk.looks.change(size=size)
    person.window.resize(1280, 860)
    rail = person.window.rail
    layouts_at_rest(qapp)
    places = []
    for count in (0, 1, 10, 99):
        rail.buttons[PageName.QUESTIONS].set_count(count, f"My questions, {count}")
        layouts_at_rest(qapp)
        buttons = (*rail.buttons.values(), rail.comfort)
        places.append([(one.mapTo(person.window, QPoint(0, 0)), one.size()) for one in buttons])
    assert places == [places[0]] * len(places)


# ---- keys


@pytest.mark.parametrize(
    ("key", "size"),
    [(Qt.Key.Key_Plus, SIZES[2]), (Qt.Key.Key_Minus, SIZES[0]), (Qt.Key.Key_0, SIZES[0])],
)
def test_the_size_changes_by_keys(person: Person, qtbot: QtBot, key: Qt.Key, size: float) -> None:
    person.desk.looks.change(size=SIZES[1])
    qtbot.keyClick(person.window, key, Qt.KeyboardModifier.ControlModifier)
    assert person.desk.looks.look.size == size


def test_undo_by_keys_takes_back_the_last_delete(person: Person, qtbot: QtBot) -> None:
    mark = person.desk.notebook.marks.add(MarkKind.NOTE, Place("b", "e", "s", "p"), "Mine")
    person.go(PageName.NOTES)
    person.press_named("Delete Note")
    qtbot.keyClick(person.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.id for one in person.desk.notebook.marks.all()] == [mark.id]


def test_what_has_the_keyboard_has_a_ring_round_it(person: Person) -> None:
    button = person.window.rail.buttons[PageName.SEARCH]
    button.setFocus()
    ring = person.desk.ring
    assert ring.isVisible()
    assert ring.geometry().contains(
        button.rect().translated(button.mapTo(person.window, button.rect().topLeft()))
    )
    person.window.go(Stop(PageName.READING, "recurrence", "why"))
    person.page(MarkingPage).view.setFocus()
    assert not ring.isVisible()


# ---- comfort


def test_comfort_opens_beside_the_page_and_works_at_once(person: Person) -> None:
    person.press_named("Comfort")
    assert person.window.page is not None
    assert person.window.page.isVisible()
    person.press_named("Dark")
    assert person.desk.looks.look.theme.id == "dark"
    person.press_named("Bigger")
    assert person.desk.looks.look.size == SIZES[1]
    person.press_named("Close")
    assert person.window.comfort is not None
    assert not person.window.comfort.isVisible()
    assert person.window.focusWidget() is person.window.rail.comfort


def test_in_a_narrow_window_choosing_a_page_puts_comfort_away(person: Person) -> None:
    person.window.resize(1280, 800)
    person.desk.looks.change(size=2.0)
    person.press_named("Comfort")
    assert not person.window.stack.isVisible()
    person.go(PageName.SEARCH)
    assert person.window.stack.isVisible()
    assert person.window.comfort is not None
    assert not person.window.comfort.isVisible()


def test_the_usual_size_is_one_press_away(person: Person) -> None:
    person.desk.looks.change(size=1.5)
    person.press_named("Comfort")
    person.press_named("Usual size")
    assert person.desk.looks.look.size == 1.0


def test_what_was_chosen_is_there_the_next_time(
    qtbot: QtBot, open_desk: Callable[..., Desk], paths: Paths
) -> None:
    person = Person(qtbot, open_desk())
    person.press_named("Comfort")
    person.press_named("Yellow on black")
    person.press_named("Big buttons")
    person.press_named("Bigger")
    person.window.close()
    assert json.loads(paths.settings.read_text())["theme"] == "contrast-dark"

    again = open_desk()
    assert again.looks.look.theme.id == "contrast-dark"
    assert (again.looks.look.size, again.looks.look.big_targets) == (SIZES[1], True)


# ---- what is wrong with the notebook


def folder(path: Path) -> None:
    path.mkdir(parents=True)


def another_program(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()


@pytest.mark.parametrize("make", [folder, another_program])
def test_a_notebook_that_cannot_be_used_is_told_and_left_alone(
    qtbot: QtBot, open_desk: Callable[..., Desk], paths: Paths, make: Callable[[Path], None]
) -> None:
    make(paths.notebook)
    before = paths.notebook.read_bytes() if paths.notebook.is_file() else None
    person = Person(qtbot, open_desk())
    assert "kept only until you close this window" in person.window.notice.text
    assert str(paths.notebook) in person.window.notice.text
    person.desk.notebook.questions.add("Can I still ask?")
    person.window.go(Stop(PageName.READING, "recurrence", "why"))
    assert person.page(MarkingPage).view.isVisible()
    person.window.close()
    assert paths.notebook.is_dir() if before is None else paths.notebook.read_bytes() == before


def test_two_windows_on_one_notebook_cannot_harm_it(
    qtbot: QtBot, open_desk: Callable[..., Desk]
) -> None:
    first, second = open_desk(), open_desk()
    first.notebook.questions.add("Mine")
    assert "kept only until you close this window" in Person(qtbot, second).window.notice.text
    assert second.notebook.questions.all() == ()


# ---- booklets


def test_without_booklets_it_says_so_and_that_nothing_is_lost(
    qtbot: QtBot, open_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("reader.app.Shelf.open", lambda _folders: type_of_empty())
    person = Person(qtbot, open_desk())
    page = person.page(BookletsPage)
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert "There are no booklets here. Your notes and questions are safe." in texts


def type_of_empty() -> object:
    """A shelf with nothing on it."""
    from reader.shelf.shelf import Shelf

    return Shelf((), ())


def test_the_cards_say_what_they_are_and_that_their_review_is_overdue(person: Person) -> None:
    page = person.page(BookletsPage)
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert "When ovarian cancer comes back" in texts
    assert any("Was due for review in August 2024" in text for text in texts)
    assert any("Was due for review in April 2023" in text for text in texts)
    assert not page._carry_on_card.isVisible()


def test_the_sheet_is_a_press_away_from_the_first_page(person: Person) -> None:
    person.press_named("Make my question sheet")
    assert person.window.page is person.window.made(PageName.QUESTIONS)


# ---- the whole window


def test_every_control_has_a_name(person: Person) -> None:
    person.press_named("Comfort")
    for page in PageName:
        person.window.go(places(page))
        nameless = [name for name in person.names() if not name.strip()]
        assert nameless == [], page


@pytest.mark.parametrize("size", first([1.0, 2.0], [1.0]))
def test_nothing_is_laid_out_for_ever(person: Person, qapp: QApplication, size: float) -> None:
    person.desk.looks.change(size=size)
    person.press_named("Comfort")
    for page in PageName:
        person.window.go(places(page))
        assert layouts_at_rest(qapp) <= FEW, page


def test_the_title_of_the_window_never_holds_what_somebody_wrote(person: Person) -> None:
    person.desk.notebook.questions.add("Something nobody else should read")
    for page in PageName:
        person.window.go(places(page))
        assert "nobody" not in person.window.windowTitle()
