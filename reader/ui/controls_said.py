"""A page in words: what it is called, and what can be pressed or filled in, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from reader.ui import focus_chain
from reader.ui.language import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)


def controls_said(widget: QWidget, name: str = "") -> list[str]:
    """Sentences: ``name``, or that of ``widget``, then each control that can be used in it.

    The order is that of the Tab key, which follows the eye.
    """
    name = name or widget.accessibleName() or widget.windowTitle()
    said = (name, *map(control_said, _usable(widget)))
    return [f"{text.rstrip('.')}." for text in said if text]


def _usable(widget: QWidget) -> Iterator[QWidget]:
    """What of ``widget`` can be seen and used, along the chain in which Tab goes."""
    seen = widget
    while True:
        if seen is widget or widget.isAncestorOf(seen):
            is_inside_a_field = isinstance(seen.parentWidget(), FIELDS)
            is_control = isinstance(seen, (QAbstractButton, *FIELDS)) and not is_inside_a_field
            if is_control and seen.isVisible() and seen.isEnabled():
                yield seen
        following = focus_chain.after(seen)
        if following is widget:
            return
        seen = following


def control_said(control: QWidget) -> str:
    """What one control is, what it is called and how it stands; ``""`` without a name."""
    name = control.accessibleName()
    if not isinstance(control, QAbstractButton):
        return translate("ControlsSaid", "To fill in: {name}").format(name=name) if name else ""
    name = name or control.text()
    if not name:
        return ""
    if control.isCheckable():
        said = (
            translate("ControlsSaid", "{name}, chosen")
            if control.isChecked()
            else translate("ControlsSaid", "{name}, not chosen")
        )
        return said.format(name=name)
    return translate("ControlsSaid", "Button: {name}").format(name=name)
