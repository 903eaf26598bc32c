"""A field to write in under a passage: saved while you write, and it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from reader.override import override
from reader.ui.announcing import StatusLine
from reader.ui.attachment import Attachment
from reader.ui.controls import Button, Rank, words
from reader.ui.flow import FlowLayout
from reader.ui.saving_words import RETRY_AFTER_MS, SAVE_AFTER_MS, saved_words

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
        self.field.installEventFilter(self)
        self.status = StatusLine()
        self.done = Button(done, looks, icon="check", rank=Rank.PRIMARY)
        self.delete = Button(delete, looks, icon="delete")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save_now)
        self._row = FlowLayout(grower=self.status)
        for widget in (self.done, self.delete, self.status):
            self._row.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.field)
        self._column.addLayout(self._row)
        self.field.textChanged.connect(self._changed)
        self.done.clicked.connect(self.finish)
        self.delete.clicked.connect(self.deleted)
        looks.changed.connect(self._make_room)
        self._make_room()

    def open(self, text: str, *, select_all: bool = False) -> None:
        """Show ``text``, which is saved already, ready to be changed."""
        self._timer.stop()
        self._saved = text
        self.field.setPlainText(text)
        self._timer.stop()
        self.status.show_quietly(saved_words(self) if text else "")
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
        self._timer.stop()
        text = self.unsaved()
        if not text:
            return True
        self.status.show_quietly(self.tr("Saving"))
        if self._save(text):
            self._saved = text
            self._timer.setInterval(SAVE_AFTER_MS)
            self.status.setText(saved_words(self))
            return True
        self._timer.setInterval(RETRY_AFTER_MS)
        self.status.alarm(self.tr("Not saved"))
        return False

    def _changed(self) -> None:
        if self.unsaved():
            if self._timer.interval() == SAVE_AFTER_MS:
                self.status.show_quietly(self.tr("Saving"))
            if not self._timer.isActive():  # typing on puts nothing off
                self._timer.start()
        else:
            self._timer.stop()
            kept = self.tr("Empty: your last words are kept")
            is_emptied = self._saved and not self.field.toPlainText().strip()
            self.status.setText(kept if is_emptied else saved_words(self) if self._saved else "")

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

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.save_now()
        return super().eventFilter(watched, event)
