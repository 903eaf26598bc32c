"""Joins the Reading page to the voice and to reading sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reader.booklet.saying import section_sentences
from reader.ui.controls import Button
from reader.ui.reading_aloud import ReadingAloud, Voice
from reader.ui.sentence_bar import SentenceBar
from reader.ui.sentence_walk import SentenceWalk

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.reading_page import ReadingPage
    from reader.ui.speech import Speaker


class SentenceActions(QObject):
    """Marks the sentence that is read, by eye or by voice, and does what the bar asks.

    Nothing behind a closed gate is ever a sentence here.

    Signals:
        strip_chosen(bool): one sentence at a time was switched on or off.
    """

    strip_chosen = Signal(bool)

    def __init__(self, page: ReadingPage, speaker: Speaker, *, strip: bool) -> None:
        super().__init__(page)
        self._page = page
        self._view = page.view
        self._speaker = speaker
        self._has_strip = strip
        self._reads_on = False
        self.walk = SentenceWalk(self)
        self.aloud = ReadingAloud(speaker, self.walk, self)
        self.bar = SentenceBar(page.looks)
        self.read_aloud = Button(self.tr("Read aloud"), page.looks, icon="speaker")
        self.by_sentence = Button(
            self.tr("Focus"), page.looks, name=self.tr("Focus: one sentence at a time")
        )
        self.by_sentence.setCheckable(True)
        self.by_sentence.setChecked(strip)
        page.offer(by_voice=[self.read_aloud, self.by_sentence])
        page.put_below(self.bar)
        self._wire()

    def _wire(self) -> None:
        page, bar = self._page, self.bar
        page.section_shown.connect(self._open)
        self.read_aloud.clicked.connect(self.read_page)
        self.by_sentence.clicked.connect(self.toggle_strip)
        page.looks.changed.connect(self._view.reveal_sentence, Qt.ConnectionType.QueuedConnection)
        self._view.picked.connect(self._follow_pick)
        self.walk.moved.connect(self._show)
        self.aloud.changed.connect(self._show_voice)
        self.aloud.word_reached.connect(self._view.show_word)
        self._speaker.failed.connect(self._show_failure)
        bar.step_requested.connect(self.step)
        bar.play_requested.connect(self.play)
        bar.end_requested.connect(self.end)
        bar.rate_requested.connect(self._speaker.step_rate)

    # ---- where it is

    def _open(self) -> None:
        """Another section is open, or its gate."""
        self.aloud.stop()
        self.walk.close()
        if self._has_strip:
            self._walk_from(self._page.reading())
        if self._reads_on and not self._page.is_gated:
            self.read_page()
        self._show_bar()

    def _walk_from(self, passage: str) -> bool:
        """Be at the first sentence of ``passage``; whether there is anything to read."""
        section = self._page.section
        if section is None or self._page.is_gated:
            self.walk.close()
            return False
        sentences = section_sentences(section)
        said = {one.passage for one in sentences}
        order = [one.id for one in section.passages]
        after = order[order.index(passage) :] if passage in order else []
        self.walk.open(sentences, next((one for one in after if one in said), ""))
        return self.walk.current is not None

    def _follow_pick(self, passage: str) -> None:
        """In the strip a picked passage is where the eye is; the voice is led by its own button."""
        sentence = self.walk.current
        is_free = self._has_strip and self.aloud.voice is not Voice.READING
        if passage and is_free and (sentence is None or sentence.passage != passage):
            self.walk.go_to(passage)

    def _show(self) -> None:
        self._view.show_sentence(self.walk.current, dim=self._has_strip)
        at_start = self.walk.is_first and self._page.neighbour(-1) is None
        at_end = self.walk.is_last and self._page.neighbour(1) is None
        self.bar.show_place(can_go_back=not at_start, can_go_on=not at_end)

    # ---- what the bar asks

    def step(self, by: int) -> None:
        """Go to the next sentence (1) or the one before (-1), past the end to another section."""
        if self.walk.current is None or self.walk.step(by):
            return
        if self._page.neighbour(by) is not None:
            self._go_to_section(by, reads_on=self.aloud.voice is Voice.READING)

    def _go_to_section(self, by: int, *, reads_on: bool) -> None:
        """The button that was pressed keeps the keyboard: it may be wanted again."""
        pressed = next((one for one in self.bar.controls() if one.hasFocus()), None)
        self._reads_on = reads_on
        self._page.step_section(by)
        self._reads_on = False
        if pressed is not None and pressed.isVisible():
            pressed.setFocus()

    def play(self) -> None:
        """Read, pause or go on; at the end of a section go on to the next."""
        match self.aloud.voice:
            case Voice.READING:
                self.aloud.pause()
            case Voice.AT_END if self._page.neighbour(1) is not None:
                self._go_to_section(1, reads_on=True)
            case _ if self.walk.current is not None:
                self.aloud.read()
            case _:
                self.read_page()

    def end(self) -> None:
        """Stop the voice; where it is silent, put the strip away."""
        if self.aloud.voice is not Voice.SILENT:
            self.stop()
        elif self._has_strip:
            self.toggle_strip()

    def stop(self) -> None:
        """Stop the voice."""
        self.aloud.stop()

    def toggle_strip(self) -> None:
        """One sentence at a time from the first in view on, or all alike again."""
        self._has_strip = not self._has_strip
        self.by_sentence.setChecked(self._has_strip)
        if self._has_strip and self.walk.current is None:
            self._walk_from(self._page.reading())
        elif not self._has_strip and self.aloud.voice is Voice.SILENT:
            self.walk.close()
        self._show()
        self._show_bar()
        self.strip_chosen.emit(self._has_strip)

    # ---- the voice

    def read_page(self) -> None:
        """Read the section aloud from its top, or stop."""
        if self.aloud.voice is not Voice.SILENT:
            self.stop()
        elif self._walk_from(""):
            self.aloud.read()

    def read_from(self, passage: str) -> None:
        """Read aloud from ``passage`` on."""
        self.aloud.stop()
        self._view.select("")
        if self._walk_from(passage):
            self.aloud.read()
            self._view.setFocus()

    def _show_voice(self) -> None:
        voice = self.aloud.voice
        self.bar.show_voice(voice, is_last=self._page.neighbour(1) is None)
        is_silent = voice is Voice.SILENT
        words = self.tr("Read aloud") if is_silent else self.tr("Stop reading")
        self.read_aloud.set_words(words)
        if is_silent and not self._has_strip:
            self.walk.close()
        self._show_bar()

    def _show_failure(self) -> None:
        """The button says what is the matter; pressing it looks for a voice again."""
        text = self.tr("No voice yet")
        self.read_aloud.set_words(text, self.tr("Read aloud: no voice yet"))

    def _show_bar(self) -> None:
        """A bar that goes takes the keyboard with it only if something else can have it."""
        had_keyboard = any(button.hasFocus() for button in self.bar.controls())
        wanted = self.walk.current is not None
        if wanted == self.bar.isHidden():
            self._page.show_bar(shown=wanted)
            if wanted:
                self._view.reveal_sentence()
            elif had_keyboard:
                self._view.setFocus()

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key asks; whether it asks anything here."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        match event.text().lower() if plain else "":
            case ".":
                self.step(1)
            case ",":
                self.step(-1)
            case "r" if self._view.selected and self.walk.current is None:
                self.read_from(self._view.selected)
            case "r" if self.walk.current is not None or self.read_aloud.isEnabled():
                self.play()
            case "s" if not self._page.is_gated:
                self.toggle_strip()
            case _ if event.key() == Qt.Key.Key_Escape and self.walk.current is not None:
                self.end()
            case _:
                return False
        return True
