"""Joins the Reading page to the notebook: what each action does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.notebook.model import MarkKind
from reader.ui.action_bar import ActionBar
from reader.ui.explanations import Explanations
from reader.ui.outcome_words import changed_words
from reader.ui.shines import Shine
from reader.ui.web_card import WebCard
from reader.ui.writing_card import WritingCard

if TYPE_CHECKING:
    from reader.booklet.model import Passage
    from reader.ui.attachment import Attachment
    from reader.ui.passage_marks import PassageMarks
    from reader.ui.reading_page import ReadingPage

BADGES = {MarkKind.BOOKMARK: "bookmark-filled", MarkKind.NOTE: "note"}


class PassageActions(QObject):
    """Shows the bar under the picked passage, and a card in its place while there is writing.

    Signals:
        read_requested(str): read aloud from the passage of that id on.
    """

    read_requested = Signal(str)

    def __init__(
        self, page: ReadingPage, marks: PassageMarks, *, support: str, reads: bool = True
    ) -> None:
        """``reads``: there is a voice that can read aloud from a passage on."""
        super().__init__(page)
        self._page = page
        self._view = page.view
        self._marks = marks
        self._support = support
        self._card: Attachment | None = None
        self._question = ""
        self._unsaved: dict[str, str] = {}
        self.bar = ActionBar(page.looks, reads=reads)
        self.explanations = Explanations(page.looks, self._view, self.bar, self._put_card)
        self._view.attach(self.bar)
        self._wire()

    def _wire(self) -> None:
        page, bar, view = self._page, self.bar, self._view
        page.section_shown.connect(self._open)
        page.bookmark.clicked.connect(self.bookmark)
        page.link_pressed.connect(self.show_address)
        # What is attached takes on the new look by the same signal: measure it once it has.
        page.looks.changed.connect(lambda: QTimer.singleShot(0, view, view.make_room))
        view.picked.connect(self._picked)
        view.entered.connect(self._enter)
        view.words_selected.connect(self._show_state)
        bar.ask_requested.connect(self.ask)
        bar.note_requested.connect(self.write_note)
        bar.highlight_requested.connect(self.highlight)
        bar.read_requested.connect(lambda: self.read_requested.emit(view.selected))
        bar.link_requested.connect(page.follow)
        bar.finished.connect(view.setFocus)

    # ---- what is picked

    @property
    def passage(self) -> Passage | None:
        """The picked passage."""
        return self._passage(self._view.selected)

    def _passage(self, passage_id: str) -> Passage | None:
        section = self._page.section
        if section is None:
            return None
        return next((one for one in section.passages if one.id == passage_id), None)

    def _open(self) -> None:
        if self._page.booklet is not None and self._page.section is not None:
            self._marks.open(self._page.booklet, self._page.section)
        self.refresh()

    def refresh(self) -> None:
        """Show the marks of the section again."""
        shines, badges = [], {}
        for mark in self._marks.all():
            place = mark.place
            if mark.kind is MarkKind.HIGHLIGHT:
                shines.append(Shine(place.passage, place.start, place.end))
            else:
                badges[place.passage] = BADGES[mark.kind]
        self._view.set_shines(shines)
        self._view.set_badges(badges)
        self._show_state()

    def _picked(self, _passage: str) -> None:
        self._put_card(None)
        passage = self.passage
        links = [(run.text, run.link) for run in passage.runs if run.link] if passage else []
        self.explanations.offer(passage)
        self.bar.show_links(links)
        self._page.put_in_order(self.bar)
        self._show_state()

    def _show_state(self) -> None:
        passage = self.passage
        has_bookmark = False
        if passage is not None:
            start, end = self._view.selected_words()
            self.bar.show_state(
                has_question=self._marks.asked_about(passage) is not None,
                has_note=self._marks.on(passage.id, MarkKind.NOTE) is not None,
                is_highlighted=self._marks.on(passage.id, MarkKind.HIGHLIGHT) is not None,
                has_words=end > start,
            )
            self._view.reserve()
        target = self._bookmark_target()
        if target is not None:
            has_bookmark = self._marks.on(target.id, MarkKind.BOOKMARK) is not None
        button = self._page.bookmark
        button.set_words(self.tr("Remove bookmark") if has_bookmark else self.tr("Bookmark"))
        button.set_icon("bookmark-filled" if has_bookmark else "bookmark")

    def _enter(self) -> None:
        if self.passage is not None:
            self._view.show_attached(rather=True)
            self.bar.ask.setFocus()

    # ---- the actions

    def _bookmark_target(self) -> Passage | None:
        """The picked passage, else the section's heading."""
        section = self._page.section
        return self.passage or (section.passages[0] if section is not None else None)

    def bookmark(self) -> None:
        """Bookmark the picked passage, or the section; or take that away."""
        target = self._bookmark_target()
        if target is not None and self._marks.toggle_bookmark(target):
            self._page.told.emit(self.tr("Bookmarked. It is in My notes."))

    def highlight(self) -> None:
        """Highlight the picked passage or the words selected in it; or take that away."""
        if self.passage is not None:
            self._marks.toggle_highlight(self.passage, *self._view.selected_words())
            self._let_go_of_words()

    def _let_go_of_words(self) -> None:
        """A selection would hide the highlight that was just made of it."""
        cursor = self._view.textCursor()
        cursor.clearSelection()
        self._view.setTextCursor(cursor)
        self._show_state()

    def write_note(self) -> None:
        """Write a note on the picked passage."""
        passage = self.passage
        if passage is None:
            return
        card = WritingCard(
            self._page.looks,
            self.tr("My note"),
            lambda text: self._marks.save_note(passage, text),
            done=self.tr("Done"),
            delete=self.tr("Delete note"),
        )
        note = self._marks.on(passage.id, MarkKind.NOTE)
        card.deleted.connect(self._delete_note)
        if note is not None:
            card.tell(changed_words(note, self._marks.outcome(note)))
        text = note.text if note is not None else ""
        self._open_card(card, f"note-{passage.id}", text, select_all=False)

    def _delete_note(self) -> None:
        passage = self.passage
        note = self._marks.on(passage.id, MarkKind.NOTE) if passage is not None else None
        self._close_card()
        if note is not None:
            self._marks.delete(note, self.tr("Note deleted."))

    def ask(self) -> None:
        """Make a question of the picked passage, and let its words be changed."""
        passage = self.passage
        question = self._marks.question_about(passage) if passage is not None else None
        if question is None:
            return
        self._question = question.id
        card = WritingCard(
            self._page.looks,
            self.tr("Added to My questions. Change the words if you like."),
            lambda text: self._marks.save_question(question.id, text),
            done=self.tr("Done"),
            delete=self.tr("Do not ask this"),
        )
        card.deleted.connect(self._delete_question)
        self._open_card(card, f"question-{question.id}", question.text, select_all=True)

    def _delete_question(self) -> None:
        self._close_card()
        self._marks.delete_question(self._question)

    def show_address(self, address: str) -> None:
        """Show a web address in words and as a code, under the passage that holds it.

        What stands where an address would may also be a word to explain.
        """
        section = self._page.section
        if section is None or self.explanations.follow(address):
            return
        holder = next(
            (p for p in section.passages if any(run.link == address for run in p.runs)), None
        )
        self._view.select(holder.id if holder is not None else section.passages[0].id)
        self._put_card(WebCard(self._page.looks, address, self._support))

    # ---- cards

    def _put_card(self, card: Attachment | None) -> None:
        before, self._card = self._card, card
        if before is card is None:
            return
        if card is not None:
            card.finished.connect(self._close_card)
        self._view.attach(card or self.bar)
        if card is not None:
            self._view.show_attached()
        if before is not None:
            before.finished.disconnect(self._close_card)
            if isinstance(before, WritingCard):
                self._keep_unsaved(before)
            before.deleteLater()

    def _keep_unsaved(self, card: WritingCard) -> None:
        """Words that could not be saved wait here until their passage is written on again."""
        if card.save_now():
            self._unsaved.pop(card.objectName(), None)
        else:
            self._unsaved[card.objectName()] = card.unsaved()

    def _open_card(self, card: WritingCard, name: str, text: str, *, select_all: bool) -> None:
        card.setObjectName(name)
        self._put_card(card)
        card.open(text, select_all=select_all)
        if name in self._unsaved:
            card.put_back(self._unsaved[name])

    def _close_card(self) -> None:
        self._put_card(None)
        self._view.setFocus()

    def forget(self) -> None:
        """Put away what is being written without saving it: all that was written is deleted."""
        self._unsaved.clear()
        if isinstance(self._card, WritingCard):
            self._card.field.clear()
            self._put_card(None)

    def leave(self) -> bool:
        """Save what is being written; whether no words are waiting to be saved."""
        if isinstance(self._card, WritingCard):
            self._keep_unsaved(self._card)
        return not self._unsaved
