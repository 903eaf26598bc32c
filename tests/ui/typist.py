"""Somebody at the window who has a keyboard and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.driver import Person

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from reader.ui.marking_page import MarkingPage

MOST_KEYS = 200
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Typist(Person):
    """Reaches everything by Tab, F6 and arrows, which are not counted, and presses by Enter."""

    @property
    def focused(self) -> QWidget:
        """What has the keyboard: something always has, it can be seen, and can be used."""
        found = QApplication.focusWidget()
        assert found is not None, "the keyboard is lost"
        assert found.window() is self.window
        assert found.isVisible(), found
        assert found.isEnabled(), found
        return found

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """A key, for whatever has the keyboard."""
        QTest.keyClick(self.focused, key, modifiers or Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()

    def reach(self, widget: QWidget) -> None:
        """Tab until ``widget`` has the keyboard; in a group of choices, go on by arrows."""
        self.find(widget, (Qt.Key.Key_Tab, Qt.Key.Key_Down))

    def find(self, widget: QWidget, keys: tuple[Qt.Key, ...]) -> None:
        """Press the first key again and again; where it comes round, the next."""
        met = []
        for key in keys:
            for _ in range(MOST_KEYS):
                if self.focused is widget:
                    return
                met.append(self.focused.accessibleName())
                self.key(key)
        message = f"{widget.accessibleName()!r} cannot be reached, only {dict.fromkeys(met)}"
        raise AssertionError(message)

    def press(self, button: QAbstractButton) -> None:
        """Reach a button by Tab, see that it is shown whole, and press Enter."""
        QApplication.processEvents()
        self.reach(button)
        self.presses += 1
        self.key(Qt.Key.Key_Return)

    def pick(self, page: MarkingPage, passage: str) -> None:
        """Go down to a passage, and Enter."""
        page.view.setFocus()
        for _ in range(MOST_KEYS):
            if page.view.selected == passage:
                break
            self.key(Qt.Key.Key_Down)
        assert page.view.selected == passage
        self.presses += 1
        self.key(Qt.Key.Key_Return)

    def tabbed(self, *, back: bool = False) -> list[QWidget]:
        """What Tab reaches from here until it comes round, in order."""
        found: list[QWidget] = []
        for _ in range(MOST_KEYS):
            self.key(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, SHIFT if back else None)
            if found and self.focused is found[0]:
                return found
            found.append(self.focused)
        message = f"Tab does not come round: {[one.accessibleName() for one in found[-5:]]}"
        raise AssertionError(message)
