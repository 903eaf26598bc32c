"""The Booklets page: carry on, a card a booklet, and the way to the question sheet."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.controls import Button, Pill, Rank, card, words
from reader.ui.cover import Cover
from reader.ui.flow import FlowLayout
from reader.ui.history import PageName, Stop
from reader.ui.language import Counts, in_digits, one_or_many, translate
from reader.ui.page import ScrollPage
from reader.ui.review_words import notice_words

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from reader.notebook.positions import Positions
    from reader.shelf.lists import Lists
    from reader.shelf.shelf import Shelf, ShelfEntry
    from reader.ui.look import Looks

CARD_UNITS = 430
WORDS_UNITS = 250


class BookletCard(QFrame):
    """One booklet: cover, title, one line, minutes to read, review status, Open."""

    def __init__(self, looks: Looks, entry: ShelfEntry, notice: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._looks = looks
        self.entry = entry
        self.open = Button(
            self.tr("Open"), looks, name=self.tr("Open “{title}”").format(title=entry.title)
        )
        facts = f"{_minutes(entry.minutes_to_read)} · {_sections(len(entry.section_titles))}"
        beside = QVBoxLayout()
        for label in (
            words(entry.title, "page-heading"),
            words(entry.summary, "muted"),
            words(facts, "muted"),
        ):
            beside.addWidget(label)
        beside.addStretch(1)
        self._beside = beside
        self._top = QHBoxLayout()
        self._top.addWidget(
            Cover(looks, f"cover_{entry.cover}", f"cover_{entry.cover}_spine"),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        self._top.addLayout(beside, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        status = FlowLayout()
        status.addWidget(Pill(f"⚠ {notice}", looks))
        self._column.addLayout(status)
        self._column.addStretch(1)
        self._column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        looks.changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(px(22), px(22), px(22), px(22))
        self._column.setSpacing(px(16))
        self._top.setSpacing(px(18))
        self._beside.setSpacing(px(6))


class BookletsPage(ScrollPage):
    """Where everybody starts."""

    def __init__(
        self, looks: Looks, shelf: Shelf, lists: Lists, positions: Positions, today: date
    ) -> None:
        super().__init__(looks)
        self._shelf = shelf
        self._lists = lists
        self._positions = positions
        self._today = today
        self._last = Stop(PageName.READING)
        self._carry_on_card = card("carry-on")
        self._carry_on_beside, self._about = QWidget(), QWidget()
        self._carry_on_title = words("", "page-heading")
        self._carry_on_where = words("", "muted")
        self.carry_on = Button(self.tr("Carry on reading"), looks, rank=Rank.PRIMARY)
        self._carry_on_row = FlowLayout(self._carry_on_card)
        self._cards: list[BookletCard] = []
        self._grid = QGridLayout()
        self._broken = card("warning")
        self._broken_column = QVBoxLayout(self._broken)
        self._sheet = card("invitation")
        self._sheet_row = FlowLayout(self._sheet)
        self.make_sheet = Button(self.tr("Make my question sheet"), looks, icon="question")
        self._fill()
        self.carry_on.clicked.connect(self._carry_on)
        self.make_sheet.clicked.connect(lambda: self.went.emit(Stop(PageName.QUESTIONS)))
        looks.changed.connect(self._arrange)
        self.show_shelf()

    # ---- Page

    @property
    @override
    def title(self) -> str:
        return self.tr("Booklets")

    @override
    def stop(self) -> Stop:
        return Stop(PageName.BOOKLETS)

    @override
    def arrive(self, stop: Stop) -> None:
        self._show_position()

    # ---- what is shown

    def _fill(self) -> None:
        column = QVBoxLayout(self._carry_on_beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words(self.tr("Carry on where you stopped"), "muted"))
        column.addWidget(self._carry_on_title)
        column.addWidget(self._carry_on_where)
        self._carry_on_row.set_grower(self._carry_on_beside)
        self._carry_on_row.addWidget(self._carry_on_beside)
        self._carry_on_row.addWidget(self.carry_on)
        told = QVBoxLayout(self._about)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(words(self.tr("Seeing another doctor?"), "page-heading"))
        invitation = self.tr(
            "Choose your questions, put the three that matter most first, and print a sheet to "
            "take with you."
        )
        told.addWidget(words(invitation))
        self._sheet_row.set_grower(self._about)
        self._sheet_row.addWidget(self._about)
        self._sheet_row.addWidget(self.make_sheet)
        for part in (self._carry_on_card, self._grid, self._broken, self._sheet):
            if isinstance(part, QGridLayout):
                self.column.addLayout(part)
            else:
                self.column.addWidget(part)
        self.column.addStretch(1)

    def show_shelf(self) -> None:
        """Show a card for each booklet that is here, and name those that cannot be shown."""
        for old in self._cards:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._cards = []
        for entry in self._shelf.entries:
            made = BookletCard(self.looks, entry, notice_words(entry, self._today))
            made.open.clicked.connect(self._open)
            self._cards.append(made)
        self._show_broken()
        self._show_position()
        self._arrange()
        self._sheet.raise_()  # after the booklets for screen readers too
        opens = [one.open for one in self._cards]
        for before, after in pairwise([self.carry_on, *opens, self.make_sheet]):
            self.setTabOrder(before, after)

    def _show_broken(self) -> None:
        while self._broken_column.count():
            item = self._broken_column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        lines = []
        if not self._cards:
            lines.append(self.tr("There are no booklets here. Your notes and questions are safe."))
        if self._shelf.broken:
            lines.append(self.tr("Some booklets cannot be shown. The others open as usual."))
            lines += [str(error) for error in self._shelf.broken]
        lines += self._about_lists()
        for index, line in enumerate(lines):
            label = words(line, "on-warning")
            label.setProperty("first", index == 0)
            self._broken_column.addWidget(label)
        self._broken.setVisible(bool(lines))

    def _about_lists(self) -> list[str]:
        """What to say of phone numbers, ideas and explained words that are left out."""
        if not self._lists.broken:
            return []
        told = self.tr("{name} in “{folder}”: {problem}")
        return [
            self.tr(
                "A list beside the booklets cannot be used, so nothing from it is shown. The "
                "booklets open as usual."
            ),
            *(
                told.format(name=one.path.name, folder=one.path.parent.name, problem=one.problem)
                for one in self._lists.broken
            ),
        ]

    def _show_position(self) -> None:
        last = self._positions.last()
        entry = None
        if last is not None:
            known = {one.id: one for one in self._shelf.entries}
            entry = known.get(last.place.booklet)
        titles = dict(entry.section_titles) if entry is not None else {}
        is_known = last is not None and entry is not None and last.place.section in titles
        self._carry_on_card.setVisible(is_known)
        self.make_sheet.set_rank(Rank.PLAIN if is_known else Rank.PRIMARY)
        if last is None or entry is None or not is_known:
            return
        place = last.place
        self._last = Stop(PageName.READING, place.booklet, place.section, place.passage)
        number = list(titles).index(place.section) + 1
        self._carry_on_title.setText(titles[place.section])
        self._carry_on_where.setText(
            self.tr("{booklet} · section {number} of {count}").format(
                booklet=entry.title, number=in_digits(number), count=in_digits(len(titles))
            )
        )

    def _carry_on(self) -> None:
        self.went.emit(self._last)

    def _open(self) -> None:
        opened = self.sender().parent()
        if isinstance(opened, BookletCard):
            position = self._positions.of(opened.entry.id)
            place = position.place if position is not None else None
            section = place.section if place is not None else ""
            passage = place.passage if place is not None else ""
            self.went.emit(Stop(PageName.READING, opened.entry.id, section, passage))

    # ---- room

    def _arrange(self) -> None:
        px = self.looks.look.px
        for row in (self._carry_on_row, self._sheet_row):
            row.setContentsMargins(px(28), px(24), px(22), px(24))
            row.setSpacing(px(16))
        room = self.width() * 3 // 4 - px(50)
        for beside in (self._carry_on_beside, self._about):
            beside.setMinimumWidth(min(px(WORDS_UNITS), room))  # or the button goes under the words
        self._broken_column.setContentsMargins(px(22), px(18), px(22), px(18))
        self._grid.setSpacing(px(20))
        across = max(1, min(2, self.width() // px(CARD_UNITS)))
        for index, made in enumerate(self._cards):
            self._grid.addWidget(made, index // across, index % across)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _minutes(count: int) -> str:
    return one_or_many(
        count,
        one=translate("BookletCard", "About 1 minute"),
        many=Counts.tr("About %Ln minutes", "", count),
    )


def _sections(count: int) -> str:
    return one_or_many(
        count, one=translate("BookletCard", "1 section"), many=Counts.tr("%Ln sections", "", count)
    )
