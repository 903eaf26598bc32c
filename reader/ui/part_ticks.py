"""Which parts of a booklet are to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.choice import Tick
from reader.ui.controls import Button, words
from reader.ui.language import in_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.look import Looks


class PartTicks(QWidget):
    """Closed it says how many parts there are; open it has a box for each.

    A part behind a gate is not ticked until the reader ticks it.

    Signals:
        changed: other parts are ticked.
    """

    changed = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._usual: set[str] = set()
        self.ticks: dict[str, Tick] = {}
        self.setAccessibleName(self.tr("Parts of the booklet"))
        self.told = words("", "muted")
        self.open_button = Button(self.tr("Choose parts"), looks, icon="down")
        self.open_button.setObjectName("choose-parts")
        self.whole_button = Button(self.tr("The whole booklet"), looks)
        self.open_button.clicked.connect(self._open_or_close)
        self.whole_button.clicked.connect(self.choose_all)
        self._is_open = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(words(self.tr("Parts of the booklet"), "heading"))
        self._column.addWidget(self.told)
        self._column.addWidget(self.open_button)
        self._column.addWidget(self.whole_button)
        looks.changed.connect(self._make_room)
        self._make_room()

    def show_parts(self, parts: Sequence[tuple[str, str, bool]]) -> None:
        """Offer these: id, title, and whether a gate is before it. All but those are ticked."""
        for tick in self.ticks.values():
            self._column.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.ticks = {}
        self._usual = {part for part, _, is_gated in parts if not is_gated}
        for part, title, is_gated in parts:
            tick = Tick(self._looks, title)
            tick.setChecked(not is_gated)
            tick.clicked.connect(self._change)
            self._column.addWidget(tick)
            self.ticks[part] = tick
        self._is_open = False
        self._show()

    @property
    def are_none(self) -> bool:
        """Whether nothing is ticked, so that there is nothing to print."""
        return bool(self.ticks) and not self._ticked()

    def chosen(self) -> tuple[str, ...]:
        """The parts that are ticked; none when they are all that is printed unasked."""
        ticked = self._ticked()
        return () if set(ticked) == self._usual else ticked

    def choose_all(self) -> None:
        """Tick every part but those behind a gate."""
        for part, tick in self.ticks.items():
            tick.setChecked(part in self._usual)
        self._change()

    def _ticked(self) -> tuple[str, ...]:
        return tuple(part for part, tick in self.ticks.items() if tick.isChecked())

    def _change(self) -> None:
        self._show()
        self.changed.emit()

    def _open_or_close(self) -> None:
        self._is_open = not self._is_open
        self._show()

    def _show(self) -> None:
        count, total = len(self._ticked()), len(self.ticks)
        told = self.tr("{count} of {total} parts will be printed.")
        self.told.setText(told.format(count=in_digits(count), total=in_digits(total)))
        for tick in self.ticks.values():
            tick.setVisible(self._is_open)
        self.whole_button.setVisible(self._is_open)
        self.open_button.set_words(
            self.tr("Close the list") if self._is_open else self.tr("Choose parts")
        )
        self.open_button.set_icon("up" if self._is_open else "down")

    def _make_room(self) -> None:
        self._column.setSpacing(self._looks.look.px(8))
