"""Scrolling: how far a step goes, and how a finger's flick goes on and comes to rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QScroller, QScrollerProperties

if TYPE_CHECKING:
    from reader.ui.look import Looks

METRES_A_SECOND = 0.5
"""How fast a flick goes at most: Qt's own is too fast to read by."""

STEP_UNITS = 20
"""An arrow key's step, and a third of the wheel's; Qt's own is a pixel where nobody sets it."""


class TouchScroll(QObject):
    """Lets ``area`` be dragged by touch; the scroll bar, the keys and the wheel do the same.

    The mouse is not taken: it presses and selects.
    """

    def __init__(self, area: QAbstractScrollArea, looks: Looks) -> None:
        super().__init__(area)
        self._area = area
        self._looks = looks
        if isinstance(area, QAbstractItemView):
            area.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        looks.changed.connect(self._set_up)
        self._set_up()

    def _set_up(self) -> None:
        self._area.verticalScrollBar().setSingleStep(self._looks.look.px(STEP_UNITS))
        metric = QScrollerProperties.ScrollMetric
        never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        scroller = QScroller.scroller(self._area.viewport())
        wanted = scroller.scrollerProperties()
        wanted.setScrollMetric(metric.VerticalOvershootPolicy, never)
        wanted.setScrollMetric(metric.HorizontalOvershootPolicy, never)
        fastest = 0.0 if self._looks.look.less_movement else METRES_A_SECOND
        wanted.setScrollMetric(metric.MaximumVelocity, fastest)
        scroller.setScrollerProperties(wanted)
