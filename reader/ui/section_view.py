"""The text of one section on the screen: its measure, its highlights, and the place being read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from reader.override import override
from reader.shelf.term_places import first_places
from reader.ui.badges import paint_badges
from reader.ui.callouts import paint_callouts
from reader.ui.figure_pictures import draw_figure
from reader.ui.passage_geometry import blocks_of, passage_of, passage_rect
from reader.ui.section_document import SectionDocument
from reader.ui.shines import Shine, shining
from reader.ui.sight import Sight
from reader.ui.term_dots import paint_dots
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent, QTextDocument

    from reader.booklet.model import Section
    from reader.shelf.glossary import TermFinder
    from reader.shelf.term_places import TermPlace
    from reader.ui.look import Looks
    from reader.ui.term_spans import TermSpan

EDGE_PX = 24
TOP_UNITS = 30
HEAD_UNITS = 16
EYE_UNITS = 30
"""How far below the top of the view the first line is that counts as being read."""


class SectionView(QTextBrowser):
    """Shows a section; nothing but what it was given can be loaded or opened."""

    def __init__(self, looks: Looks, finder: TermFinder) -> None:
        super().__init__()
        self.looks = looks
        self._finder = finder
        self._section: Section | None = None
        self._folder = Path()
        self._places: tuple[TermPlace, ...] = ()
        self._spans: list[TermSpan] = []
        self._head: QWidget | None = None
        self._document: QTextDocument | None = None
        self._shines: tuple[Shine, ...] = ()
        self._badges: dict[str, str] = {}
        self._extra: list[QTextEdit.ExtraSelection] = []
        self._built_for = 0
        self._eye_px = EDGE_PX
        self._kept: tuple[Sight, int] | None = None
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
        TouchScroll(self, looks)

    # ---- what is shown

    def show_section(self, section: Section, folder: Path) -> None:
        """Show ``section`` from its top; ``folder`` is where its figures are."""
        self._section, self._folder = section, folder
        self._places = first_places(self._finder, section)
        self.rebuild()
        self.verticalScrollBar().setValue(0)
        self._kept = None

    def restyle(self) -> None:
        """Build the document again for the look in force; the place being read stays."""
        if self._section is not None:
            sight = self.kept_sight()
            self.rebuild()
            self.look_at(sight)

    def rebuild(self) -> None:
        """Make the document anew: one path for another section, size or theme."""
        if self._section is None:
            return
        before = self._document
        self._built_for = self._measure_px()
        self._eye_px = self.looks.look.px(EYE_UNITS)
        made = SectionDocument(
            self._section,
            self.looks.look,
            self._built_for,
            draw=self._draw,
            places=self._places,
        )
        self._document, self._spans = made.document, made.spans
        self._document.setParent(self)
        self.setDocument(self._document)
        if before is not None:
            before.deleteLater()
        self.set_measure()
        # Qt lays out lazily; a format changed before the layout is whole blanks what follows.
        self._document.size()
        self._shine()
        self.place_head()

    def _draw(self, source: str) -> QImage | None:
        width = self.viewport().width() - 2 * self._side_px()
        path, ratio = self._folder / source, self.devicePixelRatioF()
        return draw_figure(path, self.looks.look, width, ratio=ratio)

    def terms_of(self, passage: str) -> tuple[TermPlace, ...]:
        """The words of ``passage`` that are marked as explained, in its order."""
        return tuple(place for place in self._places if place.passage == passage)

    def holder_of(self, term: str) -> str:
        """The passage in which ``term`` is marked, or ``""``."""
        return next((place.passage for place in self._places if place.term.id == term), "")

    def set_head(self, head: QWidget) -> None:
        """Show ``head`` above the text, scrolling with it."""
        self._head = head
        head.setParent(self.viewport())
        head.show()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        return [self] if self._head is None else [self._head, self]

    def place_head(self) -> None:
        """Put the head where it belongs just now."""
        if self._head is not None:
            left, width = self.measure()
            top = self.looks.look.px(HEAD_UNITS) - self.verticalScrollBar().value()
            width = min(self._head.sizeHint().width(), width)
            self._head.setGeometry(left, top, width, self._head.heightForWidth(width))

    def _top_px(self) -> int:
        """How far down the text begins."""
        px = self.looks.look.px
        if self._head is None or self._head.isHidden():
            return px(TOP_UNITS)
        return 2 * px(HEAD_UNITS) + self._head.heightForWidth(self._measure_px())

    def set_measure(self) -> None:
        """Keep lines to their measure, in the middle of the room there is."""
        root = self.document().rootFrame()
        side, top = float(self._side_px()), self._top_px()
        frame = root.frameFormat()
        if (frame.leftMargin(), frame.topMargin()) != (side, top):
            frame.setLeftMargin(side)
            frame.setRightMargin(side)
            frame.setTopMargin(top)
            frame.setBottomMargin(0)
            root.setFrameFormat(frame)

    def _measure_px(self) -> int:
        room = self.viewport().width() - 2 * EDGE_PX
        return max(1, min(self.looks.look.measure_px, room))

    def _side_px(self) -> int:
        return round((self.viewport().width() - self._measure_px()) / 2)

    def measure(self) -> tuple[int, int]:
        """Left edge and width of the text, in the viewport's pixels."""
        left = round(self.document().rootFrame().frameFormat().leftMargin())
        return left, self.viewport().width() - 2 * left

    # ---- where things are

    def sight(self) -> Sight:
        """What is at the top of the view just now, where the eye is."""
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, self._eye_px))
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
        self._kept = (sight, self.verticalScrollBar().value())

    def kept_sight(self) -> Sight:
        """The sight of the last ``look_at`` unless the view has been scrolled since.

        Read anew at every step of a series, it would slip back to the start of its line each time.
        """
        if self._kept is not None and self._kept[1] == self.verticalScrollBar().value():
            return self._kept[0]
        return self.sight()

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
        self._extra = shining(self.document(), self._shines, self.looks.look)
        self.setExtraSelections(self._extra)

    # ---- painting

    def paint_under(self, painter: QPainter) -> None:
        """What lies under the text: the grounds of callouts."""
        scrolled = self.verticalScrollBar().value()
        paint_callouts(painter, self.document(), self.looks.look, self.measure(), scrolled)

    def paint_over(self, painter: QPainter) -> None:
        """Dots under words that are explained; an icon beside passages with a note or bookmark."""
        look = self.looks.look
        scrolled = self.verticalScrollBar().value()
        paint_dots(painter, self.document(), self._spans, look, scrolled)
        rects = ((self.passage_rect(passage), name) for passage, name in self._badges.items())
        height = self.viewport().height()
        seen = [
            (r, name) for r, name in rects if r.isValid() and r.bottom() > 0 and r.top() < height
        ]
        left, ratio = self.measure()[0], self.devicePixelRatioF()
        paint_badges(painter, seen, self.looks, left=left, ratio=ratio)

    # ---- Qt

    @override
    def loadResource(self, resource_type: int, name: QUrl | str) -> object:
        """Nothing: a document has its pictures in it (``QTextBrowser`` would read any file)."""
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
        sight = self.kept_sight()
        super().resizeEvent(event)
        if self._section is None:
            return
        if self._measure_px() == self._built_for:
            self.set_measure()
            self.place_head()
        else:
            self.rebuild()
        self.look_at(sight)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.place_head()
