"""The four actions of a picked passage, and buttons for what is in it: picture, words, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.ui.attachment import Attachment
from reader.ui.controls import Button, Rank
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from reader.ui.look import Looks


class ActionBar(Attachment):
    """Ask about this · Add a note · Highlight · Read from here.

    Signals:
        ask_requested, note_requested, highlight_requested, read_requested: what was pressed.
        picture_requested: what the picture says is asked for.
        words_requested(str): a hard word is to be explained; ``""`` for all there are.
        link_requested(str): the button of a link was pressed.
    """

    ask_requested = Signal()
    note_requested = Signal()
    highlight_requested = Signal()
    read_requested = Signal()
    picture_requested = Signal()
    words_requested = Signal(str)
    link_requested = Signal(str)

    def __init__(self, looks: Looks, *, reads: bool = True) -> None:
        """``reads``: there is a voice, and so a button for it."""
        super().__init__()
        self._looks = looks
        self.setAccessibleName(self.tr("What you can do with this passage"))
        self.ask = Button(self.tr("Ask about this"), looks, icon="question", rank=Rank.PRIMARY)
        self.note = Button(self.tr("Add a note"), looks, icon="note")
        self.highlight = Button(self.tr("Highlight"), looks)
        self.read: Button | None = None
        if reads:
            self.read = Button(self.tr("Read from here"), looks, icon="speaker")
            self.read.clicked.connect(self.read_requested)
        self.picture = Button(self.tr("What this picture says"), looks, icon="booklet")
        self._words: list[Button] = []
        self._links: list[Button] = []
        self._flow = FlowLayout(self)
        for button in self._actions():
            self._flow.addWidget(button)
        self.picture.hide()
        self.ask.clicked.connect(self.ask_requested)
        self.note.clicked.connect(self.note_requested)
        self.highlight.clicked.connect(self.highlight_requested)
        self.picture.clicked.connect(self.picture_requested)
        looks.changed.connect(self._make_room)
        self._make_room()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        return [*self._actions(), *self._words, *self._links]

    def _actions(self) -> list[Button]:
        voice = [] if self.read is None else [self.read]
        return [self.ask, self.note, self.highlight, *voice, self.picture]

    def show_state(
        self, *, has_question: bool, has_note: bool, is_highlighted: bool, has_words: bool
    ) -> None:
        """Say what each button would do just now."""
        asked = self.tr("Open my question")
        self.ask.set_words(asked if has_question else self.tr("Ask about this"))
        self.note.set_words(self.tr("Open my note") if has_note else self.tr("Add a note"))
        if is_highlighted:
            text = self.tr("Remove highlight")
        elif has_words:
            text = self.tr("Highlight these words")
        else:
            text = self.tr("Highlight")
        self.highlight.set_words(text)
        self.updateGeometry()

    def show_words(self, offers: Sequence[tuple[str, str]]) -> None:
        """Offer to explain words: pairs of what a button says and the word's id."""
        self._words = self._renewed(self._words, offers, "help", self._explain)

    def show_links(self, links: Sequence[tuple[str, str]]) -> None:
        """Offer the links of the passage: pairs of words and target."""
        name = self.tr("Go to “{words}”")
        offers = [(name.format(words=text), target) for text, target in links]
        self._links = self._renewed(self._links, offers, "forward", self._follow)

    def _renewed(
        self,
        before: list[Button],
        offers: Sequence[tuple[str, str]],
        icon: str,
        pressed: Callable[[], None],
    ) -> list[Button]:
        for button in before:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        buttons = [Button(text, self._looks, icon=icon, parent=self) for text, _ in offers]
        for button, (_, target) in zip(buttons, offers, strict=True):
            button.setProperty("target", target)
            button.clicked.connect(pressed)
            self._flow.addWidget(button)
            button.show()
        return buttons

    def _explain(self) -> None:
        self.words_requested.emit(str(self.sender().property("target")))

    def _follow(self) -> None:
        self.link_requested.emit(str(self.sender().property("target")))

    def _make_room(self) -> None:
        self._flow.setSpacing(self._looks.look.px(8))
        self.updateGeometry()
