"""The Reading page: contents, one section at a time, and what can be done with its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.booklet.errors import BookletError
from reader.override import override
from reader.shelf.errors import UnknownBookletError
from reader.shelf.glossary import TermFinder
from reader.ui.contents_panel import ContentsPanel
from reader.ui.contents_place import ContentsPlace
from reader.ui.controls import Button
from reader.ui.gate_card import GateCard
from reader.ui.history import PageName, Stop
from reader.ui.page import Page
from reader.ui.passage_picker import PassagePicker
from reader.ui.regions import Region
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
    from reader.ui.sentence_bar import SentenceBar
    from reader.ui.tab_order import Part

SETTLED_MS = 700

LOW_BELOW_UNITS = 330
"""In a window lower than this the header is one row while there is a bar under the text."""


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
        self.gate, self.foot = GateCard(looks), SectionFoot(looks)
        self.view.set_foot(self.foot)
        self.contents_button = Button(self.tr("Contents"), looks, icon="contents")
        self.bookmark = Button(self.tr("Bookmark"), looks, icon="bookmark")
        self._by_voice, self._at_foot = list[Button](), list[Button]()
        self._settle = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.view)
        self._middle.addWidget(self.gate)
        text = QWidget()
        self._column = QVBoxLayout(text)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._middle, 1)
        self._bars: list[SentenceBar] = []
        self._has_bar = False
        self._place = ContentsPlace(looks, self, self.contents, text)
        self._wire()

    def _wire(self) -> None:
        self.looks.changed.connect(self._restyle)
        self.contents.closed.connect(self._place.close)
        self.contents_button.clicked.connect(self._place.toggle)
        self._place.changed.connect(self._move_buttons)
        self._place.put_away.connect(self.setFocus)
        for part in (self.contents, self.foot, self.review):
            part.section_requested.connect(self.open_section)
        self.review.reached.connect(self.view.verticalScrollBar().setValue)
        self.gate.opened.connect(self._open_gate)
        self.gate.declined.connect(self._pass_by)
        self.view.link_pressed.connect(self.follow)
        self.view.verticalScrollBar().valueChanged.connect(self._note_move)
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
    def spoken_name(self) -> str:
        return f"{self.back_name}. {self.title}" if self.section is not None else self.title

    @override
    def regions(self) -> list[Region]:
        text = Region(self._middle, None if self.is_gated else self.view)
        return [Region(self.contents, self.contents.current), text, *map(Region, self._bars)]

    @override
    def step_heading(self, by: int) -> bool:
        return super().step_heading(by) if self.is_gated else self.view.step_heading(by)

    @property
    @override
    def names_itself(self) -> bool:
        return True

    @override
    def header_buttons(self) -> list[QWidget]:
        if not self._place.is_drawer:
            return [*self._by_voice, self.bookmark]
        if not self._has_bar:
            return [self.contents_button, *self._by_voice[:1]]
        # The bar has what is wanted now, and in a low window the text needs the height.
        is_low = self.window().height() < self.looks.look.px(LOW_BELOW_UNITS)
        return [] if is_low else [self.contents_button]

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

    def _note_move(self) -> None:
        if self.isVisible():  # what is hidden is laid out anew by a change of size, not by a reader
            self._settle.start()

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
            self._place.close()
            self.went.emit(Stop(PageName.READING, self.booklet.id, section_id))
            self.setFocus()

    def step_section(self, by: int) -> None:
        """Go to the next section (1) or the previous one (-1), if there is one."""
        beside = self.neighbour(by)
        if beside is not None:
            self.open_section(beside.id)

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

    def neighbour(self, by: int) -> Section | None:
        """The next section (1) or the previous one (-1), if there is one."""
        if self.booklet is None or self.section is None:
            return None
        index = self.booklet.sections.index(self.section) + by
        return self.booklet.sections[index] if 0 <= index < len(self.booklet.sections) else None

    def _show(self, section: Section, passage: str) -> None:
        self.section = section
        self.foot.show_neighbours(self.neighbour(-1), self.neighbour(1))
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
        for button in self._by_voice:
            button.setEnabled(not self.is_gated)
        self.titled.emit()
        self.section_shown.emit()
        self._settle.start()

    def offer(self, *, by_voice: Sequence[Button] = (), at_foot: Sequence[Button] = ()) -> None:
        """Have the buttons of the voice in the header, and others after the text."""
        self._by_voice += by_voice
        self._at_foot += at_foot
        self.foot.hold(self._at_foot)

    def put_in_order(self, *attached: Part) -> None:
        """Let Tab go through contents, review, text, what is ``attached`` to it, foot and bar."""
        put_in_order([self.contents, self.view, *attached, self.foot, *self._bars])

    def put_below(self, bar: SentenceBar) -> None:
        """Have ``bar`` under the text, hidden until ``show_bar``."""
        bar.hide()
        self._bars = [bar]
        self._column.addWidget(bar)

    def show_bar(self, *, shown: bool) -> None:
        """Show what is under the text, or put it away."""
        self._has_bar = shown
        for bar in self._bars:
            bar.setVisible(shown)
        self.titled.emit()

    def _open_gate(self) -> None:
        if self.booklet is not None and self.section is not None:
            self._opened_gates.add((self.booklet.id, self.section.id))
            self._show(self.section, "")
            self.view.setFocus()

    def _pass_by(self) -> None:
        self.step_section(1 if self.neighbour(1) is not None else -1)
        self.setFocus()

    # ---- room

    def _restyle(self) -> None:
        self._place.reflow()
        self.view.restyle()

    def _move_buttons(self) -> None:
        """Where the header has no room for them, buttons stand after the text."""
        is_drawer = self._place.is_drawer
        spare = list(self._at_foot)
        self.foot.let_go()
        self.titled.emit()
        if is_drawer is self._place.is_drawer:  # other buttons in the header may have made room
            spare = [*self._by_voice[1:], self.bookmark, *spare] if is_drawer else spare
            self.foot.hold(spare)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place.reflow()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The text takes the keyboard; as a focus proxy it would make Tab pass by the contents."""
        (self.gate.not_now if self.is_gated else self.view).setFocus(event.reason())
