"""Keys that hold everywhere: F6 from part to part, H from heading to heading, ? for the keys.

Letters come here only when what has the keyboard does not want them: Qt passes a key from a control
to what holds it, and at last to the window. A field keeps what is typed into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from reader.override import override
from reader.ui.announcing import say
from reader.ui.bounds import RING_PX
from reader.ui.regions import Region, Regions
from reader.ui.scrolling import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ui.keys_panel import KeysPanel
    from reader.ui.window import Window

FIELDS = (QLineEdit, QPlainTextEdit)
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class MovingAbout(QObject):
    """Listens to the keys of ``window``, says which page is shown, and never loses the keyboard."""

    def __init__(self, window: Window, app: QApplication) -> None:
        super().__init__(window)
        self._window = window
        self._panel: KeysPanel | None = None
        self._before: QWidget | None = None
        self.regions = Regions(window, self._found)
        window.installEventFilter(self)
        window.page_shown.connect(self._say_page)
        app.focusChanged.connect(self._follow)
        for keys, slot in (
            ("F6", self.next_region),
            ("Shift+F6", self.previous_region),
            ("F1", self.show_keys),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(slot)

    # ---- regions and headings

    def next_region(self) -> None:
        """Give the keyboard to the next part of the window."""
        self._step_region(1)

    def previous_region(self) -> None:
        """Give the keyboard to the part of the window before."""
        self._step_region(-1)

    def _step_region(self, by: int) -> None:
        if not self.are_keys_shown:
            self.regions.step(by)

    def _found(self) -> Iterator[Region]:
        window = self._window
        yield Region(window.rail)
        yield Region(window.header)
        yield from (Region(strip) for strip in window.strips)
        if window.page is not None:
            yield from window.page.regions()
        if window.comfort is not None:
            yield Region(window.comfort)
        yield Region(window.notice)

    def step_heading(self, by: int) -> None:
        """Go to the next heading of the page (1) or the one before (-1), or say there is none."""
        page = self._window.page
        if page is not None and not page.step_heading(by):
            none_after, none_before = self.tr("No more headings."), self.tr("No heading before.")
            say(page, none_after if by > 0 else none_before)

    # ---- the panel of keys

    @property
    def are_keys_shown(self) -> bool:
        """Whether the panel of keys covers the window."""
        return self._panel is not None and self._panel.isVisible()

    def show_keys(self) -> None:
        """Show which keys there are, or put them away again."""
        if self.are_keys_shown:
            self.hide_keys()
            return
        if self._panel is None:
            from reader.ui.keys_panel import KeysPanel

            self._panel = KeysPanel(self._window.looks, self._window)
            self._panel.closed.connect(self.hide_keys)
        self._before = self._window.focusWidget()
        self._panel.open()

    def hide_keys(self) -> None:
        """Put the panel away, and give the keyboard back to what had it."""
        if self._panel is None or not self._panel.isVisible():
            return
        before, self._before = self._before, None
        is_there = before is not None and isValid(before) and before.isVisible()
        if before is not None and is_there:
            before.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._window.focus_page()
        self._panel.hide()

    # ---- pages, and the keyboard

    def _say_page(self) -> None:
        page = self._window.page
        if page is not None:
            self.hide_keys()
            page.setAccessibleName(page.spoken_name)
            say(page, page.spoken_name)

    def _follow(self, _before: QWidget | None, focused: QWidget | None) -> None:
        if focused is None:
            QTimer.singleShot(0, self, self._catch)
        else:
            self.regions.remember(focused)
            if QApplication.mouseButtons() == Qt.MouseButton.NoButton:  # not from under a finger
                bring_into_view(focused, RING_PX)

    def _catch(self) -> None:
        """What had the keyboard is gone: the page has it then."""
        window = self._window
        if window.isActiveWindow() and QApplication.focusWidget() is None:
            window.focus_page()

    # ---- Qt

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        return is_key and isinstance(event, QKeyEvent) and self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key nobody else wanted stands for; whether it stands for something."""
        if event.key() == Qt.Key.Key_Escape:
            return self._close_something()
        if isinstance(self._window.focusWidget(), FIELDS):
            return False
        if event.text() == "?":
            self.show_keys()
            return True
        if event.key() == Qt.Key.Key_H and event.modifiers() in (_PLAIN, _SHIFT):
            self.step_heading(-1 if event.modifiers() == _SHIFT else 1)
            return True
        return False

    def _close_something(self) -> bool:
        comfort = self._window.comfort
        if self.are_keys_shown:
            self.hide_keys()
        elif comfort is not None and comfort.isVisible():
            comfort.closed.emit()
        elif self._window.notice.isVisible():
            self._window.notice.clear()
        else:
            return False
        return True
