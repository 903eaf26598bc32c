"""The four actions of a picked passage, and a button for each link in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.ui.attachment import Attachment
from reader.ui.controls import Button, Rank
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.look import Looks


class ActionBar(Attachment):
    """Ask about this · Add a note · Highlight · Read from here.

    Signals:
        ask_requested, note_requested, highlight_requested, read_requested: what was pressed.
        link_requested(str): the button of a link was pressed.
    """

    ask_requested = Signal()
    note_requested = Signal()
    highlight_requested = Signal()
    read_requested = Signal()
    link_requested = Signal(str)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.setAccessibleName(self.tr("What you can do with this passage"))
        self.ask = Button(self.tr("Ask about this"), looks, icon="question", rank=Rank.PRIMARY)
        self.note = Button(self.tr("Add a note"), looks, icon="note")
        self.highlight = Button(self.tr("Highlight"), looks)
        self.read = Button(self.tr("Read from here"), looks, icon="speaker")
        self._links: list[Button] = []
        self._flow = FlowLayout(self)
        for button in (self.ask, self.note, self.highlight, self.read):
            self._flow.addWidget(button)
        self.ask.clicked.connect(self.ask_requested)
        self.note.clicked.connect(self.note_requested)
        self.highlight.clicked.connect(self.highlight_requested)
        self.read.clicked.connect(self.read_requested)
        looks.changed.connect(self._make_room)
        self._make_room()

    def show_state(self, *, has_note: bool, is_highlighted: bool, has_words: bool) -> None:
        """Say what each button would do just now."""
        self.note.set_words(self.tr("Open my note") if has_note else self.tr("Add a note"))
        if is_highlighted:
            text = self.tr("Remove highlight")
        elif has_words:
            text = self.tr("Highlight these words")
        else:
            text = self.tr("Highlight")
        self.highlight.set_words(text)
        self.updateGeometry()

    def show_reading(self, *, aloud: bool) -> None:
        """Whether reading aloud can be started or stopped."""
        self.read.set_words(self.tr("Stop reading") if aloud else self.tr("Read from here"))

    def show_links(self, links: Sequence[tuple[str, str]]) -> None:
        """Offer the links of the passage: pairs of words and target."""
        for button in self._links:
            self._flow.removeWidget(button)
            button.deleteLater()
        self._links = []
        for text, target in links:
            button = Button(
                self.tr("Go to “{words}”").format(words=text), self._looks, icon="forward"
            )
            button.setProperty("target", target)
            button.clicked.connect(self._follow)
            self._flow.addWidget(button)
            self._links.append(button)
            button.show()

    def _follow(self) -> None:
        self.link_requested.emit(str(self.sender().property("target")))

    def _make_room(self) -> None:
        self._flow.setSpacing(self._looks.look.px(8))
        self.updateGeometry()
