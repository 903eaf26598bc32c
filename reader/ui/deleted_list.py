"""Recently deleted: what can be brought back, and what is to go for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.notebook.model import Mark
from reader.notebook.recently_deleted import Deleted
from reader.override import override
from reader.ui.card_view import CardView
from reader.ui.controls import words
from reader.ui.deleted_card import DeletedCard, what_it_was
from reader.ui.row_model import NOWHERE, RowModel
from reader.ui.tab_order import put_in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.notebook import Notebook
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks
    from reader.ui.row_model import AnyIndex


class DeletedModel(RowModel):
    """What was deleted, the last deleted first."""

    def __init__(self) -> None:
        super().__init__()
        self._items: Sequence[Deleted] = ()
        self._places: dict[str, int] = {}

    def show(self, items: Sequence[Deleted]) -> None:
        """Have a row for each of ``items``."""
        self.beginResetModel()
        self._items = items
        self._places = {one.item.id: row for row, one in enumerate(items)}
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    @override
    def item(self, row: int) -> Deleted:
        return self._items[row]

    @override
    def key(self, row: int) -> str:
        return self._items[row].item.id

    @override
    def row_of(self, key: str) -> int | None:
        return self._places.get(key)

    @override
    def said(self, row: int) -> str:
        return what_it_was(self._items[row].item)


class DeletedList(CardView):
    """A card for each thing that was deleted in the last 30 days.

    Signals:
        undoable(str, object): something was brought back; the words, and what undoes that.
        told(str): something went for ever.
        left: what had the keyboard is gone, and no card is to have it.
    """

    undoable = Signal(str, object)
    told = Signal(str)
    left = Signal()

    def __init__(self, looks: Looks, notebook: Notebook, keeper: Keeper) -> None:
        head = QWidget()
        self.intro = words("", "muted")
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.intro)
        self.model = DeletedModel()
        super().__init__(looks, self.model, head, self._card)
        self.model.setParent(self)
        self._notebook = notebook
        self._keeper = keeper
        self.arranged.connect(self._order_tabs)
        keeper.changed.connect(self._refresh_if_shown)

    @property
    def deleted_cards(self) -> dict[str, DeletedCard]:
        """The cards that exist, by the id of what was deleted."""
        return {key: card for key, card in self.cards().items() if isinstance(card, DeletedCard)}

    def arrive(self) -> None:
        """The list is shown: read it anew."""
        self.refresh()

    def refresh(self) -> None:
        """List what is deleted now."""
        found = self._notebook.deleted.all()
        self.model.show(found)
        if found:
            told = self.tr(
                "What you delete stays here for 30 days. Until then you can bring it back."
            )
        else:
            told = self.tr("Nothing was deleted in the last 30 days.")
        self.intro.setText(told)

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def _order_tabs(self) -> None:
        put_in_order(self.deleted_cards.values())

    def _card(self, item: object) -> QWidget:
        if not isinstance(item, Deleted):
            return QWidget()
        card = DeletedCard(self._looks, item)
        card.restore_asked.connect(lambda: self._restore(item))
        card.erase_asked.connect(lambda: self._erase(card, item))
        return card

    def _restore(self, deleted: Deleted) -> None:
        item = deleted.item
        beside = self._beside(item.id)
        if not self._keeper.do(lambda: self._notebook.deleted.restore(item.id)):
            return
        self._focus(beside)
        kept = self._notebook.marks if isinstance(item, Mark) else self._notebook.questions
        self.undoable.emit(
            self.tr("Brought back."),
            lambda: self._keeper.take_back(lambda: kept.delete(item.id)),
        )

    def _erase(self, card: DeletedCard, deleted: Deleted) -> None:
        """Say that it goes, then do it: every backup is written anew, which takes a moment."""
        card.tell_going()
        QTimer.singleShot(0, self, lambda: self._erase_now(card, deleted.item.id))

    def _erase_now(self, card: DeletedCard, item_id: str) -> None:
        beside = self._beside(item_id)
        erasing = self._notebook.erasing
        is_everywhere = self._keeper.make(lambda: erasing.delete_for_ever(item_id))
        if is_everywhere is None:
            card.ask_no_more()
            return
        self._focus(beside)
        if is_everywhere:
            self.told.emit(self.tr("Deleted for ever."))
        else:
            self.told.emit(
                self.tr(
                    "It is gone from the notebook. A backup still has it, because it could not be "
                    "written to just now. That is tried again at the next start."
                )
            )

    def _beside(self, item_id: str) -> str:
        ids = list(self.deleted_cards)
        index = ids.index(item_id) if item_id in ids else 0
        return next(iter([*ids[index + 1 :], *reversed(ids[:index])]), "")

    def _focus(self, item_id: str) -> None:
        row = self.model.row_of(item_id) if item_id else None
        card = self.card_at(row) if row is not None else None
        if isinstance(card, DeletedCard):
            card.take_focus()
        else:
            self.left.emit()
