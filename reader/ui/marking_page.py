"""Builds the Reading page with its actions, and remembers where reading stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.notebook.errors import NotebookError
from reader.notebook.model import Place
from reader.override import override
from reader.ui.controls import Button
from reader.ui.history import PageName, Stop
from reader.ui.passage_actions import PassageActions
from reader.ui.passage_marks import PassageMarks
from reader.ui.reading_page import ReadingPage
from reader.ui.sentence_actions import SentenceActions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QHideEvent, QKeyEvent

    from reader.notebook.notebook import Notebook
    from reader.shelf.glossary import Term
    from reader.shelf.shelf import Shelf
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks
    from reader.ui.speech import Speaker


class MarkingPage(ReadingPage):
    """The Reading page whose passages can be marked.

    Signals:
        undoable(str, object): something was taken away; the words, and what brings it back.
    """

    undoable = Signal(str, object)

    def __init__(
        self,
        looks: Looks,
        shelf: Shelf,
        notebook: Notebook,
        keeper: Keeper,
        speaker: Speaker | None,
        *,
        terms: Sequence[Term],
        support: str,
        today: date,
        strip: bool = False,
        prints: bool = True,
    ) -> None:
        """``strip``: one sentence is shown at a time from the start.

        Without a ``speaker`` nothing can be read aloud, and unless it ``prints`` no part printed.
        """
        super().__init__(looks, shelf, terms=terms, today=today)
        self._positions = notebook.positions
        marks = PassageMarks(notebook, keeper, self)
        reads = speaker is not None
        self.passage_actions = PassageActions(self, marks, support=support, reads=reads)
        self.sentences: SentenceActions | None = None
        if speaker is not None:
            self.sentences = SentenceActions(self, speaker, strip=strip)
            self.passage_actions.read_requested.connect(self.sentences.read_from)
        self.print_button: Button | None = None
        if prints:
            self.print_button = Button(
                self.tr("Print"), looks, icon="printer", name=self.tr("Print this part")
            )
            self.print_button.clicked.connect(self.print_section)
            self.offer(at_foot=[self.print_button])
        marks.undoable.connect(self.undoable)
        keeper.changed.connect(self.passage_actions.refresh)
        self.settled.connect(self.remember)

    @override
    def save(self) -> bool:
        return self.passage_actions.leave()

    @override
    def forget(self) -> None:
        self.passage_actions.forget()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Another page has taken the place of this one, and with it the voice ends."""
        super().hideEvent(event)
        if not event.spontaneous() and self.sentences is not None:
            self.sentences.stop()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.sentences is None or not self.sentences.key(event):
            super().keyPressEvent(event)

    def print_section(self) -> None:
        """Go to Print for the section that is open."""
        stop = self.stop()
        self.went.emit(Stop(PageName.PRINT, stop.booklet, stop.section))

    def remember(self) -> None:
        """Keep where reading is; a notebook that cannot be written to is no reason to nag."""
        if self.booklet is None or self.section is None:
            return
        passage = self.reading()
        place = Place(self.booklet.id, str(self.booklet.edition), self.section.id, passage)
        try:
            self._positions.keep(place)
        except NotebookError:
            return
