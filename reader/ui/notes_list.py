"""The list of My notes: cards that are found, opened, changed where they stand, and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.card_view import CardView
from reader.ui.controls import words
from reader.ui.earlier_words import EarlierWords
from reader.ui.history import PageName, Stop
from reader.ui.mark_card import MarkCard
from reader.ui.note_changes import NoteChanges
from reader.ui.note_editor import NoteEditor
from reader.ui.notes_model import BookletRow, MarkRow
from reader.ui.notes_tools import NotesTools
from reader.ui.outcome_words import place_now
from reader.ui.readying import Readying
from reader.ui.tab_order import put_in_order

if TYPE_CHECKING:
    from reader.notebook.model import Mark
    from reader.notebook.notebook import Notebook
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks
    from reader.ui.notes_model import NotesModel


class NotesList(CardView):
    """A card a mark, with the words it stands on.

    Signals:
        went(Stop): the reader wants to be where a mark stands.
        left: what had the keyboard is gone, and no card is to have it.
        listed: there are other marks than before, or none.
    """

    went = Signal(object)
    left = Signal()
    listed = Signal()

    def __init__(self, looks: Looks, model: NotesModel, notebook: Notebook, keeper: Keeper) -> None:
        self.tools = NotesTools(looks)
        self.editor: NoteEditor | None = None
        self._edited: Mark | None = None
        self._is_writing = False
        super().__init__(looks, model, self.tools, self._made, _is_written_in)
        self.model = model
        self._notebook = notebook
        self._keeper = keeper
        self.changes = NoteChanges(notebook.marks, keeper, self)
        self.readying = Readying(notebook.search_steps, self)
        self._wire()

    def _wire(self) -> None:
        self.arranged.connect(self._order_tabs)
        self.tools.changed.connect(self.look_for)
        self.readying.ready.connect(self._find_at_last)
        self.changes.put_back.connect(self._show_again)
        self._keeper.changed.connect(self._notebook_changed)

    @property
    def mark_cards(self) -> dict[str, MarkCard]:
        """The cards of marks that exist, by the mark's id, in the order of the list."""
        return {key: card for key, card in self.cards().items() if isinstance(card, MarkCard)}

    # ---- the list

    def arrive(self) -> None:
        """The page is shown: list everything anew, and get ready for searching."""
        if self.save_now():
            self._put_editor_away()
        self.refresh()
        QTimer.singleShot(0, self.readying, self.readying.begin)

    def forget(self) -> None:
        """Put away what is being written without saving it, and what was looked for."""
        self._put_editor_away()
        self.tools.forget()
        self.refresh()

    def look_for(self) -> None:
        """List what is asked for, once that can be found."""
        if self.tools.choice.words and not self.readying.is_ready:
            self.tools.tell_readying()
            return
        if self.save_now():
            self._put_editor_away()
            self.verticalScrollBar().setValue(0)
        self.refresh(is_changed=False)

    def _find_at_last(self) -> None:
        if self.tools.choice.words:
            self.look_for()

    def refresh(self, *, is_changed: bool = True) -> None:
        """List the marks as they are now; what is being written stays where it is.

        ``is_changed`` is whether the notebook may be another since the last time.
        """
        model = self.model
        is_asked = not self.tools.choice.words or self.readying.is_ready
        if is_asked:
            model.choice, model.order = self.tools.choice, self.tools.order
        listing = model.listed(is_changed=is_changed)
        if self._edited is None or listing.index(self._edited.id) is not None:
            model.show(listing)
        is_any_deleted = bool(self._notebook.deleted.count())
        if is_asked:
            self.tools.tell(model.count, of_all=model.of_all, is_any_deleted=is_any_deleted)
        self.listed.emit()

    def _notebook_changed(self) -> None:
        if not self.isVisible():
            return
        if self._is_writing and self._edited is not None:
            self.model.change(self._notebook.marks.get(self._edited.id))
        else:
            self.refresh()

    def step_heading(self, by: int) -> None:
        """Bring the next booklet's heading (1), or the one before (-1), near the window."""
        row = self.model.heading_row(self._row_of_keyboard(), by)
        if row is not None:
            self.card_at(row)

    def _row_of_keyboard(self) -> int:
        focused = QApplication.focusWidget()
        for key, card in self.cards().items():
            if focused is not None and (card is focused or card.isAncestorOf(focused)):
                return self.model.row_of(key) or 0
        return self.shown_row()

    def _order_tabs(self) -> None:
        put_in_order([self.tools, *self.mark_cards.values()])

    # ---- cards

    def _made(self, item: object) -> QWidget:
        match item:
            case BookletRow(_, title):
                return words(title, "page-heading")
            case MarkRow():
                return self._card(item)
            case _:
                return QWidget()

    def _card(self, row: MarkRow) -> MarkCard:
        mark = row.mark
        place = place_now(row.outcome) or mark.place
        card = MarkCard(self._looks, row)
        stop = Stop(PageName.READING, place.booklet, place.section, place.passage)
        card.opened.connect(lambda: self.went.emit(stop))
        card.keep_asked.connect(lambda: self._act(mark, self.changes.keep_here(mark, place)))
        card.accept_asked.connect(lambda: self._act(mark, self.changes.accept(mark)))
        card.change_asked.connect(lambda: self._edit(mark))
        card.earlier_asked.connect(lambda: self._show_earlier(card))
        card.delete_asked.connect(lambda: self._delete(mark))
        return card

    def _act(self, mark: Mark, is_done: bool) -> None:
        if is_done:
            self.focus_card(mark.id)

    def _show_earlier(self, card: MarkCard) -> None:
        """Show what a note said before, under it; or put that away."""
        if card.earlier is not None:
            self._hide_earlier(card)
            return
        mark = card.mark
        earlier = EarlierWords(self._looks, self._notebook.marks.versions(mark.id))
        earlier.finished.connect(lambda: self._hide_earlier(card))
        earlier.chosen.connect(lambda number: self._act(mark, self.changes.go_back(mark, number)))
        card.put_earlier(earlier)
        self._order_tabs()
        earlier.take_focus()

    def _hide_earlier(self, card: MarkCard) -> None:
        card.take_focus()
        card.put_earlier(None)

    # ---- writing

    def save_now(self) -> bool:
        """Save what is being written; whether it is safe."""
        return self.editor is None or self.editor.save_now()

    def _edit(self, mark: Mark) -> None:
        """Change a note where it stands; the one that was open is put away with its words safe."""
        if self.editor is not None:
            if not self.editor.save_now():
                self.editor.field.setFocus()
                return
            self._put_editor_away()
            self.refresh()
        card = self.mark_cards.get(mark.id)
        if card is None:
            return
        editor = NoteEditor(self._looks, lambda text: self._write(mark, text))
        editor.finished.connect(self._finish)
        editor.deleted.connect(lambda: self._delete(mark))
        self.editor, self._edited = editor, mark
        card.put_editor(editor)
        self._order_tabs()
        editor.open(mark.text)

    def _write(self, mark: Mark, text: str) -> bool:
        self._is_writing = True
        try:
            return self.changes.write(mark, text)
        finally:
            self._is_writing = False

    def _finish(self) -> None:
        edited = self._edited
        self._put_editor_away()
        self.refresh()
        if edited is not None:
            self.focus_card(edited.id)

    def _put_editor_away(self) -> None:
        edited, self.editor, self._edited = self._edited, None, None
        if edited is None:
            return
        card = self.mark_cards.get(edited.id)
        if card is not None:
            card.put_editor_away()
        self.changes.offer_undo(edited)

    def _delete(self, mark: Mark) -> None:
        is_edited = self._edited is not None and self._edited.id == mark.id
        if is_edited:
            self.save_now()  # so that bringing it back brings back all of it
        beside = self._beside(mark.id)
        edited = self._edited
        if is_edited:
            self._edited = None  # so that the list may do without it
        if not self.changes.delete(mark):
            self._edited = edited
            return
        if is_edited:
            self.editor = None
            self.refresh()
        self.focus_card(beside)

    def _beside(self, mark_id: str) -> str:
        """The mark after that one, or else the one before; ``""`` when there is no other."""
        ids = list(self.mark_cards)
        index = ids.index(mark_id) if mark_id in ids else 0
        return next(iter([*ids[index + 1 :], *reversed(ids[:index])]), "")

    # ---- the keyboard

    def focus_card(self, mark_id: str) -> None:
        """Give the keyboard to a card, or else to nobody; whoever is writing keeps it."""
        row = self.model.row_of(mark_id) if mark_id else None
        card = self.card_at(row) if row is not None and self.editor is None else None
        if isinstance(card, MarkCard):
            card.take_focus()
        else:
            self.left.emit()

    def _show_again(self, mark_id: str) -> None:
        if self.isVisible():
            self.focus_card(mark_id)


def _is_written_in(card: QWidget) -> bool:
    return isinstance(card, MarkCard) and card.editor is not None
