"""What no widget of a kiosk has, whoever made it: menus, drops, drags, tool tips, a clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from reader.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_CLIPBOARD = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
_CLIPBOARD_TOO = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.SelectAll)


class KioskLock(QObject):
    """Takes these away from each widget as it is about to be shown for the first time."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        # Qt takes two presses far apart on a touch screen for one double click, and loses one.
        app.setDoubleClickInterval(0)
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Polish if isinstance(watched, QWidget):
                lock(watched)
            case QEvent.Type.MouseButtonPress if isinstance(watched, QWidget):
                let_go_of_words(watched.parentWidget())
            case QEvent.Type.ShortcutOverride | QEvent.Type.KeyPress:
                return isinstance(event, QKeyEvent) and _is_clipboard(event)
            case QEvent.Type.Wheel if isinstance(event, QWheelEvent):
                # A text view would make its letters bigger, and nothing else.
                return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            case _:
                pass
        return False


def lock(widget: QWidget) -> None:
    """Leave ``widget`` what can be done by a press, and nothing else."""
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    widget.setAcceptDrops(False)
    widget.setToolTip("")
    widget.setWhatsThis("")
    widget.setStatusTip("")


def let_go_of_words(text: QWidget | None) -> None:
    """Words that are selected when a press comes could be dragged out of ``text``."""
    if isinstance(text, QTextEdit | QPlainTextEdit) and text.textCursor().hasSelection():
        cursor = text.textCursor()
        cursor.clearSelection()
        text.setTextCursor(cursor)


def _is_clipboard(event: QKeyEvent) -> bool:
    return any(event.matches(keys) for keys in (*_CLIPBOARD, *_CLIPBOARD_TOO))
