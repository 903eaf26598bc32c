"""The Reading page: contents, one section at a time, and what can be done with its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from reader.booklet.errors import BookletError
from reader.override import override
from reader.shelf.errors import UnknownBookletError
from reader.shelf.glossary import TermFinder
from reader.ui.contents_panel import ContentsPanel
from reader.ui.controls import Button
from reader.ui.gate_card import GateCard
from reader.ui.history import PageName, Stop
from reader.ui.page import Page
from reader.ui.passage_picker import PassagePicker
from reader.ui.review_button import ReviewButton
from reader.ui.section_foot import SectionFoot
from reader.ui.tab_order import put_in_order
from reader.ui.term_spans import TERM

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from reader.booklet.model import Booklet, Section
    from reader.shelf.glossary import Term
    from reader.shelf.shelf import Shelf
    from reader.ui.look import Looks
    from reader.ui.tab_order import Part

TEXT_EM = 24
"""Where the contents would leave the text narrower than this, they become a drawer."""

SETTLED_MS = 700


class ReadingPage(Page):
    """Shows a section of a booklet, and the way to the others.

    Signals:
        section_shown: another section is open.
        settled: the reader has come to rest at a place worth remembering.
        link_pressed(str): a link that does not lead to a booklet was pressed.
    """

    section_shown = Signal()
    settled = Signal()
    link_pressed = Signal(str)

    def __init__(
        self, looks: Looks, shelf: Shelf, *, terms: Sequence[Term] = (), today: date
    ) -> None:
        super().__init__(looks)
        self._shelf = shelf
        self.booklet: Booklet | None = None
        self.section: Section | None = None
        self._opened_gates: set[tuple[str, str]] = set()
        self.contents = ContentsPanel(looks, self)
        self.review = ReviewButton(looks, today)
        self.view = PassagePicker(looks, TermFinder(terms))
        self.view.setAccessibleName(self.tr("Text of the section"))
        self.view.set_head(self.review)
        self.gate = GateCard(looks)
        self.foot = SectionFoot(looks)
        self.view.set_foot(self.foot)
        self.contents_button = Button(self.tr("Contents"), looks, icon="contents")
        self.read_aloud = Button(self.tr("Read aloud"), looks, icon="speaker")
        self.bookmark = Button(self.tr("Bookmark"), looks, icon="bookmark")
        self.print_button = Button(self.tr("Print"), looks, icon="printer")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED_MS)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.view)
        self._middle.addWidget(self.gate)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.contents)
        self._row.addWidget(self._middle, 1)
        self._is_drawer = False
        self._wire()

    def _wire(self) -> None:
        self.looks.changed.connect(self._restyle)
        self.contents.section_requested.connect(self.open_section)
        self.contents.closed.connect(self.close_drawer)
        self.contents_button.clicked.connect(self.toggle_drawer)
        self.foot.section_requested.connect(self.open_section)
        self.review.section_requested.connect(self.open_section)
        self.review.reached.connect(self.view.verticalScrollBar().setValue)
        self.gate.opened.connect(self._open_gate)
        self.gate.declined.connect(self._pass_by)
        self.view.link_pressed.connect(self.follow)
        self.view.verticalScrollBar().valueChanged.connect(lambda _: self._settle.start())
        self._settle.timeout.connect(self.settled)

    # ---- Page

    @property
    @override
    def title(self) -> str:
        return self.booklet.title if self.booklet is not None else self.tr("Reading")

    @property
    @override
    def back_name(self) -> str:
        return self.section.title if self.section is not None else self.title

    @property
    @override
    def names_itself(self) -> bool:
        return True

    @override
    def header_buttons(self) -> list[QWidget]:
        if self._is_drawer:
            return [self.contents_button, self.read_aloud]
        return [self.read_aloud, self.bookmark, self.print_button]

    @override
    def arrive(self, stop: Stop) -> None:
        if not stop.booklet:
            return
        try:
            booklet = self._shelf.read(stop.booklet)
        except (BookletError, UnknownBookletError) as error:
            self.told.emit(str(error))
            self.went.emit(Stop(PageName.BOOKLETS))
            return
        if self.booklet is not booklet:
            self.booklet = booklet
            self.contents.show_sections([(one.id, one.title) for one in booklet.sections])
        self._show(booklet.section(stop.section) or booklet.sections[0], stop.passage)

    @override
    def leave(self) -> bool:
        self._settle.stop()
        self.settled.emit()
        return super().leave()

    @override
    def stop(self) -> Stop:
        if self.booklet is None or self.section is None:
            return Stop(PageName.READING)
        return Stop(PageName.READING, self.booklet.id, self.section.id, self.reading())

    def reading(self) -> str:
        """The passage that is being read; ``""`` before a closed gate."""
        return "" if self.is_gated else self.view.reading()

    @property
    def is_gated(self) -> bool:
        """Whether the section stays closed until the reader opens it."""
        if self.booklet is None or self.section is None or self.section.gate is None:
            return False
        return (self.booklet.id, self.section.id) not in self._opened_gates

    # ---- sections

    def open_section(self, section_id: str) -> None:
        """Go to a section of the open booklet."""
        if self.booklet is not None:
            self.close_drawer()
            self.went.emit(Stop(PageName.READING, self.booklet.id, section_id))
            self.setFocus()

    def step_section(self, by: int) -> None:
        """Go to the next section (1) or the previous one (-1), if there is one."""
        beside = self._neighbour(by)
        if beside is not None:
            self.open_section(beside.id)

    def next_section(self) -> None:
        """Go on."""
        self.step_section(1)

    def previous_section(self) -> None:
        """Go one back in the booklet."""
        self.step_section(-1)

    def follow(self, link: str) -> None:
        """Go where a link leads: a section here, another booklet; others are told on."""
        if link.startswith(("https:", TERM)) or self.booklet is None:
            self.link_pressed.emit(link)
            return
        booklet, _, section = link.partition("#")
        if booklet and booklet not in {entry.id for entry in self._shelf.entries}:
            told = self.tr("That booklet (“{name}”) is not here. You are where you were.")
            self.told.emit(told.format(name=booklet))
            return
        self.went.emit(Stop(PageName.READING, booklet or self.booklet.id, section))

    def _neighbour(self, by: int) -> Section | None:
        if self.booklet is None or self.section is None:
            return None
        index = self.booklet.sections.index(self.section) + by
        return self.booklet.sections[index] if 0 <= index < len(self.booklet.sections) else None

    def _show(self, section: Section, passage: str) -> None:
        self.section = section
        self.foot.show_neighbours(self._neighbour(-1), self._neighbour(1))
        self.contents.mark(section.id)
        if self.is_gated:
            self.gate.title.setText(section.title)
            self._middle.setCurrentWidget(self.gate)
            self.gate.not_now.setFocus()
        elif self.booklet is not None:
            self._middle.setCurrentWidget(self.view)
            self.review.show_booklet(self.booklet, section)
            self.view.show_section(section, self.booklet.folder)
            if passage and passage != section.passages[0].id:
                self.view.scroll_to(passage)
        self.read_aloud.setEnabled(not self.is_gated)
        self.titled.emit()
        self.section_shown.emit()
        self._settle.start()

    def put_in_order(self, *attached: Part) -> None:
        """Let Tab go through contents, review, text, what is ``attached`` to it, and the foot."""
        put_in_order([self.contents, self.view, *attached, self.foot])

    def _open_gate(self) -> None:
        if self.booklet is not None and self.section is not None:
            self._opened_gates.add((self.booklet.id, self.section.id))
            self._show(self.section, "")
            self.view.setFocus()

    def _pass_by(self) -> None:
        self.step_section(1 if self._neighbour(1) is not None else -1)
        self.setFocus()

    # ---- room

    def toggle_drawer(self) -> None:
        """Show the contents over the text, or put them away."""
        if self.contents.isVisible():
            self.close_drawer()
            return
        self._place_drawer()
        self.contents.show()
        self.contents.raise_()
        self.contents.focus_current()

    def close_drawer(self) -> None:
        """Put the contents away again."""
        if self._is_drawer and self.contents.isVisible():
            self.contents.hide()
            self.setFocus()

    def _restyle(self) -> None:
        self._reflow()
        self.view.restyle()

    def _reflow(self) -> None:
        look = self.looks.look
        wants_drawer = self.width() < look.px(262) + look.text_px * TEXT_EM
        if wants_drawer and not self._is_drawer:
            self._row.removeWidget(self.contents)
            self.contents.hide()
        elif self._is_drawer and not wants_drawer:
            self._row.insertWidget(0, self.contents)
            self.contents.show()
        if wants_drawer != self._is_drawer:
            self._is_drawer = wants_drawer
            self.contents.set_drawer(wants_drawer)
            self._move_buttons()
        if wants_drawer:
            self._place_drawer()

    def _move_buttons(self) -> None:
        """Where the header has no room for them, two buttons stand after the text."""
        spare = (self.bookmark, self.print_button)
        if self._is_drawer:
            self.titled.emit()
            if self._is_drawer:  # a header with other buttons may have left room for the contents
                self.foot.hold(spare)
        else:
            self.foot.let_go(spare)
            self.titled.emit()

    def _place_drawer(self) -> None:
        width = min(self.looks.look.px(420), self.width())
        self.contents.setGeometry(0, 0, width, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The text takes the keyboard; as a focus proxy it would make Tab pass by the contents."""
        (self.gate.not_now if self.is_gated else self.view).setFocus(event.reason())
