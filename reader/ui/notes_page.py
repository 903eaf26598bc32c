"""The My notes page: bookmarks, highlights and notes, and what was deleted of late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from reader.booklet.errors import BookletError
from reader.notebook.anchors import Anchors
from reader.override import override
from reader.paper.kinds import SheetKind
from reader.shelf.errors import UnknownBookletError
from reader.ui.controls import Button
from reader.ui.deleted_list import DeletedList
from reader.ui.history import PageName, Stop
from reader.ui.notes_list import NotesList
from reader.ui.notes_model import NotesModel
from reader.ui.page import Page
from reader.ui.reading_order import ReadingOrder
from reader.ui.scrolling import scroll_by_key

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent

    from reader.booklet.model import Booklet
    from reader.notebook.notebook import Notebook
    from reader.shelf.shelf import Shelf
    from reader.ui.card_view import CardView
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks
    from reader.ui.mark_card import MarkCard
    from reader.ui.note_editor import NoteEditor

DELETED = "deleted"
"""The ``section`` of a stop at what was deleted; the notes themselves have none."""


class NotesPage(Page):
    """The notes, or in their place what was deleted.

    Signals:
        undoable(str, object): something is another now; the words, and what takes it back.
    """

    undoable = Signal(str, object)

    def __init__(
        self,
        looks: Looks,
        notebook: Notebook,
        shelf: Shelf,
        keeper: Keeper,
        *,
        carries: bool = False,
    ) -> None:
        """``carries``: notes can be taken to another computer, which a button leads to."""
        super().__init__(looks)
        self._carries = carries
        self._shelf = shelf
        anchors = Anchors(self._read)
        order = ReadingOrder(
            [entry.id for entry in shelf.entries], self._read, anchors, notebook.marks.one_on
        )
        model = NotesModel(notebook, anchors, order, self._read, self._booklet_title, self)
        self.list = NotesList(looks, model, notebook, keeper)
        self.deleted = DeletedList(looks, notebook, keeper)
        self.print_button = Button(
            self.tr("Print"), looks, icon="printer", name=self.tr("Print my notes")
        )
        self.carry_button = Button(
            self.tr("Take with me"), looks, icon="save", name=self.tr("Take my notes with me")
        )
        self.back_button = Button(self.tr("Back to my notes"), looks)
        self._stack = QStackedLayout(self)
        for shown in (self.list, self.deleted):
            self._stack.addWidget(shown)
        self._wire()

    def _wire(self) -> None:
        self.list.went.connect(self.went)
        self.list.listed.connect(self.titled)
        self.list.changes.undoable.connect(self.undoable)
        self.list.tools.deleted_requested.connect(self._go_to_deleted)
        self.deleted.undoable.connect(self.undoable)
        self.deleted.told.connect(self.told)
        for shown in (self.list, self.deleted):
            shown.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.print_button.clicked.connect(
            lambda: self.went.emit(Stop(PageName.PRINT, section=SheetKind.NOTES.value))
        )
        self.carry_button.clicked.connect(lambda: self.went.emit(Stop(PageName.CARRY)))
        self.back_button.clicked.connect(lambda: self.went.emit(Stop(PageName.NOTES)))

    @property
    @override
    def title(self) -> str:
        return self.tr("Recently deleted") if self._is_at_deleted else self.tr("My notes")

    @override
    def header_buttons(self) -> list[QWidget]:
        if self._is_at_deleted:
            return [self.back_button]
        leads: list[QWidget] = [self.print_button] if self.list.model.count else []
        return [*leads, self.carry_button] if self._carries else leads

    @override
    def stop(self) -> Stop:
        return Stop(PageName.NOTES, section=DELETED if self._is_at_deleted else "")

    @override
    def arrive(self, stop: Stop) -> None:
        shown = self.deleted if stop.section == DELETED else self.list
        is_new = shown is not self._shown
        self.list.save_now()
        self._stack.setCurrentWidget(shown)
        shown.arrive()
        if is_new:
            self.titled.emit()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def save(self) -> bool:
        return self.list.save_now()

    @override
    def forget(self) -> None:
        self.list.forget()

    @override
    def step_heading(self, by: int) -> bool:
        if not self._is_at_deleted:
            self.list.step_heading(by)
        return super().step_heading(by)

    @property
    def cards(self) -> dict[str, MarkCard]:
        """The cards of marks that exist just now, by id."""
        return self.list.mark_cards

    @property
    def _editor(self) -> NoteEditor | None:
        return self.list.editor

    @property
    def _shown(self) -> CardView:
        return self.deleted if self._stack.currentWidget() is self.deleted else self.list

    @property
    def _is_at_deleted(self) -> bool:
        return self._shown is self.deleted

    def _go_to_deleted(self) -> None:
        self.went.emit(Stop(PageName.NOTES, section=DELETED))

    def _booklet_title(self, booklet: str) -> str:
        titles = {entry.id: entry.title for entry in self._shelf.entries}
        gone = self.tr("A booklet that is not here now ({name})").format(name=booklet)
        return titles.get(booklet) or gone

    def _read(self, booklet: str) -> Booklet | None:
        try:
            return self._shelf.read(booklet)
        except (BookletError, UnknownBookletError):
            return None

    # ---- Qt

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not scroll_by_key(self._shown.verticalScrollBar(), event):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever is writing goes on writing; otherwise the page has the keys that scroll."""
        reasons = Qt.FocusReason
        by_key = event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason)
        self.setProperty("focus_ring", "inside" if by_key else False)
        super().focusInEvent(event)
        if self.list.editor is not None and not self._is_at_deleted:
            self.list.editor.field.setFocus(event.reason())

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.list.readying.rest()
