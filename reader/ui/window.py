"""The window: rail, header, the page that is open, and the way between pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.closing_guard import ClosingGuard
from reader.ui.header import Header
from reader.ui.history import History, PageName, Stop
from reader.ui.middle import Middle
from reader.ui.notice import Notice
from reader.ui.rail import Rail, Shape
from reader.ui.screen_room import take_room
from reader.ui.sizing import Sizing
from reader.ui.stylesheet import stylesheet
from reader.ui.theme import palette

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from reader.shelf.contacts import Contact
    from reader.ui.comfort_panel import ComfortPanel
    from reader.ui.look import Looks
    from reader.ui.page import Page

    PageMaker = Callable[[], Page]

SMALLEST = (800, 600)
USUAL = (1280, 860)
"""Pixels of the window when it opens; it has them before it is arranged, so that is done once."""

COMPACT_BELOW_UNITS = 1000
LOW_BELOW_UNITS = 330


class Window(QWidget):
    """Pages are made when they are first opened, by the makers that the window is given.

    Signals:
        closing: the window is about to close; everything is to be saved.
        page_shown(PageName): a page has taken the place of another.
    """

    closing = Signal()
    page_shown = Signal(object)

    def __init__(
        self,
        looks: Looks,
        makers: Mapping[PageName, PageMaker],
        *,
        template: str,
        contact: Contact | None,
        comfort: Callable[[], ComfortPanel],
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Booklet Reader")
        take_room(self, QSize(*SMALLEST), QSize(*USUAL))
        self.looks = looks
        self._makers = dict(makers)
        self._pages: dict[PageName, Page] = {}
        self._template = template
        self._sheet = ""
        self._is_closed = False
        self.history = History()
        self.sizing = Sizing(self, looks)
        self.rail = Rail(looks, contact)
        self.header = Header(looks)
        self.notice = Notice(looks)
        self.guard = ClosingGuard(self.notice, self)
        self.strips: list[QWidget] = []
        self.middle = Middle(comfort)
        self.stack = self.middle.stack
        self._arrange()
        self._wire()
        self.restyle()

    def _arrange(self) -> None:
        main = self._main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self.header)
        main.addWidget(self.middle, 1)
        main.addWidget(self.notice)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.rail)
        self._outer.addLayout(main, 1)

    def _wire(self) -> None:
        self.looks.changed.connect(self.restyle)
        self.rail.page_requested.connect(self.open_page)
        self.rail.comfort_requested.connect(self.middle.toggle_comfort)
        self.rail.menu_toggled.connect(self._cover)
        self.middle.comfort_closed.connect(self.rail.focus_comfort)
        self.notice.left.connect(self.focus_page)
        self.header.back_requested.connect(self.back)
        self.header.step_requested.connect(self.sizing.step)
        for keys, slot in (
            (QKeySequence("Alt+Left"), self.back),
            (QKeySequence("Ctrl+Z"), self.notice.undo),
            (QKeySequence("Ctrl+F"), self.open_search),
            (QKeySequence("Ctrl+P"), self.open_print),
        ):
            QShortcut(keys, self).activated.connect(slot)

    # ---- where we are

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self.stack.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    def open_comfort(self) -> None:
        """Show the Comfort panel, if it is not there."""
        if not self.middle.has_comfort:
            self.middle.toggle_comfort()

    @property
    def comfort(self) -> ComfortPanel | None:
        """The Comfort panel, once it has been opened."""
        return self.middle.comfort

    def open_page(self, page: PageName) -> None:
        """Go to a page from the rail."""
        self.go(Stop(page))

    def open_search(self) -> None:
        """Go to Search."""
        self.open_page(PageName.SEARCH)

    def open_print(self) -> None:
        """Go to Print for the question sheet."""
        self.open_page(PageName.PRINT)

    def go(self, stop: Stop) -> None:
        """Be at ``stop``, and let Back return here."""
        page = self.page
        if page is not None and page.stop() != stop:
            self.history.leave(page.stop())
        self._show(stop)

    def back(self) -> None:
        """Return to where the reader was before."""
        stop = self.history.back()
        if stop is not None:
            self._show(stop)

    def made(self, name: PageName) -> Page:
        """The page of that name, made now if it was not."""
        if name not in self._pages:
            page = self._makers[name]()
            page.went.connect(self.go)
            page.told.connect(self.notice.tell)
            page.titled.connect(self._name_page)
            self._pages[name] = page
            self.stack.addWidget(page)
        return self._pages[name]

    def _show(self, stop: Stop) -> None:
        before, page = self.page, self.made(stop.page)
        if before is not None:
            before.leave()
        self.rail.close_menu()
        if self._is_compact and self.middle.has_comfort:
            self.middle.toggle_comfort()
        self.stack.setCurrentWidget(page)
        page.arrive(stop)
        self.rail.show_page(stop.page)
        self._name_page()
        if before is not page:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_shown.emit(stop.page)

    def focus_page(self) -> None:
        """Give the keyboard to what is shown: the page, or what has taken its place."""
        page = self.page if self.stack.isVisible() else self.middle.comfort
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_page(self) -> None:
        page = self.page
        if page is None:
            return
        buttons = page.header_buttons()
        # In a narrow window the bar already marks the page, and the buttons need the room.
        is_low = self.height() < self.looks.look.px(LOW_BELOW_UNITS)
        has_room = not self._is_compact or not (page.names_itself or buttons or is_low)
        self.header.show_page(page.title, self._back_name(page), buttons, titled=has_room)
        self.setWindowTitle(f"{page.title} – Booklet Reader")

    def _back_name(self, page: Page) -> str | None:
        """Where Back leads: a page's name, ``""`` within the same page, ``None`` for nowhere."""
        before = self.history.peek()
        if before is None:
            return None
        return "" if before.page is page.stop().page else self._pages[before.page].back_name

    # ---- how it looks

    def restyle(self) -> None:
        """Put the look in force on the whole window; setting the same sheet again is not free."""
        sheet = stylesheet(self._template, self.looks.look)
        if sheet != self._sheet:
            self._sheet = sheet
            self.setPalette(palette(self.looks.look.theme))
            self.setStyleSheet(sheet)
        self._reflow()

    @property
    def _is_compact(self) -> bool:
        return self.width() < self.looks.look.px(COMPACT_BELOW_UNITS)

    def _reflow(self) -> None:
        compact = self._is_compact
        self._outer.setDirection(
            QBoxLayout.Direction.BottomToTop if compact else QBoxLayout.Direction.LeftToRight
        )
        self.rail.fit(self.size(), compact=compact)
        self.header.set_low(self.rail.shape is Shape.MENU)
        self.middle.fit(compact=compact)
        self._cover()
        self._name_page()

    def _cover(self) -> None:
        """The open menu takes the place of the page."""
        is_open = self.rail.is_open
        self.middle.setVisible(not is_open)
        self._outer.setStretch(0, 1 if is_open else 0)
        self._outer.setStretch(1, 0 if is_open else 1)

    # ---- Qt

    def put_above(self, strip: QWidget) -> None:
        """Show ``strip`` above every page."""
        self._main.insertWidget(1, strip)
        self.strips.append(strip)

    def save(self) -> bool:
        """Save what is being written on every page, shown or not; whether all of it is safe."""
        pages = self._pages.values()
        unsafe = [p for p in pages if not (p.leave() if p is self.page else p.save())]
        return not unsafe

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_closed:
            if not self.guard.may_close(self.save):
                event.ignore()
                return
            self._is_closed = True
            self.closing.emit()
        super().closeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_left = event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow()
        if is_left and not self._is_closed and self.page is not None:
            self.page.leave()
