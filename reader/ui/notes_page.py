"""The My notes page: bookmarks, highlights and notes in reading order, by booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.booklet.errors import BookletError
from reader.notebook.anchors import Anchors
from reader.override import override
from reader.shelf.errors import UnknownBookletError
from reader.ui.controls import words
from reader.ui.history import PageName, Stop
from reader.ui.mark_card import MarkCard, deleted_words
from reader.ui.note_editor import NoteEditor
from reader.ui.outcome_words import place_now
from reader.ui.page import ScrollPage
from reader.ui.tab_order import put_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from PySide6.QtGui import QFocusEvent

    from reader.booklet.model import Booklet
    from reader.notebook.marks import Marks
    from reader.notebook.model import Mark, Place
    from reader.shelf.shelf import Shelf
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks


class NotesPage(ScrollPage):
    """A card a mark, with the words it stands on.

    Signals:
        undoable(str, object): a mark was deleted; the words, and what brings it back.
    """

    undoable = Signal(str, object)

    def __init__(self, looks: Looks, marks: Marks, shelf: Shelf, keeper: Keeper) -> None:
        super().__init__(looks)
        self._marks = marks
        self._shelf = shelf
        self._keeper = keeper
        self._anchors = Anchors(self._read)
        self._shown: list[QWidget] = []
        self._headings: dict[str, QWidget] = {}
        self.cards: dict[str, MarkCard] = {}
        self._editor: NoteEditor | None = None
        self._edited = ""
        self.empty = words(
            self.tr(
                "Nothing here yet. Open a booklet, press a paragraph, and choose Highlight or Add "
                "a note. What you mark is listed here."
            )
        )
        self._list = QVBoxLayout()
        self.column.addWidget(self.empty)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        keeper.changed.connect(self._refresh_if_shown)

    @property
    @override
    def title(self) -> str:
        return self.tr("My notes")

    @override
    def stop(self) -> Stop:
        return Stop(PageName.NOTES)

    @override
    def arrive(self, stop: Stop) -> None:
        if self.save():
            self._put_editor_away()
        self.refresh()

    @override
    def save(self) -> bool:
        return self._editor is None or self._editor.save_now()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever is writing goes on writing; otherwise the page has the keys that scroll."""
        super().focusInEvent(event)
        if self._editor is not None:
            self._editor.field.setFocus(event.reason())

    # ---- the list

    def refresh(self) -> None:
        """List the marks as they are now; what is being written stays where it is."""
        marks = self._marks.all()
        self.empty.setVisible(not marks)
        known = {entry.id: entry.title for entry in self._shelf.entries}
        cards, self.cards, shown = self.cards, {}, []
        for booklet_id in _in_shelf_order(marks, known):
            own = [mark for mark in marks if mark.place.booklet == booklet_id]
            shown.append(self._heading(booklet_id, known.get(booklet_id)))
            booklet = self._read(booklet_id)
            for mark in self._in_reading_order(own, booklet):
                card = cards.get(mark.id)
                is_same = card is not None and self._is_shown_by(card, mark)
                made = card if card is not None and is_same else self._card(mark, booklet)
                self.cards[mark.id] = made
                shown.append(made)
        self._arrange(shown)

    def _in_reading_order(self, marks: list[Mark], booklet: Booklet | None) -> list[Mark]:
        """In the order of the words as they stand now; those that are gone come last."""
        if booklet is None:
            return sorted(marks, key=lambda mark: mark.created)
        order = {
            (section.id, passage.id): index
            for index, (section, passage) in enumerate(
                (section, passage) for section in booklet.sections for passage in section.passages
            )
        }

        def key(mark: Mark) -> tuple[int, int, datetime]:
            place = place_now(self._anchors.of(mark)) or mark.place
            index = order.get((place.section, place.passage), len(order))
            return index, place.start, mark.created

        return sorted(marks, key=key)

    def _is_shown_by(self, card: MarkCard, mark: Mark) -> bool:
        is_as_it_was = card.mark == mark and card.outcome == self._anchors.of(mark)
        return is_as_it_was or mark.id == self._edited

    def _arrange(self, shown: list[QWidget]) -> None:
        """Show these and no others, and let Tab go through them in this order."""
        if self._editor is not None:
            card = self.cards.get(self._edited)
            shown.insert(shown.index(card) + 1 if card is not None else 0, self._editor)
        for gone in set(self._shown) - set(shown):
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for index, widget in enumerate(shown):
            if self._list.indexOf(widget) != index:
                self._list.removeWidget(widget)
                self._list.insertWidget(index, widget)
        if shown != self._shown:
            put_in_order([one for one in shown if isinstance(one, MarkCard | NoteEditor)])
        self._shown = shown

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def _heading(self, booklet_id: str, title: str | None) -> QWidget:
        if booklet_id not in self._headings or self._headings[booklet_id] not in self._shown:
            gone = self.tr("A booklet that is not here now ({name})").format(name=booklet_id)
            self._headings[booklet_id] = words(title or gone, "page-heading")
        return self._headings[booklet_id]

    def _read(self, booklet_id: str) -> Booklet | None:
        try:
            return self._shelf.read(booklet_id)
        except (BookletError, UnknownBookletError):
            return None

    def _card(self, mark: Mark, booklet: Booklet | None) -> MarkCard:
        outcome = self._anchors.of(mark)
        place = place_now(outcome) or mark.place
        section = booklet.section(place.section) if booklet is not None else None
        card = MarkCard(self.looks, mark, section, outcome)
        stop = Stop(PageName.READING, place.booklet, place.section, place.passage)
        card.opened.connect(lambda: self.went.emit(stop))
        card.keep_asked.connect(lambda: self._keep_here(mark, place))
        card.change_asked.connect(lambda: self._edit(mark))
        card.delete_asked.connect(lambda: self._delete(mark))
        return card

    # ---- what is done with a mark

    def _edit(self, mark: Mark) -> None:
        """Change a note where it stands; the one that was open is put away with its words safe."""
        if self._editor is not None and not self._editor.save_now():
            self._editor.field.setFocus()
            return
        self._put_editor_away()
        keep = self._keeper.do
        editor = NoteEditor(
            self.looks, lambda text: keep(lambda: self._marks.change_text(mark.id, text))
        )
        editor.finished.connect(self._finish)
        editor.deleted.connect(lambda: self._delete(mark))
        self._editor, self._edited = editor, mark.id
        self.refresh()
        self.cards[mark.id].hide()
        editor.open(mark.text)

    def _finish(self) -> None:
        edited = self._edited
        self._put_editor_away()
        self.refresh()
        self._focus_card(edited)

    def _put_editor_away(self) -> None:
        """The card of its note is made anew by ``refresh``, with the new words."""
        self.cards.pop(self._edited, None)
        self._editor, self._edited = None, ""

    def _keep_here(self, mark: Mark, place: Place) -> None:
        """Let the mark stand on the words that are there now, in a way that can be taken back."""
        move = self._marks.change_place
        if not self._keeper.do(lambda: move(mark.id, place)):
            return
        self.refresh()
        self._focus_card(mark.id)
        self.undoable.emit(
            self.tr("Kept on the new words."),
            lambda: self._keeper.do(lambda: move(mark.id, mark.place)),
        )

    def _delete(self, mark: Mark) -> None:
        if mark.id == self._edited:
            self.save()  # so that bringing it back brings back all of it
        beside = self._beside(mark.id)
        if not self._keeper.do(lambda: self._marks.delete(mark.id)):
            return
        if mark.id == self._edited:
            self._put_editor_away()
        self.refresh()
        self._focus_card(beside)
        self.undoable.emit(deleted_words(mark.kind), lambda: self._restore(mark.id))

    def _restore(self, mark_id: str) -> bool:
        is_back = self._keeper.do(lambda: self._marks.restore(mark_id))
        if is_back and self.isVisible():
            self._focus_card(mark_id)
        return is_back

    def _beside(self, mark_id: str) -> str:
        """The mark after that one, or else the one before; ``""`` when there is no other."""
        ids = list(self.cards)
        index = ids.index(mark_id) if mark_id in ids else 0
        return next(iter([*ids[index + 1 :], *reversed(ids[:index])]), "")

    def _focus_card(self, mark_id: str) -> None:
        """Give the keyboard to a card, or else to the page; whoever is writing keeps it."""
        if self._editor is None and mark_id in self.cards:
            self.cards[mark_id].take_focus()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)


def _in_shelf_order(marks: Iterable[Mark], known: dict[str, str]) -> list[str]:
    marked = {mark.place.booklet for mark in marks}
    return [one for one in known if one in marked] + sorted(marked - set(known))
