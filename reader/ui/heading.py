"""A heading among the words of a page: screen readers know it as one, and H goes to it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from reader.override import override

HEADING_ROLES = frozenset({"title", "page-heading", "heading", "telling-heading"})
"""Roles of the style sheet whose words are headings."""


class Heading(QLabel):
    """Its name is its words, whatever they become."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    @override
    def setText(self, text: str, /) -> None:
        """Show other words."""
        super().setText(text)
        self.setAccessibleName(text)
