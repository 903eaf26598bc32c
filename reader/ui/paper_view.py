"""The pages of a PDF exactly as they will print, one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.controls import words
from reader.ui.language import in_digits
from reader.ui.scrolling import scroll_by_key
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reader.ui.look import Looks
    from reader.ui.pdf_pages import PdfPages

PAGE_UNITS: Final = 560
WIDE_PAGE_UNITS: Final = 780
"""Of paper that lies across, as it does for two pages side by side."""

LEAST_WIDTH: Final = 200
MOST_WIDTH: Final = 3000
"""Pixels: a page as wide takes 50 MB, and two or three are drawn at a time."""

SETTLE_MS: Final = 400
ZOOMS: Final = (1.0, 1.5, 2.0, 3.0)


class PaperSheet(QLabel):
    """One page; it takes its room at once, and is drawn when somebody may see it."""

    def __init__(self, pages: PdfPages, number: int, width: int) -> None:
        super().__init__()
        self._pages, self._number = pages, number
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "paper")
        self.setFixedSize(pages.size(number, width))

    @property
    def is_drawn(self) -> bool:
        """Whether its picture is there."""
        return not self.pixmap().isNull()

    def draw(self) -> None:
        """Draw the page, if it is not, and read its words."""
        if self.is_drawn:
            return
        ratio = self.devicePixelRatioF()
        picture = self._pages.picture(self._number, round(self.width() * ratio))
        pixmap = QPixmap.fromImage(picture)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
        self.read()

    def read(self) -> None:
        """Let screen readers have the words of the page."""
        if not self.accessibleName():
            self.setAccessibleName(self._pages.words(self._number))

    def renew(self, pages: PdfPages) -> None:
        """Show another page of the same size, at once if this one was drawn."""
        self._pages = pages
        self.setAccessibleName("")
        if self.is_drawn:
            self.setPixmap(QPixmap())
            self.draw()

    def forget(self) -> None:
        """Give back what the picture takes."""
        if self.is_drawn:
            size = self.size()
            self.setPixmap(QPixmap())
            self.setFixedSize(size)


class PaperView(QScrollArea):
    """A desk with sheets of paper on it.

    Signals:
        zoomed: the pages are shown larger or smaller now.
    """

    zoomed = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._pages: PdfPages | None = None
        self._are_sides = False
        self._drawn_width = 0
        self._zoom = 0
        self.setProperty("role", "paper-desk")
        self.setProperty("focus_ring", "inside")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One that came and went would change the width that the pages are drawn for, for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("The pages as they will print"))
        desk = self._desk = QWidget()
        desk.setProperty("role", "paper-desk")
        desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(desk)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(desk)
        self.sheets: list[PaperSheet] = []
        self._shown: list[QWidget] = []
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_one)
        self._part = 0.0
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self.verticalScrollBar().valueChanged.connect(self._draw_seen)
        self.verticalScrollBar().rangeChanged.connect(self._keep_part)
        TouchScroll(self, looks)
        looks.changed.connect(self._lay_again)

    def show_pages(self, pages: PdfPages | None, *, are_sides: bool = False) -> None:
        """Show these pages in place of those before, at the same height.

        ``are_sides``: they are sides of paper with two pages on each.
        """
        is_alike = are_sides is self._are_sides
        self._pages, self._are_sides = pages, are_sides
        if pages is not None and is_alike and self._fits_the_sheets(pages):
            for sheet in self.sheets:
                sheet.renew(pages)
            self._reading.start()
            return
        place = self.verticalScrollBar().value()
        self._lay_again()
        self._column.activate()
        self.verticalScrollBar().setValue(place)

    # ---- zoom

    @property
    def zoom(self) -> float:
        """How many times as wide as fits; 1 is the least."""
        return ZOOMS[self._zoom]

    @property
    def is_closest(self) -> bool:
        """Whether the pages cannot be shown any larger."""
        return self._zoom == len(ZOOMS) - 1

    def step_zoom(self, step: int) -> None:
        """Show the pages larger (1), smaller (-1), or so that their width fits (0)."""
        wanted = max(0, min(len(ZOOMS) - 1, self._zoom + step)) if step else 0
        if wanted == self._zoom:
            return
        if not self._settling.isActive():
            bar = self.verticalScrollBar()
            self._part = bar.value() / max(1, bar.maximum())
        self._settling.start()
        self._zoom = wanted
        policy = Qt.ScrollBarPolicy
        is_wide = wanted > 0
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if is_wide else policy.ScrollBarAlwaysOff
        )
        self._lay_again()
        self.zoomed.emit()

    def _keep_part(self, _least: int, most: int) -> None:
        """The pages have room for their new size some turns later, in steps."""
        if self._settling.isActive():
            self.verticalScrollBar().setValue(round(self._part * most))

    # ---- laying the pages out

    def _fits_the_sheets(self, pages: PdfPages) -> bool:
        """Whether the sheets that lie there can show these, so that nothing flickers."""
        width = self._width(pages)
        sizes = [pages.size(page, width) for page in range(pages.count)]
        return [sheet.size() for sheet in self.sheets] == sizes

    def _width(self, pages: PdfPages) -> int:
        px = self._looks.look.px
        across, down = pages.points(0)
        most = px(WIDE_PAGE_UNITS if across > down else PAGE_UNITS)
        fits = max(LEAST_WIDTH, min(most, self.viewport().width() - px(48)))
        return min(round(fits * self.zoom), MOST_WIDTH)

    def _lay_again(self) -> None:
        self._drawn_width = 0
        self._lay()

    def _lay(self) -> None:
        width = self._width(self._pages) if self._pages is not None else 0
        if width == self._drawn_width and width:
            return
        self._drawn_width = width
        px = self._looks.look.px
        self._column.setContentsMargins(px(24), px(28), px(24), px(20))
        self._column.setSpacing(px(10))
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown.clear()
        self.sheets.clear()
        if self._pages is None:
            return
        for page in range(self._pages.count):
            self._add(page, width, self._pages)
        QTimer.singleShot(0, self, self._draw_seen)
        self.sheets[0].draw()
        self._reading.start()

    def _add(self, page: int, width: int, pages: PdfPages) -> None:
        sheet = PaperSheet(pages, page, width)
        page_told = self.tr("Page {page} of {count} · exactly as it will print")
        side_told = self.tr("Side {page} of {count} · exactly as it will print")
        told = side_told if self._are_sides else page_told
        line = words(told.format(page=in_digits(page + 1), count=in_digits(pages.count)))
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line.setFixedWidth(width)
        for widget in (sheet, line):
            self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            self._shown.append(widget)
        self.sheets.append(sheet)

    def _draw_seen(self) -> None:
        """Draw what is seen and a screenful about it; let go of the rest."""
        if not all(sheet.isVisibleTo(self._desk) for sheet in self.sheets):
            return  # laid out anew just now: they are shown, and this is called again, a turn later
        self._column.activate()
        seen = QRect(0, self.verticalScrollBar().value(), 1, self.viewport().height())
        near = seen.adjusted(0, -seen.height(), 0, seen.height())
        if self._desk.height() < sum(sheet.height() for sheet in self.sheets):
            return  # the pages have no place of their own yet, and all would seem to be seen
        for sheet in self.sheets:
            top, bottom = sheet.y(), sheet.y() + sheet.height()
            if bottom >= near.top() and top <= near.bottom():
                sheet.draw()
            else:
                sheet.forget()

    def _read_one(self) -> None:
        """Read a page at each turn, so that a long booklet holds nobody up."""
        unread = next((sheet for sheet in self.sheets if not sheet.accessibleName()), None)
        if unread is None:
            self._reading.stop()
            return
        unread.read()
        if not unread.accessibleName():  # a blank page has no words
            unread.setAccessibleName(self.tr("A blank page"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        if event.key() in steps:
            self.step_zoom(steps[Qt.Key(event.key())])
        elif not scroll_by_key(self.verticalScrollBar(), event):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Not in the midst of it: the desk would keep its pages where they lay at the old width.
        QTimer.singleShot(0, self, self._lay_and_draw)

    def _lay_and_draw(self) -> None:
        self._lay()
        self._draw_seen()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The scroll area watches its desk; once that has its size, the pages have their place."""
        if event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._draw_seen)
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        # On another screen a point may have more dots, and the pictures would be blurred.
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._lay_again()
        return super().event(event)
