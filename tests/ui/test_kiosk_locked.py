"""What a kiosk must not have: dialogs, menus, drops, tool tips, a clipboard; and what it must."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from reader.kiosk.messages import PinChecked, Show
from reader.ui.history import PageName, Stop
from reader.ui.kiosk_lock import KioskLock
from reader.ui.kiosk_print import KioskPrint
from reader.ui.marking_page import MarkingPage
from reader.ui.search_page import SearchPage
from tests.ui.kiosk_stage import DOUBLE_CLICK_MS, EVERYTHING, Visitor
from tests.ui.layouts import FEW, layouts_at_rest
from tests.ui.test_kiosk_staff import HEALTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

LEAST_PX = 76
CTRL = Qt.KeyboardModifier.ControlModifier
CHORDS = [
    *((key, CTRL) for key in (Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_N, Qt.Key.Key_O)),
    *((key, CTRL) for key in (Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_H, Qt.Key.Key_R)),
    (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_F1, Qt.Key.Key_F11)),
    (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier),
]


def everywhere(visitor: Visitor, qtbot: QtBot) -> Iterator[str]:
    """Go to every screen and page there is, and say where one is."""
    desk, window = visitor.desk, visitor.window
    yield "start"
    desk.begin()
    desk.inside.notebook.questions.add("Can my sister come with me?", None)
    desk.inside.keeper.changed.emit()
    for name in window.rail.buttons:
        window.open_page(name)
        page = window.page
        if isinstance(page, KioskPrint):
            qtbot.waitUntil(page.print_button.isEnabled)
        if isinstance(page, SearchPage):
            page.field.setText("letrozole")
            qtbot.waitUntil(lambda page=page: bool(page.results))
        yield name
    window.open_page(PageName.TAKE_HOME)
    visitor.touch_named("Show my questions as codes")
    yield "codes"
    yield from reading(visitor)
    window.middle.toggle_comfort()
    yield "comfort"
    window.middle.toggle_comfort()
    for screen in (desk.countdown, desk.closing):
        desk.frame.stack.setCurrentWidget(screen)
        yield type(screen).__name__
    assert desk.staff is not None
    desk.let_staff_try()
    yield "pad"
    desk.staff.hear(PinChecked(right=True))
    yield "staff"


def reading(visitor: Visitor) -> Iterator[str]:
    """A passage that is picked, a note on it, a web address."""
    visitor.window.go(Stop(PageName.READING, "recurrence", "how"))
    page = visitor.page(MarkingPage)
    page.view.select(page.section.passages[2].id)
    yield "reading"
    page.passage_actions.write_note()
    QTest.qWait(60)
    yield "note"
    page.passage_actions.show_address("https://example.org/")
    yield "address"


@pytest.fixture
def locked(open_kiosk: Callable[..., Visitor]) -> Visitor:
    return open_kiosk(has_staff=True, show=Show(admits=True, health=HEALTH))


def test_nothing_is_laid_out_for_ever(locked: Visitor, qtbot: QtBot, qapp: QApplication) -> None:
    for where in everywhere(locked, qtbot):
        assert layouts_at_rest(qapp) <= FEW, where


def test_no_widget_has_a_menu_takes_drops_or_has_a_tool_tip(locked: Visitor, qtbot: QtBot) -> None:
    seen = 0
    for where in everywhere(locked, qtbot):
        QTest.qWait(20)
        for widget in [locked.frame, *locked.frame.findChildren(QWidget)]:
            if not widget.isVisible():
                continue
            seen += 1
            told = f"{where}: {type(widget).__name__} {widget.objectName()!r}"
            prevented = Qt.ContextMenuPolicy.PreventContextMenu
            assert widget.contextMenuPolicy() is prevented, told
            assert not widget.acceptDrops(), told
            assert (widget.toolTip(), widget.whatsThis(), widget.statusTip()) == ("", "", ""), told
            assert not widget.actions(), told
    assert seen > 1000


def test_there_is_one_window_and_it_is_the_frame(locked: Visitor, qtbot: QtBot) -> None:
    for where in everywhere(locked, qtbot):
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        assert shown == [locked.frame], where
        found = locked.frame.findChildren(QWidget)
        strange = (QDialog, QMenu, QMenuBar, QComboBox)
        assert not [one for one in found if isinstance(one, strange)], where


def test_words_are_written_as_plain_text_alone(locked: Visitor, qtbot: QtBot) -> None:
    for where in everywhere(locked, qtbot):
        for field in locked.frame.findChildren(QTextEdit):
            assert field.isReadOnly(), where


def too_small(visitor: Visitor) -> list[str]:
    """Controls that are shown and have no name, or that a numb finger would miss."""
    kinds = QAbstractButton | QLineEdit | QPlainTextEdit
    return [
        f"{one.accessibleName()!r} is {one.width()} by {one.height()}"
        for one in visitor.frame.findChildren(QWidget)
        if isinstance(one, kinds) and one.isVisible()
        if not one.accessibleName() or min(one.width(), one.height()) < LEAST_PX
    ]


def test_every_control_has_a_name_and_can_be_hit(locked: Visitor, qtbot: QtBot) -> None:
    def is_well(where: str) -> None:
        assert (where, too_small(locked)) == (where, [])

    for where in everywhere(locked, qtbot):
        qtbot.waitUntil(lambda where=where: is_well(where), timeout=2000)


@pytest.mark.parametrize(("width", "height", "size"), [(1024, 768, 2.0), (768, 1024, 1.0)])
def test_finish_is_in_view_wherever_somebody_is(
    open_kiosk: Callable[..., Visitor], qtbot: QtBot, width: int, height: int, size: float
) -> None:
    visitor = open_kiosk(width=width, height=height, has_staff=True)
    visitor.desk.looks.change(size=size)
    finish = visitor.desk.inside.bar.finish
    for where in everywhere(visitor, qtbot):
        if visitor.screen is visitor.desk.inside.view:
            QTest.qWait(30)
            assert finish.visibleRegion().boundingRect().size() == finish.size(), where


def test_no_chord_opens_or_closes_anything(locked: Visitor, qtbot: QtBot) -> None:
    for where in everywhere(locked, qtbot):
        for key, modifiers in CHORDS:
            focus = QApplication.focusWidget() or locked.frame
            QTest.keyClick(focus, key, modifiers)
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        assert shown == [locked.frame], where
    assert locked.session.left == []


def test_nothing_is_copied_and_nothing_pasted(locked: Visitor) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("from somebody else")
    locked.desk.begin()
    locked.window.open_page(PageName.SEARCH)
    field = locked.page(SearchPage).field
    QTest.keyClicks(field, "letrozole")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V):
        QTest.keyClick(field, key, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    assert field.text() == "letrozole"
    assert clipboard.text() == "from somebody else"


def drag_words(visitor: Visitor) -> bool:
    """Select all words and press on them; whether they are there for Qt to drag."""
    visitor.desk.begin()
    visitor.window.go(Stop(PageName.READING, "recurrence", "how"))
    view = visitor.page(MarkingPage).view
    view.selectAll()
    within = view.cursorForPosition(QPoint(0, 0))
    within.movePosition(QTextCursor.MoveOperation.Right, n=8)
    at = view.cursorRect(within).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    has_words = view.textCursor().hasSelection()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    return has_words


def test_no_words_are_left_to_be_dragged_when_a_press_comes(locked: Visitor) -> None:
    assert not drag_words(locked)


def test_without_the_lock_they_would_be(locked: Visitor, qapp: QApplication) -> None:
    """The control."""
    qapp.removeEventFilter(locked.desk.lock)
    assert drag_words(locked)


def test_two_presses_far_apart_are_two_presses(locked: Visitor) -> None:
    assert QApplication.doubleClickInterval() == 0


def test_the_wheel_with_ctrl_changes_no_letters(locked: Visitor) -> None:
    locked.desk.begin()
    locked.window.go(Stop(PageName.READING, "recurrence", "how"))
    view = locked.page(MarkingPage).view
    before = view.font().pixelSize(), view.document().size()
    middle = view.viewport().rect().center()
    event = QWheelEvent(
        middle.toPointF(),
        view.viewport().mapToGlobal(middle).toPointF(),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    assert (view.font().pixelSize(), view.document().size()) == before


def test_a_web_address_is_shown_and_not_opened(locked: Visitor) -> None:
    locked.desk.begin()
    for where in reading(locked):
        if where == "address":
            labels = locked.frame.findChildren(QLabel)
            assert "https://example.org/" in [one.text() for one in labels if one.isVisible()]


def test_a_lock_takes_all_of_it_from_a_widget_that_had_it(qapp: QApplication, qtbot: QtBot) -> None:
    """The control: without the lock the same widget has them."""
    free, caught = QPushButton("free"), QPushButton("caught")
    for one in (free, caught):
        qtbot.addWidget(one)
        one.setToolTip("~/notes")
        one.setAcceptDrops(True)
    free.show()
    assert free.toolTip()
    assert free.acceptDrops()
    lock = KioskLock(qapp)
    caught.show()
    qapp.removeEventFilter(lock)
    qapp.setDoubleClickInterval(DOUBLE_CLICK_MS)
    lock.deleteLater()
    assert (caught.toolTip(), caught.acceptDrops()) == ("", False)


def test_what_opens_dialogs_is_not_even_loaded(tmp_path: object) -> None:
    """In a process of its own: here other tests have loaded everything."""
    import subprocess
    from pathlib import Path

    script = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from reader.kiosk.child_link import ChildLink
from reader.kiosk.link import linked_pair
from reader.kiosk.messages import Setup
from reader.kiosk.policy import Policy, Printing
from reader.kiosk_desk import KioskDesk
from reader.paths import find_paths
app = QApplication(["x"])
paths = find_paths(data=Path({str(tmp_path)!r}), environ={{}})
policy = Policy(printing=Printing("kiosk", socket="/nowhere"), has_qr=True, asks_feedback=True)
ours, theirs = linked_pair()
desk = KioskDesk(app, paths, Setup(policy, has_staff=True), ChildLink(theirs))
desk.frame.show()
desk.begin()
for name in list(desk.inside.window.rail.buttons):
    desk.inside.window.open_page(name)
bad = ("PySide6.QtPrintSupport", "reader.ui.save_dialog", "reader.ui.print_page", "reader.app")
print([name for name in bad if name in sys.modules])
sys.stdout.flush()
import os
os._exit(0)
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[]", done.stdout


def test_everything_is_a_policy_that_really_allows_everything() -> None:
    """So that what is not found above is missing for the right reason."""
    assert EVERYTHING.printing is not None
    assert EVERYTHING.has_qr
    assert EVERYTHING.has_speech
    assert EVERYTHING.asks_feedback
