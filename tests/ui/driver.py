"""Uses the real window as a person does, and counts the presses."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from reader.ui.print_page import PrintPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.history import PageName
    from reader.ui.marking_page import MarkingPage

Kind = TypeVar("Kind", bound=QWidget)


class Person:
    """Somebody at the window; ``presses`` counts clicks, taps and Enter on a control."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self._qtbot = qtbot
        self.desk = desk
        self.window = desk.window
        self.presses = 0

    def press(self, button: QAbstractButton) -> None:
        """Click a button that can be seen and pressed."""
        assert button.isVisible(), f"{button.accessibleName()!r} is not on the screen"
        assert button.isEnabled(), f"{button.accessibleName()!r} cannot be pressed"
        self.presses += 1
        QApplication.processEvents()  # what has just changed moves to its place before the press
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def press_named(self, name: str) -> None:
        """Click the one visible button of that name."""
        self.press(self.button(name))

    def button(self, name: str) -> QAbstractButton:
        """The one visible button that screen readers call ``name``; new ones show a moment late."""

        def there_is_one() -> None:
            assert self.names().count(name) == 1, (name, self.names())

        self._qtbot.waitUntil(there_is_one, timeout=2000)
        buttons = self.window.findChildren(QAbstractButton)
        return next(one for one in buttons if one.isVisible() and one.accessibleName() == name)

    def names(self) -> list[str]:
        """What every visible button is called."""
        buttons = self.window.findChildren(QAbstractButton)
        return [one.accessibleName() for one in buttons if one.isVisible()]

    def page(self, kind: type[Kind]) -> Kind:
        """The page that is shown, which is of that kind."""
        page = self.window.page
        assert isinstance(page, kind), f"{page!r} is shown"
        return page

    def paper(self) -> PrintPage:
        """The Print page, once its pages are made and can be read aloud."""
        page = self.page(PrintPage)
        self._qtbot.waitUntil(lambda: not page.is_making)
        self._qtbot.waitUntil(lambda: all(one.accessibleName() for one in page.view.sheets))
        return page

    def go(self, page: PageName) -> None:
        """Press a page's button in the rail."""
        self.press(self.window.rail.buttons[page])

    def pick(self, page: MarkingPage, passage: str) -> None:
        """Click in the middle of a passage, or as near as there is no word to be pressed."""
        at = self.middle_of(page, passage)
        self.presses += 1
        self._qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    @staticmethod
    def middle_of(page: MarkingPage, passage: str) -> QPoint:
        """Where a passage that is brought into view can be pressed, in the text's viewport."""
        page.view.scroll_to(passage)
        at = page.view.passage_rect(passage).center().toPoint()
        while page.view.anchorAt(at):
            at += QPoint(10, 0)
        return at

    def drag(self, page: MarkingPage, start: QPoint, end: QPoint) -> None:
        """Press, move and let go in the text."""
        viewport = page.view.viewport()
        self._qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        self._qtbot.mouseMove(viewport, end)
        self._qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)

    def keys(self, widget: QWidget, *keys: Qt.Key) -> None:
        """Press keys on ``widget``."""
        for key in keys:
            self._qtbot.keyClick(widget, key)

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        focused = self.window.focusWidget()
        assert focused is not None
        self._qtbot.keyClicks(focused, text)
