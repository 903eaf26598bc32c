"""A card of Recently deleted: what it was, how long it is kept, and the two ways from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from reader.notebook.model import Mark
from reader.ui.controls import Button, words
from reader.ui.flow import FlowLayout
from reader.ui.language import Counts, one_or_many, translate
from reader.ui.mark_card import kind_name
from reader.ui.outcome_words import quoted
from reader.ui.result_card import ResultCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.notebook.model import Question
    from reader.notebook.recently_deleted import Deleted
    from reader.ui.look import Looks


class DeletedCard(ResultCard):
    """Bring back, or delete for ever: that asks once more, in the card itself.

    Signals:
        restore_asked: it is wanted back.
        erase_asked: it is to go for ever, and that was pressed on purpose.
        changed: other controls than before can be reached.
    """

    restore_asked = Signal()
    erase_asked = Signal()
    changed = Signal()

    def __init__(self, looks: Looks, deleted: Deleted) -> None:
        kind = _kind(deleted.item)
        where = f"{kind} · {_days(deleted.days_left)}"
        super().__init__(looks, where, what_it_was(deleted.item), [])
        self.restore = Button(self.tr("Bring back"), looks, icon="undo")
        self.erase = Button(self.tr("Delete for ever"), looks)
        self.keep = Button(self.tr("Keep it"), looks)
        self.sure = Button(self.tr("Yes, delete it for ever"), looks, icon="delete")
        for button in (self.restore, self.erase, self.keep, self.sure):
            name = f"{button.text()}: {kind}"
            button.setAccessibleName(name)
            button.setAccessibleDescription(self.text.text())
        self.told = words("", "strong")
        self._foot = FlowLayout()
        for button in (self.restore, self.erase):
            self._row.addWidget(button)
        for button in (self.keep, self.sure):
            self._foot.addWidget(button)
        self._column.addWidget(self.told)
        self._column.addLayout(self._foot)
        self._make_foot_room()
        self._ask(asks=False)
        looks.changed.connect(self._make_foot_room)
        self.restore.clicked.connect(self.restore_asked)
        self.erase.clicked.connect(self.ask)
        self.keep.clicked.connect(self.ask_no_more)
        self.sure.clicked.connect(self.erase_asked)

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        return [self.restore, self.erase, self.keep, self.sure]

    def take_focus(self) -> None:
        """Give the keyboard to the button that does no harm."""
        self.restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Say what deleting for ever means, and let it be pressed or left."""
        self.told.setText(
            self.tr(
                "It goes from this notebook and from every backup of it here. It cannot be "
                "brought back."
            )
        )
        self._ask(asks=True)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_no_more(self) -> None:
        """Leave it where it is."""
        self._ask(asks=False)
        self.erase.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_going(self) -> None:
        """Say that it is being taken out of everything, which may take a moment."""
        self.told.setText(self.tr("Deleting for ever…"))
        for button in (self.keep, self.sure):
            button.setEnabled(False)

    def _ask(self, *, asks: bool) -> None:
        for widget in (self.told, self.keep, self.sure):
            widget.setVisible(asks)
            widget.setEnabled(True)
        for widget in (self.restore, self.erase):
            widget.setVisible(not asks)
        self.changed.emit()

    def _make_foot_room(self) -> None:
        self._foot.setSpacing(self._looks.look.px(10))


def what_it_was(item: Mark | Question) -> str:
    """The reader's own words, and those they stand on."""
    if isinstance(item, Mark):
        return "\n".join(part for part in (item.text, quoted(item.place.quote)) if part)
    return "\n".join(part for part in (item.text, item.answer) if part)


def _kind(item: Mark | Question) -> str:
    return kind_name(item.kind) if isinstance(item, Mark) else translate("DeletedCard", "Question")


def _days(days: int) -> str:
    if days <= 0:
        return translate("DeletedCard", "Goes today or at the next start")
    return one_or_many(
        days,
        one=translate("DeletedCard", "Goes in 1 day"),
        many=Counts.tr("Goes in %Ln days", "", days),
    )
