"""Where the contents of a booklet are: beside the text, or a drawer over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

if TYPE_CHECKING:
    from reader.ui.contents_panel import ContentsPanel
    from reader.ui.look import Looks

TEXT_EM = 24
"""Where the contents would leave the text narrower than this, they become a drawer."""

BESIDE_UNITS = 262
DRAWER_UNITS = 420


class ContentsPlace(QObject):
    """Lays out ``page`` as contents and ``text``; ``reflow`` whenever its width or look changes.

    Signals:
        changed: a column has become a drawer, or the other way.
        put_away: the drawer is closed, and the keyboard wants another place.
    """

    changed = Signal()
    put_away = Signal()

    def __init__(self, looks: Looks, page: QWidget, contents: ContentsPanel, text: QWidget) -> None:
        super().__init__(page)
        self._looks = looks
        self._page = page
        self._contents = contents
        self.is_drawer = False
        self._row = QHBoxLayout(page)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(contents)
        self._row.addWidget(text, 1)

    def toggle(self) -> None:
        """Show the contents over the text, or put them away."""
        if self._contents.isVisible():
            self.close()
            return
        self._place()
        self._contents.show()
        self._contents.raise_()
        self._contents.focus_current()

    def close(self) -> None:
        """Put the drawer away again."""
        if self.is_drawer and self._contents.isVisible():
            self._contents.hide()
            self.put_away.emit()

    def reflow(self) -> None:
        """Be a column where there is room for it and the text, else a drawer."""
        look = self._looks.look
        wants_drawer = self._page.width() < look.px(BESIDE_UNITS) + look.text_px * TEXT_EM
        if wants_drawer and not self.is_drawer:
            self._row.removeWidget(self._contents)
            self._contents.hide()
        elif self.is_drawer and not wants_drawer:
            self._row.insertWidget(0, self._contents)
            self._contents.show()
        if wants_drawer != self.is_drawer:
            self.is_drawer = wants_drawer
            self._contents.set_drawer(wants_drawer)
            self.changed.emit()
        if wants_drawer:
            self._place()

    def _place(self) -> None:
        width = min(self._looks.look.px(DRAWER_UNITS), self._page.width())
        left = self._page.width() - width if self._page.isRightToLeft() else 0
        self._contents.setGeometry(left, 0, width, self._page.height())
