"""One thing that was found, or marked: its words, where it stands, and a button to go there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.controls import words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.controls import Button
    from reader.ui.look import Looks


class _Beside(QWidget):
    """The words of a card: they wish to be as wide as they are, where Qt would wrap them small."""

    def __init__(self, *labels: QLabel) -> None:
        super().__init__()
        self._labels = labels
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for label in labels:
            column.addWidget(label)

    @override
    def sizeHint(self) -> QSize:
        widths = [one.fontMetrics().horizontalAdvance(one.text()) for one in self._labels]
        return QSize(max(widths), super().sizeHint().height())


class ResultCard(QFrame):
    """Where it is, its words, and what can be done with it."""

    def __init__(
        self, looks: Looks, where: str, text: str, buttons: Sequence[Button], *, rich: bool = False
    ) -> None:
        super().__init__()
        self._looks = looks
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.where = words(where, "muted")
        self.text = words(text)
        if rich:
            self.text.setTextFormat(Qt.TextFormat.RichText)
        beside = _Beside(self.where, self.text)
        self._row = FlowLayout(grower=beside)
        self._row.addWidget(beside)
        for button in buttons:
            self._row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        looks.changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(px(20), px(14), px(16), px(14))
        self._column.setSpacing(px(10))
        self._row.setSpacing(px(10))
        self._row.set_least(px(320))
