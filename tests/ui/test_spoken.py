"""What a screen reader is told, asked of Qt itself: names, roles and words of all that is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from reader.booklet.model import PassageKind
from reader.notebook.model import MarkKind, Place
from reader.ui import announcing
from reader.ui.announcing import QUIET_MS, StatusLine, say
from reader.ui.controls import WrapButton
from reader.ui.heading import Heading
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.spoken_passages import SpokenPassage, spoken_words
from tests.ui.fingers import Fingers
from tests.ui.typist import Typist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from reader.app import Desk

SIGNS = re.compile(r"[●○■□⚠]\s*")
ROLE = QAccessible.Role


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Typist:
    """Somebody with four questions and a note."""
    for text in ("One?", "Two?", "Three?", "Four?"):
        desk.notebook.questions.add(text)
    passage = desk.shelf.read("recurrence").sections[0].passages[1]
    place = Place("recurrence", "2026-11", "why", passage.id, quote=passage.text)
    desk.notebook.marks.add(MarkKind.NOTE, place, "Ask my sister")
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return Typist(qtbot, desk)


@pytest.fixture
def listened_to() -> Iterator[None]:
    """As if a screen reader were there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What was announced, and whether at once."""
    found: list[tuple[str, bool]] = []

    def keep(event: object) -> None:
        urgent = QAccessible.AnnouncementPoliteness.Assertive
        found.append((event.message(), event.politeness() is urgent))  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", keep)
    return found


def role_of(widget: QWidget) -> QAccessible.Role:
    """What a screen reader takes ``widget`` for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def name_of(widget: QWidget) -> str:
    """What a screen reader calls ``widget``."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


# ---- names


def check_names(window: QWidget) -> int:
    """Everything that can have the keyboard has a name, which is or holds what can be seen."""
    shown = [one for one in window.findChildren(QWidget) if one.isVisible()]
    controls = [one for one in shown if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for control in controls:
        name = name_of(control)
        assert name.strip(), control
        seen = control.label.text() if isinstance(control, WrapButton) else ""
        if isinstance(control, QAbstractButton) and not seen:
            seen = control.text()
        words = SIGNS.sub("", seen).strip().rstrip("…").casefold()
        assert words in name.casefold() or words.split()[0] in name.casefold(), (name, seen)
    return len(controls)


@pytest.mark.parametrize("page", list(PageName))
def test_every_control_of_a_page_is_called_what_it_says(person: Typist, page: PageName) -> None:
    person.window.go(Stop(page, "recurrence" if page is PageName.READING else ""))
    person.window.notice.tell("Something happened.", lambda: True)
    Fingers.rest()
    assert check_names(person.window) > 8


def test_every_control_of_a_panel_and_a_card_is_called_what_it_says(person: Typist) -> None:
    person.press(person.window.rail.comfort)
    Fingers.rest()
    check_names(person.window)
    person.key(Qt.Key.Key_Escape)
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    page = person.page(MarkingPage)
    for kind in (PassageKind.PARAGRAPH, PassageKind.FIGURE):
        passage = next(one for one in page.section.passages if one.kind is kind)
        for action in ("note_requested", "ask_requested", "picture_requested"):
            page.view.select(passage.id)
            getattr(page.passage_actions.bar, action).emit()
            Fingers.rest()
            check_names(person.window)
    page.follow("https://example.org/leaflet")
    check_names(person.window)
    person.desk.moving.show_keys()
    Fingers.rest()
    check_names(person.window)


def test_every_field_is_told_apart(person: Typist) -> None:
    person.window.go(Stop(PageName.QUESTIONS))
    person.press_named("Add the appointment")
    fields = [
        one
        for kind in (QLineEdit, QPlainTextEdit)
        for one in person.window.findChildren(kind)
        if one.isVisible()
    ]
    names = [name_of(one) for one in fields]
    assert len(fields) > 2
    assert all(names)
    assert len(set(names)) == len(names)


# ---- roles


def test_headings_are_headings_and_parts_are_groups(person: Typist) -> None:
    person.window.go(Stop(PageName.HELP))
    for heading in person.window.findChildren(Heading):
        assert role_of(heading) is ROLE.Heading
        assert name_of(heading) == heading.text()
    for part in (person.window.page, person.window.rail.contact, person.window.notice):
        assert role_of(part) is ROLE.Grouping
    assert name_of(person.window.page) == "Help and support"
    assert role_of(QLabel("plain", person.window)) is ROLE.StaticText


def test_a_heading_takes_on_other_words(qtbot: QtBot) -> None:
    heading = Heading("One")
    qtbot.addWidget(heading)
    heading.setText("Two")
    assert heading.accessibleName() == "Two"


def test_pages_and_sections_are_buttons_that_say_where_you_are(person: Typist) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    here = person.window.rail.buttons[PageName.BOOKLETS]
    section = person.page(MarkingPage).contents.current
    elsewhere = person.window.rail.buttons[PageName.NOTES]
    for button in (here, section, elsewhere):
        assert role_of(button) is ROLE.Button
    assert here.accessibleDescription() == section.accessibleDescription() == "You are here"
    assert elsewhere.accessibleDescription() == ""


def test_choices_are_radio_buttons_and_are_named_once(person: Typist) -> None:
    person.window.go(Stop(PageName.PRINT))
    choices = [one for one in person.window.findChildren(WrapButton) if one.autoExclusive()]
    assert choices
    assert {role_of(one) for one in choices} == {ROLE.RadioButton}
    assert {role_of(one.label) for one in choices} == {ROLE.Client}
    assert {name_of(one.label) for one in choices} == {""}


# ---- passages


@pytest.fixture
def page(person: Typist) -> MarkingPage:
    """A section with headings, paragraphs, a list and a picture."""
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    Fingers.rest()
    return person.page(MarkingPage)


def spoken(page: MarkingPage) -> list[SpokenPassage]:
    """What lies over the text, in the order in which a screen reader meets it."""
    children = page.view.viewport().children()
    return [one for one in children if isinstance(one, SpokenPassage) and not one.isHidden()]


def test_each_passage_is_there_once_whole_and_in_order(page: MarkingPage) -> None:
    roles = {
        PassageKind.HEADING: ROLE.Heading,
        PassageKind.PARAGRAPH: ROLE.Paragraph,
        PassageKind.LIST_ITEM: ROLE.ListItem,
        PassageKind.FIGURE: ROLE.Graphic,
    }
    assert [one.passage for one in spoken(page)] == [one.id for one in page.section.passages]
    for widget, passage in zip(spoken(page), page.section.passages, strict=True):
        assert role_of(widget) is roles[passage.kind]
        assert name_of(widget).endswith(passage.text)
        assert widget.geometry() == page.view.passage_rect(passage.id).toAlignedRect()


def test_they_scroll_with_the_text_and_grow_with_it(person: Typist, page: MarkingPage) -> None:
    passage = page.section.passages[4].id
    for change in (
        lambda: page.view.scroll_by(300),
        lambda: person.desk.looks.change(size=1.5),
        lambda: page.view.select(page.section.passages[1].id),
        lambda: person.window.resize(900, 700),
    ):
        change()
        Fingers.rest()
        (widget,) = [one for one in spoken(page) if one.passage == passage]
        rect = page.view.passage_rect(passage).toAlignedRect()
        assert abs(widget.y() - rect.y()) <= 1
        assert widget.size() == rect.size()


def test_another_section_leaves_none_behind(
    person: Typist, page: MarkingPage, qtbot: QtBot
) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "groups"))
    qtbot.waitUntil(
        lambda: {one.passage for one in spoken(page)} == {one.id for one in page.section.passages}
    )


def test_a_table_row_names_its_columns(person: Typist) -> None:
    rows = [
        (passage, section)
        for entry in person.desk.shelf.entries
        for section in person.desk.shelf.read(entry.id).sections
        for passage in section.passages
        if passage.kind is PassageKind.TABLE_ROW
    ]
    header = next(one for one, _ in rows if one.is_header)
    row = next(one for one, _ in rows if not one.is_header and one.group == header.group)
    words = spoken_words(row, header)
    for cell in row.cells:
        assert "".join(run.text for run in cell if not run.footnote) in words
    assert words.count(": ") >= len([cell for cell in header.cells if cell])


def test_links_explained_words_and_marks_are_told_in_words(
    person: Typist, page: MarkingPage
) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "why"))
    linked = next(one for one in page.section.passages if any(run.link for run in one.runs))
    (widget,) = [one for one in spoken(page) if one.passage == linked.id]
    told = widget.accessibleDescription()
    assert "Links: PARP inhibitor" in told
    assert "Words explained: " in told
    page.view.select(linked.id)
    page.passage_actions.highlight()
    assert "Highlighted" in widget.accessibleDescription()
    page.passage_actions.bookmark()
    assert "You put a bookmark here" in widget.accessibleDescription()


@pytest.mark.usefixtures("listened_to")
def test_up_and_down_give_the_keyboard_to_the_passage(person: Typist, page: MarkingPage) -> None:
    for passage in page.section.passages[:3]:
        person.key(Qt.Key.Key_Down)
        assert isinstance(person.focused, SpokenPassage)
        assert person.focused.passage == passage.id == page.view.selected
    person.key(Qt.Key.Key_Return)
    assert person.focused is page.passage_actions.bar.ask
    person.key(Qt.Key.Key_Escape)
    assert isinstance(person.focused, SpokenPassage)
    person.key(Qt.Key.Key_Tab)
    assert person.focused is page.passage_actions.bar.ask
    person.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    person.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert person.focused is page.review
    page.view.setFocus()
    person.key(Qt.Key.Key_Escape)
    assert person.focused is page.view


@pytest.mark.usefixtures("listened_to")
def test_another_size_or_section_does_not_lose_the_keyboard(
    person: Typist, page: MarkingPage
) -> None:
    person.key(Qt.Key.Key_Down)
    person.desk.looks.change(size=2.0)
    Fingers.rest()
    assert isinstance(person.focused, SpokenPassage)
    person.window.go(Stop(PageName.READING, "recurrence", "groups"))
    Fingers.rest()
    assert person.focused is page.view


def test_nobody_who_does_not_listen_notices(person: Typist, page: MarkingPage) -> None:
    person.key(Qt.Key.Key_Down)
    assert person.focused is page.view


# ---- announcements


def test_what_is_said_waits_or_interrupts(heard: list[tuple[str, bool]], qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    say(widget, "Saved")
    say(widget, "Not saved", at_once=True)
    say(widget, "")
    assert heard == [("Saved", False), ("Not saved", True)]


@pytest.fixture
def line(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> StatusLine:
    made = StatusLine()
    qtbot.addWidget(made)
    made._rest.setInterval(20)
    made.show()
    return made


def test_a_line_says_itself_when_it_has_come_to_rest(
    line: StatusLine, heard: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    for _ in range(5):
        line.show_quietly("Saving")
        line.setText("Saved")
    assert heard == []
    qtbot.waitUntil(lambda: heard == [("Saved", False)])
    assert QUIET_MS > 1000


def test_an_alarm_is_said_at_once_and_only_once(
    line: StatusLine, heard: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    line.alarm("Not saved")
    line.show_quietly("Saving")
    line.alarm("Not saved")
    assert heard == [("Not saved", True)]
    line.setText("Saved")
    line.alarm("Not saved")
    assert heard == [("Not saved", True)] * 2


def test_what_was_cleared_or_cannot_be_seen_is_not_said(
    line: StatusLine, heard: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    line.setText("Saved")
    line.clear()
    assert not line._rest.isActive()
    line.setText("Saved")
    line.hide()
    qtbot.waitUntil(lambda: not line._rest.isActive())
    assert heard == []


def test_the_notice_the_search_and_undo_are_announced(
    person: Typist, heard: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    assert announcing.say is say
    person.window.notice.tell("Note deleted.", lambda: True)
    assert ("Note deleted.", False) in heard
    person.window.go(Stop(PageName.SEARCH))
    person.type("letrozole")
    qtbot.waitUntil(lambda: any(text.endswith(" places") for text, _ in heard))
