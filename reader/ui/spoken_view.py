"""A section whose passages a screen reader meets one by one, and whose headings keys go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from reader.booklet.model import PassageKind
from reader.override import override
from reader.ui.passage_geometry import blocks, passage_of, text_rect
from reader.ui.passage_view import PassageView
from reader.ui.spoken_passages import SpokenPassages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.shelf.glossary import TermFinder
    from reader.ui.look import Looks
    from reader.ui.shines import Shine


class SpokenView(PassageView):
    """Whoever listens has the keyboard on the picked passage; nobody else notices."""

    def __init__(self, looks: Looks, finder: TermFinder) -> None:
        super().__init__(looks, finder)
        self.spoken = SpokenPassages(self.viewport())
        self.spoken.focused.connect(self._pick_heard)

    @override
    def controls(self) -> list[QWidget]:
        return [*super().controls(), *self.spoken.widgets()]

    @override
    def rebuild(self) -> None:
        super().rebuild()
        shown = set(self._order)
        if self.spoken.holds_keyboard() and not self._selected:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._section is not None:
            passages = [one for one in self._section.passages if one.id in shown]
            self.spoken.show_passages(passages, self._extras)
        if self._head is not None:
            self._head.lower()
        self._place_spoken()

    @override
    def select(self, passage: str) -> None:
        had_keyboard = self.hasFocus() or self.spoken.holds_keyboard()
        super().select(passage)
        self._place_spoken()
        if self._attached is not None:
            self.spoken.put_after(passage, self._attached)
        if had_keyboard and not (passage and self.spoken.focus(passage)) and not self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def attach(self, widget: QWidget | None) -> None:
        super().attach(widget)
        if widget is not None:
            self.spoken.put_after(self._selected, widget)

    @override
    def reserve(self) -> None:
        super().reserve()
        self._place_spoken()

    @override
    def set_shines(self, shines: Sequence[Shine]) -> None:
        super().set_shines(shines)
        self.spoken.describe(self._extras)

    @override
    def set_badges(self, badges: dict[str, str]) -> None:
        super().set_badges(badges)
        self.spoken.describe(self._extras)

    def step_heading(self, by: int) -> bool:
        """Pick the next heading (1) or the one before (-1); whether there is one."""
        kinds = {one.id: one.kind for one in self._section.passages} if self._section else {}
        here = self._order.index(self._selected) if self._selected in self._order else None
        if here is None and self._order:
            here = self._first_in_view() - (1 if by > 0 else 0)
        ahead = range(len(self._order)) if here is None else range(here + 1, len(self._order))
        behind = range((here or 0) - 1, -1, -1)
        for index in ahead if by > 0 else behind:
            if kinds[self._order[index]] is PassageKind.HEADING:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                self.select(self._order[index])
                self.show_attached()
                return True
        return False

    # ---- what is heard

    def _pick_heard(self, passage: str) -> None:
        self.select(passage)
        self.show_attached()

    def _extras(self, passage_id: str) -> str:
        """What a sighted reader sees besides the words: level, links, dots, marks."""
        passages = self._section.passages if self._section is not None else ()
        passage = next((one for one in passages if one.id == passage_id), None)
        if passage is None:
            return ""
        told = []
        if passage.kind is PassageKind.HEADING:
            told.append(self.tr("Heading level {level}").format(level=passage.level))
        links = [run.text for part in (passage.runs, *passage.cells) for run in part if run.link]
        if links:
            told.append(self.tr("Links: {words}").format(words=", ".join(links)))
        explained = [place.words for place in self.terms_of(passage_id)]
        if explained:
            told.append(self.tr("Words explained: {words}").format(words=", ".join(explained)))
        if passage.figure is not None and passage.figure.full_text:
            told.append(self.tr("A button under it says all that it shows"))
        return ". ".join([*told, *self._marks_on(passage_id)])

    def _marks_on(self, passage_id: str) -> list[str]:
        told = []
        if any(shine.passage == passage_id for shine in self._shines):
            told.append(self.tr("Highlighted"))
        match self._badges.get(passage_id):
            case "note":
                told.append(self.tr("You wrote a note here"))
            case "bookmark-filled":
                told.append(self.tr("You put a bookmark here"))
        return told

    def _place_spoken(self) -> None:
        """Not while scrolling: what lies on the viewport scrolls with it."""
        rects: dict[str, QRectF] = {}
        scrolled = self.verticalScrollBar().value()
        for block in blocks(self.document()):
            name = passage_of(block)
            if name:
                rect = text_rect(self.document(), block).translated(0, -scrolled)
                rects[name] = rects.get(name, QRectF()).united(rect)
        self.spoken.place(lambda name: rects.get(name, QRectF()).toAlignedRect())

    # ---- Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_spoken()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever goes back by Shift and Tab must not be sent on again."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.BacktabFocusReason and self._selected:
            self.spoken.focus(self._selected)
