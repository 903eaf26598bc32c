"""What does not fit: found by measuring, so that nobody has to look for it in 300 pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ui.window import Window

A_HAIR = 1
"""Pixels that rounding may take."""


def misfits(window: Window, width: int, height: int) -> list[str]:
    """A line for everything that is cut off, sticks out, or makes the window wider than asked."""
    found = []
    if (window.width(), window.height()) != (width, height):
        found.append(f"the window is {window.width()} by {window.height()}")
    if window.minimumSizeHint().width() > width:
        found.append(f"the window wants to be {window.minimumSizeHint().width()} wide")
    shown = [one for one in window.findChildren(QWidget) if one.isVisible()]
    for widget in shown:
        found += [f"{said(widget)} {problem}" for problem in problems(widget, window)]
    return found


def problems(widget: QWidget, window: Window) -> Iterator[str]:
    """What is wrong with one widget."""
    if isinstance(widget, QScrollArea):
        if hides_its_right(widget):
            yield "holds what is wider than it can show"
    elif isinstance(widget, QLabel):
        yield from label_problems(widget)
    elif isinstance(widget, QAbstractButton) and widget.text():
        least = widget.minimumSizeHint()
        if least.width() > widget.width() + A_HAIR:
            yield f"is {least.width() - widget.width()} pixels too narrow"
        if least.height() > widget.height() + A_HAIR:
            yield f"is {least.height() - widget.height()} pixels too low"
    else:
        return
    left = widget.mapTo(window, QPoint()).x()
    if left < 0 or left + widget.width() > window.width():
        yield "sticks out of the window"


def hides_its_right(area: QScrollArea) -> bool:
    """Whether something lies where no scroll bar leads."""
    off = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return off and area.widget() is not None and area.widget().width() > area.viewport().width()


def label_problems(label: QLabel) -> Iterator[str]:
    """Words that are cut off below, or at the side."""
    if not label.text() or not label.pixmap().isNull():
        return
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height() + A_HAIR:
            yield "is cut off below"
    elif label.sizeHint().width() > label.width() + A_HAIR:
        yield "is cut off at the side"


def said(widget: QWidget) -> str:
    """The widget as a person would know it."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} “{text[:40] or widget.objectName()}”"
