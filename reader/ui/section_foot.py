"""After the last passage: the previous and the next section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from reader.override import override
from reader.ui.controls import Button, Rank
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.booklet.model import Section
    from reader.ui.look import Looks


class SectionFoot(QWidget):
    """Two buttons named after the sections they lead to.

    Signals:
        section_requested(str): one of them was pressed.
    """

    section_requested = Signal(str)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.before = Button("", looks, icon="back")
        self.after = Button("", looks, icon="forward", rank=Rank.PRIMARY)
        self._held: list[QWidget] = []
        gap = QWidget()
        self._flow = FlowLayout(self, grower=gap)
        for widget in (self.before, gap, self.after):
            self._flow.addWidget(widget)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        QHBoxLayout(gap)
        for button in (self.before, self.after):
            button.clicked.connect(self._press)

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        return [*self._held, self.before, self.after]

    def hold(self, buttons: Sequence[QWidget]) -> None:
        """Show ``buttons`` before the two: they have no room in the header."""
        self._held = list(buttons)
        for index, button in enumerate(buttons):
            self._flow.insert(index, button)
            button.show()

    def let_go(self) -> None:
        """Give back what is held."""
        for button in self._held:
            self._flow.removeWidget(button)
        self._held = []

    def show_neighbours(self, before: Section | None, after: Section | None) -> None:
        """Name the sections on both sides; at the ends there is no button."""
        for button, section, name in (
            (self.before, before, self.tr("Previous section: {title}")),
            (self.after, after, self.tr("Next section: {title}")),
        ):
            button.setVisible(section is not None)
            if section is not None:
                button.set_words(section.title, name.format(title=section.title))
                button.setProperty("section", section.id)

    def _press(self) -> None:
        self.section_requested.emit(str(self.sender().property("section")))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)
