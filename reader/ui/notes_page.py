"""The My notes page: bookmarks, highlights and notes in reading order, by booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.booklet.errors import BookletError
from reader.notebook.model import MarkKind
from reader.override import override
from reader.shelf.errors import UnknownBookletError
from reader.ui.controls import Button, Rank, words
from reader.ui.history import PageName, Stop
from reader.ui.page import ScrollPage
from reader.ui.passage_marks import shortened
from reader.ui.result_card import ResultCard
from reader.ui.writing_card import WritingCard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.booklet.model import Booklet
    from reader.notebook.marks import Marks
    from reader.notebook.model import Mark
    from reader.shelf.shelf import Shelf
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks

QUOTED = 220


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
        self._shown: list[QWidget] = []
        self.cards: dict[str, ResultCard] = {}
        self._editor: WritingCard | None = None
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
        self.refresh()

    @override
    def leave(self) -> None:
        if self._editor is not None:
            self._editor.save_now()

    def refresh(self) -> None:
        """List the marks again."""
        for widget in self._shown:
            self._list.removeWidget(widget)
            widget.deleteLater()
        self._shown, self.cards, self._editor = [], {}, None
        marks = self._marks.all()
        self.empty.setVisible(not marks)
        known = {entry.id: entry.title for entry in self._shelf.entries}
        for booklet_id in _in_shelf_order(marks, known):
            own = [mark for mark in marks if mark.place.booklet == booklet_id]
            self._add(words(known.get(booklet_id, self._gone(booklet_id)), "page-heading"))
            booklet = self._read(booklet_id)
            for mark in _in_reading_order(own, booklet):
                self._show(mark, booklet)

    def _refresh_if_shown(self) -> None:
        if self.isVisible() and self._editor is None:
            self.refresh()

    def _gone(self, booklet_id: str) -> str:
        return self.tr("A booklet that is not here now ({name})").format(name=booklet_id)

    def _read(self, booklet_id: str) -> Booklet | None:
        try:
            return self._shelf.read(booklet_id)
        except (BookletError, UnknownBookletError):
            return None

    def _add(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self._list.addWidget(widget)

    def _show(self, mark: Mark, booklet: Booklet | None) -> None:
        section = booklet.section(mark.place.section) if booklet is not None else None
        kinds = {
            MarkKind.BOOKMARK: self.tr("Bookmark"),
            MarkKind.HIGHLIGHT: self.tr("Highlight"),
            MarkKind.NOTE: self.tr("Note"),
        }
        kind = kinds[mark.kind]
        where = f"{kind} · {section.title}" if section is not None else kind
        quote = f"“{shortened(mark.place.quote, QUOTED)}”"
        text = f"{mark.text}\n{quote}" if mark.text else quote
        buttons = []
        if section is not None:
            go = Button(self.tr("Open"), self.looks, name=self.tr("Open {0}").format(where))
            place = mark.place
            stop = Stop(PageName.READING, place.booklet, place.section, place.passage)
            go.clicked.connect(lambda: self.went.emit(stop))
            buttons.append(go)
        if mark.kind is MarkKind.NOTE:
            edit = Button(self.tr("Change"), self.looks, name=self.tr("Change {0}").format(where))
            edit.clicked.connect(lambda: self._edit(mark))
            buttons.append(edit)
        delete = Button(self.tr("Delete"), self.looks, name=self.tr("Delete {0}").format(where))
        delete.clicked.connect(lambda: self._delete(mark))
        buttons.append(delete)
        made = ResultCard(self.looks, where, text, buttons)
        self.cards[mark.id] = made
        self._add(made)

    def _edit(self, mark: Mark) -> None:
        """Change a note where it stands."""
        if self._editor is not None:
            self._editor.finish()
            return
        editor = WritingCard(
            self.looks,
            self.tr("My note"),
            lambda text: self._keeper.do(lambda: self._marks.change_text(mark.id, text)),
            done=self.tr("Done"),
            delete=self.tr("Delete note"),
        )
        editor.done.set_rank(Rank.PRIMARY)
        editor.finished.connect(self.refresh)
        editor.deleted.connect(lambda: self._delete(mark))
        made = self.cards[mark.id]
        self._list.insertWidget(self._list.indexOf(made) + 1, editor)
        self._shown.append(editor)
        self._editor = editor
        made.hide()
        editor.open(mark.text)

    def _delete(self, mark: Mark) -> None:
        self._editor = None
        if self._keeper.do(lambda: self._marks.delete(mark.id)):
            self.undoable.emit(
                self.tr("Deleted."), lambda: self._keeper.do(lambda: self._marks.restore(mark.id))
            )
        self.refresh()


def _in_shelf_order(marks: Iterable[Mark], known: dict[str, str]) -> list[str]:
    marked = {mark.place.booklet for mark in marks}
    return [one for one in known if one in marked] + sorted(marked - set(known))


def _in_reading_order(marks: list[Mark], booklet: Booklet | None) -> list[Mark]:
    if booklet is None:
        return sorted(marks, key=lambda mark: mark.created)
    order = {
        (section.id, passage.id): index
        for index, (section, passage) in enumerate(
            (section, passage) for section in booklet.sections for passage in section.passages
        )
    }
    end = len(order)
    return sorted(
        marks,
        key=lambda mark: (
            order.get((mark.place.section, mark.place.passage), end),
            mark.place.start,
            mark.created,
        ),
    )
