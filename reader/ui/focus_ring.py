"""One ring round whatever has the keyboard: 3 px in the theme's focus colour, 2 px off it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from reader.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.ui.look import Looks

PEN = 3
GAP = 2
ROUND_UNITS = 14
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """A transparent child of the window, laid over the focused control.

    Qt's style sheets cannot draw outside a control, and a border that comes with focus moves the
    words; so the ring is a widget of its own. Controls with ``focus_ring`` false draw their own;
    with ``"inside"`` they fill their place, and the ring goes along their inner edge.
    """

    def __init__(self, window: QWidget, app: QApplication, looks: Looks) -> None:
        super().__init__(window)
        self._looks = looks
        self._control: QWidget | None = None
        self._watched: list[QWidget] = []
        self._end: QMetaObject.Connection | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setObjectName("focus-ring")
        self.hide()
        app.focusChanged.connect(self._follow)
        looks.changed.connect(self._lay)

    def _follow(self, _before: QWidget | None, control: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._end is not None:
            QObject.disconnect(self._end)  # what had the keyboard before may end when it likes
        self._watched, self._control, self._end = [], None, None
        if control is not None and control.window() is self.window():
            self._control = control
            self._watch(control)
        self._lay()

    def _watch(self, control: QWidget) -> None:
        widget: QWidget | None = control
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._end = control.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched, self._control, self._end = [], None, None
        self.hide()

    def _lay(self) -> None:
        control = self._control
        if control is None or not control.isVisible() or control.property("focus_ring") is False:
            self.hide()
            return
        corner = control.mapTo(self.window(), QPoint(0, 0))
        grow = 0 if control.property("focus_ring") == "inside" else PEN + GAP
        rect = QRect(corner, control.size()).adjusted(-grow, -grow, grow, grow)
        inside = self._inside(control, rect)
        if inside.isEmpty():
            self.hide()  # scrolled out of sight; an empty mask would show the whole ring
            return
        self.setGeometry(rect)
        self.setMask(QRegion(inside.translated(-rect.topLeft())))
        self.raise_()
        self.show()
        self.update()

    def _inside(self, control: QWidget, rect: QRect) -> QRect:
        """What is left of ``rect`` inside the scroll area that holds the control, if one does."""
        parent = control.parentWidget()
        while parent is not None and not isinstance(parent.parentWidget(), QAbstractScrollArea):
            parent = parent.parentWidget()
        if parent is None:
            return rect
        return rect.intersected(QRect(parent.mapTo(self.window(), QPoint(0, 0)), parent.size()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._lay()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._looks.look.colour("focus")), PEN))
        half = PEN / 2
        radius = self._looks.look.px(ROUND_UNITS)
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(half, half, -half, -half), radius, radius
        )
        painter.end()
