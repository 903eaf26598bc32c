"""H: from heading to heading, on the pages whose words are not one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.ui import focus_chain
from reader.ui.heading import Heading
from reader.ui.regions import controls_in, place_of
from reader.ui.scrolling import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


ROOM_PX = 16
"""What is left free above a heading, for its ring."""


def step_heading(parts: Sequence[QWidget], by: int) -> bool:
    """Go to the next heading (1) or the one before (-1) in ``parts``; whether there is one.

    ``parts`` are columns, the first to be read first. The keyboard is then on the heading, and Tab
    goes on from there.
    """
    window = parts[0].window()
    headings = [
        (column, *place_of(label, window), label)
        for column, part in enumerate(parts)
        for label in part.findChildren(Heading)
        if label.isVisible() and label.text()
    ]
    headings.sort(key=lambda one: one[:3])
    here = _place_of_keyboard(parts, window)
    if by > 0:
        ahead = [label for *place, label in headings if here is None or tuple(place) > here]
        wanted = ahead[0] if ahead else None
    else:
        behind = [label for *place, label in headings if here is not None and tuple(place) < here]
        wanted = behind[-1] if behind else None
    if wanted is None:
        return False
    _put_in_chain(wanted, next(part for part in parts if part.isAncestorOf(wanted)))
    wanted.setFocus(Qt.FocusReason.TabFocusReason)
    bring_into_view(wanted, ROOM_PX, at_top=True)
    return True


def _place_of_keyboard(parts: Sequence[QWidget], window: QWidget) -> tuple[int, ...] | None:
    focused: QWidget | None = window.focusWidget()
    for column, part in enumerate(parts):
        if focused is not None and part.isAncestorOf(focused):
            return column, *place_of(focused, window)
    return None


def _put_in_chain(heading: Heading, part: QWidget) -> None:
    """Let Tab go from ``heading`` to what comes after it on the screen."""
    window = part.window()
    place = place_of(heading, window)
    controls = [one for one in controls_in(part) if one is not part]
    before = [one for one in controls if place_of(one, window) < place]
    if before:
        heading.stand_after(before[-1])
        return
    first = focus_chain.before(controls[0]) if controls else None
    if first is not None and first is not heading:
        heading.stand_after(first)
