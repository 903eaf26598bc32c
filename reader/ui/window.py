"""The window: the page that is open, and the way between pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from reader.override import override
from reader.ui.closing_guard import ClosingGuard
from reader.ui.history import History, PageName, Stop
from reader.ui.strip import LOW_BELOW_UNITS
from reader.ui.window_frame import TIGHT_BELOW_UNITS, WindowFrame

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QCloseEvent

    from reader.shelf.contacts import Contact
    from reader.ui.comfort_panel import ComfortPanel
    from reader.ui.look import Looks
    from reader.ui.page import Page

    PageMaker = Callable[[], Page]


class Window(WindowFrame):
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
        super().__init__(
            looks, template=template, pages=makers.keys(), contact=contact, comfort=comfort
        )
        self._makers = dict(makers)
        self._pages: dict[PageName, Page] = {}
        self._is_closed = False
        self.history = History()
        self.guard = ClosingGuard(self.notice, self)
        self._wire()

    def _wire(self) -> None:
        self.arranged.connect(self._name_page)
        self.rail.page_requested.connect(self.open_page)
        self.notice.left.connect(self.focus_page)
        self.header.back_requested.connect(self.back)
        for keys, slot in (
            (QKeySequence("Alt+Left"), self.back),
            (QKeySequence("Ctrl+Z"), self.notice.undo),
            (QKeySequence("Ctrl+F"), self.open_search),
            (QKeySequence("Ctrl+P"), self.open_print),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setAutoRepeat(False)  # a key held down is one press
            shortcut.activated.connect(slot)

    # ---- where we are

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self.stack.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

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
        """Be at ``stop``, and let Back return here; a page that nobody makes is never opened."""
        if stop.page not in self._makers:
            return
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
        self.skip_first()
        before, page = self.page, self.made(stop.page)
        if before is not None:
            before.leave()
        self.rail.close_menu()
        if self.is_tight and self.middle.has_comfort:
            self.middle.toggle_comfort()
        self.stack.setCurrentWidget(page)
        page.arrive(stop)
        self.rail.show_page(stop.page)
        self._name_page()
        if before is not page:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_shown.emit(stop.page)

    def _name_page(self) -> None:
        page = self.page
        if page is None:
            return
        buttons = page.header_buttons()
        # In a narrow window the bar already marks the page, and the buttons need the room.
        look = self.looks.look
        is_low = self.height() < look.px(LOW_BELOW_UNITS)
        is_named = page.names_itself or buttons or is_low
        is_wordy = page.names_itself and self.width() < look.px(TIGHT_BELOW_UNITS)
        has_room = not (is_wordy or (is_named and self.is_tight))
        self.header.show_page(page.title, self._back_name(page), buttons, titled=has_room)
        self.setWindowTitle(f"{page.title} – Booklet Reader")

    def _back_name(self, page: Page) -> str | None:
        """Where Back leads: a page's name, ``""`` within the same page, ``None`` for nowhere."""
        before = self.history.peek()
        if before is None:
            return None
        return "" if before.page is page.stop().page else self._pages[before.page].back_name

    # ---- Qt

    def save(self) -> bool:
        """Save what is being written on every page, shown or not; whether all of it is safe."""
        pages = self._pages.values()
        unsafe = [p for p in pages if not (p.leave() if p is self.page else p.save())]
        return not unsafe

    def rest(self) -> None:
        """Begin nothing any more that was to wait a moment: the notebook is closed."""
        for timer in self.findChildren(QTimer):
            timer.stop()

    def forget(self) -> None:
        """Hold nothing on any page that was written, nor the way to it."""
        for page in self._pages.values():
            page.forget()
        self.history.clear()
        self.notice.forget()
        self._name_page()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_closed:
            unfinished = " ".join(filter(None, (one.unfinished() for one in self._pages.values())))
            if not self.guard.may_close(self.save, unfinished):
                event.ignore()
                return
            self._is_closed = True
            for page in self._pages.values():
                page.end()
            self.closing.emit()
        super().closeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_left = event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow()
        if is_left and not self._is_closed and self.page is not None:
            self.page.leave()
