"""The text of one section on the screen: its measure, its highlights, and the place being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QScroller, QTextBrowser, QTextEdit, QWidget

from reader.override import override
from reader.ui.passage_geometry import blocks_of, callout_rects, passage_of, passage_rect
from reader.ui.section_document import CALLOUT_INSET_EM, SectionDocument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextDocument

    from reader.booklet.model import Section
    from reader.ui.look import Looks

MEASURE_EM = 33
"""Width of the text: about 75 letters of this font, and room for the four actions."""

EDGE_PX = 24
TOP_UNITS = 30
RADIUS_UNITS = 12


@dataclass(frozen=True, slots=True)
class Shine:
    """Words to show as highlighted; ``end`` 0 means the whole passage."""

    passage: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Sight:
    """What was at the top of the view: a passage, a character in it, and its distance down."""

    passage: str
    character: int
    y: int


class SectionView(QTextBrowser):
    """Shows a section; nothing but what it was given can be loaded or opened."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks = looks
        self._section: Section | None = None
        self._document: QTextDocument | None = None
        self._shines: tuple[Shine, ...] = ()
        self._badges: dict[str, str] = {}
        self._extra: list[QTextEdit.ExtraSelection] = []
        self._built_for = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focus_ring", False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    # ---- what is shown

    def show_section(self, section: Section) -> None:
        """Show ``section`` from its top."""
        self._section = section
        self.rebuild()
        self.verticalScrollBar().setValue(0)

    def restyle(self) -> None:
        """Build the document again for the look in force; the place being read stays."""
        if self._section is not None:
            sight = self.sight()
            self.rebuild()
            self.look_at(sight)

    def rebuild(self) -> None:
        """Make the document anew: one path for another section, size or theme."""
        if self._section is None:
            return
        before = self._document
        self._built_for = self._measure_px()
        made = SectionDocument(self._section, self.looks.look, self._built_for)
        self._document = made.document
        self._document.setParent(self)
        self.setDocument(self._document)
        if before is not None:
            before.deleteLater()
        self.set_measure()
        # Qt lays out lazily; a format changed before the layout is whole blanks what follows.
        self._document.size()
        self._shine()

    def set_measure(self) -> None:
        """Keep lines to ``MEASURE_EM``, in the middle of the room there is."""
        root = self.document().rootFrame()
        look = self.looks.look
        side = float(round((self.viewport().width() - self._measure_px()) / 2))
        frame = root.frameFormat()
        if (frame.leftMargin(), frame.topMargin()) != (side, look.px(TOP_UNITS)):
            frame.setLeftMargin(side)
            frame.setRightMargin(side)
            frame.setTopMargin(look.px(TOP_UNITS))
            frame.setBottomMargin(0)
            root.setFrameFormat(frame)

    def _measure_px(self) -> int:
        room = self.viewport().width() - 2 * EDGE_PX
        return max(1, min(MEASURE_EM * self.looks.look.text_px, room))

    def measure(self) -> tuple[int, int]:
        """Left edge and width of the text, in the viewport's pixels."""
        left = round(self.document().rootFrame().frameFormat().leftMargin())
        return left, self.viewport().width() - 2 * left

    # ---- where things are

    def sight(self) -> Sight:
        """What is at the top of the view just now."""
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, 8))
        top = self.cursorRect(cursor).top()
        return Sight(passage_of(cursor.block()), cursor.positionInBlock(), top)

    def look_at(self, sight: Sight) -> None:
        """Scroll so that ``sight`` is where it was."""
        found = blocks_of(self.document(), sight.passage)
        if found:
            cursor = QTextCursor(found[0])
            character = min(sight.character, found[0].length() - 1)
            cursor.setPosition(found[0].position() + character)
            self.scroll_by(self.cursorRect(cursor).top() - sight.y)

    def scroll_by(self, pixels: int) -> None:
        """Move the text up by ``pixels``."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def scroll_to(self, passage: str) -> None:
        """Bring ``passage`` near the top of the view."""
        rect = self.passage_rect(passage)
        if rect.isValid():
            self.scroll_by(round(rect.top()) - self.looks.look.px(24))

    def passage_rect(self, passage: str) -> QRectF:
        """Where ``passage`` is, in the viewport's pixels; an empty rectangle when it is not."""
        rect = passage_rect(self.document(), passage)
        return rect.translated(0, -self.verticalScrollBar().value()) if rect.isValid() else rect

    # ---- marks

    def set_shines(self, shines: Sequence[Shine]) -> None:
        """Show these words as highlighted."""
        self._shines = tuple(shines)
        self._shine()

    def set_badges(self, badges: dict[str, str]) -> None:
        """Show an icon beside passages: passage id to icon name."""
        self._badges = dict(badges)
        self.viewport().update()

    def _shine(self) -> None:
        look = self.looks.look
        shine = QTextCharFormat()
        shine.setBackground(QColor(look.colour("highlight")))
        shine.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        shine.setUnderlineColor(QColor(look.colour("highlight_line")))
        self._extra = []
        for marked in self._shines:
            for block in blocks_of(self.document(), marked.passage):
                extra = QTextEdit.ExtraSelection()
                cursor = QTextCursor(block)
                length = block.length() - 1
                cursor.setPosition(block.position() + min(marked.start, length))
                end = min(marked.end, length) if marked.end else length
                cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                extra.cursor = cursor
                extra.format = shine
                self._extra.append(extra)
        self.setExtraSelections(self._extra)

    # ---- painting

    def paint_under(self, painter: QPainter) -> None:
        """What lies under the text: the grounds of callouts."""
        look = self.looks.look
        inset = CALLOUT_INSET_EM * look.text_px
        painter.setPen(QColor(look.colour("accent")))
        painter.setBrush(QColor(look.colour("accent_soft")))
        left, width = self.measure()
        scrolled = self.verticalScrollBar().value()
        radius = look.px(RADIUS_UNITS)
        for rect in callout_rects(self.document()):
            box = QRectF(left, rect.top() - scrolled, width, rect.height())
            painter.drawRoundedRect(box.adjusted(0, -inset * 0.6, 0, inset * 0.8), radius, radius)

    def paint_over(self, painter: QPainter) -> None:
        """What stands beside the text: a small icon where a passage has a note or a bookmark."""
        look = self.looks.look
        px = look.px(20)
        left, _ = self.measure()
        for passage, name in self._badges.items():
            rect = self.passage_rect(passage)
            if rect.isValid() and rect.bottom() > 0 and rect.top() < self.viewport().height():
                icon = self.looks.icons.icon(
                    name, look.colour("accent"), px, ratio=self.devicePixelRatioF()
                )
                x = max(left - px - look.px(18), 2)
                y = round(rect.top()) + (round(1.6 * look.text_px) - px) // 2 + look.px(4)
                icon.paint(painter, x, y, px, px)

    # ---- Qt

    @override
    def loadResource(self, resource_type: int, name: QUrl | str) -> object:
        """Nothing: a booklet's text can load no file (``QTextBrowser`` would read any)."""
        return None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        for paint, is_under in ((self.paint_under, True), (self.paint_over, False)):
            if not is_under:
                super().paintEvent(event)
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            try:
                paint(painter)
            finally:
                painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        sight = self.sight()
        super().resizeEvent(event)
        if self._section is None:
            return
        if self._measure_px() == self._built_for:
            self.set_measure()
        else:
            self.rebuild()
        self.look_at(sight)
