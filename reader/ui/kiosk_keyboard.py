"""Keys on a kiosk's screen. They type into one field, learn nothing and write nothing down."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from reader.override import override
from reader.ui import kiosk_keys
from reader.ui.controls import Button, Rank, repolish
from reader.ui.kiosk_keys import ACROSS, Act, Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from reader.ui.look import Looks

EDGE_PX = 4
WIDEST_KEY_PX = 118
LEAST_HEIGHT_PX = 76
HELD_MS = 700
"""A numb finger stays longer on a key than Qt thinks before it repeats."""

SHARE = 0.09
"""A key takes no more of the screen's height than this, unless it would be too small to hit."""

Field = QLineEdit | QPlainTextEdit
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class KioskKeyboard(QFrame):
    """Keys that lie edge to edge: no press falls between two.

    No key takes the keyboard from the field. Whoever uses a switch in place of a finger comes here
    by Tab, goes from key to key by the arrows and presses one by Enter or Space.

    Signals:
        hide_requested: the keys are not wanted just now.
        pressed(str): the name of the key that was pressed, or that the arrows came to.
    """

    hide_requested = Signal()
    pressed = Signal(str)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.setObjectName("kiosk-keys")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Keys. Choose one with the arrow keys, press it by Enter."))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("focus_ring", "inside")
        self.field: Field | None = None
        self._pages = {
            Act.LETTERS: self._built(kiosk_keys.letters()),
            Act.NUMBERS: self._built(kiosk_keys.numbers()),
            Act.BEGINNINGS: self._built(kiosk_keys.beginnings()),
        }
        self._shown = Act.LETTERS
        self._is_shifted = False
        self._at = (0, 0)
        looks.changed.connect(self._lay)
        self.show_page(Act.LETTERS)
        self.hide()

    def _built(self, rows: Sequence[Sequence[Key]]) -> list[list[tuple[Button, Key]]]:
        return [[(self._button(key), key) for key in row] for row in rows]

    def _button(self, key: Key) -> Button:
        button = Button(key.shown, self._looks, rank=Rank.KEY, name=key.name, repeats=True)
        button.setParent(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRepeat(key.act is Act.DELETE)
        button.setAutoRepeatDelay(HELD_MS)
        button.setCheckable(key.act is Act.SHIFT)
        button.clicked.connect(lambda: self._press(key))
        return button

    # ---- what is typed, and into what

    def type_into(self, field: Field) -> None:
        """Let what is typed go into ``field``; an empty one begins with a capital."""
        self.field = field
        self.show_page(Act.LETTERS)
        self._shift(on=not _words_of(field))

    def _press(self, key: Key) -> None:
        self.pressed.emit(key.name)
        match key.act:
            case Act.TYPE:
                self._type(key)
            case Act.SHIFT:
                self._shift(on=not self._is_shifted)
            case Act.DELETE:
                self._send(Qt.Key.Key_Backspace, "")
            case Act.ENTER:
                self._send(Qt.Key.Key_Return, "\r")
            case Act.HIDE:
                self.hide_requested.emit()
            case Act.LETTERS | Act.NUMBERS | Act.BEGINNINGS:
                self.show_page(key.act)

    def _type(self, key: Key) -> None:
        is_phrase = len(key.types) > 1
        field = self._living_field()
        is_first = field is not None and not _words_of(field)
        text = key.types.upper() if self._is_shifted and not is_phrase else key.types
        if is_phrase and not is_first:
            text = text[0].lower() + text[1:]
        self._send(Qt.Key.Key_Space if text == " " else Qt.Key.Key_unknown, text)
        self._shift(on=False)
        if is_phrase:
            self.show_page(Act.LETTERS)

    def _send(self, key: Qt.Key, text: str) -> None:
        """As a hardware key would: of all ways this alone respects a field that is read only."""
        plain = Qt.KeyboardModifier.NoModifier
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            field = self._living_field()
            if field is None:
                return
            QApplication.sendEvent(field, QKeyEvent(kind, key, plain, text))
        field = self._living_field()
        if key is Qt.Key.Key_Return and field is not None:
            self._shift(on=not _words_of(field))

    def _living_field(self) -> Field | None:
        """The field, unless it has gone: the keys stay a moment longer."""
        return self.field if self.field is not None and isValid(self.field) else None

    def _shift(self, *, on: bool) -> None:
        self._is_shifted = on
        for button, key in chain.from_iterable(self._pages[Act.LETTERS]):
            if key.act is Act.SHIFT:
                button.setChecked(on)
            elif key.act is Act.TYPE:
                button.setText(
                    key.shown.upper()
                    if on and len(key.types) == 1 and key.types != " "
                    else key.shown
                )

    # ---- pages and room

    def show_page(self, page: Act) -> None:
        """Show the keys of that page: letters, numbers or beginnings."""
        self._shown = page
        self._at = (0, 0)
        for known, rows in self._pages.items():
            for button, _ in chain.from_iterable(rows):
                button.setVisible(known is page)
        self._mark()

    @property
    def keys(self) -> list[list[tuple[Button, Key]]]:
        """The rows of keys that are shown."""
        return self._pages[self._shown]

    def key_px(self) -> int:
        """How high a key is, in pixels."""
        room = round(self.window().height() * SHARE)
        return max(LEAST_HEIGHT_PX, min(self._looks.look.target_px, room))

    def _lay(self) -> None:
        down = self.key_px()
        across = min((self.width() - 2 * EDGE_PX) / ACROSS, WIDEST_KEY_PX)
        left = (self.width() - across * ACROSS) / 2
        for rows in self._pages.values():
            for number, row in enumerate(rows):
                begin = left
                for button, key in row:
                    end = begin + key.width * across
                    button.setGeometry(
                        QRect(
                            round(begin), EDGE_PX + number * down, round(end) - round(begin), down
                        )
                    )
                    begin = end
        self.setFixedHeight(len(self._pages[Act.LETTERS]) * down + 2 * EDGE_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    # ---- by a switch, or by arrows

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            self._step(*_ARROWS[Qt.Key(event.key())])
        elif event.key() in _PRESSES:
            row, place = self._at
            self.keys[row][place][0].click()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide_requested.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, across: int, down: int) -> None:
        row, place = self._at
        if down:
            middle = self.keys[row][place][0].geometry().center().x()
            row = (row + down) % len(self.keys)
            near = [abs(button.geometry().center().x() - middle) for button, _ in self.keys[row]]
            place = near.index(min(near))
        else:
            place = (place + across) % len(self.keys[row])
        self._at = (row, place)
        self._mark()
        self.pressed.emit(self.keys[row][place][1].name)

    def _mark(self) -> None:
        for number, row in enumerate(self.keys):
            for place, (button, _) in enumerate(row):
                is_here = self.hasFocus() and (number, place) == self._at
                if bool(button.property("at")) != is_here:
                    button.setProperty("at", is_here)
                    repolish(button)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark()


def is_field(widget: QWidget | None) -> bool:
    """Whether words can be typed into ``widget``."""
    return isinstance(widget, Field) and not widget.isReadOnly() and widget.isEnabled()


def _words_of(field: Field) -> str:
    """Nothing, once the card that the field was on has been closed under the keys."""
    if not isValid(field):
        return ""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
