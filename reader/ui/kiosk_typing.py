"""Brings the keys onto a kiosk's screen while there is a field to type into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from reader.override import override
from reader.ui.kiosk_keyboard import is_field
from reader.ui.scrolling import bring_into_view

if TYPE_CHECKING:
    from reader.ui.kiosk_keyboard import KioskKeyboard

SETTLE_MS = 40
"""The page has taken its new size by then."""

REST_MS = 250
"""A press moves the keyboard's focus before it is let go: what it is on must not move away."""

ROOM_PX = 10


class KioskTyping(QObject):
    """Follows the keyboard's focus among the children of ``among``.

    Signals:
        changed(bool): the keys came, or went; whoever shares the screen with them makes room.
    """

    changed = Signal(bool)

    def __init__(self, app: QApplication, keys: KioskKeyboard, among: QWidget) -> None:
        super().__init__(keys)
        self._app = app
        self._keys = keys
        self._among = among
        self._put_away: QWidget | None = None
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._leave)
        self._into_view = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._into_view.timeout.connect(self._show_field)
        app.focusChanged.connect(self._follow)
        keys.hide_requested.connect(self.put_away)

    def put_away(self) -> None:
        """Hide the keys until another field, or the same once more, is gone to."""
        field = self._keys.field
        self._put_away = field
        if field is not None and isValid(field):
            self._pressable(field).installEventFilter(self)
            if self._keys.hasFocus():
                field.setFocus()
        self._show(shown=False)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is self._keys:
            self._rest.stop()
        elif isinstance(now, QLineEdit | QPlainTextEdit) and is_field(now):
            self._rest.stop()
            if self._among.isAncestorOf(now) and now is not self._put_away:
                self._keys.type_into(now)
                self._show(shown=True)
        else:
            self._put_away = None
            self._rest.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that the keys were put away for is pressed: they are wanted again."""
        if event.type() is QEvent.Type.MouseButtonPress:
            watched.removeEventFilter(self)
            field = self._app.focusWidget()
            if isinstance(field, QLineEdit | QPlainTextEdit) and field is self._put_away:
                self._put_away = None
                self._keys.type_into(field)
                self._show(shown=True)
        return False

    def _pressable(self, field: QLineEdit | QPlainTextEdit) -> QWidget:
        return field if isinstance(field, QLineEdit) else field.viewport()

    def _leave(self) -> None:
        if self._app.mouseButtons():
            self._rest.start()
            return
        now = self._app.focusWidget()
        if now is not self._keys and not is_field(now):
            self._show(shown=False)

    def _show(self, *, shown: bool) -> None:
        if shown == self._keys.isHidden():
            self._keys.setVisible(shown)
            self.changed.emit(shown)
        if shown:
            field = self._keys.field
            if field is not None:
                QWidget.setTabOrder(field, self._keys)
            self._into_view.start()

    def _show_field(self) -> None:
        field = self._keys.field
        if field is not None and isValid(field) and field.isVisible():
            bring_into_view(field, ROOM_PX)
