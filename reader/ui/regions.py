"""F6: the parts of the window, in the order in which the eye meets them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea
from shiboken6 import isValid

from reader.ui import focus_chain
from reader.ui.announcing import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the window; ``first`` is what gets the keyboard the first time, if not the top."""

    widget: QWidget
    first: QWidget | None = None


class Regions(QObject):
    """Goes round the regions that ``found`` gives; each remembers where the keyboard was in it."""

    def __init__(self, window: QWidget, found: Callable[[], Iterable[Region]]) -> None:
        super().__init__(window)
        self._window = window
        self._found = found
        self._last: dict[int, QWidget] = {}

    def shown(self) -> list[Region]:
        """Those that can be seen, from the top and the side where reading begins."""
        seen = [one for one in self._found() if one.widget.isVisible()]
        return sorted(seen, key=lambda one: place_of(one.widget, self._window))

    def step(self, by: int) -> None:
        """Give the keyboard to the next region (1) or the one before (-1), all round."""
        regions = self.shown()
        if not regions:
            return
        here = self._index_of(self._window.focusWidget(), regions)
        start = here if here is not None else (-1 if by > 0 else 0)
        region = regions[(start + by) % len(regions)]
        self._enter(region).setFocus(Qt.FocusReason.TabFocusReason)
        say(region.widget, region.widget.accessibleName())

    def remember(self, focused: QWidget | None) -> None:
        """Come back to ``focused`` when its region is gone to again."""
        regions = self.shown() if focused is not None else []
        index = self._index_of(focused, regions)
        if focused is not None and index is not None:
            self._last[id(regions[index].widget)] = focused

    def _index_of(self, focused: QWidget | None, regions: Sequence[Region]) -> int | None:
        widget = focused
        while widget is not None:
            for index, region in enumerate(regions):
                if region.widget is widget:
                    return index
            widget = widget.parentWidget()
        return None

    def _enter(self, region: Region) -> QWidget:
        last = self._last.get(id(region.widget))
        if last is not None and isValid(last) and _can_have_keyboard(last, region.widget):
            return last
        if region.first is not None and _can_have_keyboard(region.first, region.widget):
            return region.first
        return next(iter(controls_in(region.widget)), region.widget)


def controls_in(region: QWidget) -> list[QWidget]:
    """What Tab reaches in ``region``, in the order of Tab, from where Tab comes into it."""
    chain: list[QWidget] = []
    widget: QWidget | None = region
    while widget is not None:
        if bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and _is_usable(widget):
            chain.append(widget)
        widget = focus_chain.after(widget)
        if widget is region:
            break
    inside = [_is_in(one, region) for one in chain]
    start = next((at for at, is_in in enumerate(inside) if is_in and not inside[at - 1]), 0)
    ordered = chain[start:] + chain[:start]
    return [one for one in ordered if _is_in(one, region)]


def place_of(widget: QWidget, window: QWidget) -> tuple[int, int]:
    """Where the eye meets ``widget``: how far down, then how far from the side it begins at.

    As if nothing were scrolled, so that going to something does not change the order of things.
    """
    corner = widget.mapTo(window, QPoint(0, 0))
    down = corner.y()
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QAbstractScrollArea):
            down += holder.verticalScrollBar().value()
        holder = holder.parentWidget()
    if window.isRightToLeft():
        return down, window.width() - corner.x() - widget.width()
    return down, corner.x()


def _can_have_keyboard(widget: QWidget, region: QWidget) -> bool:
    return _is_in(widget, region) and _is_usable(widget)


def _is_in(widget: QWidget, region: QWidget) -> bool:
    return widget is region or region.isAncestorOf(widget)


def _is_usable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()
