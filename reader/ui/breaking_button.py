"""A button whose words go on in a second line where there is no room: Qt's own have one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from reader.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent


class BreakingButton(QPushButton):
    """As wide as its words where there is room for them, and no narrower than the longest.

    An ampersand in them is an ampersand: no letter of them is a key of its own.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_escaped(text), parent)
        self._has_room = False

    @override
    def setText(self, text: str) -> None:
        super().setText(_escaped(text))

    @override
    def text(self) -> str:
        return super().text().replace("&&", "&")

    @override
    def sizeHint(self) -> QSize:
        """Room for all words beside each other; as high as they are in the width there is."""
        hint = super().sizeHint()
        lines = self._broken(hint).count("\n") + 1
        if lines > 1:
            spacing = self.fontMetrics().lineSpacing()
            hint.setHeight(max(hint.height(), lines * spacing + spacing // 2))
        return hint

    @override
    def minimumSizeHint(self) -> QSize:
        hint, text = self.sizeHint(), self.text()
        spare = self._words_width() - longest_word(text, self.fontMetrics())
        return QSize(hint.width() - spare, hint.height()) if " " in text else hint

    def _words_width(self) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, super().text()).width()

    def _broken(self, hint: QSize) -> str:
        """The words with line breaks, if they need any; ``hint`` is the room for one line."""
        text = self.text()
        if not self._has_room or hint.width() <= self.width() or " " not in text:
            return text
        around = hint.width() - self._words_width()
        return broken(text, self.fontMetrics(), self.width() - around)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._has_room = True
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        text = self._broken(super().sizeHint())
        if text == self.text():
            super().paintEvent(event)
            return
        option: Any = QStyleOptionButton()  # the stubs lack its text
        self.initStyleOption(option)
        option.text = _escaped(text)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


def _escaped(text: str) -> str:
    return text.replace("&", "&&")


def broken(text: str, metrics: QFontMetrics, room: int) -> str:
    """``text`` with line breaks between words, so that lines fit into ``room`` pixels.

    A word that is longer than that has a line to itself.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def longest_word(text: str, metrics: QFontMetrics) -> int:
    """How many pixels the longest word of ``text`` takes."""
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
