"""Over the list of My notes: finding, which kinds, in what order, and what was deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reader.notebook import listing
from reader.notebook.listing import Order
from reader.notebook.model import MarkKind
from reader.ui.announcing import say
from reader.ui.choice import Choice
from reader.ui.controls import Button, Rank, words
from reader.ui.flow import FlowLayout
from reader.ui.language import Counts, one_or_many, translate

if TYPE_CHECKING:
    from reader.ui.look import Looks

PAUSE_MS = 120
ALL: Final = ""
FEW = 5
"""Up to so many marks are seen at a glance, and ways of choosing would be in the way."""


class NotesTools(QWidget):
    """What is chosen here is read by ``choice`` and ``order``.

    Signals:
        changed: something else is chosen or typed.
        deleted_requested: what was deleted is to be shown.
    """

    changed = Signal()
    deleted_requested = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in my notes"))
        self.field.setAccessibleName(self.tr("Find in my notes"))
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.deleted = Button(self.tr("Recently deleted"), looks, icon="undo", rank=Rank.QUIET)
        self.kinds = _choice(looks, self.tr("Which to show"), _kinds())
        self.orders = Choice(looks, self.tr("In what order"), _orders(), across=True, named=False)
        self.count = words("", "muted")
        self.all_again = Button(self.tr("Show all again"), looks)
        self.empty = words(
            self.tr(
                "Nothing here yet. Open a booklet, press a paragraph, and choose Highlight or Add "
                "a note. What you mark is listed here."
            )
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self.kinds.choose(ALL)
        self.orders.choose(Order.READING)
        self._arrange()
        self._wire()

    def _arrange(self) -> None:
        self._rows = (
            _row(self.field, self.deleted, grower=self.field),
            _row(self.kinds, self.orders),
            _row(self.count, self.all_again, grower=self.count),
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for row in self._rows:
            self._column.addLayout(row)
        self._column.addWidget(self.empty)
        self._looks.changed.connect(self._make_room)
        self._make_room()

    def _wire(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self.field.returnPressed.connect(self._decide)
        self._pause.timeout.connect(self._decide)
        self.kinds.chosen.connect(self._decide)
        self.orders.chosen.connect(self._decide)
        self.all_again.clicked.connect(self.show_all)
        self.deleted.clicked.connect(self.deleted_requested)

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        kinds, orders = self.kinds.buttons.values(), self.orders.buttons.values()
        return [self.field, self.deleted, *kinds, *orders, self.all_again]

    @property
    def choice(self) -> listing.Choice:
        """Which marks are wanted."""
        kind = self.kinds.value
        kinds = frozenset({MarkKind(kind)}) if kind != ALL else frozenset(MarkKind)
        return listing.Choice(kinds, words=self.field.text().strip())

    @property
    def order(self) -> Order:
        """What is to come first."""
        return Order(self.orders.value)

    def show_all(self) -> None:
        """Leave nothing out any more."""
        self.forget()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """As ``show_all``, without the keyboard; what was looked for cannot be brought back."""
        self.field.setText("")  # clear() leaves it to Ctrl+Z
        self.kinds.choose(ALL)
        self._decide()

    def tell(self, count: int, *, of_all: int, is_any_deleted: bool) -> None:
        """Say how many there are ``of_all`` marks; among a few there is nothing to be chosen."""
        is_choosy = self.choice != listing.Choice()
        is_needed = of_all > FEW or is_choosy or self.order is not Order.READING
        self.empty.setVisible(not of_all)
        for widget in (self.field, self.kinds, self.orders, self.count):
            widget.setVisible(is_needed)
        self.deleted.setVisible(is_any_deleted)
        self.all_again.setVisible(is_choosy)
        if count == 0:
            told = self.tr("Nothing was found. Try a shorter word, or only its beginning.")
        elif is_choosy:
            told = one_or_many(
                count, one=self.tr("1 found."), many=Counts.tr("%Ln found.", "", count)
            )
        else:
            told = one_or_many(
                count, one=self.tr("1 in all."), many=Counts.tr("%Ln in all.", "", count)
            )
        self._say(told)

    def tell_readying(self) -> None:
        """Say that what was typed is looked for as soon as that can be done."""
        self._say(self.tr("Getting ready to search. This takes a few seconds the first time."))

    def _say(self, told: str) -> None:
        if told != self.count.text():
            self.count.setText(told)
            if self.field.hasFocus():
                say(self.count, told)

    def _decide(self) -> None:
        self._pause.stop()
        self.changed.emit()

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setSpacing(px(12))
        for row in self._rows:
            row.setSpacing(px(12))
            row.set_least(px(300))
        self._rows[1].setSpacing(px(20))


def _row(*widgets: QWidget, grower: QWidget | None = None) -> FlowLayout:
    row = FlowLayout(grower=grower)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _choice(looks: Looks, told: str, options: list[tuple[str, str]]) -> Choice:
    return Choice(looks, told, options, across=True, named=False)


def _kinds() -> list[tuple[str, str]]:
    return [
        (ALL, translate("NotesTools", "All")),
        (MarkKind.NOTE, translate("NotesTools", "Notes")),
        (MarkKind.HIGHLIGHT, translate("NotesTools", "Highlights")),
        (MarkKind.BOOKMARK, translate("NotesTools", "Bookmarks")),
    ]


def _orders() -> list[tuple[str, str]]:
    return [
        (Order.READING, translate("NotesTools", "By booklet")),
        (Order.NEWEST, translate("NotesTools", "Newest first")),
    ]
