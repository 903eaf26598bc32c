"""The strip over every page: where Back leads, and that everything in it has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from reader.override import override
from reader.ui.header import Header
from reader.ui.history import AT_HOME, PageName, Stop
from reader.ui.look import SIZES
from reader.ui.marking_page import MarkingPage
from reader.ui.window import Window
from tests.grids import first
from tests.ui.driver import Person
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.look import Looks

LONG = Stop(PageName.READING, "recurrence", "desktop-3")


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


@pytest.mark.parametrize(
    ("back_name", "text", "name", "is_shown"),
    [
        (None, "Back", "Back", False),
        ("", "Back", "Back", True),
        ("My notes", "My notes", "Back to My notes", True),
    ],
)
def test_back_says_where_it_leads(
    qtbot: QtBot, looks: Looks, back_name: str | None, text: str, name: str, is_shown: bool
) -> None:
    header = Header(looks)
    qtbot.addWidget(header)
    header.show_page("Search", "Booklets", [], titled=True)
    header.show_page("Print", back_name, [], titled=True)
    assert header.back.text() == text
    assert header.back.accessibleName() == name
    assert header.back.isHidden() is not is_shown


def test_back_never_names_the_section_that_is_open(person: Person) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "what"))
    assert person.window.header.back.text() == "Booklets"
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    assert person.window.header.back.text() == "Back"
    person.go(PageName.HELP)
    assert person.window.header.back.text() == "How to get a second opinion"
    person.press(person.window.header.back)
    person.press(person.window.header.back)
    assert person.page(MarkingPage).section.id == "what"


def test_everything_stands_in_one_row_on_a_usual_screen(person: Person, qtbot: QtBot) -> None:
    person.window.resize(1280, 800)
    for stop in (LONG, Stop(PageName.READING, "recurrence", "how")):
        person.window.go(stop)
    person.press(person.page(MarkingPage).bookmark)
    header = person.window.header
    buttons = [header.back, header.smaller, header.bigger, *person.window.page.header_buttons()]

    def are_in_a_row() -> None:
        middles = {button.geometry().center().y() for button in buttons}
        assert max(middles) - min(middles) <= 1
        assert all(button.width() >= button.sizeHint().width() for button in buttons)

    qtbot.waitUntil(are_in_a_row, timeout=2000)
    assert header.title.height() <= 2 * header.title.fontMetrics().lineSpacing() + 4
    person.go(PageName.SEARCH)
    person.go(PageName.QUESTIONS)
    person.window.go(Stop(PageName.BOOKLETS))
    person.go(PageName.QUESTIONS)
    person.desk.looks.change(size=2.0)
    buttons = [header.back, header.smaller, header.bigger, *person.window.page.header_buttons()]
    assert len(buttons) == 5
    qtbot.waitUntil(are_in_a_row, timeout=2000)


@pytest.mark.parametrize("from_right", [False, True])
def test_the_words_of_back_begin_where_a_page_does(
    qtbot: QtBot, looks: Looks, *, from_right: bool
) -> None:
    sides = Qt.LayoutDirection
    header = Header(looks)
    header.setLayoutDirection(sides.RightToLeft if from_right else sides.LeftToRight)
    qtbot.addWidget(header)
    header.resize(900, 80)
    header.show()
    gaps = []
    for back_name in (None, "Booklets", None):
        header.show_page("Search", back_name, [], titled=True)
        first = header.title if back_name is None else header.back
        qtbot.waitUntil(lambda one=first: one.isVisible() and one.width() > 0)
        header.layout().activate()
        place = first.geometry()
        gaps.append(header.width() - place.right() - 1 if from_right else place.left())
    assert gaps == [26, 12, 26]


class Strays(QObject):
    """Notes every widget but the window itself that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[QWidget] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if is_shown and watched.isWindow() and not isinstance(watched, Window):
            self.found.append(watched)
        return False


def test_a_page_left_at_once_leaves_no_button_behind(person: Person, qapp: QApplication) -> None:
    strays = Strays()
    qapp.installEventFilter(strays)
    for page in AT_HOME:
        person.window.go(Stop(page, "recurrence"))
    Fingers.rest()
    qapp.removeEventFilter(strays)
    assert strays.found == []


@pytest.mark.parametrize("width", first([800, 1000, 1280, 1600, 1920], [800]))
def test_no_size_makes_a_button_a_window_of_its_own(
    person: Person, qapp: QApplication, width: int
) -> None:
    person.window.resize(width, 800)
    person.window.go(LONG)
    Fingers.rest()
    for button in (person.window.header.bigger, person.window.header.smaller):
        for _ in SIZES:
            person.press(button)
            Fingers.rest()
            seen = [one for one in qapp.topLevelWidgets() if one.isVisible()]
            assert seen == [person.window], person.desk.looks.look.size
            shown = person.page(MarkingPage).header_buttons()
            assert all(one.window() is person.window and one.isVisible() for one in shown)
