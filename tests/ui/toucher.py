"""Somebody at the window who has a touch screen and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from reader.override import override
from reader.ui.steady_hands import SHAKY_MS
from tests.ui.driver import Person

if TYPE_CHECKING:
    from PySide6.QtGui import QPointingDevice
    from PySide6.QtWidgets import QAbstractButton
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.marking_page import MarkingPage


class Toucher(Person):
    """Puts one finger on what can be seen; scrolling, which a finger does too, is not counted."""

    def __init__(self, qtbot: QtBot, desk: Desk, screen: QPointingDevice) -> None:
        super().__init__(qtbot, desk)
        self._screen = screen
        self._since = QElapsedTimer()
        self._at = QPoint()

    @override
    def press(self, button: QAbstractButton) -> None:
        """Touch the middle of what can be seen of a button that can be pressed."""
        QApplication.processEvents()  # what has just changed moves to its place before the touch
        self._reveal(button)
        assert button.isVisible(), f"{button.accessibleName()!r} is not on the screen"
        assert button.isEnabled(), f"{button.accessibleName()!r} cannot be pressed"
        at = button.mapTo(self.window, button.visibleRegion().boundingRect().center())
        under = self.window.childAt(at)
        assert under is button or button.isAncestorOf(under), f"{under!r} is over {button!r}"
        heard: list[bool] = []
        button.pressed.connect(lambda: heard.append(True))
        self._touch(at, may_repeat=bool(button.property("repeats")))
        self._qtbot.waitUntil(lambda: bool(heard), timeout=2000)

    @override
    def pick(self, page: MarkingPage, passage: str) -> None:
        """Touch the middle of a passage, or as near as there is no word to be pressed."""
        self._touch(page.view.viewport().mapTo(self.window, self.middle_of(page, passage)))
        self._qtbot.waitUntil(lambda: page.view.selected == passage, timeout=2000)

    def _reveal(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        QApplication.processEvents()

    def _touch(self, at: QPoint, *, may_repeat: bool = False) -> None:
        """Nobody means the same place twice so soon, unless it ``may_repeat``: ``SteadyHands``."""
        is_near = (at - self._at).manhattanLength() < self.desk.looks.look.px(48)
        if (
            is_near
            and not may_repeat
            and self._since.isValid()
            and self._since.elapsed() <= SHAKY_MS
        ):
            QTest.qWait(SHAKY_MS)
        self.presses += 1
        handle = self.window.windowHandle()
        touch = QTest.touchEvent(handle, self._screen, False)
        touch.press(0, at, handle).commit(True)
        touch.release(0, at, handle).commit(True)
        QApplication.processEvents()
        self._at = at
        self._since.restart()
