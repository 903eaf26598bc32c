"""A notebook that was lost: what the screen says, and what each of its buttons does, for real."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from reader.notebook.errors import (
    NotebookError,
    NotebookInUseError,
    NotebookReadOnlyError,
    NotebookUnavailableError,
    Trouble,
)
from reader.notebook.model import MarkKind, Place
from reader.notebook.notebook import Notebook
from reader.notebook.opening import Refused
from reader.settings import load_settings
from reader.start import Start, hold
from reader.ui.all_here_strip import AllHereStrip
from reader.ui.carry_page import CarryPage
from reader.ui.held import Keeping
from reader.ui.history import PageName
from reader.ui.single_instance import Call
from reader.ui.unkept_strip import UnkeptStrip
from reader.ui.unsaved_strip import UnsavedStrip
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.paths import Paths
    from reader.ui.recovery_screen import RecoveryScreen

    Break = Callable[[Path], None]

PLACE = Place("recurrence", "2026-11", "why", "p", quote="It has come back")
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def clock() -> Callable[[], datetime]:
    minutes = count()
    return lambda: NOON + timedelta(minutes=next(minutes))


def ids() -> Callable[[], str]:
    numbers = count()
    return lambda: f"id-{next(numbers)}"


@pytest.fixture
def written(paths: Paths) -> Path:
    """A notebook with two backups: of two notes, and of three notes and a question."""
    notebook = Notebook.open(paths.notebook, now=clock(), new_id=ids())
    for text in ("One", "Two"):
        notebook.marks.add(MarkKind.NOTE, PLACE, text)
    notebook.backups.make()
    notebook.marks.add(MarkKind.NOTE, PLACE, "Three")
    notebook.questions.add("Will it hurt?")
    notebook.backups.make()
    notebook.close()
    return paths.notebook


def damage(path: Path) -> None:
    path.write_bytes(b"no notebook any more, but long enough to be looked at" * 200)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def shrink(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM marks WHERE text <> 'One'")
        connection.execute("DELETE FROM questions")
    connection.close()


def lose(path: Path) -> None:
    path.unlink()


@pytest.fixture
def open_start(qapp: QApplication, qtbot: QtBot, paths: Paths) -> Iterator[Callable[[], Start]]:
    """Starts the program, as ``run`` does, on the folder of ``paths``."""
    started: list[Start] = []

    def open_it(booklet: str = "", section: str = "") -> Start:
        start = Start(qapp, paths, (), now=clock(), new_id=ids())
        start.open(booklet, section)
        assert start.window is not None
        qtbot.addWidget(start.window)
        qtbot.waitExposed(start.window)
        started.append(start)
        return start

    yield open_it
    for start in started:
        if start.desk is not None:
            start.desk.window.close()
            start.desk.window.deleteLater()


def screen_of(start: Start) -> RecoveryScreen:
    assert start.desk is None
    assert start.recovering is not None
    return start.recovering.screen


def desk_of(start: Start, qtbot: QtBot) -> Desk:
    """The window that came after the choice."""
    assert start.desk is not None
    qtbot.waitExposed(start.desk.window)
    assert start.before is not None
    assert not start.before.isVisible()
    return start.desk


def button(screen: RecoveryScreen, beginning: str) -> QAbstractButton:
    found = [
        one
        for one in screen.findChildren(QAbstractButton)
        if one.isVisible() and one.accessibleName().startswith(beginning)
    ]
    assert len(found) == 1, [one.accessibleName() for one in found]
    return found[0]


def texts(desk: Desk) -> list[str]:
    return [one.text for one in desk.notebook.marks.all()]


# ---- what it says


@pytest.mark.parametrize(
    ("broken", "heading"),
    [
        (damage, "Your notebook cannot be read"),
        (empty, "Your notebook is empty, and it was not before"),
        (shrink, "Your notebook has much less in it than before"),
        (lose, "Your notebook is not where it was"),
    ],
)
def test_it_says_what_happened_what_is_left_and_where_all_is_kept(
    open_start: Callable[[], Start], written: Path, broken: Break, heading: str
) -> None:
    broken(written)
    start = open_start()
    screen = screen_of(start)
    assert screen.accessibleName() == heading
    assert start.window is start.before
    told = [one.text() for one in screen.findChildren(QLabel) if one.isVisible()]
    assert heading in told
    everything = " ".join(told)
    assert "You did nothing wrong" in everything
    assert "It has 4 notes, marks and questions." in everything
    assert str(written.parent) in everything
    assert "!" not in everything


def test_it_says_what_may_be_missing(open_start: Callable[[], Start], written: Path) -> None:
    damage(written)
    told = screen_of(open_start()).told[2]
    assert told.startswith(
        "What you wrote after that may be missing. The notebook was last written"
    )


def test_without_a_good_copy_it_says_to_ask_for_help(
    open_start: Callable[[], Start], written: Path
) -> None:
    damage(written)
    for backup in (written.parent / "backups").iterdir():
        damage(backup)
    screen = screen_of(open_start())
    assert "No copy of it could be read either." in screen.told[1]
    names = [one.accessibleName() for one in screen.buttons]
    assert names == [
        "Look at the copies, and choose one",
        "Start with an empty notebook",
        "Close, and decide later",
    ]


# ---- what its buttons do


@pytest.mark.parametrize("broken", [damage, empty, shrink, lose])
def test_the_newest_copy_is_brought_back_and_the_window_comes(
    qtbot: QtBot, open_start: Callable[[], Start], written: Path, broken: Break
) -> None:
    broken(written)
    before = written.read_bytes() if written.exists() else b""
    start = open_start()
    qtbot.mouseClick(button(screen_of(start), "Bring back"), Qt.MouseButton.LeftButton)
    desk = desk_of(start, qtbot)
    assert texts(desk) == ["One", "Two", "Three"]
    assert [one.text for one in desk.notebook.questions.all()] == ["Will it hurt?"]
    if before:
        (aside,) = written.parent.glob("notebook-damaged-*.sqlite")
        assert aside.read_bytes() == before


def test_an_older_copy_is_looked_into_and_chosen(
    qtbot: QtBot, open_start: Callable[[], Start], written: Path
) -> None:
    damage(written)
    start = open_start()
    screen = screen_of(start)
    qtbot.mouseClick(button(screen, "Look at the copies"), Qt.MouseButton.LeftButton)
    assert len(screen.cards) == 2
    older = screen.cards[1]
    qtbot.waitUntil(older.look_button.isVisible)
    assert screen.window().focusWidget() is screen.cards[0].look_button
    older.look_button.click()
    assert older.inside.text().splitlines() == [
        "2 notes, marks and questions",
        "• Note: Two",
        "• Note: One",
    ]
    older.use_button.click()
    assert texts(desk_of(start, qtbot)) == ["One", "Two"]


def test_one_may_start_afresh_and_nothing_is_thrown_away(
    qtbot: QtBot, open_start: Callable[[], Start], written: Path
) -> None:
    damage(written)
    start = open_start()
    button(screen_of(start), "Start with an empty notebook").click()
    desk = desk_of(start, qtbot)
    assert texts(desk) == []
    assert len(list(written.parent.glob("notebook-damaged-*.sqlite"))) == 1
    assert len(list((written.parent / "backups").glob("notebook-*.sqlite"))) >= 2


def test_what_is_left_may_be_all_there_is(
    qtbot: QtBot, open_start: Callable[[], Start], written: Path
) -> None:
    shrink(written)
    start = open_start()
    button(screen_of(start), "Keep it as it is").click()
    assert texts(desk_of(start, qtbot)) == ["One"]


def test_closing_changes_nothing(
    qtbot: QtBot, open_start: Callable[[], Start], written: Path
) -> None:
    damage(written)
    before = {one: one.read_bytes() for one in written.parent.rglob("*.sqlite")}
    start = open_start()
    button(screen_of(start), "Close, and decide later").click()
    assert start.before is not None
    assert not start.before.isVisible()
    assert start.desk is None
    assert {one: one.read_bytes() for one in written.parent.rglob("*.sqlite")} == before


def test_a_copy_that_went_bad_is_told_of_and_another_can_be_chosen(
    qtbot: QtBot, open_start: Callable[[], Start], written: Path
) -> None:
    damage(written)
    start = open_start()
    screen = screen_of(start)
    newest = screen._newest
    assert newest is not None
    damage(newest[0].path)
    button(screen, "Bring back").click()
    assert start.desk is None
    assert "is damaged" in screen.trouble.text()
    assert screen.trouble.isVisible()
    screen.show_copies()
    screen.cards[0].look_requested.emit()
    assert "cannot be read" in screen.cards[0].inside.text()
    screen.cards[1].use_button.click()
    assert texts(desk_of(start, qtbot)) == ["One", "Two"]


def test_everything_is_reached_by_keys(
    qtbot: QtBot, open_start: Callable[[], Start], written: Path
) -> None:
    shrink(written)
    start = open_start()
    assert start.before is not None
    start.before.activateWindow()
    screen = screen_of(start)
    qtbot.waitUntil(screen.buttons[0].hasFocus)
    reached = []
    for _ in range(8):
        focused = start.before.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    for one in screen.buttons:
        assert one.accessibleName() in reached
    screen.buttons[0].setFocus()
    qtbot.keyClick(screen.buttons[0], Qt.Key.Key_Return)
    assert len(texts(desk_of(start, qtbot))) == 3


@pytest.mark.parametrize("size", [1.0, 2.0, 4.0])
def test_nothing_is_wider_than_the_window_and_the_size_is_kept(
    qtbot: QtBot, open_start: Callable[[], Start], written: Path, paths: Paths, size: float
) -> None:
    damage(written)
    start = open_start()
    assert start.before is not None
    screen = screen_of(start)
    start.before.resize(800, 600)
    start._choices.looks.change(size=size)
    screen.show_copies()
    qtbot.waitUntil(screen.cards[-1].use_button.isVisible)
    body = screen._body
    qtbot.waitUntil(lambda: body.width() <= screen.width())
    for one in screen.buttons:
        assert one.width() <= screen.width()
    assert load_settings(paths.settings).size == size


def test_who_starts_it_again_goes_to_the_place_after_the_choice(
    qtbot: QtBot, open_start: Callable[[], Start], written: Path
) -> None:
    damage(written)
    start = open_start()
    start.answer(Call("recurrence", "how"))
    assert start.desk is None
    button(screen_of(start), "Bring back").click()
    page = desk_of(start, qtbot).window.page
    assert page is not None
    assert page.stop().section == "how"


# ---- afterwards


def test_it_asks_whether_all_is_here_until_it_is_told(
    qtbot: QtBot, open_start: Callable[[], Start], written: Path
) -> None:
    damage(written)
    start = open_start()
    button(screen_of(start), "Bring back").click()
    first = desk_of(start, qtbot)
    assert first.window.findChild(AllHereStrip) is not None
    first.window.close()

    again = open_start().desk
    assert again is not None
    person = Person(qtbot, again)
    assert not again.notebook.backups.is_rotating
    person.press_named("No, show me the copies of my notebook")
    assert isinstance(again.window.page, CarryPage)
    person.press_named("Yes, everything is here")
    assert again.notebook.backups.is_rotating
    assert person.window.notice.text == "Good. Copies are made as before."
    assert again.window.strips == []
    again.window.close()

    third = open_start().desk
    assert third is not None
    assert third.window.findChild(AllHereStrip) is None


# ---- the other outcomes


def test_a_notebook_of_a_newer_program_can_be_read_and_not_changed(
    qtbot: QtBot, open_start: Callable[[], Start], written: Path
) -> None:
    with sqlite3.connect(written) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    before = written.read_bytes()
    desk = open_start("recurrence", "why").desk
    assert desk is not None
    person = Person(qtbot, desk)
    assert "newer version" in desk.window.notice.text
    assert texts(desk) == ["One", "Two", "Three"]
    strip = desk.window.findChild(UnkeptStrip)
    assert strip is not None
    assert strip.words.text().startswith("You can read your notes here")
    desk.window.notice.clear()
    person.press_named("Why can I not write here?")
    assert "newer version" in desk.window.notice.text
    desk.window.notice.clear()
    for page in desk.window.rail.buttons:
        person.go(page)
        assert desk.window.notice.text == "", f"looking at {page} is no failure"
    assert desk.window.findChild(UnsavedStrip) is None
    desk.window.close()
    assert written.read_bytes() == before


def disk_full(path: Path) -> NotebookError:
    return NotebookUnavailableError(path, Trouble.DISK_FULL)


@pytest.mark.parametrize("error", [NotebookReadOnlyError, disk_full])
def test_a_notebook_that_cannot_be_written_to_is_shown(
    written: Path, error: Callable[[Path], NotebookError]
) -> None:
    """An empty window would be taken for the loss of everything."""
    held = hold(Refused(error(written)), now=clock(), new_id=ids())
    assert held.keeping is Keeping.ONLY_LOOKED_AT
    assert held.why == str(error(written))
    assert [mark.text for mark in held.notebook.marks.all()] == ["One", "Two", "Three"]
    held.notebook.close()


def test_where_there_is_none_to_be_shown_one_is_kept_until_the_window_closes(
    tmp_path: Path,
) -> None:
    missing = NotebookReadOnlyError(tmp_path / "notebook.sqlite")
    for error in (missing, NotebookReadOnlyError(None), NotebookInUseError(tmp_path)):
        held = hold(Refused(error), now=clock(), new_id=ids())
        assert held.keeping is Keeping.UNTIL_CLOSED
        assert held.why.startswith(str(error))
        held.notebook.close()
    assert list(tmp_path.iterdir()) == []


def test_a_newer_notebook_with_nothing_in_it_can_be_looked_at_too(
    qtbot: QtBot, open_start: Callable[[], Start], paths: Paths
) -> None:
    Notebook.open(paths.notebook, now=clock(), new_id=ids()).close()
    with sqlite3.connect(paths.notebook) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    desk = open_start().desk
    assert desk is not None
    for page in desk.window.rail.buttons:
        Person(qtbot, desk).go(page)


def test_start_answers_a_second_start_by_coming_to_the_front(
    qtbot: QtBot, open_start: Callable[[], Start]
) -> None:
    start = open_start()
    assert start.desk is not None
    window = start.desk.window
    window.showMinimized()
    start.answer(Call("surgery", ""))
    assert not window.isMinimized()
    assert window.isVisible()
    assert window.page is not None
    assert window.page.stop().booklet == "surgery"
    start.answer(Call("no-such-booklet", "", "a\ntoken"))
    assert window.page.stop().booklet == "surgery"
    start.answer(Call())
    assert window.page.stop().page is PageName.READING
