"""For hands that shake: the same press again, at once, is no second press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from reader.override import override
from reader.ui.controls import PressButton
from reader.ui.window_events import WindowEvents

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.look import Looks

SHAKY_MS = 350
"""How long after a press was let go another on the same action counts as the same."""

NEAR_UNITS = 24
"""Half a target: a press so near the last one was meant for what stood there before."""

POINTED = (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)
KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class SteadyHands(WindowEvents):
    """Drops a press on a button within ``SHAKY_MS`` of the last press, on whatever that was.

    On the same button; with the mouse or a finger also on another that has come to stand in that
    place; with a key also on another to which the first press has moved the keyboard. A key that
    is held down is one press. A finger that has moved scrolls, and presses nothing. Buttons with
    the property ``repeats`` are left alone, and so are typing and scrolling. Events without a time
    (0) come from no hand.
    """

    def __init__(self, window: QWidget, looks: Looks) -> None:
        super().__init__(window)
        self._looks = looks
        self._last: PressButton | None = None
        self._at = QPoint()
        self._time = 0
        self._is_by_key = False
        self._drops_release = False

    @override
    def take(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() in POINTED:
            return self._mouse(event)
        if isinstance(event, QKeyEvent):
            if event.key() in KEYS:
                return self._key(event)
            if event.type() is QEvent.Type.KeyPress:
                self._time = 0  # Tab and others move the keyboard on purpose
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        if event.deviceType() is QInputDevice.DeviceType.TouchScreen and self._has_moved(at):
            self.let_go()
        if event.type() is QEvent.Type.MouseButtonRelease:
            if self._drops_release:
                self._drops_release = False
                return True
            self._time = event.timestamp()
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._drops_release = False  # the last one's may never have come
            button = self._button(self._window.childAt(at))
            is_near = (at - self._at).manhattanLength() <= self._looks.look.px(NEAR_UNITS)
            if self._is_soon(event.timestamp()) and button is not None:
                self._drops_release = is_near or button is self._last
            if not self._drops_release:
                self._last, self._at, self._is_by_key = button, at, False
            return self._drops_release
        elif event.type() is QEvent.Type.MouseButtonDblClick:
            return self._drops_release  # it comes after its press, and in its place in a widget
        return False

    def _has_moved(self, at: QPoint) -> bool:
        return (at - self._at).manhattanLength() >= QApplication.startDragDistance()

    def _key(self, event: QKeyEvent) -> bool:
        button = self._button(self._window.focusWidget())
        if event.isAutoRepeat():
            return button is not None
        if event.type() is QEvent.Type.KeyRelease and self._drops_release:
            self._drops_release = False
        elif event.type() is QEvent.Type.KeyRelease:
            self._time = event.timestamp()
        elif event.type() is QEvent.Type.KeyPress:
            same = self._is_by_key or button is self._last
            self._drops_release = button is not None and same and self._is_soon(event.timestamp())
            if not self._drops_release:
                self._last, self._at, self._is_by_key = button, QPoint(), True
                self._time = event.timestamp()
            return self._drops_release
        return False

    def _is_soon(self, time: int) -> bool:
        return 0 < self._time <= time < self._time + SHAKY_MS

    def _button(self, widget: QWidget | None) -> PressButton | None:
        """The button that is, or holds, ``widget``, if pressing it again at once means nothing."""
        while widget is not None and not isinstance(widget, PressButton):
            widget = widget.parentWidget()
        return None if widget is None or widget.property("repeats") else widget
