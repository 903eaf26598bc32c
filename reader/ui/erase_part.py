"""Deleting everything: what it means in plain words, and two presses in two places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from reader.ui.controls import Button, words
from reader.ui.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.look import Looks


class ErasePart(Part):
    """The first press says what will be gone; the second deletes it.

    Signals:
        erase_requested: the second press was made.
    """

    erase_requested = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__(
            looks,
            self.tr("Delete everything I wrote"),
            self.tr(
                "For when this computer goes to somebody else. All your notes, marks and questions "
                "go, with every copy of them on this computer. How things look stays."
            ),
        )
        self.first = Button(self.tr("Delete everything I wrote …"), looks, icon="delete")
        self.warning = words("", "strong")
        self.keep = Button(self.tr("Keep everything"), looks)
        self.second = Button(self.tr("Yes, delete all of it"), looks, icon="delete")
        self.add(self.first, self.keep, self.second)
        self.column.insertWidget(self.column.count() - 2, self.warning)
        self.column.addWidget(
            words(
                self.tr(
                    "What you saved on a stick or printed is not deleted. Disks, above all SSDs "
                    "and memory cards, may keep traces that special tools can find. To be quite "
                    "sure, have the whole disk wiped."
                ),
                "muted",
            )
        )
        self.first.clicked.connect(self._ask)
        self.keep.clicked.connect(self._keep)
        self.second.clicked.connect(self.erase_requested)
        self._show(is_asking=False)
        self.count: Callable[[], str] = str
        """Says how much there is, when it is asked."""

    def rest(self) -> None:
        """Be as before the first press."""
        self._show(is_asking=False)

    def _ask(self) -> None:
        told = self.tr(
            "This deletes {count}, for good. It cannot be undone, and no copy stays here."
        )
        self.warning.setText(told.format(count=self.count()))
        self._show(is_asking=True)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell(self.warning.text())
        self.status.hide()

    def _keep(self) -> None:
        self.rest()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell(self.tr("Nothing was deleted."))

    def _show(self, *, is_asking: bool) -> None:
        self.first.setVisible(not is_asking)
        for widget in (self.warning, self.keep, self.second):
            widget.setVisible(is_asking)
