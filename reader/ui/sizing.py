"""The size of everything, changed from anywhere: keys, the wheel with Ctrl, two fingers."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QKeySequence,
    QNativeGestureEvent,
    QShortcut,
    QTouchEvent,
    QWheelEvent,
)

from reader.override import override
from reader.ui.announcing import say
from reader.ui.language import in_digits
from reader.ui.look import next_size
from reader.ui.window_events import WindowEvents

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.look import Looks

USUAL = 1.0
NOTCH = 120
"""What a wheel turns from one stop to the next, in eighths of a degree."""

TWO = 2
STEP_RATIO = 1.25
"""How much further apart two fingers go for a step; as much nearer for one back."""


class Sizing(WindowEvents):
    """Steps through the sizes of ``window``.

    The wheel is taken before any page sees it: a text browser would grow by itself, letters alone.
    """

    def __init__(self, window: QWidget, looks: Looks) -> None:
        super().__init__(window)
        self._looks = looks
        self._turned = 0
        self._spread = 1.0
        self._apart = 0.0
        for keys, slot in (
            ("Ctrl++", self.bigger),
            ("Ctrl+=", self.bigger),
            ("Ctrl+-", self.smaller),
            ("Ctrl+0", self.usual),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(slot)

    def bigger(self) -> None:
        """Everything one step bigger."""
        self.step(1)

    def smaller(self) -> None:
        """Everything one step smaller."""
        self.step(-1)

    def usual(self) -> None:
        """Everything at size 1.0."""
        self._be(USUAL)

    def step(self, step: int) -> None:
        """Everything ``step`` bigger or smaller."""
        self._be(next_size(self._looks.look.size, step))

    def _be(self, size: float) -> None:
        """Change to ``size`` and say so, also where it was that already: there the steps end."""
        self._looks.change(size=size)
        told = self.tr("{percent} per cent of the usual size")
        say(self._window, told.format(percent=in_digits(round(size * 100))))

    @override
    def take(self, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QNativeGestureEvent):
            return self._touchpad(event)
        return isinstance(event, QTouchEvent) and self._fingers(event)

    def _wheel(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned = 0
            return False
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= NOTCH:
            way = 1 if self._turned > 0 else -1
            self._turned -= way * NOTCH
            self.step(way)
        event.accept()
        return True

    def _touchpad(self, event: QNativeGestureEvent) -> bool:
        match event.gestureType():
            case Qt.NativeGestureType.BeginNativeGesture:
                self._spread = 1.0
            case Qt.NativeGestureType.ZoomNativeGesture:
                self._spread_by(1 + event.value())
            case _:
                return False
        return True

    def _fingers(self, event: QTouchEvent) -> bool:
        """Qt's own pinch counts every movement twice where one widget lies in another."""
        points = event.points()
        if len(points) < TWO or event.type() is not QEvent.Type.TouchUpdate:
            self._apart = 0.0
            return False
        way = points[0].position() - points[1].position()
        apart = hypot(way.x(), way.y())
        if self._apart:
            self._spread_by(apart / self._apart)
        else:
            self._spread = 1.0
            self.let_go()
        self._apart = max(apart, 1.0)
        return False

    def _spread_by(self, factor: float) -> None:
        """A step for every ``STEP_RATIO`` that the fingers have gone since the last one."""
        self._spread *= factor
        if self._spread >= STEP_RATIO:
            self._spread /= STEP_RATIO
            self.step(1)
        elif self._spread <= 1 / STEP_RATIO:
            self._spread *= STEP_RATIO
            self.step(-1)
