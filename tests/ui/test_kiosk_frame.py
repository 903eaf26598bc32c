"""What every session has, whatever it shows: the frame, the proof of life, the gate for input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from reader.kiosk.child_link import ChildLink
from reader.kiosk.link import Link, linked_pair
from reader.kiosk.messages import (
    Alone,
    Painted,
    PinChecked,
    Ping,
    Pong,
    Ready,
    Show,
    to_supervisor,
)
from reader.ui.kiosk_backstage import Backstage
from reader.ui.kiosk_closed import closed_sign
from reader.ui.kiosk_frame import TITLE, KioskFrame
from reader.ui.kiosk_input import InputGate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reader.kiosk.messages import ToSupervisor


@pytest.fixture
def frame(qtbot: QtBot) -> KioskFrame:
    made = KioskFrame()
    qtbot.addWidget(made)
    made.stack.addWidget(closed_sign())
    return made


class Supervisor:
    """The other end."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self.heard: list[ToSupervisor] = []

    def say(self, *messages: object) -> None:
        for message in messages:
            self._link.send(message)  # type: ignore[arg-type]

    def hear(self) -> list[ToSupervisor]:
        self.heard += [to_supervisor(datagram) for datagram in self._link.receive()]
        return self.heard


@pytest.fixture
def supervisor(qapp: QApplication, frame: KioskFrame) -> Iterator[Supervisor]:
    ours, theirs = linked_pair()
    link = ChildLink(theirs, leave=lambda _: None)
    backstage = Backstage(qapp, frame, link)
    made = Supervisor(Link(ours))
    made.backstage = backstage  # type: ignore[attr-defined]
    yield made
    qapp.removeEventFilter(backstage.gate)
    backstage.deleteLater()
    link.deleteLater()
    ours.close()
    theirs.close()


class TestFrame:
    def test_it_has_no_frame_no_menu_and_always_one_title(self, frame: KioskFrame) -> None:
        assert frame.windowFlags() & Qt.WindowType.FramelessWindowHint
        assert frame.contextMenuPolicy() is Qt.ContextMenuPolicy.PreventContextMenu
        assert frame.windowTitle() == TITLE

    def test_nothing_closes_it(self, qtbot: QtBot, frame: KioskFrame) -> None:
        frame.appear(frame.screen())
        qtbot.waitExposed(frame)
        assert not frame.close()
        assert frame.isVisible()

    def test_it_fills_the_screen(self, qtbot: QtBot, frame: KioskFrame) -> None:
        frame.appear(frame.screen())
        qtbot.waitUntil(lambda: frame.size() == frame.screen().size())

    def test_what_is_painted_unseen_is_not_said_to_be_seen(
        self, qtbot: QtBot, frame: KioskFrame
    ) -> None:
        seen: list[bool] = []
        frame.painted.connect(lambda: seen.append(True))
        frame.beat.painted.connect(lambda: seen.append(True))
        frame.warm(frame.screen())
        later = QTimer(interval=0, singleShot=True)  # the last to be served
        with qtbot.waitSignal(later.timeout):
            later.start()
        assert seen == []
        frame.appear(frame.screen())
        qtbot.waitUntil(lambda: bool(seen))

    def test_it_says_only_once_that_it_is_seen(self, qtbot: QtBot, frame: KioskFrame) -> None:
        seen: list[bool] = []
        frame.painted.connect(lambda: seen.append(True))
        frame.appear(frame.screen())
        qtbot.waitUntil(lambda: bool(seen))
        with qtbot.waitSignal(frame.beat.painted):
            frame.update()
            frame.beat.ask()
        assert seen == [True]

    def test_a_beat_is_painted_under_whatever_covers_the_window(
        self, qtbot: QtBot, frame: KioskFrame
    ) -> None:
        frame.appear(frame.screen())
        qtbot.waitExposed(frame)
        cover = QPushButton("over everything", frame)
        cover.setAutoFillBackground(True)
        cover.setGeometry(frame.rect())
        cover.show()
        for _ in range(3):
            with qtbot.waitSignal(frame.beat.painted):
                frame.beat.ask()


class TestBackstage:
    def test_it_is_built_then_seen_then_lives(
        self, qtbot: QtBot, supervisor: Supervisor, frame: KioskFrame
    ) -> None:
        supervisor.backstage.ready()  # type: ignore[attr-defined]
        assert supervisor.hear() == [Ready()]
        assert not frame.isVisible()
        supervisor.say(Ping(1))
        qtbot.waitUntil(lambda: supervisor.hear()[1:] == [Pong(1, painted=False)])
        supervisor.say(Show(admits=True))
        qtbot.waitUntil(lambda: supervisor.hear()[2:] == [Painted()])
        supervisor.say(Ping(2))
        qtbot.waitUntil(
            lambda: supervisor.hear()[3:] == [Pong(2, painted=False), Pong(2, painted=True)]
        )

    def test_one_that_waits_fits_a_monitor_that_changes(
        self, qapp: QApplication, supervisor: Supervisor, frame: KioskFrame
    ) -> None:
        supervisor.backstage.ready()  # type: ignore[attr-defined]
        screen = qapp.primaryScreen()
        for change in (
            lambda: screen.geometryChanged.emit(screen.geometry()),
            lambda: qapp.primaryScreenChanged.emit(screen),
        ):
            frame.resize(300, 300)
            change()
            assert frame.size() == screen.size()
            assert not frame.isVisible()
        qapp.primaryScreenChanged.emit(None)

    def test_screens_hear_what_they_asked_for_and_nothing_else(
        self, qtbot: QtBot, supervisor: Supervisor
    ) -> None:
        shown: list[object] = []
        told: list[object] = []
        supervisor.backstage.shown.connect(shown.append)  # type: ignore[attr-defined]
        supervisor.backstage.told.connect(told.append)  # type: ignore[attr-defined]
        supervisor.say(Show(admits=False), Alone(), Ping(1), PinChecked(right=True))
        qtbot.waitUntil(lambda: told == [PinChecked(right=True)])
        assert shown == [Show(admits=False)]

    def test_input_is_let_in_when_the_last_session_is_gone(
        self, qtbot: QtBot, supervisor: Supervisor, frame: KioskFrame
    ) -> None:
        pressed: list[bool] = []
        button = QPushButton("Start")
        button.clicked.connect(lambda: pressed.append(True))
        frame.stack.addWidget(button)
        frame.stack.setCurrentWidget(button)
        supervisor.say(Show(admits=True))
        qtbot.waitUntil(frame.isVisible)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert pressed == []
        supervisor.say(Alone())
        qtbot.waitUntil(lambda: _clicks(qtbot, button, pressed))


def _clicks(qtbot: QtBot, button: QPushButton, pressed: list[bool]) -> bool:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return bool(pressed)


class TestGate:
    @pytest.fixture
    def gate(self, qapp: QApplication) -> Iterator[InputGate]:
        made = InputGate(qapp)
        made.open()
        yield made
        qapp.removeEventFilter(made)
        made.deleteLater()

    @pytest.fixture
    def field(self, qtbot: QtBot) -> QLineEdit:
        made = QLineEdit()
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        made.setFocus()
        return made

    @pytest.mark.usefixtures("gate")
    def test_letters_come_in(self, field: QLineEdit) -> None:
        QTest.keyClicks(field, "What about")
        assert field.text() == "What about"

    def test_a_closed_gate_lets_nothing_in(self, gate: InputGate, field: QLineEdit) -> None:
        gate.close()
        QTest.keyClicks(field, "What about")
        assert field.text() == ""

    @pytest.mark.usefixtures("gate")
    def test_keys_with_the_windows_key_type_nothing(self, field: QLineEdit) -> None:
        for key in "derl":
            QTest.keyClick(field, key, Qt.KeyboardModifier.MetaModifier)
        assert field.text() == ""

    @pytest.mark.parametrize("key", [Qt.Key.Key_Meta, Qt.Key.Key_Menu])
    def test_keys_that_open_menus_are_not_let_in(
        self, gate: InputGate, field: QLineEdit, key: Qt.Key
    ) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        assert gate.eventFilter(field, event)

    @pytest.mark.parametrize(
        ("key", "modifier", "is_stopped"),
        [
            (Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier, True),
            (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, True),
            (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, True),
            (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, False),
            (Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier, False),
        ],
    )
    def test_a_shortcut_that_is_held_down_is_one_and_a_letter_is_many(
        self,
        gate: InputGate,
        field: QLineEdit,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier,
        *,
        is_stopped: bool,
    ) -> None:
        first = QKeyEvent(QEvent.Type.KeyPress, key, modifier)
        again = QKeyEvent(QEvent.Type.KeyPress, key, modifier, "", autorep=True)
        assert not gate.eventFilter(field, first)
        assert gate.eventFilter(field, again) is is_stopped

    def test_no_menu_opens(self, gate: InputGate, field: QLineEdit) -> None:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        assert gate.eventFilter(field, event)

    @pytest.mark.parametrize(
        ("button", "is_stopped"),
        [
            (Qt.MouseButton.LeftButton, False),
            (Qt.MouseButton.MiddleButton, True),
            (Qt.MouseButton.RightButton, True),
            (Qt.MouseButton.BackButton, True),
            (Qt.MouseButton.ForwardButton, True),
        ],
    )
    @pytest.mark.parametrize(
        "kind",
        [
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
        ],
    )
    def test_only_the_left_button_is_let_in(
        self,
        gate: InputGate,
        field: QLineEdit,
        kind: QEvent.Type,
        button: Qt.MouseButton,
        *,
        is_stopped: bool,
    ) -> None:
        where = QPointF(3, 3)
        event = QMouseEvent(kind, where, where, button, button, Qt.KeyboardModifier.NoModifier)
        assert gate.eventFilter(field, event) is is_stopped

    @pytest.mark.parametrize(
        "kind", [QEvent.Type.DragEnter, QEvent.Type.ToolTip, QEvent.Type.WhatsThis]
    )
    def test_drags_and_tips_are_never_let_in(
        self, gate: InputGate, field: QLineEdit, kind: QEvent.Type
    ) -> None:
        gate.close()
        assert gate.eventFilter(field, QEvent(kind))
        gate.open()
        assert gate.eventFilter(field, QEvent(kind))

    def test_what_is_no_input_passes_even_a_closed_gate(
        self, gate: InputGate, field: QLineEdit
    ) -> None:
        gate.close()
        for kind in (QEvent.Type.Paint, QEvent.Type.Resize, QEvent.Type.Timer):
            assert not gate.eventFilter(field, QEvent(kind))

    def test_what_the_program_does_itself_is_no_touch(
        self, gate: InputGate, field: QLineEdit
    ) -> None:
        touched: list[bool] = []
        gate.touched.connect(lambda: touched.append(True))
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        assert not gate.eventFilter(field, event)
        assert touched == []

    def test_a_pointer_at_rest_is_nobody_and_a_hand_is_somebody(self, gate: InputGate) -> None:
        def move(x: float) -> bool:
            where = QPointF(x, 100)
            left = Qt.MouseButton.NoButton
            return gate._is_a_touch(
                QMouseEvent(
                    QEvent.Type.MouseMove, where, where, left, left, Qt.KeyboardModifier.NoModifier
                )
            )

        assert [move(x) for x in (500, 500, 503, 507)] == [False] * 4
        assert move(520)
        assert not move(522)


def test_the_sign_says_what_to_do_and_needs_none_of_our_files(qtbot: QtBot) -> None:
    sign = closed_sign()
    qtbot.addWidget(sign)
    assert "Please tell a member of staff" in sign.text()
    assert sign.textFormat() is Qt.TextFormat.PlainText
