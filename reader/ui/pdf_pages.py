"""A PDF in memory: pictures of its pages and the words on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtPdf import QPdfDocument

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

LARGEST_SIDE: Final = 10_000
"""Pixels, A4 at 600 dots an inch and some: QtPdf ends the process when asked for 40,000."""


class PdfPages:
    """Keeps the buffer alive as long as the document.

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

    def size(self, page: int, width: int) -> QSize:
        """How large a page is that is ``width`` pixels wide, or less where it would be too high."""
        across, down = self.points(page)
        width = min(width, LARGEST_SIDE, round(LARGEST_SIDE * across / down))
        return QSize(width, round(width * down / across))

    def picture(self, page: int, width: int) -> QImage:
        """A page ``width`` pixels wide, on white paper."""
        drawn = self._document.render(page, self.size(page, width))
        paper = drawn.copy()
        paper.fill(QColor("white"))
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper

    def words(self, page: int) -> str:
        """The text of a page, for screen readers."""
        return self._document.getAllText(page).text()
