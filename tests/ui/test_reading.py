"""The Reading page in the real window: picking, marking, writing, following, keeping the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScroller

from reader.notebook.errors import NotSavedError, Trouble
from reader.notebook.model import MarkKind
from reader.ui.booklets_page import BookletsPage
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.writing_card import WritingCard
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.booklet.model import Passage


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


@pytest.fixture
def page(person: Person) -> MarkingPage:
    """The Reading page at a section with paragraphs, a list and links."""
    person.window.go(Stop(PageName.READING, "recurrence", "why"))
    return person.page(MarkingPage)


def paragraph(page: MarkingPage, index: int = 2) -> Passage:
    """One passage of the section."""
    return page.section.passages[index]


def card(page: MarkingPage) -> WritingCard:
    """What is being written in."""
    found = [one for one in page.view.findChildren(WritingCard) if one.isVisible()]
    assert len(found) == 1
    return found[0]


# ---- picking


def test_a_click_picks_a_passage_and_shows_four_actions(person: Person, page: MarkingPage) -> None:
    person.pick(page, paragraph(page).id)
    assert page.view.selected == paragraph(page).id
    shown = {"Ask about this", "Add a note", "Highlight", "Read from here"}
    assert shown <= set(person.names())


def test_a_second_click_lets_it_go(person: Person, page: MarkingPage) -> None:
    person.pick(page, paragraph(page).id)
    person.pick(page, paragraph(page).id)
    assert page.view.selected == ""
    assert not page.passage_actions.bar.isVisible()


def press_at(page: MarkingPage, at: QPoint, milliseconds: int, *, repeated: bool = False) -> None:
    """Press and let go at a certain time; ``repeated`` as the system tells a double click."""
    first = QEvent.Type.MouseButtonDblClick if repeated else QEvent.Type.MouseButtonPress
    left = Qt.MouseButton.LeftButton
    for kind, held in ((first, left), (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)):
        place = QPointF(page.view.viewport().mapToGlobal(at))
        event = QMouseEvent(kind, QPointF(at), place, left, held, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(milliseconds)
        QApplication.sendEvent(page.view.viewport(), event)


@pytest.mark.parametrize(("after", "is_picked"), [(120, True), (349, True), (350, False)])
def test_a_second_press_of_a_shaky_hand_takes_nothing_back(
    page: MarkingPage, after: int, is_picked: bool
) -> None:
    middle = page.view.passage_rect(paragraph(page).id).center().toPoint()
    press_at(page, middle, 5000)
    press_at(page, middle, 5000 + after, repeated=True)
    assert (page.view.selected == paragraph(page).id) is is_picked
    assert page.view.textCursor().selectedText() == ""


def test_a_tap_picks(qtbot: QtBot, person: Person, page: MarkingPage) -> None:
    window = person.window.windowHandle()
    middle = page.view.passage_rect(paragraph(page).id).center().toPoint()
    at = page.view.viewport().mapTo(person.window, middle)
    touch = QTest.touchEvent(window, QTest.createTouchDevice(), False)
    touch.press(0, at, window)
    touch.commit(True)
    touch.release(0, at, window)
    touch.commit(True)
    qtbot.waitUntil(lambda: page.view.selected == paragraph(page).id)


@pytest.mark.qt_log_ignore("could not find the target for gesture")
def test_a_swipe_scrolls_and_picks_nothing(qtbot: QtBot, person: Person, page: MarkingPage) -> None:
    window = person.window.windowHandle()
    viewport = page.view.viewport()
    at = viewport.mapTo(person.window, QPoint(300, 500))
    touch = QTest.touchEvent(window, QTest.createTouchDevice(), False)
    touch.press(0, at, window)
    touch.commit(True)
    for step in range(1, 8):
        touch.move(0, at - QPoint(0, 20 * step), window)
        touch.commit(True)
    touch.release(0, at - QPoint(0, 140), window)
    touch.commit(True)
    scroller = QScroller.scroller(viewport)
    qtbot.waitUntil(lambda: scroller.state() is QScroller.State.Inactive)
    assert page.view.verticalScrollBar().value() > 0
    assert page.view.selected == ""


def test_arrows_go_from_passage_to_passage_and_enter_to_the_actions(
    person: Person, page: MarkingPage
) -> None:
    person.keys(page.view, Qt.Key.Key_Down)
    assert page.view.selected == page.section.passages[0].id
    person.keys(page.view, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert page.view.selected == page.section.passages[1].id
    person.keys(page.view, Qt.Key.Key_Return)
    assert person.window.focusWidget() is page.passage_actions.bar.ask
    person.keys(page.passage_actions.bar.ask, Qt.Key.Key_Escape)
    assert person.window.focusWidget() is page.view
    person.keys(page.view, Qt.Key.Key_Escape)
    assert page.view.selected == ""


def test_what_is_picked_stays_under_the_eye(person: Person, page: MarkingPage) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "other"))
    page.view.scroll_by(400)
    for passage in page.section.passages[5:9]:
        before = page.view.passage_rect(passage.id).top()
        page.view.select(passage.id)
        assert abs(page.view.passage_rect(passage.id).top() - before) <= 1


def test_the_actions_lie_on_no_text(person: Person, page: MarkingPage) -> None:
    """Every passage of every section: its bar ends before the next passage begins."""
    booklet = page.booklet
    for section in booklet.sections:
        page._opened_gates.add((booklet.id, section.id))
        person.window.go(Stop(PageName.READING, booklet.id, section.id))
        for index, passage in enumerate(section.passages[:-1]):
            page.view.select(passage.id)
            bar = page.passage_actions.bar.geometry()
            after = page.view.passage_rect(section.passages[index + 1].id)
            assert bar.top() >= page.view.passage_rect(passage.id).bottom() - 1, passage.text
            assert bar.bottom() <= after.top(), passage.text


# ---- marks


def test_a_passage_is_highlighted_and_let_go_again(person: Person, page: MarkingPage) -> None:
    person.pick(page, paragraph(page).id)
    person.press_named("Highlight")
    (mark,) = person.desk.notebook.marks.all()
    assert (mark.kind, mark.place.start, mark.place.end) == (MarkKind.HIGHLIGHT, 0, 0)
    assert mark.place.quote == paragraph(page).text
    person.press_named("Remove highlight")
    assert person.desk.notebook.marks.all() == ()
    person.press(person.window.notice.undo_button)
    assert person.desk.notebook.marks.all() == (mark,)


def test_words_dragged_over_can_be_highlighted(person: Person, page: MarkingPage) -> None:
    passage = paragraph(page, 1)
    rect = page.view.passage_rect(passage.id).toRect()
    start = QPoint(rect.left() + 2, rect.top() + 20)
    person.drag(page, start, start + QPoint(200, 0))
    assert page.view.selected == passage.id
    begin, end = page.view.selected_words()
    person.press_named("Highlight these words")
    (mark,) = person.desk.notebook.marks.all()
    assert (mark.place.start, mark.place.end) == (begin, end)
    assert mark.place.quote == passage.text[begin:end] != ""


def test_words_can_be_chosen_by_keys_alone(person: Person, page: MarkingPage, qtbot: QtBot) -> None:
    page.view.select(paragraph(page, 1).id)
    for _ in range(3):
        qtbot.keyClick(page.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    start, end = page.view.selected_words()
    first_three = " ".join(paragraph(page, 1).text.split()[:3])
    assert paragraph(page, 1).text[start:end].strip() == first_three


def test_a_bookmark_is_for_the_picked_passage_or_else_the_section(
    person: Person, page: MarkingPage
) -> None:
    person.press_named("Bookmark")
    person.pick(page, paragraph(page, 3).id)
    person.press_named("Bookmark")
    places = [mark.place.passage for mark in person.desk.notebook.marks.all()]
    assert places == [paragraph(page, 0).id, paragraph(page, 3).id]
    person.press_named("Remove bookmark")
    assert len(person.desk.notebook.marks.all()) == 1


def test_a_note_is_saved_while_it_is_written(
    qtbot: QtBot, person: Person, page: MarkingPage
) -> None:
    person.pick(page, paragraph(page).id)
    person.press_named("Add a note")
    person.type("Ask my sister")
    qtbot.waitUntil(lambda: card(page).status.text() == "Saved", timeout=3000)
    (mark,) = person.desk.notebook.marks.all()
    assert (mark.kind, mark.text) == (MarkKind.NOTE, "Ask my sister")


@pytest.mark.parametrize("size", [2.0, 4.0])
def test_who_is_writing_sees_where_when_the_size_changes(
    qtbot: QtBot, person: Person, page: MarkingPage, size: float
) -> None:
    person.window.resize(800, 600)
    person.pick(page, paragraph(page).id)
    person.press_named("Add a note")
    field = card(page).field
    assert field.hasFocus()
    person.desk.looks.change(size=size)

    def is_seen() -> bool:
        top = field.mapTo(page.view.viewport(), field.rect().topLeft()).y()
        return top >= 0 and top + field.height() <= page.view.viewport().height()

    qtbot.waitUntil(is_seen, timeout=2000)
    QTest.qWait(50)
    assert is_seen()


@pytest.mark.parametrize("way", ["done", "escape", "page", "section", "close"])
def test_a_note_is_saved_whichever_way_one_leaves_it(
    person: Person, page: MarkingPage, way: str
) -> None:
    person.pick(page, paragraph(page).id)
    person.press_named("Add a note")
    person.type("Half a thought")
    leave: dict[str, Callable[[], object]] = {
        "done": lambda: person.press_named("Done"),
        "escape": lambda: person.keys(card(page).field, Qt.Key.Key_Escape),
        "page": lambda: person.go(PageName.SEARCH),
        "section": lambda: page.step_section(1),
        "close": page.leave,
    }
    leave[way]()
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Half a thought"]


def test_a_note_is_opened_again_and_deleted_and_brought_back(
    person: Person, page: MarkingPage
) -> None:
    person.pick(page, paragraph(page).id)
    person.press_named("Add a note")
    person.type("First")
    person.press_named("Done")
    person.press_named("Open my note")
    assert card(page).field.toPlainText() == "First"
    person.press_named("Delete note")
    assert person.desk.notebook.marks.all() == ()
    person.press(person.window.notice.undo_button)
    assert [one.text for one in person.desk.notebook.marks.all()] == ["First"]


@pytest.fixture
def full_disk(person: Person, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Nothing can be saved until this is called."""
    marks = person.desk.notebook.marks
    real = marks.add

    def refuse(*_: object) -> None:
        raise NotSavedError(person.desk.notebook.path, Trouble.DISK_FULL)

    monkeypatch.setattr(marks, "add", refuse)
    return lambda: monkeypatch.setattr(marks, "add", real)


def test_words_that_cannot_be_saved_stay_where_they_were_typed(
    person: Person, page: MarkingPage, full_disk: Callable[[], None]
) -> None:
    person.pick(page, paragraph(page).id)
    person.press_named("Add a note")
    person.type("Do not lose me")
    person.press_named("Done")
    assert card(page).field.toPlainText() == "Do not lose me"
    assert card(page).status.text() == "Not saved"
    assert "disk is full" in person.window.notice.text
    full_disk()
    person.press_named("Done")
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Do not lose me"]


def test_words_that_cannot_be_saved_wait_for_one_who_goes_elsewhere(
    person: Person, page: MarkingPage, full_disk: Callable[[], None], qtbot: QtBot
) -> None:
    person.pick(page, paragraph(page).id)
    person.press_named("Add a note")
    person.type("Do not lose me")
    page.step_section(1)
    page.step_section(-1)
    full_disk()
    person.pick(page, paragraph(page).id)
    person.press_named("Add a note")
    assert card(page).field.toPlainText() == "Do not lose me"
    qtbot.waitUntil(lambda: card(page).status.text() == "Saved", timeout=3000)
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Do not lose me"]


def test_an_emptied_note_keeps_its_last_words_and_says_so(
    person: Person, page: MarkingPage
) -> None:
    person.pick(page, paragraph(page).id)
    person.press_named("Add a note")
    person.type("Kept")
    page.passage_actions.leave()
    card(page).field.clear()
    assert card(page).status.text() == "Empty: your last words are kept"
    person.press_named("Done")
    assert [one.text for one in person.desk.notebook.marks.all()] == ["Kept"]


def test_an_empty_note_is_no_note(person: Person, page: MarkingPage) -> None:
    person.pick(page, paragraph(page).id)
    person.press_named("Add a note")
    person.type("   ")
    person.press_named("Done")
    assert person.desk.notebook.marks.all() == ()


def test_a_question_s_words_can_be_changed_at_once(person: Person, page: MarkingPage) -> None:
    person.pick(page, paragraph(page).id)
    person.press_named("Ask about this")
    person.type("Is that so for me?")
    person.press_named("Done")
    (question,) = person.desk.notebook.questions.all()
    assert question.text == "Is that so for me?"
    assert person.window.rail.buttons[PageName.QUESTIONS].accessibleName().endswith("1 on the list")


def test_asking_about_the_same_passage_again_opens_the_same_question(
    person: Person, page: MarkingPage
) -> None:
    for name in ("Ask about this", "Open my question"):
        page.view.select(paragraph(page).id)
        person.press_named(name)
        person.press_named("Done")
    assert len(person.desk.notebook.questions.all()) == 1


# ---- getting about


def test_next_and_previous_and_contents_lead_through_the_booklet(
    person: Person, page: MarkingPage
) -> None:
    person.press_named("Next section: The two groups")
    assert page.section.id == "groups"
    person.press_named("Previous section: Why it has come back")
    assert page.section.id == "why"
    person.press_named("Questions to ask")
    assert page.section.id == "questions"


def test_back_returns_to_the_place_one_came_from(person: Person, page: MarkingPage) -> None:
    page.view.scroll_to(paragraph(page, 5).id)
    place = page.stop()
    page.follow("surgery#what")
    assert (page.booklet.id, page.section.id) == ("surgery", "what")
    person.press(person.window.header.back)
    assert page.stop() == place
    person.press(person.window.header.back)
    assert isinstance(person.window.page, BookletsPage)


def test_a_link_in_the_picked_passage_has_a_button_of_its_own(
    person: Person, page: MarkingPage
) -> None:
    linked = next(one for one in page.section.passages if any(run.link for run in one.runs))
    person.pick(page, linked.id)
    (name,) = [one for one in person.names() if one == "Go to “PARP inhibitor”"]
    person.press_named(name)
    assert page.section.id == "parp"


def test_a_web_address_is_shown_and_nothing_is_opened(person: Person, page: MarkingPage) -> None:
    page.show_address = None  # type: ignore[attr-defined]  # nothing may be called to open it
    page.follow("https://example.org/leaflet")
    assert "Close" in person.names()
    shown = [label.text() for label in page.view.findChildren(QLabel)]
    assert "https://example.org/leaflet" in shown
    assert any("0800 008 7054" in text for text in shown)


def test_a_gate_stays_closed_until_it_is_opened(person: Person) -> None:
    person.window.go(Stop(PageName.READING, "surgery", "trials"))
    page = person.page(MarkingPage)
    assert not page.view.isVisible()
    person.press_named("Not now")
    assert page.section.id == "risks"
    person.press(person.window.header.back)
    person.press_named("Show it")
    assert page.view.isVisible()


# ---- sizes


@pytest.mark.parametrize("size", [1.5, 2.0, 4.0])
def test_the_place_being_read_stays_when_the_size_changes(
    person: Person, page: MarkingPage, size: float
) -> None:
    page.view.scroll_to(paragraph(page, 4).id)
    before = page.view.sight()
    person.desk.looks.change(size=size)
    person.desk.looks.change(size=1.0)
    after = page.view.sight()
    assert (after.passage, after.character) == (before.passage, before.character)
    assert abs(after.y - before.y) <= 1


def test_contents_are_a_drawer_where_there_is_little_room(
    person: Person, page: MarkingPage
) -> None:
    person.desk.looks.change(size=4.0)
    assert not page.contents.isVisible()
    person.press_named("Contents")
    assert page.contents.isVisible()
    person.press_named("The two groups")
    assert page.section.id == "groups"
    assert not page.contents.isVisible()
    person.press_named("Contents")
    person.keys(person.window.focusWidget(), Qt.Key.Key_Escape)
    assert not page.contents.isVisible()
    assert person.window.focusWidget() is page.view


# ---- what is not there


@pytest.mark.parametrize("name", ["/dev/zero", "file:///etc/passwd", "figures/x.png", "qrc:/x"])
def test_the_text_can_load_nothing_by_itself(page: MarkingPage, name: str) -> None:
    for kind in (1, 2, 3):
        assert page.view.loadResource(kind, name) is None


def test_a_booklet_that_breaks_in_the_middle_is_named_and_left_off(
    qtbot: QtBot, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    folder = tmp_path / "mine" / "broken"
    folder.mkdir(parents=True)
    content = open_desk().shelf.entry("surgery").folder / "booklet.md"
    text = content.read_text(encoding="utf-8").replace('id = "surgery"', 'id = "broken"')
    (folder / "booklet.md").write_text(f"{text}\n\n---\n", encoding="utf-8")
    desk = open_desk(tmp_path / "mine")
    person = Person(qtbot, desk)
    page = person.page(BookletsPage)
    qtbot.waitUntil(lambda: len(desk.shelf.broken) == 1)
    assert [one.entry.id for one in page._cards] == ["recurrence", "surgery"]
    labels = [one.text() for one in page._broken.findChildren(QLabel)]
    assert any("“broken”, line" in text for text in labels)
