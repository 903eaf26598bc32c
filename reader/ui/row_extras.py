"""What More shows under a question: Change and Remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.controls import Button, Rank
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.look import Looks


class RowExtras(FlowLayout):
    """Two quiet buttons, hidden when made; ``row`` holds them."""

    def __init__(self, row: QWidget, looks: Looks, question_id: str) -> None:
        super().__init__()
        self.change = Button(
            self.tr("Change the words"), looks, icon="edit", rank=Rank.QUIET, parent=row
        )
        self.remove = Button(self.tr("Remove"), looks, icon="delete", rank=Rank.QUIET, parent=row)
        self.change.setObjectName(f"change-{question_id}")
        self.remove.setObjectName(f"remove-{question_id}")
        for button in (self.change, self.remove):
            button.hide()
            self.addWidget(button)

    @property
    def are_shown(self) -> bool:
        """Whether they can be pressed."""
        return not self.change.isHidden()

    def show_extras(self, *, shown: bool) -> None:
        """Show or hide both."""
        for button in (self.change, self.remove):
            button.setVisible(shown)
