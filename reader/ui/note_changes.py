"""What a reader does to marks on My notes; all of it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.mark_card import deleted_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.notebook.marks import Marks
    from reader.notebook.model import Mark, Place
    from reader.ui.keeper import Keeper


class NoteChanges(QObject):
    """Each method says whether the change is safe; the keeper has told why if it is not.

    Signals:
        undoable(str, object): a mark is another now; the words, and what makes it as it was.
        put_back(str): that was done for the mark of that id.
    """

    undoable = Signal(str, object)
    put_back = Signal(str)

    def __init__(self, marks: Marks, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._keeper = keeper

    def write(self, mark: Mark, text: str) -> bool:
        """Keep what stands in the field of a note."""
        return self._keeper.do(lambda: self._marks.change_text(mark.id, text))

    def offer_undo(self, before: Mark) -> None:
        """The reader is done with a note that was ``before``: let its words be put back."""
        found = self._marks.find(before.id)
        if found is not None and found[0].text != before.text:
            self._offer(self.tr("Note changed."), before, self._rewriter(before))

    def go_back(self, mark: Mark, version: int) -> bool:
        """Give a note the words of one of its versions."""
        is_kept = self._keeper.do(lambda: self._marks.go_back(mark.id, version))
        if is_kept:
            self._offer(self.tr("These words are back."), mark, self._rewriter(mark))
        return is_kept

    def keep_here(self, mark: Mark, place: Place) -> bool:
        """Let a mark stand on the words that are there now."""
        move = self._marks.change_place
        is_kept = self._keeper.do(lambda: move(mark.id, place))
        if is_kept:
            told = self.tr("Kept on the new words.")
            self._offer(told, mark, lambda: move(mark.id, mark.place))
        return is_kept

    def delete(self, mark: Mark) -> bool:
        """Take a mark away."""
        is_gone = self._keeper.do(lambda: self._marks.delete(mark.id))
        if is_gone:
            self._offer(deleted_words(mark.kind), mark, lambda: self._marks.restore(mark.id))
        return is_gone

    def accept(self, mark: Mark) -> bool:
        """Take a mark that may be damaged for whole, as it is shown."""
        is_kept = self._keeper.do(lambda: self._marks.accept(mark.id))
        if is_kept:
            self._offer(self.tr("Kept as it is."), mark, lambda: self._marks.doubt(mark.id))
        return is_kept

    def _rewriter(self, before: Mark) -> Callable[[], object]:
        return lambda: self._marks.change_text(before.id, before.text)

    def _offer(self, told: str, mark: Mark, change: Callable[[], object]) -> None:
        def undo() -> bool:
            is_done = self._keeper.take_back(change)
            if is_done:
                self.put_back.emit(mark.id)
            return is_done

        self.undoable.emit(told, undo)
