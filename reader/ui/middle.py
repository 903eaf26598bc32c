"""Between header and notice: the page, and Comfort beside it or in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.comfort_panel import ComfortPanel


class Middle(QWidget):
    """``stack`` has the pages; Comfort is made when it is first opened.

    Signals:
        comfort_closed: the reader has put Comfort away.
    """

    comfort_closed = Signal()

    def __init__(self, make_comfort: Callable[[], ComfortPanel]) -> None:
        super().__init__()
        self._make_comfort = make_comfort
        self._is_compact = False
        self.comfort: ComfortPanel | None = None
        self.stack = QStackedWidget()
        # In a low window the page, which can be scrolled, gives way to the buttons over it.
        self.stack.setMinimumHeight(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.stack, 1)

    @property
    def has_comfort(self) -> bool:
        """Whether Comfort is open."""
        return self.comfort is not None and not self.comfort.isHidden()

    def toggle_comfort(self) -> None:
        """Show Comfort, or put it away."""
        if self.comfort is None:
            self.comfort = self._make_comfort()
            self.comfort.closed.connect(self.toggle_comfort)
            self._row.addWidget(self.comfort)
            self.comfort.hide()
        opens = self.comfort.isHidden()
        self.comfort.setVisible(opens)
        self.fit(compact=self._is_compact)
        if opens:
            self.comfort.arrive()
        else:
            self.comfort_closed.emit()

    def fit(self, *, compact: bool) -> None:
        """In a narrow window Comfort takes the page's place."""
        self._is_compact = compact
        self.stack.setVisible(not (self.has_comfort and compact))
        if self.comfort is not None:
            self.comfort.set_beside(not compact)
