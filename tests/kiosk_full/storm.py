"""Random input by the thousand, of every kind that a touch screen, a mouse and a keyboard give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from PySide6.QtGui import QPointingDevice, QWindow

LETTERS = [*range(0x20, 0x7F)]
KEYS = [
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Menu),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp),
    *(Qt.Key.Key_PageDown, Qt.Key.Key_Insert, Qt.Key.Key_Print, Qt.Key.Key_Back),
    *(Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F10, Qt.Key.Key_F11),
    *(Qt.Key.Key_Meta, Qt.Key.Key_PowerOff, Qt.Key.Key_HomePage, Qt.Key.Key_LaunchMail),
    *(Qt.Key.Key_Forward, Qt.Key.Key_Help, Qt.Key.Key_Copy, Qt.Key.Key_Paste, Qt.Key.Key_Close),
]
_Modifier = Qt.KeyboardModifier
MODIFIERS = [
    *([_Modifier.NoModifier] * 6),
    _Modifier.ShiftModifier,
    _Modifier.ControlModifier,
    _Modifier.AltModifier,
    _Modifier.MetaModifier,
    _Modifier.ControlModifier | _Modifier.ShiftModifier,
    _Modifier.ControlModifier | _Modifier.AltModifier,
]
_Button = Qt.MouseButton
BUTTONS = [
    *([_Button.LeftButton] * 6),
    *(_Button.RightButton, _Button.MiddleButton, _Button.BackButton, _Button.ForwardButton),
]


class Storm:
    """Sends events to ``window`` as the system does, touches from ``device``; ``rng`` decides."""

    def __init__(self, window: QWindow, device: QPointingDevice, rng: random.Random) -> None:
        self._window = window
        self._rng = rng
        self._device = device
        self._kinds: list[tuple[Callable[[], int], int]] = [
            (self._click, 45),
            (self._key, 25),
            (self._letter, 15),
            (self._drag, 5),
            (self._double_click, 4),
            (self._fingers, 6),
        ]

    def blow(self, count: int) -> int:
        """Send ``count`` events or a few more; gives how many."""
        kinds, weights = zip(*self._kinds, strict=True)
        sent = 0
        while sent < count:
            (kind,) = self._rng.choices(kinds, weights)
            sent += kind()
        return sent

    def _point(self) -> QPoint:
        rng, size = self._rng, self._window.size()
        return QPoint(rng.randrange(size.width()), rng.randrange(size.height()))

    def _modifier(self) -> Qt.KeyboardModifier:
        return self._rng.choice(MODIFIERS)

    def _click(self) -> int:
        button = self._rng.choice(BUTTONS)
        QTest.mouseClick(self._window, button, self._modifier(), self._point())
        return 2

    def _double_click(self) -> int:
        QTest.mouseDClick(self._window, _Button.LeftButton, self._modifier(), self._point())
        return 4

    def _drag(self) -> int:
        button, modifier = self._rng.choice(BUTTONS), self._modifier()
        QTest.mousePress(self._window, button, modifier, self._point())
        for _ in range(3):
            QTest.mouseMove(self._window, self._point())
        QTest.mouseRelease(self._window, button, modifier, self._point())
        return 5

    def _key(self) -> int:
        QTest.keyClick(self._window, self._rng.choice(KEYS), self._modifier())
        return 2

    def _letter(self) -> int:
        QTest.keyClick(self._window, chr(self._rng.choice(LETTERS)), self._modifier())
        return 2

    def _fingers(self) -> int:
        fingers = range(self._rng.randint(1, 5))
        for send in ("press", "move", "release"):
            event = QTest.touchEvent(self._window, self._device)
            for finger in fingers:
                getattr(event, send)(finger, self._point())
            event.commit()
        return 3
