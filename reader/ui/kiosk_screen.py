"""A screen of few words at a kiosk: a heading, a line or two, and big buttons under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.centred import CentredRows
from reader.ui.controls import repolish, words
from reader.ui.touch_scroll import TouchScroll

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from reader.ui.look import Looks

WIDEST_UNITS = 880
A_HAIR = 2
REFITS = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show)


class KioskScreen(QWidget):
    """The words scroll if they must; the buttons are always in view.

    ``heading`` and ``told`` may change while the screen is shown.
    """

    def __init__(self, looks: Looks, heading: str, told: str = "") -> None:
        super().__init__()
        self.looks = looks
        self.setProperty("role", "kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(heading)
        self.heading = words(heading, "welcome")
        self.told = words(told, "told")
        self.inside = QVBoxLayout()
        self._rows: list[CentredRows] = []
        body = QWidget()
        body.setProperty("role", "kiosk-body")
        body.setLayout(self.inside)
        for label in (self.heading, self.told):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.inside.addWidget(label)
        body.installEventFilter(self)
        self._freed: tuple[int, int, int] | None = None
        self._refit = QTimer(self, interval=0, singleShot=True)
        self._refit.timeout.connect(self._fit)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        self._scroll.installEventFilter(self)
        TouchScroll(self._scroll, looks)
        self._middle = QWidget()
        self._middle.setProperty("role", "kiosk-body")
        self._column = QVBoxLayout(self._middle)
        self._column.addStretch(1)
        self._column.addWidget(self._scroll, 1000)
        self._column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        looks.changed.connect(self._make_room)
        self._make_room()

    def add_row(self, *buttons: QPushButton) -> None:
        """Have ``buttons`` in a row of their own under the words, or in as many as they need."""
        row = CentredRows()
        for button in buttons:
            row.addWidget(button)
        self._rows.append(row)
        self._column.insertLayout(self._column.count() - 1, row)
        self._make_room()

    def add_part(self, part: QLayout) -> None:
        """Have ``part`` under the words; it scrolls with them."""
        self.inside.addLayout(part)

    def _fit(self) -> None:
        """The words take the room that they need, or all there is, and the buttons come next."""
        width = self._middle.contentsRect().width() - 2 * self._column.contentsMargins().left()
        height = max(1, self.inside.totalHeightForWidth(width))
        self._scroll.setMaximumHeight(height + A_HAIR)
        has_bar = self._scroll.verticalScrollBar().isVisible()
        state = (width, height, self._scroll.height()) if has_bar else None
        if state is not None and state != self._freed and self._scroll.height() >= height:
            # A scroll bar that was needed for a moment makes lines wrap, and so stays needed.
            policies = Qt.ScrollBarPolicy
            for policy in (policies.ScrollBarAlwaysOff, policies.ScrollBarAsNeeded):
                self._scroll.setVerticalScrollBarPolicy(policy)
        self._freed = state  # once for each: this asks for a layout, and so leads here again

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in REFITS:
            self._refit.start()
        return False

    def _make_room(self) -> None:
        px = self.looks.look.px
        self._middle.setMaximumWidth(px(WIDEST_UNITS) + 2 * px(24))
        self._column.setContentsMargins(px(24), px(8), px(24), px(10))
        self._column.setSpacing(px(12))
        self.inside.setSpacing(px(14))
        self.inside.setContentsMargins(0, 0, 0, 0)
        for row in self._rows:
            row.setSpacing(px(12))
        night = self.looks.look.theme.is_dark
        if bool(self.property("night")) != night:
            self.setProperty("night", night)
            for widget in (self, *self.findChildren(QWidget)):
                repolish(widget)
