"""The program's name, and who to ring: both stand in the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QWidget

from reader.ui.controls import words
from reader.ui.cover import Cover

if TYPE_CHECKING:
    from reader.shelf.contacts import Contact
    from reader.ui.look import Looks

PHONE, NAME = 1, 2
"""Which lines about who to ring have room in the bar."""


class Brand(QWidget):
    """The program's name with its booklet beside it."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Cover(looks, "accent", "cover_teal_spine", (26, 32)))
        name = words("Booklet Reader", "brand")
        name.setWordWrap(False)
        row.addWidget(name, 1)


class ContactCard(QWidget):
    """Who to ring, on every page, with nothing to press."""

    def __init__(self, looks: Looks, contact: Contact | None) -> None:
        super().__init__()
        self._looks = looks
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line = QFrame()
        self._line.setProperty("role", "line")
        self._labels: list[QLabel] = []
        self._layout.addWidget(self._line)
        if contact is None:
            self.hide()
            return
        details = ", ".join(part for part in (contact.hours, contact.cost) if part)
        for text, role in (
            (self.tr("Need to talk?"), "small"),
            (contact.phone, "phone"),
            (contact.name, "small"),
            (details, "small"),
        ):
            label = words(text, role)
            self._labels.append(label)
            self._layout.addWidget(label)
        self.setAccessibleName(f"{contact.name}: {contact.phone}, {details}")

    def set_compact(self, compact: bool) -> None:
        """One line in the bar: the number and whose it is."""
        across = QBoxLayout.Direction.LeftToRight
        down = QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(across if compact else down)
        px = self._looks.look.px
        side = px(2) if compact else px(8)
        self._layout.setContentsMargins(side, 0, 0 if compact else side, 0)
        self._layout.setSpacing(px(6) if compact else px(4))
        self._line.setVisible(not compact)
        for index, label in enumerate(self._labels):
            label.setWordWrap(not compact)
            label.setVisible(not compact or index in (PHONE, NAME))
        if self._labels:  # what room is left over comes after the last words that are shown
            self._layout.setStretchFactor(self._labels[NAME], 1 if compact else 0)

    def fit_within(self, room: int) -> None:
        """In the bar, leave out the name where there is no room for more than the number."""
        if self._labels:
            self._labels[NAME].show()
            self._labels[NAME].setVisible(self._layout.sizeHint().width() <= room)
