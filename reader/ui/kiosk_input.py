"""All input of a session passes here: what counts as a touch, and what is never let in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from reader.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

LEAST_MOVE_PX = 8
"""A window that appears under a pointer at rest is told of a move; hands move farther."""

_Type = QEvent.Type
KEYS = frozenset({_Type.KeyPress, _Type.KeyRelease, _Type.ShortcutOverride, _Type.Shortcut})
TOUCHES = frozenset({_Type.TouchBegin, _Type.TouchUpdate, _Type.TouchEnd, _Type.TouchCancel})
PRESSES = frozenset(
    {_Type.MouseButtonPress, _Type.MouseButtonRelease, _Type.MouseButtonDblClick, _Type.Wheel}
)
NEVER = frozenset(
    {
        *(_Type.ContextMenu, _Type.DragEnter, _Type.DragMove, _Type.Drop, _Type.DragLeave),
        *(_Type.ToolTip, _Type.WhatsThis, _Type.WhatsThisClicked, _Type.FileOpen),
        *(_Type.NativeGesture, _Type.Gesture, _Type.GestureOverride, _Type.EnterWhatsThisMode),
    }
)
INPUT = KEYS | TOUCHES | PRESSES | {_Type.MouseMove}


class InputGate(QObject):
    """Lets nothing in until it is opened, and afterwards only what a kiosk has a use for.

    Keys with the Windows key, context menus, drags, tool tips and every mouse button but the left
    are never let in, and shortcuts once for each time that they are pressed. A key press is seen
    several times on its way from the window to the focused widget, so ``touched`` says that
    something happened, never how often.

    Signals:
        touched(): a person did something.
    """

    touched = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._is_open = False
        self._rest: QPointF | None = None
        app.installEventFilter(self)

    def open(self) -> None:
        """Let people in: nobody else's session is alive any more."""
        self._is_open = True

    def close(self) -> None:
        """Let nobody in: the session is over."""
        self._is_open = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in NEVER:
            return True
        if kind not in INPUT:
            return False
        if not self._is_open or _is_foreign(event):
            return True
        if event.spontaneous() and self._is_a_touch(event):
            self.touched.emit()
        return False

    def _is_a_touch(self, event: QEvent) -> bool:
        if event.type() is not _Type.MouseMove or not isinstance(event, QMouseEvent):
            return True
        where = event.globalPosition()
        if self._rest is None:
            self._rest = where
            return False
        if (where - self._rest).manhattanLength() <= LEAST_MOVE_PX:
            return False
        self._rest = where
        return True


def _is_held(event: QKeyEvent) -> bool:
    """Whether it comes of a shortcut that is held down.

    One opens a page or changes the size. Done thirty times a second, nothing else would be.
    """
    shortcut = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    return event.isAutoRepeat() and (bool(event.modifiers() & shortcut) or is_function)


def _is_foreign(event: QEvent) -> bool:
    if isinstance(event, QKeyEvent):
        with_meta = bool(event.modifiers() & Qt.KeyboardModifier.MetaModifier)
        return with_meta or event.key() in (Qt.Key.Key_Meta, Qt.Key.Key_Menu) or _is_held(event)
    if isinstance(event, QMouseEvent) and event.type() is not _Type.MouseMove:
        # The middle button pastes, the right one opens menus, the others go back and forward.
        return event.button() is not Qt.MouseButton.LeftButton
    return False
