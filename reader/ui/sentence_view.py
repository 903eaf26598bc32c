"""A section in which one sentence is marked, and the rest may be dimmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.override import override
from reader.ui.dimming import dimming
from reader.ui.sentence_places import sentence_path, sentence_rects
from reader.ui.spoken_view import SpokenView

if TYPE_CHECKING:
    from reader.booklet.saying import Sentence
    from reader.shelf.glossary import TermFinder
    from reader.ui.look import Looks

PAD_UNITS = 5
LINE_UNITS = 3
WORD_LINE_EM = 0.14


class SentenceView(SpokenView):
    """Adds a sentence that is being read: in a frame, and kept in view."""

    def __init__(self, looks: Looks, finder: TermFinder) -> None:
        super().__init__(looks, finder)
        self._sentence: Sentence | None = None
        self._word = (0, 0)
        self._dims = False

    def show_sentence(self, sentence: Sentence | None, *, dim: bool) -> None:
        """Mark ``sentence``, or none; ``dim`` the rest. It is brought into view."""
        self._sentence, self._dims, self._word = sentence, dim, (0, 0)
        self.reveal_sentence()
        self.viewport().update()

    def show_word(self, start: int, end: int) -> None:
        """Draw a line under these characters of the passage: they are being said."""
        self._word = (start, end)
        self.viewport().update()

    def sentence_rects(self) -> tuple[QRectF, ...]:
        """The lines of the marked sentence, in the viewport's pixels; none when none is."""
        if self._sentence is None:
            return ()
        return self._rects(self._sentence.start, self._sentence.end)

    def _rects(self, start: int, end: int) -> tuple[QRectF, ...]:
        if self._sentence is None or self._section is None:
            return ()
        wanted = self._sentence.passage
        passage = next((one for one in self._section.passages if one.id == wanted), None)
        if passage is None:
            return ()
        scrolled = self.verticalScrollBar().value()
        found = sentence_rects(self.document(), passage, start, end)
        return tuple(rect.translated(0, -scrolled) for rect in found)

    def reveal_sentence(self) -> None:
        """Scroll, only if need be, so that the whole sentence can be seen, or else its start."""
        rects = self.sentence_rects()
        if not rects:
            return
        margin = self.looks.look.text_px
        top = min(rect.top() for rect in rects)
        bottom = max(rect.bottom() for rect in rects)
        height = self.viewport().height()
        if top < 0 or bottom + margin / 2 > height:
            # A third of the way down: what comes next can be seen too.
            room = max(height - (bottom - top) - margin, 0)
            self.scroll_by(round(top - max(min(room, height / 3), self.looks.look.px(PAD_UNITS))))

    # ---- painting

    @override
    def paint_under(self, painter: QPainter) -> None:
        super().paint_under(painter)
        rects = self.sentence_rects()
        if rects:
            painter.fillPath(self._path(rects), QColor(self.looks.look.colour("accent_soft")))

    @override
    def paint_over(self, painter: QPainter) -> None:
        super().paint_over(painter)
        rects = self.sentence_rects()
        if not rects:
            return
        look, path = self.looks.look, self._path(rects)
        if self._dims:
            veil = QColor(look.colour("ground"))
            veil.setAlphaF(dimming(look.theme))
            around = QPainterPath()
            around.addRect(QRectF(self.viewport().rect()))
            painter.fillPath(around.subtracted(path), veil)
        pen = QPen(QColor(look.colour("accent")), look.px(LINE_UNITS))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)
        self._paint_word(painter)

    def _path(self, rects: tuple[QRectF, ...]) -> QPainterPath:
        return sentence_path(rects, self.looks.look.px(PAD_UNITS))

    def _paint_word(self, painter: QPainter) -> None:
        if not self._word[1]:
            return
        look = self.looks.look
        width = max(2.0, look.text_px * WORD_LINE_EM)
        painter.setPen(QPen(QColor(look.colour("accent")), width))
        for rect in self._rects(*self._word):
            y = rect.top() + look.text_px * 1.25
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
