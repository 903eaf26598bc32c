"""A heading among the words of a page: screen readers know it as one, and H goes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from reader.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

HEADING_ROLES = frozenset({"title", "page-heading", "heading", "telling-heading"})
"""Roles of the style sheet whose words are headings."""


class Heading(QLabel):
    """Its name is its words, whatever they become."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    def stand_after(self, control: QWidget) -> None:
        """Let Tab go on from here to what comes after ``control``, while the keyboard is here."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # without any, Qt gives it no place
        QWidget.setTabOrder(control, self)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def setText(self, text: str, /) -> None:
        """Show other words."""
        super().setText(text)
        self.setAccessibleName(text)
