"""Going along the chain of Tab.

``nextInFocusChain`` of the binding (6.11.3) makes what it returns a child of what it was called on,
though in Python alone: when the one ends, the other and all that is in it, layouts too, counts as
ended with it, and using it then ends the program. What is found here is given back to its parent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def after(widget: QWidget) -> QWidget:
    """What comes after ``widget`` in the chain, whether the keyboard can go there or not."""
    return _given_back(widget.nextInFocusChain()) or widget


def before(widget: QWidget) -> QWidget:
    """What comes before ``widget`` in the chain."""
    return _given_back(widget.previousInFocusChain()) or widget


def _given_back(found: QWidget | None) -> QWidget | None:
    if found is not None:
        found.setParent(found.parentWidget())  # to Qt it is there already
    return found
