"""The pages of a PDF exactly as they will print, one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.controls import words
from reader.ui.scrolling import scroll_by_key

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent

    from reader.ui.look import Looks

PAGE_UNITS = 560
LARGEST_SIDE = 4000
"""Pixels: QtPdf ends the process when asked for a picture of 40,000 by 40,000."""


class PdfPages:
    """A PDF in memory, and pictures of its pages. Keeps the buffer alive as long as the document.

    Raises ``ValueError`` when ``data`` is no PDF.
    """

    def __init__(self, data: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        if self._document.status() is not QPdfDocument.Status.Ready:
            message = "not a PDF"
            raise ValueError(message)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def points(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        size = self._document.pagePointSize(page)
        return size.width(), size.height()

    def picture(self, page: int, width: int) -> QImage:
        """A page ``width`` pixels wide, on white paper."""
        across, down = self.points(page)
        width = min(width, LARGEST_SIDE, round(LARGEST_SIDE * across / down))
        size = QSize(width, round(width * down / across))
        drawn = self._document.render(page, size)
        paper = drawn.copy()
        paper.fill(QColor("white"))
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper

    def words(self, page: int) -> str:
        """The text of a page, for screen readers."""
        return self._document.getAllText(page).text()


class PaperView(QScrollArea):
    """A desk with sheets of paper on it."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._pages: PdfPages | None = None
        self._drawn_width = 0
        self.setProperty("role", "paper-desk")
        self.setProperty("focus_ring", "inside")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One that came and went would change the width that the pages are drawn for, for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("The pages as they will print"))
        desk = QWidget()
        desk.setProperty("role", "paper-desk")
        desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(desk)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(desk)
        self.sheets: list[QLabel] = []
        self._shown: list[QWidget] = []
        looks.changed.connect(self._draw_again)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show these pages in place of those before."""
        self._pages = pages
        self._drawn_width = 0
        self._draw()

    def _draw_again(self) -> None:
        self._drawn_width = 0
        self._draw()

    def _draw(self) -> None:
        px = self._looks.look.px
        width = max(200, min(px(PAGE_UNITS), self.viewport().width() - px(48)))
        if width == self._drawn_width:
            return
        self._drawn_width = width
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.deleteLater()
        self._shown, self.sheets = [], []
        self._column.setContentsMargins(px(24), px(24), px(24), px(24))
        self._column.setSpacing(px(10))
        if self._pages is None:
            return
        for page in range(self._pages.count):
            self._add(page, width, self._pages)

    def _add(self, page: int, width: int, pages: PdfPages) -> None:
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(pages.picture(page, round(width * ratio)))
        picture.setDevicePixelRatio(ratio)
        sheet = QLabel()
        sheet.setPixmap(picture)
        sheet.setFrameShape(QFrame.Shape.NoFrame)
        sheet.setAccessibleName(pages.words(page))
        told = self.tr("Page {page} of {count} · exactly as it will print")
        line = words(told.format(page=page + 1, count=pages.count))
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for widget in (sheet, line):
            self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            self._shown.append(widget)
        line.setFixedWidth(width)
        self.sheets.append(sheet)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not scroll_by_key(self.verticalScrollBar(), event):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Not in the midst of it: the desk would keep its pages where they lay at the old width.
        QTimer.singleShot(0, self, self._draw)
