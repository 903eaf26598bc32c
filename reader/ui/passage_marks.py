"""What a reader does to the picked passage: bookmark, highlight, note, question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.notebook.anchors import Anchors, Same, TextChanged
from reader.notebook.edition_words import quoted
from reader.notebook.model import MarkKind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.booklet.model import Booklet, Passage, Section
    from reader.notebook.anchors import Outcome
    from reader.notebook.model import Mark, Question
    from reader.notebook.notebook import Notebook
    from reader.ui.keeper import Keeper

QUOTED = 90
"""Characters of a passage that a question made from it quotes at most."""


def shortened(text: str, most: int = QUOTED) -> str:
    """``text`` cut at a word, with an ellipsis, if it is longer than ``most`` characters."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(",;:.–- ") + "…"


class PassageMarks(QObject):
    """Marks in one section; every change goes through the keeper.

    Signals:
        undoable(str, object): something was taken away; the words, and what brings it back.
    """

    undoable = Signal(str, object)

    def __init__(self, notebook: Notebook, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._keeper = keeper
        self._booklet: Booklet | None = None
        self._section: Section | None = None
        self._anchors = Anchors(self._open_booklet)
        self._shown: tuple[Mark, ...] | None = None
        keeper.kept.connect(self._forget)

    def open(self, booklet: Booklet, section: Section) -> None:
        """Work on ``section`` from now on."""
        self._booklet, self._section = booklet, section
        self._forget()

    def _forget(self) -> None:
        """What was shown may have changed; the next look is a fresh one."""
        self._shown = None

    def _open_booklet(self, booklet: str) -> Booklet | None:
        return self._booklet if self._booklet and self._booklet.id == booklet else None

    def all(self) -> tuple[Mark, ...]:
        """The marks in this section, at the places where this edition has their words."""
        if self._booklet is None or self._section is None:
            return ()
        if self._shown is None:
            self._shown = tuple(self._found(self._booklet, self._section))
        return self._shown

    def _found(self, booklet: Booklet, section: Section) -> Iterator[Mark]:
        """The notebook keeps the places as they were: what is found stands in no file."""
        marks = self._notebook.marks
        older = marks.of_other_editions(booklet.id, str(booklet.edition))
        for mark in dict.fromkeys((*marks.at(booklet.id, section.id), *older)):
            outcome = self._anchors.of(mark)
            if isinstance(outcome, Same | TextChanged) and outcome.place.section == section.id:
                yield replace(mark, place=outcome.place)

    def on(self, passage: str, kind: MarkKind) -> Mark | None:
        """The first mark of ``kind`` on ``passage``."""
        return next(
            (mark for mark in self.all() if mark.place.passage == passage and mark.kind is kind),
            None,
        )

    def outcome(self, mark: Mark) -> Outcome:
        """What became of the words that ``mark``, one of ``all``, was made on."""
        return self._anchors.of(self._notebook.marks.get(mark.id))

    def place(self, passage: Passage, start: int = 0, end: int = 0) -> Place | None:
        """The place of ``passage``, or of the words from ``start`` to ``end`` in it."""
        if self._booklet is None or self._section is None:
            return None
        before, quote, after = quoted(self._section, passage, start, end)
        return Place(
            self._booklet.id,
            str(self._booklet.edition),
            self._section.id,
            passage.id,
            start,
            end,
            quote,
            before,
            after,
        )

    def toggle_bookmark(self, passage: Passage) -> bool:
        """Bookmark ``passage``, or take its bookmark away; whether there is one now."""
        found = self.on(passage.id, MarkKind.BOOKMARK)
        place = self.place(passage)
        if found is not None:
            self.delete(found, self.tr("Bookmark removed."))
            return False
        if place is not None:
            self._keeper.do(lambda: self._notebook.marks.add(MarkKind.BOOKMARK, place))
        return self.on(passage.id, MarkKind.BOOKMARK) is not None

    def toggle_highlight(self, passage: Passage, start: int = 0, end: int = 0) -> None:
        """Highlight words of ``passage``, or take its highlight away."""
        found = self.on(passage.id, MarkKind.HIGHLIGHT)
        place = self.place(passage, start, end)
        if found is not None:
            self.delete(found, self.tr("Highlight removed."))
        elif place is not None:
            self._keeper.do(lambda: self._notebook.marks.add(MarkKind.HIGHLIGHT, place))

    def save_note(self, passage: Passage, text: str) -> bool:
        """Keep ``text`` as the note on ``passage``; whether it is safe."""
        found = self.on(passage.id, MarkKind.NOTE)
        place = self.place(passage)
        marks = self._notebook.marks
        if found is not None:
            return self._keeper.do(lambda: marks.change_text(found.id, text))
        if place is None:
            return False
        return self._keeper.do(lambda: marks.add(MarkKind.NOTE, place, text))

    def delete(self, mark: Mark, told: str) -> None:
        """Take ``mark`` away, in a way that can be taken back."""
        marks = self._notebook.marks
        if self._keeper.do(lambda: marks.delete(mark.id)):
            self.undoable.emit(told, lambda: self._keeper.take_back(lambda: marks.restore(mark.id)))

    def asked_about(self, passage: Passage) -> Question | None:
        """The question on the list that comes from ``passage``."""
        place = self.place(passage)
        if place is None:
            return None
        for question in self._notebook.questions.all():
            asked = question.place
            if asked is not None and asked.booklet == place.booklet:
                outcome = self._anchors.find(asked)
                if isinstance(outcome, Same | TextChanged) and outcome.place.passage == passage.id:
                    return question
        return None

    def question_about(self, passage: Passage) -> Question | None:
        """The question asked about ``passage``; made now, in words that can be changed."""
        asked, place = self.asked_about(passage), self.place(passage)
        if asked is not None or place is None:
            return asked
        questions = self._notebook.questions
        text = self.tr("Please explain this to me: “{0}”").format(shortened(passage.text))
        return self._keeper.make(lambda: questions.add(text, place))

    def save_question(self, question: str, text: str) -> bool:
        """Keep other words for a question; whether they are safe."""
        questions = self._notebook.questions
        return self._keeper.do(lambda: questions.change_text(question, text))

    def delete_question(self, question: str) -> None:
        """Take a question away, in a way that can be taken back."""
        questions = self._notebook.questions
        if self._keeper.do(lambda: questions.delete(question)):
            self.undoable.emit(
                self.tr("Question removed."),
                lambda: self._keeper.take_back(lambda: questions.restore(question)),
            )
