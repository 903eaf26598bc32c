"""The window as it is read from the right: what begins at the left begins at the right there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from reader.ui.controls import Button
from reader.ui.history import PageName, Stop
from reader.ui.icons import FACING
from reader.ui.marking_page import MarkingPage
from reader.ui.print_page import PrintPage
from reader.ui.stylesheet import stylesheet
from tests.translating.foreign import mirrored
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.look import Looks


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, open_desk: Callable[..., Desk]) -> Iterator[Person]:
    with mirrored(qapp):
        person = Person(qtbot, open_desk())
        person.window.resize(1280, 800)
        yield person


def left(widget: QWidget) -> int:
    """Pixels from the window's left edge."""
    return widget.mapTo(widget.window(), QPoint()).x()


def right(widget: QWidget) -> int:
    """Pixels from the window's right edge."""
    return widget.window().width() - left(widget) - widget.width()


def read(person: Person, section: str = "how") -> MarkingPage:
    person.window.go(Stop(PageName.READING, "recurrence", section))
    return person.page(MarkingPage)


# ---- sides


def test_the_rail_is_at_the_right_with_its_words_beside_their_icons(person: Person) -> None:
    rail = person.window.rail
    assert right(rail) == 0
    assert left(person.window.stack) == 0


def test_comfort_opens_at_the_left(person: Person) -> None:
    person.press(person.window.rail.comfort)
    assert left(person.window.comfort) == 0
    assert left(person.window.stack) > 0


def test_back_comes_first_and_the_sizes_last(person: Person) -> None:
    read(person)
    header = person.window.header
    assert right(header.back) < right(header.smaller) < right(header.bigger)


def test_the_contents_are_between_the_rail_and_the_text(person: Person, qtbot: QtBot) -> None:
    page = read(person)
    qtbot.waitUntil(lambda: left(page.contents) >= left(page.view) + page.view.width())
    assert left(page.contents) < left(person.window.rail)


def test_the_drawer_is_where_reading_begins(person: Person, qtbot: QtBot) -> None:
    page = read(person)
    person.desk.looks.change(size=2.0)
    qtbot.waitUntil(page.contents_button.isVisible)
    person.press(page.contents_button)
    assert page.contents.isVisible()
    assert page.contents.geometry().right() == page.rect().right()
    assert page.contents.x() > 0


def test_choices_for_paper_are_at_the_left(person: Person, qtbot: QtBot) -> None:
    person.go(PageName.PRINT)
    page = person.page(PrintPage)
    qtbot.waitUntil(lambda: left(page.choices) < left(page.view))


def test_the_notice_has_its_words_at_the_right(person: Person, qtbot: QtBot) -> None:
    notice = person.window.notice
    notice.tell("Bookmark deleted.", lambda: None)
    qtbot.waitUntil(notice.undo_button.isVisible)
    assert left(notice.undo_button) < person.window.width() // 2


def test_how_many_questions_there_are_stands_at_the_left_of_the_name(person: Person) -> None:
    button = person.window.rail.buttons[PageName.QUESTIONS]
    person.desk.notebook.questions.add("Can my sister come?")
    person.desk.count_questions()
    picture = button.grab().toImage()
    accent = person.desk.looks.look.colour("accent").lower()
    pill = [x for x in range(picture.width()) if _has(picture, x, accent)]
    assert pill
    assert max(pill) < picture.width() // 2


def _has(picture: QImage, x: int, colour: str) -> bool:
    middle = range(picture.height() // 3, 2 * picture.height() // 3)
    return any(picture.pixelColor(x, y).name() == colour for y in middle)


# ---- the ring, the keys


def test_the_focus_ring_is_round_what_has_the_keyboard(person: Person, qtbot: QtBot) -> None:
    button = person.window.rail.buttons[PageName.NOTES]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = person.desk.ring
    qtbot.waitUntil(ring.isVisible)
    at = button.mapTo(ring.parentWidget(), button.rect().center())
    assert (ring.geometry().center() - at).manhattanLength() <= 4


def test_tab_follows_the_eye_from_the_right(person: Person) -> None:
    read(person)
    header = person.window.header
    header.smaller.setFocus(Qt.FocusReason.TabFocusReason)
    person.keys(header.smaller, Qt.Key.Key_Tab)
    assert header.bigger.hasFocus()
    assert left(header.bigger) < left(header.smaller)


def test_up_and_down_choose_passages_as_ever(person: Person) -> None:
    view = read(person).view
    view.setFocus()
    person.keys(view, Qt.Key.Key_Down, Qt.Key.Key_Down)
    second = view.selected
    person.keys(view, Qt.Key.Key_Up)
    assert second
    assert view.selected != second


# ---- the booklet stays as it is


def test_english_text_is_read_from_the_left_all_the_same(person: Person) -> None:
    view = read(person).view
    block = view.document().begin()
    while block.isValid():
        assert block.textDirection() is Qt.LayoutDirection.LeftToRight or not block.text()
        block = block.next()


# ---- pictures and borders


@pytest.mark.parametrize("name", FACING)
def test_what_points_along_the_line_is_turned_round(looks: Looks, name: str) -> None:
    ours = looks.icons.pixmap(name, "#000000", 48).toImage()
    turned = looks.icons.pixmap(name, "#000000", 48, from_right=True).toImage()
    assert turned == ours.flipped(Qt.Orientation.Horizontal)
    assert turned != ours


@pytest.mark.parametrize("name", ["search", "printer", "up", "text-bigger", "question"])
def test_what_points_nowhere_stays(looks: Looks, name: str) -> None:
    ours = looks.icons.pixmap(name, "#000000", 48).toImage()
    assert looks.icons.pixmap(name, "#000000", 48, from_right=True).toImage() == ours


def test_a_sharp_screen_has_it_turned_too(looks: Looks) -> None:
    turned = looks.icons.pixmap("back", "#000000", 24, ratio=2.0, from_right=True)
    assert turned.width() == 48
    assert turned.devicePixelRatio() == 2.0


def test_a_button_s_icon_points_the_other_way(qapp: QApplication, looks: Looks) -> None:
    def picture() -> QImage:
        button = Button("", looks, icon="back", name="Back")
        return button.icon().pixmap(button.iconSize()).toImage()

    ours = picture()
    with mirrored(qapp):
        assert picture() == ours.flipped(Qt.Orientation.Horizontal)


def test_borders_are_on_the_side_where_lines_begin(looks: Looks) -> None:
    sheet = "border-$first: 8u solid; border-$last: none;"
    look = looks.look
    assert stylesheet(sheet, look) == "border-left: 8px solid; border-right: none;"
    turned = stylesheet(sheet, look, from_right=True)
    assert turned == "border-right: 8px solid; border-left: none;"


def test_the_card_to_carry_on_has_its_bar_at_the_right(person: Person, qtbot: QtBot) -> None:
    read(person)
    person.go(PageName.BOOKLETS)
    frames = person.window.findChildren(QFrame)
    card = next(one for one in frames if one.property("role") == "carry-on")
    qtbot.waitUntil(card.isVisible)
    picture = card.grab().toImage()
    y = picture.height() // 2
    accent = person.desk.looks.look.colour("accent").lower()
    assert picture.pixelColor(picture.width() - 4, y).name() == accent
    assert picture.pixelColor(3, y).name() != accent
