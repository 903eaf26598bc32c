"""The sections of the open booklet: at the left, or a drawer where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.controls import Button, Rank, WrapButton, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

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
        self._group = QButtonGroup(self)
        self._buttons: dict[str, WrapButton] = {}
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
        looks.changed.connect(self._make_room)
        self._make_room()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        return [self.close_button, *self._buttons.values()]

    def show_sections(self, sections: Sequence[tuple[str, str]]) -> None:
        """List sections: pairs of id and title."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.deleteLater()
        self._buttons = {}
        for section_id, title in sections:
            button = WrapButton(title, self._looks, rank=Rank.CONTENTS)
            button.setProperty("section", section_id)
            button.setCheckable(True)
            button.clicked.connect(self._choose)
            self._group.addButton(button)
            self._column.insertWidget(self._column.count() - 1, button)
            self._buttons[section_id] = button

    def mark(self, section_id: str) -> None:
        """Mark the section that is open, and bring its button into view."""
        button = self._buttons.get(section_id)
        if button is not None:
            button.setChecked(True)
            self._scroll.ensureWidgetVisible(button)

    def set_drawer(self, drawer: bool) -> None:
        """Whether the panel lies over the text and can be closed."""
        self.setProperty("drawer", drawer)
        self.close_button.setVisible(drawer)
        self.style().unpolish(self)
        self.style().polish(self)

    def focus_current(self) -> None:
        """Give the keyboard to the section that is open."""
        checked = self._group.checkedButton()
        (checked or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        self.section_requested.emit(str(self.sender().property("section")))

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(px(14), px(18), px(14), px(18))
        self._column.setSpacing(px(2))
        self.setMinimumWidth(px(WIDTH_UNITS))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.property("drawer"):
            self.closed.emit()
        else:
            super().keyPressEvent(event)
