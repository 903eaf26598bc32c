"""What a note, a question or an answer said before, and a way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from reader.ui.attachment import Attachment
from reader.ui.controls import Button, Rank, words
from reader.ui.moment_words import moment_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from reader.notebook.model import Version
    from reader.ui.look import Looks


class EarlierWords(Attachment):
    """The earlier versions, the newest first, each with when it was written.

    Signals:
        chosen(int): the number of the version whose words are wanted again.
    """

    chosen = Signal(int)

    def __init__(self, looks: Looks, versions: Sequence[Version]) -> None:
        super().__init__()
        self._looks = looks
        self.setAccessibleName(self.tr("Earlier words"))
        self.heading = words(self.tr("Earlier words"), "heading")
        self.buttons: list[Button] = []
        self.close_button = Button(
            self.tr("Close"), looks, icon="close", name=self.tr("Close earlier words")
        )
        self.close_button.clicked.connect(self.finish)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        self._items: list[QVBoxLayout] = []
        for version in versions:
            self._offer(version)
        self._column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        looks.changed.connect(self._make_room)
        self._make_room()

    def _offer(self, version: Version) -> None:
        when = moment_words(version.written)
        button = Button(
            self.tr("Use these words again"),
            self._looks,
            icon="undo",
            rank=Rank.QUIET,
            name=self.tr("Use these words again, from {when}").format(when=when),
        )
        button.clicked.connect(lambda: self.chosen.emit(version.number))
        self.buttons.append(button)
        item = QVBoxLayout()
        item.addWidget(words(when, "small"))
        if not version.is_whole:
            item.addWidget(words(self.tr("This may be damaged."), "small"))
        item.addWidget(words(version.text))
        item.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._items.append(item)
        self._column.addLayout(item)

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        return [*self.buttons, self.close_button]

    def take_focus(self) -> None:
        """Give the keyboard to the newest of them."""
        self.controls()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setSpacing(px(14))
        for item in self._items:
            item.setSpacing(px(2))
