"""What More shows under a question: Change, Remove, and what is needed now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.controls import Button, Rank
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.look import Looks


class RowExtras(FlowLayout):
    """Quiet buttons, hidden when made; ``row`` holds them."""

    def __init__(self, row: QWidget, looks: Looks, question_id: str) -> None:
        super().__init__()
        self.change = Button(
            self.tr("Change the words"), looks, icon="edit", rank=Rank.QUIET, parent=row
        )
        self.remove = Button(self.tr("Remove"), looks, icon="delete", rank=Rank.QUIET, parent=row)
        self.earlier = Button(
            self.tr("Earlier words"), looks, icon="undo", rank=Rank.QUIET, parent=row
        )
        self.fine = Button(
            self.tr("It is fine as it is"), looks, icon="check", rank=Rank.QUIET, parent=row
        )
        self.change.setObjectName(f"change-{question_id}")
        self.remove.setObjectName(f"remove-{question_id}")
        self.buttons = (self.fine, self.change, self.earlier, self.remove)
        for button in self.buttons:
            button.hide()
            self.addWidget(button)

    @property
    def are_shown(self) -> bool:
        """Whether they can be pressed."""
        return not self.change.isHidden()

    def show_extras(self, *, shown: bool, has_earlier: bool, is_whole: bool) -> None:
        """Show or hide them: the earlier words if there are any, the rest as it applies."""
        for button in (self.change, self.remove):
            button.setVisible(shown)
        self.earlier.setVisible(shown and has_earlier)
        self.fine.setVisible(shown and not is_whole)
