"""One copy of the notebook: from when it is, what is in it once it was looked into, and its use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from reader.notebook.model import MarkKind
from reader.ui.controls import Button, words
from reader.ui.flow import FlowLayout
from reader.ui.language import Counts, translate
from reader.ui.moment_words import moment_words
from reader.ui.recovery_words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.backup_files import BackupFile
    from reader.notebook.exchange.writings import Writings
    from reader.notebook.model import Mark
    from reader.ui.look import Looks

MOST_LINES = 30
"""Enough to know a copy again; all of it is there after it is brought back."""

LONGEST = 160
"""Letters of a note that are shown."""


class CopyCard(QFrame):
    """A day and two buttons.

    Signals:
        look_requested: show what is in it; answered by ``show_lines`` or ``show_damage``.
        use_requested: it is this one.
    """

    look_requested = Signal()
    use_requested = Signal()

    def __init__(self, looks: Looks, backup: BackupFile, use: str) -> None:
        """``use`` is what the button says that takes this copy."""
        super().__init__()
        self._looks = looks
        self.backup = backup
        when = moment_words(backup.made)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Copy from {when}").format(when=when))
        self.when = words(when, "strong")
        self.look_button = Button(
            self.tr("Look inside"),
            looks,
            name=self.tr("Look inside the copy from {when}").format(when=when),
        )
        self.use_button = Button(
            use, looks, name=self.tr("{use}: the copy from {when}").format(use=use, when=when)
        )
        self.inside = words("")
        self.inside.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.inside.hide()
        self._row = FlowLayout(grower=self.when)
        for widget in (self.when, self.look_button, self.use_button):
            self._row.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.inside)
        self.look_button.clicked.connect(self._look)
        self.use_button.clicked.connect(self.use_requested)
        looks.changed.connect(self._make_room)
        self._make_room()

    def show_lines(self, items: int, lines: Sequence[str]) -> None:
        """Show what is in it: how many there are, and the first of them."""
        shown = [counted(items), *(f"• {line}" for line in lines[:MOST_LINES])]
        left = len(lines) - MOST_LINES
        if left > 0:
            shown.append(Counts.tr("… and %Ln more.", "", left))
        self._show("\n".join(shown))

    def show_damage(self) -> None:
        """Say that it cannot be read."""
        self._show(self.tr("This copy cannot be read. Please look at another one."))
        self.use_button.setEnabled(False)

    def _look(self) -> None:
        if self.inside.isHidden():
            self.look_requested.emit()
        else:
            self.inside.hide()
            self.look_button.setText(self.tr("Look inside"))

    def _show(self, text: str) -> None:
        from reader.ui.announcing import say

        self.inside.setText(text)
        self.inside.show()
        self.look_button.setText(self.tr("Put away"))
        say(self.inside, text)

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._row.setSpacing(px(8))
        self._column.setContentsMargins(px(18), px(12), px(12), px(12))
        self._column.setSpacing(px(8))


def lines_of(writings: Writings) -> list[str]:
    """The notebook's words, the newest first: notes, questions, and what was marked."""
    notes = [mark for mark in writings.marks if mark.kind is MarkKind.NOTE]
    others = [mark for mark in writings.marks if mark.kind is not MarkKind.NOTE]
    return [
        *(
            translate("CopyCard", "Note: {text}").format(text=_short(mark.text))
            for mark in reversed(notes)
        ),
        *(
            translate("CopyCard", "Question: {text}").format(text=_short(one.text))
            for one in writings.questions
        ),
        *(_marked(mark) for mark in reversed(others)),
    ]


def _marked(mark: Mark) -> str:
    told = (
        translate("CopyCard", "Bookmark: {text}")
        if mark.kind is MarkKind.BOOKMARK
        else translate("CopyCard", "Highlight: {text}")
    )
    return told.format(text=_short(mark.place.quote))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
