"""Under a question's words: where it comes from or the way to the first three, and More."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from reader.ui.controls import Button, Rank
from reader.ui.flow import FlowLayout
from reader.ui.language import in_digits

if TYPE_CHECKING:
    from reader.ui.look import Looks


class RowFoot(FlowLayout):
    """Two quiet buttons; ``row`` holds them."""

    def __init__(self, row: QWidget, looks: Looks, question_id: str) -> None:
        super().__init__()
        self._looks = looks
        self.top = Button(
            self.tr("Make it one of my three"), looks, icon="top", rank=Rank.QUIET, parent=row
        )
        self.more = Button(self.tr("More"), looks, rank=Rank.QUIET, parent=row)
        self.top.setObjectName(f"top-{question_id}")
        self.more.setObjectName(f"more-{question_id}")
        self._gap = QWidget(row)
        self._gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        QHBoxLayout(self._gap)

    def lay(self, origin: QLabel, *, is_top: bool) -> None:
        """Beside More stands ``origin`` for the first three, else the way to them."""
        for widget in (origin, self.top, self._gap, self.more):
            self.removeWidget(widget)
        grower = origin if is_top else self._gap
        for widget in (grower, self.more) if is_top else (self.top, grower, self.more):
            self.addWidget(widget)
        self.set_grower(grower)
        self._gap.setVisible(not is_top)

    def name(self, number: int, *, is_open: bool) -> None:
        """Say what the buttons of question ``number`` do just now."""
        top = self.tr("Make question {number} one of my three")
        if is_open:
            text, more = self.tr("Less"), self.tr("Less for question {number}")
        else:
            text, more = self.tr("More"), self.tr("More for question {number}")
        self.top.setAccessibleName(top.format(number=in_digits(number)))
        self.more.set_words(text, more.format(number=in_digits(number)))

    def make_room(self, aside: int) -> None:
        """Stand ``aside`` pixels in."""
        px = self._looks.look.px
        self.setContentsMargins(aside, 0, 0, 0)
        self.setSpacing(px(8))
        self.set_least(px(160))
