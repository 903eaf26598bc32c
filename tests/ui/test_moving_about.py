"""F6, H, ?, Escape and Tab in the real window: all is reached, and the keyboard is never lost."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from reader.booklet.model import PassageKind
from reader.notebook.model import MarkKind, Place
from reader.ui import moving_about
from reader.ui.heading import Heading
from reader.ui.history import AT_HOME, PageName, Stop
from reader.ui.key_list import KeyList
from reader.ui.keys_panel import KeysPanel
from reader.ui.marking_page import MarkingPage
from reader.ui.notes_page import NotesPage
from reader.ui.questions_page import QuestionsPage
from reader.ui.regions import controls_in, place_of
from tests.grids import first
from tests.ui.fingers import Fingers
from tests.ui.typist import CTRL, SHIFT, Typist

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk

PAGES = list(AT_HOME)


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Typist:
    """Somebody with four questions and a note."""
    for text in ("One?", "Two?", "Three?", "Four?"):
        desk.notebook.questions.add(text)
    passage = desk.shelf.read("recurrence").sections[0].passages[1]
    place = Place("recurrence", "2026-11", "why", passage.id, quote=passage.text)
    desk.notebook.marks.add(MarkKind.NOTE, place, "Ask my sister")
    desk.notebook.marks.add(MarkKind.BOOKMARK, place)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return Typist(qtbot, desk)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was announced of pages and headings."""
    heard: list[str] = []
    monkeypatch.setattr(moving_about, "say", lambda _who, text: heard.append(text))
    return heard


def open_page(person: Typist, page: PageName, *, size: float = 1.0) -> None:
    """Be at a page, laid out."""
    person.desk.looks.change(size=size)
    person.window.go(Stop(page, "recurrence" if page is PageName.READING else ""))
    Fingers.rest()


def rect_of(person: Typist, widget: QWidget) -> QRect:
    """Where a widget is in the window."""
    return QRect(widget.mapTo(person.window, QPoint(0, 0)), widget.size())


def unscrolled(person: Typist, widget: QWidget) -> QRect:
    """Where a widget would be if nothing were scrolled."""
    rect = rect_of(person, widget)
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            rect.translate(0, parent.verticalScrollBar().value())
        parent = parent.parentWidget()
    return rect


# ---- Tab


@pytest.mark.parametrize("size", first([1.0, 2.0], [1.0]))
@pytest.mark.parametrize("page", PAGES)
def test_tab_follows_the_eye(person: Typist, page: PageName, size: float) -> None:
    open_page(person, page, size=size)
    for region in person.desk.moving.regions.shown():
        met = [one for one in controls_in(region.widget) if one is not region.widget]
        for before, after in pairwise([one for one in met if not one.findChildren(QPlainTextEdit)]):
            if before.isAncestorOf(after) or after.isAncestorOf(before):
                continue
            above, below = unscrolled(person, before), unscrolled(person, after)
            names = (page, before.accessibleName(), after.accessibleName())
            assert below.bottom() > above.top(), names
            is_on_a_line = below.top() < above.center().y() and below.height() == above.height()
            assert not is_on_a_line or below.left() > above.left(), names


@pytest.mark.parametrize("page", PAGES)
def test_tab_comes_round_and_back_and_is_always_seen(person: Typist, page: PageName) -> None:
    open_page(person, page)
    forth = person.tabbed()
    for widget in forth:
        while person.focused is not widget:
            person.key(Qt.Key.Key_Tab)
        seen = rect_of(person, widget) & person.window.rect()
        middle = widget.mapTo(person.window, widget.rect().center())
        assert seen.contains(middle) or widget.height() > person.window.height() // 2, widget
        is_ringed = person.desk.ring.isVisible() or widget.property("focus_ring") is False
        assert is_ringed, widget.accessibleName()
    assert len(set(forth)) == len(forth)
    assert set(person.tabbed(back=True)) == set(forth)


@pytest.mark.parametrize("page", PAGES)
def test_tab_and_f6_reach_every_control(person: Typist, page: PageName) -> None:
    open_page(person, page)
    wanted = {one for one in controls_in(person.window) if not is_reached_by_arrows(one)}
    assert wanted <= {*person.tabbed(), person.window}


def is_reached_by_arrows(widget: QWidget) -> bool:
    """Tab goes to the choice that is made, and arrows to the others."""
    is_choice = isinstance(widget, QAbstractButton) and widget.autoExclusive()
    return is_choice and not widget.isChecked()


# ---- F6


@pytest.mark.parametrize("size", first([1.0, 2.0], [1.0]))
@pytest.mark.parametrize("page", PAGES)
def test_f6_goes_round_the_parts_from_top_to_bottom(
    person: Typist, page: PageName, size: float
) -> None:
    open_page(person, page, size=size)
    person.window.notice.tell("Something happened.")
    Fingers.rest()
    regions = [one.widget for one in person.desk.moving.regions.shown()]
    assert regions == sorted(regions, key=lambda one: place_of(one, person.window))
    assert {person.window.rail, person.window.header, person.window.notice} < set(regions)
    met = []
    for _ in regions:
        person.key(Qt.Key.Key_F6)
        met.append(next(one for one in regions if one in (person.focused, *above(person.focused))))
    assert set(met) == set(regions)
    start = met[-1]
    for expected in [*reversed(met[:-1]), start]:
        person.key(Qt.Key.Key_F6, SHIFT)
        assert expected in (person.focused, *above(person.focused))


def above(widget: QWidget) -> list[QWidget]:
    """What holds ``widget``, from the inside."""
    found = []
    parent = widget.parentWidget()
    while parent is not None:
        found.append(parent)
        parent = parent.parentWidget()
    return found


def test_f6_comes_back_to_where_the_keyboard_was(person: Typist) -> None:
    open_page(person, PageName.NOTES)
    person.reach(person.button("Change Note · Why it has come back"))
    person.key(Qt.Key.Key_F6, SHIFT)
    assert person.window.header.isAncestorOf(person.focused)
    person.key(Qt.Key.Key_F6)
    assert person.focused.accessibleName() == "Change Note · Why it has come back"


def test_f6_enters_the_contents_at_the_section_that_is_open(person: Typist) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "groups"))
    Fingers.rest()
    contents = person.page(MarkingPage).contents
    person.window.header.bigger.setFocus()
    person.key(Qt.Key.Key_F6)
    assert person.focused is contents.current
    person.key(Qt.Key.Key_F6)
    assert person.focused is person.page(MarkingPage).view


def test_f6_says_which_part_it_is(person: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr("reader.ui.regions.say", lambda _who, text: heard.append(text))
    open_page(person, PageName.QUESTIONS)
    for _ in person.desk.moving.regions.shown():
        person.key(Qt.Key.Key_F6)
    assert set(heard) == {"Pages", "Top of the page", "My questions", "Ideas from the booklets"}


# ---- H


def test_h_goes_from_heading_to_heading_in_the_text(person: Typist) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    page = person.page(MarkingPage)
    headings = [one.id for one in page.section.passages if one.kind is PassageKind.HEADING]
    assert len(headings) > 2
    for expected in headings:
        person.key(Qt.Key.Key_H)
        assert page.view.selected == expected
        rect = page.view.passage_rect(expected)
        assert 0 <= rect.top() < page.view.viewport().height()
    for expected in reversed(headings[:-1]):
        person.key(Qt.Key.Key_H, SHIFT)
        assert page.view.selected == expected


def test_h_from_the_middle_of_a_section_goes_to_the_next_heading(person: Typist) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    page = person.page(MarkingPage)
    kinds = [one.kind for one in page.section.passages]
    here = kinds.index(PassageKind.HEADING, 1) + 1
    page.view.select(page.section.passages[here].id)
    after = kinds.index(PassageKind.HEADING, here)
    person.key(Qt.Key.Key_H)
    assert page.view.selected == page.section.passages[after].id
    person.key(Qt.Key.Key_H, SHIFT)
    assert page.view.selected == page.section.passages[here - 1].id


def test_where_there_is_no_heading_more_it_is_said(person: Typist, said: list[str]) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    page = person.page(MarkingPage)
    person.key(Qt.Key.Key_H)
    person.key(Qt.Key.Key_H, SHIFT)
    assert said[-1] == "No heading before."
    for _ in page.section.passages:
        person.key(Qt.Key.Key_H)
    assert said[-1] == "No more headings."


@pytest.mark.parametrize("page", [PageName.BOOKLETS, PageName.QUESTIONS, PageName.HELP])
def test_h_goes_through_the_headings_of_a_page(person: Typist, page: PageName) -> None:
    open_page(person, page)
    shown = [one for one in person.window.page.findChildren(Heading) if one.isVisible()]
    met = []
    for _ in shown:
        person.key(Qt.Key.Key_H)
        met.append(person.focused)
        assert person.desk.ring.isVisible()
        assert rect_of(person, person.focused).intersects(person.window.rect())
    assert set(met) == set(shown)
    for expected in reversed(met[:-1]):
        person.key(Qt.Key.Key_H, SHIFT)
        assert person.focused is expected


def test_headings_are_met_column_by_column(person: Typist) -> None:
    open_page(person, PageName.QUESTIONS)
    met = []
    for _ in range(3):
        person.key(Qt.Key.Key_H)
        met.append(person.focused.accessibleName())
    assert met == ["The three that matter most", "If there is time", "Ideas from the booklets"]


def test_tab_goes_on_from_a_heading(person: Typist) -> None:
    open_page(person, PageName.QUESTIONS)
    person.key(Qt.Key.Key_H)
    person.key(Qt.Key.Key_H)
    assert person.focused.accessibleName() == "If there is time"
    person.key(Qt.Key.Key_Tab)
    assert person.focused.accessibleName() == "Move question 4 up"
    person.key(Qt.Key.Key_Backtab, SHIFT)
    assert person.focused.accessibleName() == "More for question 3"


# ---- the panel of keys


def panel(person: Typist) -> KeysPanel:
    """The panel that is shown."""
    (found,) = person.window.findChildren(KeysPanel)
    return found


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("key", first([Qt.Key.Key_Question, Qt.Key.Key_F1], [Qt.Key.Key_F1]))
def test_the_keys_are_shown_and_put_away_from_everywhere(
    person: Typist, page: PageName, key: Qt.Key
) -> None:
    open_page(person, page)
    person.reach(person.window.rail.comfort)
    person.key(key, SHIFT if key is Qt.Key.Key_Question else None)
    assert panel(person).isVisible()
    assert panel(person).isAncestorOf(person.focused)
    person.key(Qt.Key.Key_Escape)
    assert not panel(person).isVisible()
    assert person.focused is person.window.rail.comfort


def test_the_keys_are_shown_from_help(person: Typist) -> None:
    open_page(person, PageName.HELP)
    person.press_named("Show all the keys")
    assert panel(person).isVisible()
    person.press(panel(person).close_button)
    assert person.focused.accessibleName() == "Show all the keys"


def test_in_the_panel_arrows_go_from_key_to_key_and_tab_stays(person: Typist) -> None:
    person.key(Qt.Key.Key_F1)
    rows = panel(person).rows
    told = [f"{key}: {does}" for group in KeyList().groups() for key, does in group.keys]
    met = [person.focused.accessibleName()]
    for _ in rows[1:]:
        person.key(Qt.Key.Key_Down)
        met.append(person.focused.accessibleName())
    assert met == told
    assert rect_of(person, person.focused).bottom() <= person.window.height()
    person.key(Qt.Key.Key_Tab)
    assert person.focused is panel(person).close_button
    person.key(Qt.Key.Key_Tab)
    assert person.focused is rows[-1]
    person.key(Qt.Key.Key_Home)
    assert person.focused is rows[0]
    for key in (Qt.Key.Key_H, Qt.Key.Key_F6):  # what is covered stays as it was
        person.key(key)
        assert person.focused is rows[0]


@pytest.mark.parametrize(("width", "height"), [(800, 600), (1280, 800)])
@pytest.mark.parametrize("size", first([1.0, 2.0, 4.0], [4.0]))
def test_the_panel_is_read_at_every_size_with_no_sideways_scrolling(
    person: Typist, size: float, width: int, height: int
) -> None:
    person.key(Qt.Key.Key_F1)
    person.window.resize(width, height)
    person.desk.looks.change(size=size)
    Fingers.rest()
    shown = panel(person)
    assert shown.size() == person.window.size()
    room = shown.scroller.viewport().width()
    assert shown.scroller.widget().minimumSizeHint().width() <= room
    for row in shown.rows:
        for label in row.findChildren(QWidget):
            assert label.heightForWidth(label.width()) <= label.height() + 1, row.accessibleName()


def test_going_to_another_page_puts_the_panel_away(person: Typist) -> None:
    person.key(Qt.Key.Key_F1)
    person.key(Qt.Key.Key_F, CTRL)
    assert not panel(person).isVisible()
    assert isinstance(person.focused, QLineEdit)


# ---- letters are letters in a field


def fields(person: Typist) -> list[QWidget]:
    """Every kind of field that is shown just now."""
    found = person.window.findChildren(QLineEdit) + person.window.findChildren(QPlainTextEdit)
    return [one for one in found if one.isVisible()]


def test_letters_typed_in_a_field_stay_there(person: Typist) -> None:
    tried = 0
    open_page(person, PageName.QUESTIONS)
    person.press_named("Add the appointment")
    for page in (PageName.QUESTIONS, PageName.SEARCH, PageName.NOTES):
        if page is not PageName.QUESTIONS:
            open_page(person, page)
        if page is PageName.NOTES:
            person.press_named("Change Note · Why it has come back")
        for field in fields(person):
            field.setFocus()
            for letter in "hH?":
                person.type(letter)
            text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            assert text.endswith("hH?")
            assert person.focused is field
            assert not person.desk.moving.are_keys_shown
            tried += 1
    assert tried >= 4


def test_f1_and_f6_work_in_a_field(person: Typist) -> None:
    open_page(person, PageName.SEARCH)
    person.key(Qt.Key.Key_F1)
    assert person.desk.moving.are_keys_shown
    person.key(Qt.Key.Key_Escape)
    assert isinstance(person.focused, QLineEdit)
    person.key(Qt.Key.Key_F6)
    assert not isinstance(person.focused, QLineEdit)


# ---- Escape, and the keyboard that is never lost


def test_escape_closes_the_notice_and_then_nothing(person: Typist) -> None:
    person.window.notice.tell("Something happened.")
    before = person.focused
    person.key(Qt.Key.Key_Escape)
    assert not person.window.notice.isVisible()
    person.key(Qt.Key.Key_Escape)
    assert person.focused is before


def test_escape_closes_comfort_wherever_the_keyboard_is(person: Typist) -> None:
    person.press(person.window.rail.comfort)
    person.window.header.bigger.setFocus()
    person.key(Qt.Key.Key_Escape)
    assert not person.window.comfort.isVisible()
    assert person.focused is person.window.rail.comfort


def test_escape_in_the_text_lets_go_of_the_passage_first(person: Typist) -> None:
    open_page(person, PageName.READING)
    view = person.page(MarkingPage).view
    person.window.notice.tell("Something happened.")
    person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Escape)
    assert not view.selected
    assert person.window.notice.isVisible()
    person.key(Qt.Key.Key_Escape)
    assert not person.window.notice.isVisible()


def test_deleting_everything_never_loses_the_keyboard(person: Typist, qtbot: QtBot) -> None:
    open_page(person, PageName.NOTES)
    page = person.page(NotesPage)
    while page.cards:
        person.press(next(iter(page.cards.values())).controls()[-1])
        Fingers.rest()
        assert person.focused.isVisible()
    person.press(person.window.notice.undo_button)
    Fingers.rest()
    assert person.focused.isVisible()


def test_removing_the_last_question_never_loses_the_keyboard(person: Typist) -> None:
    open_page(person, PageName.QUESTIONS)
    page = person.page(QuestionsPage)
    while page.list.order:
        row = page.list.rows[page.list.order[0]]
        person.press(row.more)
        person.press(row.extras.remove)
        Fingers.rest()
        assert person.focused.isVisible()


def test_what_had_the_keyboard_may_vanish(person: Typist, qtbot: QtBot) -> None:
    open_page(person, PageName.HELP)
    gone = QLineEdit(person.window)
    gone.show()
    gone.setFocus()
    gone.deleteLater()
    qtbot.waitUntil(lambda: person.window.focusWidget() is person.window.page)


def test_every_page_says_its_name_when_it_is_shown(person: Typist, said: list[str]) -> None:
    for page in PAGES:
        open_page(person, page)
        assert said[-1] == person.window.page.accessibleName()
        assert person.window.page.title in said[-1]
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    assert said[-1].startswith("How to get a second opinion. When ovarian")
