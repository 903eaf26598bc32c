"""The field for a question of the reader's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reader.ui.announcing import StatusLine, say
from reader.ui.autosave import Autosave
from reader.ui.controls import Button
from reader.ui.flow import FlowLayout
from reader.ui.saving_words import lasts, saved_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.look import Looks


class OwnQuestion(QWidget):
    """A field and Add; Enter adds too. What is not added yet is kept as it is typed.

    ``draft`` was left here the last time; ``keep`` keeps another and says whether it is safe.

    Signals:
        added(str): the reader wants this question on the list. Call ``clear`` once it is there.
    """

    added = Signal(str)

    def __init__(self, looks: Looks, keep: Callable[[str], bool], draft: str = "") -> None:
        super().__init__()
        self._looks = looks
        self._has_added = False
        self.field = QLineEdit(draft)
        self.field.setObjectName("own-question")
        self.field.setPlaceholderText(self.tr("Write a question of your own…"))
        self.field.setAccessibleName(self.tr("Write a question of your own"))
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.button = Button(
            self.tr("Add"), looks, icon="plus", name=self.tr("Add the question you wrote")
        )
        self.button.setObjectName("add-own")
        self.hint = StatusLine("muted")
        self.hint.hide()
        self._draft = Autosave(
            self.field.text,
            lambda: keep(self.field.text()),
            self.hint,
            self,
            saved=self._saved_words,
        )
        self._draft.watch(self.field)
        self._row = FlowLayout(grower=self.field)
        self._row.addWidget(self.field)
        self._row.addWidget(self.button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self.hint)
        self.field.returnPressed.connect(self.submit)
        self.field.textEdited.connect(self._typed)
        self.button.clicked.connect(self.submit)
        looks.changed.connect(self._make_room)
        self._make_room()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in reading order."""
        return [self.field, self.button]

    def submit(self) -> None:
        """Ask for what is written to be added; with nothing written, say so."""
        text = self.field.text().strip()
        if text:
            self.added.emit(text)
            return
        told = self.tr("There is nothing to add yet. Write your question first.")
        if self._has_added:
            told = self.tr("Your question is on the list. There is nothing more to add yet.")
        self.hint.show_quietly(told)
        self.hint.show()
        say(self, self.hint.text())
        self.field.setFocus()

    def clear(self) -> None:
        """Be ready for the next question: the last one is on the list."""
        self._has_added = True
        self.field.clear()
        self._draft.save_now()
        self.hint.hide()
        self.field.setFocus()

    def forget(self) -> None:
        """Hold nothing: what was kept of it is deleted."""
        self._has_added = False
        self.field.setText("")  # clear() leaves it to Ctrl+Z
        self._draft.rest()
        self.hint.hide()

    def save_now(self) -> bool:
        """Keep what is typed and not added yet; whether it is safe."""
        return self._draft.save_now()

    def _typed(self) -> None:
        self._has_added = False
        self._draft.touch()
        self.hint.setVisible(bool(self.field.text()))

    def _saved_words(self) -> str:
        return self.tr("Kept here until you add it.") if lasts(self) else saved_words(self)

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._row.setSpacing(px(10))
        self._row.set_least(px(300))
        self._column.setSpacing(px(8))
