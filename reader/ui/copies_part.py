"""The copies that are made by themselves on this computer: when, what is in them, and one now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.notebook.errors import NotebookError
from reader.ui.controls import Button, words
from reader.ui.copy_card import CopyCard
from reader.ui.language import error_words
from reader.ui.moment_words import moment_words
from reader.ui.part import Part

if TYPE_CHECKING:
    from reader.ui.carry_desk import CarryDesk
    from reader.ui.look import Looks


class CopiesPart(Part):
    """A line about the newest copy, a button for one more, and all of them when they are asked for.

    Signals:
        use_requested(Path): what is missing here is to be brought in from that copy.
    """

    use_requested = Signal(object)

    def __init__(self, looks: Looks, desk: CarryDesk) -> None:
        super().__init__(
            looks,
            self.tr("Copies on this computer"),
            self.tr("They are made by themselves, in case something happens to your notebook."),
        )
        self._desk = desk
        self.newest = words("")
        self.column.insertWidget(2, self.newest)
        self.now = Button(self.tr("Make a copy now"), looks)
        self.now.clicked.connect(self._make)
        self.list = Button(self.tr("Show the copies"), looks)
        self.list.clicked.connect(self._toggle)
        self.add(self.now, self.list)
        self.cards: list[CopyCard] = []
        self._below = QVBoxLayout()
        self.column.addLayout(self._below)

    def refresh(self) -> None:
        """Say which is the newest, and show the list anew if it is shown."""
        copies = self._desk.notebook.backups.all()
        is_kept = self._desk.notebook.path is not None
        if copies:
            told = self.tr("The newest is from {when}.")
            self.newest.setText(told.format(when=moment_words(copies[0].made)))
        elif is_kept:
            self.newest.setText(self.tr("There is none yet."))
        else:
            self.newest.setText(
                self.tr("There is none: what you write in this window is not kept.")
            )
        self.now.setVisible(is_kept)
        self.list.setVisible(bool(copies))
        if [card.backup for card in self.cards] != list(copies) and self.cards:
            self._put_away()
            if copies:
                self._show()

    def _make(self) -> None:
        try:
            made = self._desk.notebook.backups.make()
        except NotebookError as error:
            self.tell(error_words(error))
        else:
            told = self.tr("A copy was made and checked: {when}.")
            self.tell(told.format(when=moment_words(made.made)))
        self.refresh()

    def _toggle(self) -> None:
        if self.cards:
            self._put_away()
        else:
            self._show()

    def _show(self) -> None:
        before: QWidget = self.list
        for backup in self._desk.notebook.backups.all():
            card = CopyCard(self._looks, backup, self.tr("Bring in what is missing here"))
            card.look_requested.connect(lambda card=card: self._desk.look_inside(card))
            card.use_requested.connect(lambda path=backup.path: self.use_requested.emit(path))
            self._below.addWidget(card)
            card.show()
            for control in (card.look_button, card.use_button):
                QWidget.setTabOrder(before, control)
                before = control
            self.cards.append(card)
        self.list.set_words(self.tr("Put the copies away"))

    def _put_away(self) -> None:
        for card in self.cards:
            self._below.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self.list.set_words(self.tr("Show the copies"))
