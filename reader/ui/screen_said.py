"""A screen in words: what is written on it and what can be pressed there, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from reader.ui.controls_said import control_said

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = str.maketrans("", "", "●○■□…")
"""Signs that show a state; words say it."""


def screen_said(widget: QWidget) -> list[str]:
    """Sentences for all that can be seen of ``widget``; text to be read by itself is left out."""
    texts = (text.translate(_MARKS).strip() for text in map(_said, _seen(widget)))
    return [text if text[-1] in ".?" else f"{text}." for text in texts if text]


def _said(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return widget.accessibleName() or widget.text()
    return control_said(widget)


def _seen(widget: QWidget) -> Iterator[QWidget]:
    """Labels and controls that are shown, in the order in which layouts have them."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QPlainTextEdit):
        if widget.isEnabled() or isinstance(widget, QLabel):
            yield widget
        return
    inside: list[QWidget | None] = []
    if isinstance(widget, QScrollArea):
        inside = [widget.widget()]
    elif isinstance(widget, QStackedWidget):
        inside = [widget.currentWidget()]
    else:
        layout = widget.layout()
        if layout is not None:
            inside = list(_of_layout(layout))
    for child in inside:
        if child is not None and child.isVisible():
            yield from _seen(child)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _of_layout(inner)
