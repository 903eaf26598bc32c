"""The sections of the open booklet: beside the text, or a drawer where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.ui.controls import Button, Rank, WrapButton, repolish, words
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.look import Looks

WIDTH_UNITS = 262


class ContentsPanel(QFrame):
    """A button a section; the one that is open is marked.

    Signals:
        section_requested(str): a section's button was pressed.
        closed: the drawer is to be closed.
    """

    section_requested = Signal(str)
    closed = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setObjectName("contents")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("In this booklet"))
        self._buttons: dict[str, WrapButton] = {}
        self._open = ""
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.closed)
        self.close_button = Button(self.tr("Close contents"), looks, icon="close")
        self.close_button.clicked.connect(self.closed)
        self.close_button.hide()
        body = QWidget()
        body.setProperty("role", "page-body")
        self._column = QVBoxLayout(body)
        self._column.addWidget(self.close_button)
        self._column.addWidget(words(self.tr("In this booklet"), "muted"))
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        TouchScroll(self._scroll, looks)
        looks.changed.connect(self._make_room)
        self._make_room()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        return [self.close_button, *self._buttons.values()]

    def show_sections(self, sections: Sequence[tuple[str, str]]) -> None:
        """List sections: pairs of id and title."""
        for button in self._buttons.values():
            button.deleteLater()
        self._buttons = {}
        for section_id, title in sections:
            button = WrapButton(title, self._looks, rank=Rank.CONTENTS)
            button.setProperty("section", section_id)
            button.clicked.connect(self._choose)
            self._column.insertWidget(self._column.count() - 1, button)
            self._buttons[section_id] = button

    def mark(self, section_id: str) -> None:
        """Mark the section that is open, and bring its button into view."""
        self._open = section_id
        for known, button in self._buttons.items():
            button.show_current(is_current=known == section_id)
        if section_id in self._buttons:
            self._scroll.ensureWidgetVisible(self._buttons[section_id])

    def set_drawer(self, drawer: bool) -> None:
        """Whether the panel lies over the text and can be closed."""
        self.setProperty("drawer", drawer)
        self.close_button.setVisible(drawer)
        self._escape.setEnabled(drawer)
        repolish(self)

    @property
    def current(self) -> QWidget:
        """The button of the section that is open."""
        return self._buttons.get(self._open, self.close_button)

    def focus_current(self) -> None:
        """Give the keyboard to the section that is open."""
        self.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        self.section_requested.emit(str(self.sender().property("section")))

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(px(14), px(18), px(14), px(18))
        self._column.setSpacing(px(2))
        self.setMinimumWidth(px(WIDTH_UNITS))
