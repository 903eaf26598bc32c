"""Buttons of a range that has come to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.controls import repolish

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton


def show_end(button: QAbstractButton, *, is_end: bool) -> None:
    """Draw ``button`` as one that can do nothing just now, or again as usual.

    It keeps the keyboard, which a disabled one would lose in the middle of the work.
    """
    if is_end != is_at_end(button):
        button.setProperty("end", is_end)
        repolish(button)


def is_at_end(button: QAbstractButton) -> bool:
    """Whether it can do nothing just now."""
    return bool(button.property("end"))
