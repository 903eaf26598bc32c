"""A few words set as the text of booklets is, to see a choice at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.override import override
from reader.ui.reading_style import LINE_EM, USUAL
from reader.ui.section_formats import letters, lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.ui.look import Looks

PADDING_UNITS = 12


class TextSample(QWidget):
    """As many whole lines of ``text`` as ``set_room`` has room for, one at the least."""

    def __init__(self, looks: Looks, text: str) -> None:
        super().__init__()
        self._looks = looks
        self._text = text
        self._room = 0
        self._document = QTextDocument(self)
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self.setAccessibleName(self.tr("Sample: {text}").format(text=text))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        looks.changed.connect(self._set)
        self._set()

    def set_room(self, pixels: int) -> None:
        """Be no higher than ``pixels`` unless a single line is."""
        if pixels != self._room:
            self._room = pixels
            self.updateGeometry()
            self.update()

    def _set(self) -> None:
        look = self._looks.look
        self._document.clear()
        cursor = QTextCursor(self._document)
        cursor.setBlockFormat(lines(look, LINE_EM[USUAL]))
        cursor.insertText(self._text, letters(look))
        self.updateGeometry()
        self.update()

    def _padding(self) -> int:
        return self._looks.look.px(PADDING_UNITS)

    def _flow_within(self, width: int) -> tuple[int, int]:
        """Wrap for a widget that wide; how many lines are shown, and the height of one."""
        look = self._looks.look
        self._document.setTextWidth(max(1, min(width - 2 * self._padding(), look.measure_px)))
        line = round(look.reading.line_em * look.text_px)
        fitting = (self._room - 2 * self._padding()) // line
        return max(1, min(fitting, self._document.lastBlock().layout().lineCount())), line

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 1)))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        count, line = self._flow_within(width)
        return count * line + 2 * self._padding()

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
