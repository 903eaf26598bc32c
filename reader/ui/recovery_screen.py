"""Before the window's pages, when the notebook was lost: what happened, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from reader.notebook.opening import Loss
from reader.override import override
from reader.ui import recovery_words
from reader.ui.announcing import StatusLine
from reader.ui.controls import Rank, WrapButton, words
from reader.ui.copy_card import CopyCard
from reader.ui.moment_words import moment_words
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reader.notebook.backup_files import BackupFile
    from reader.notebook.contents import Contents
    from reader.notebook.opening import Lost
    from reader.ui.look import Looks

WIDTH_UNITS = 760


class RecoveryScreen(QWidget):
    """Words, and a button for each thing that can be done; nothing is done before one is pressed.

    Signals:
        restore_requested(BackupFile): bring that copy back.
        look_requested(CopyCard): show in the card what is in its copy.
        keep_requested: this is all there is.
        afresh_requested: begin an empty notebook.
        leave_requested: do nothing now.
    """

    restore_requested = Signal(object)
    look_requested = Signal(object)
    keep_requested = Signal()
    afresh_requested = Signal()
    leave_requested = Signal()

    def __init__(
        self, looks: Looks, lost: Lost, newest: tuple[BackupFile, Contents] | None
    ) -> None:
        """``newest`` is the newest good copy and what is in it."""
        super().__init__()
        self._looks = looks
        self._lost = lost
        self._newest = newest
        self.setProperty("role", "page")
        self.setProperty("focus_ring", False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(recovery_words.heading(lost.loss))
        self.told = self._tell_all()
        self.trouble = StatusLine("strong")
        self.trouble.hide()
        self.cards: list[CopyCard] = []
        self.buttons: list[WrapButton] = []
        self._body = QWidget()
        self._body.setProperty("role", "page-body")
        self._column = QVBoxLayout(self._body)
        self._older = QVBoxLayout()
        self._fill()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        TouchScroll(self._scroll, looks)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        looks.changed.connect(self._make_room)
        self._make_room()

    def _tell_all(self) -> tuple[str, ...]:
        lost, newest = self._lost, self._newest
        told = [recovery_words.what_happened(lost)]
        if newest is None:
            told.append(recovery_words.nothing_left())
        else:
            backup, contents = newest
            told.append(recovery_words.what_is_left(backup, contents))
            told.append(recovery_words.what_may_be_missing(backup, lost.written))
        told.append(recovery_words.where_it_is_kept(lost))
        return tuple(told)

    def _fill(self) -> None:
        self._column.addWidget(words(self.accessibleName(), "page-heading"))
        for line in self.told:
            self._column.addWidget(words(line))
        self._column.addWidget(self.trouble)
        newest = self._newest
        if newest is not None:
            backup, _ = newest
            text = self.tr("Bring back the copy from {when}")
            self._button(
                text.format(when=moment_words(backup.made)),
                lambda: self.restore_requested.emit(backup),
                rank=Rank.PRIMARY,
            )
        if len(self._lost.backups) > 1 or (self._lost.backups and newest is None):
            self.older = self._button(
                self.tr("Look at the copies, and choose one"), self.show_copies
            )
            self._column.addLayout(self._older)
        if self._lost.loss in (Loss.SHRUNKEN, Loss.EMPTY):
            self._button(
                self.tr("Keep it as it is: this is all there is"), self.keep_requested.emit
            )
        self._button(self.tr("Start with an empty notebook"), self.afresh_requested.emit)
        self._button(self.tr("Close, and decide later"), self.leave_requested.emit, rank=Rank.QUIET)
        self._column.addStretch(1)

    def _button(
        self, text: str, asked: Callable[[], object], *, rank: Rank = Rank.PLAIN
    ) -> WrapButton:
        button = WrapButton(text, self._looks, rank=rank)
        button.clicked.connect(lambda _checked: asked())
        self._column.addWidget(button)
        self.buttons.append(button)
        return button

    def arrive(self) -> None:
        """Give the keyboard to the first button, after a screen reader was told everything."""
        from reader.ui.announcing import say

        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        say(self, " ".join((self.accessibleName(), *self.told)))

    def show_copies(self) -> None:
        """List every copy, the newest first."""
        if self.cards:
            return
        self.older.hide()
        self._older.addWidget(words(self.tr("All the copies, the newest first"), "heading"))
        before: QWidget = self.older
        for backup in self._lost.backups:
            card = CopyCard(self._looks, backup, self.tr("Bring this one back"))
            card.look_requested.connect(lambda card=card: self.look_requested.emit(card))
            card.use_requested.connect(lambda file=backup: self.restore_requested.emit(file))
            self._older.addWidget(card)
            card.show()
            for control in (card.look_button, card.use_button):
                QWidget.setTabOrder(before, control)
                before = control
            self.cards.append(card)
        self.cards[0].look_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, text: str) -> None:
        """Say why something could not be done."""
        self.trouble.show()
        self.trouble.alarm(text)
        self._scroll.ensureWidgetVisible(self.trouble)

    # ---- room

    def _make_room(self) -> None:
        px = self._looks.look.px
        side = max((self.width() - px(WIDTH_UNITS)) // 2, self.width() // 24)
        self._column.setContentsMargins(side, px(24), side, px(24))
        self._column.setSpacing(px(14))
        self._older.setSpacing(px(10))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        from reader.ui.scrolling import scroll_by_key

        if not scroll_by_key(self._scroll.verticalScrollBar(), event):
            super().keyPressEvent(event)
