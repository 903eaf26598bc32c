"""A few words set as the text of booklets is, to see a choice at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from reader.override import override
from reader.ui.reading_style import LINE_EM, USUAL
from reader.ui.section_formats import letters, lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from reader.ui.look import Looks

PADDING_UNITS = 12


class TextSample(QWidget):
    """As many whole lines of ``text`` as ``fit`` has room for, one at the least."""

    def __init__(self, looks: Looks, text: str) -> None:
        super().__init__()
        self._looks = looks
        self._text = text
        self._room = 0
        self._document = QTextDocument(self)
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self.setAccessibleName(self.tr("Sample: {text}").format(text=text))
        looks.changed.connect(self._set)
        self._set()

    def fit(self, width: int, room: int) -> None:
        """Take the height for that width: no more than ``room`` unless a single line is more."""
        self._room = room
        count, line = self._flow_within(width)
        self.setFixedHeight(count * line + 2 * self._padding())
        self.update()

    def _set(self) -> None:
        look = self._looks.look
        self._document.clear()
        cursor = QTextCursor(self._document)
        cursor.setBlockFormat(lines(look, LINE_EM[USUAL]))
        cursor.insertText(self._text, letters(look))
        self.fit(self.width(), self._room)

    def _padding(self) -> int:
        return self._looks.look.px(PADDING_UNITS)

    def _flow_within(self, width: int) -> tuple[int, int]:
        """Wrap for a widget that wide; how many lines are shown, and the height of one."""
        look = self._looks.look
        self._document.setTextWidth(max(1, min(width - 2 * self._padding(), look.measure_px)))
        self._document.size()  # Qt lays out lazily, and no lines are counted before it has
        line = round(look.reading.line_em * look.text_px)
        fitting = (self._room - 2 * self._padding()) // line
        return max(1, min(fitting, self._document.lastBlock().layout().lineCount())), line

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.fit(self.width(), self._room)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        count, line = self._flow_within(self.width())
        padding = self._padding()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._looks.look.colour("ground")))
        left, width = padding, round(self._document.textWidth())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = self.width() - padding - width
        painter.translate(left, padding)
        self._document.drawContents(painter, QRectF(0, 0, width, count * line))
        painter.end()
