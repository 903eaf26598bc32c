"""A field to write in under a passage: saved while you write, and it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from reader.override import override
from reader.ui.announcing import StatusLine
from reader.ui.attachment import Attachment
from reader.ui.autosave import Autosave
from reader.ui.controls import Button, Rank, words
from reader.ui.flow import FlowLayout
from reader.ui.saving_words import saved_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.look import Looks

LINES = 3


class WritingCard(Attachment):
    """Words of the reader's own, kept ``SAVE_AFTER_MS`` after a key and on leaving.

    Signals:
        deleted: the reader wants what is written here taken away.
    """

    deleted = Signal()

    def __init__(
        self, looks: Looks, heading: str, save: Callable[[str], bool], *, done: str, delete: str
    ) -> None:
        super().__init__()
        self._looks = looks
        self._save = save
        self._saved = ""
        self.heading = words(heading, "strong")
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(heading)
        self.field.setTabChangesFocus(True)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.status = StatusLine()
        self.done = Button(done, looks, icon="check", rank=Rank.PRIMARY)
        self.delete = Button(delete, looks, icon="delete")
        self._autosave = Autosave(
            self._words, self._keep, self.status, self, saved=self._saved_words
        )
        self._autosave.watch(self.field)
        self._row = FlowLayout(grower=self.status)
        for widget in (self.done, self.delete, self.status):
            self._row.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.field)
        self._column.addLayout(self._row)
        self.field.textChanged.connect(self._autosave.touch)
        self.done.clicked.connect(self.finish)
        self.delete.clicked.connect(self.deleted)
        looks.changed.connect(self._make_room)
        self._make_room()

    def tell(self, text: str) -> None:
        """Say something about what is written on, over the field; ``""`` says nothing."""
        if text:
            self._column.insertWidget(1, words(text, "muted"))

    def open(self, text: str, *, select_all: bool = False) -> None:
        """Show ``text``, which is saved already, ready to be changed."""
        self._saved = text
        self.field.setPlainText(text)
        self._autosave.rest(says_saved=bool(text))
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        if select_all:
            self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def unsaved(self) -> str:
        """Words that are in the field and not yet safe; ``""`` when there are none."""
        text = self.field.toPlainText()
        return text if text != self._saved and text.strip() else ""

    def put_back(self, text: str) -> None:
        """Show words that could not be saved before, and try again soon."""
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def save_now(self) -> bool:
        """Save what is unsaved; whether all is safe. The words stay in the field either way."""
        return self._autosave.save_now()

    def _words(self) -> str:
        """What is to be safe: a field without a word in it gives nothing up."""
        return self.unsaved() or self._saved

    def _keep(self) -> bool:
        text = self._words()
        if not self._save(text):
            return False
        self._saved = text
        return True

    def _saved_words(self) -> str:
        is_emptied = not self.field.toPlainText().strip()
        kept = self.tr("Empty: your last words are kept")
        return kept if is_emptied else saved_words(self)

    @override
    def finish(self) -> None:
        """Be done, unless the words are not safe: then the card stays open with them."""
        if self.save_now():
            super().finish()

    def _make_room(self) -> None:
        look = self._looks.look
        self._column.setSpacing(look.px(8))
        self._row.setSpacing(look.px(8))
        self.field.setFixedHeight(look.px(30 * LINES + 24))
        self.updateGeometry()
