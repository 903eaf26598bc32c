"""A card of My notes: a mark, the words it stands on, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt, Signal

from reader.notebook.anchors import TextChanged
from reader.notebook.model import MarkKind
from reader.ui.controls import Button, words
from reader.ui.language import translate
from reader.ui.outcome_words import card_words, place_now
from reader.ui.result_card import ResultCard

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from reader.ui.earlier_words import EarlierWords
    from reader.ui.look import Looks
    from reader.ui.note_editor import NoteEditor
    from reader.ui.notes_model import MarkRow


MOST_BESIDE = 3
"""With more buttons than this the words have a row of their own."""


class MarkCard(ResultCard):
    """Shows a mark as it was when the card was made, and what became of its words since.

    Under the words there is room for an editor or for what the note said before.

    Signals:
        opened: the reader wants to be where the mark stands.
        keep_asked: the mark is to stand on the words that took the place of the old ones.
        change_asked: the words of a note are to be changed.
        earlier_asked: what the note said before is to be shown, or put away.
        accept_asked: what may be damaged is right as it is.
        delete_asked: the mark is to be taken away.
    """

    opened = Signal()
    keep_asked = Signal()
    change_asked = Signal()
    earlier_asked = Signal()
    accept_asked = Signal()
    delete_asked = Signal()

    def __init__(self, looks: Looks, row: MarkRow) -> None:
        mark, outcome = row.mark, row.outcome
        kind = kind_name(mark.kind)
        where = f"{kind} · {row.section}" if row.section is not None else kind
        super().__init__(looks, where, card_words(mark, outcome), [])
        self.mark = mark
        self.outcome = outcome
        self.editor: NoteEditor | None = None
        self.earlier: EarlierWords | None = None
        self._buttons: list[Button] = []
        if row.section is not None and place_now(outcome) is not None:
            self._button(self.tr("Open"), self.tr("Open {0}"), self.opened)
        if not mark.is_whole:
            self._warn()
        if isinstance(outcome, TextChanged):
            self._button(self.tr("Keep it here"), self.tr("Keep it here: {0}"), self.keep_asked)
        if mark.kind is MarkKind.NOTE:
            self._button(self.tr("Change"), self.tr("Change {0}"), self.change_asked)
        if row.has_earlier:
            name = self.tr("Earlier words of {0}")
            self._button(self.tr("Earlier words"), name, self.earlier_asked)
        self._button(self.tr("Delete"), self.tr("Delete {0}"), self.delete_asked)
        self._row.set_alone(isinstance(outcome, TextChanged) or len(self._buttons) > MOST_BESIDE)

    def _warn(self) -> None:
        told = self.tr("This may be damaged. Look whether it is what you wrote.")
        self._column.insertWidget(0, words(told, "strong"))
        name = self.tr("It is fine as it is: {0}")
        self._button(self.tr("It is fine as it is"), name, self.accept_asked)

    def _button(self, text: str, name: str, asked: SignalInstance) -> None:
        button = Button(text, self._looks, name=name.format(self.where.text()))
        button.clicked.connect(asked)
        self._row.addWidget(button)
        self._buttons.append(button)

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        earlier = self.earlier.controls() if self.earlier is not None else []
        editor = self.editor.controls() if self.editor is not None else []
        return [*self._buttons, *earlier, *editor]

    def take_focus(self) -> None:
        """Give the keyboard to the first button, which does no harm."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def put_editor(self, editor: NoteEditor) -> None:
        """Let the note be changed where it stands, its passage above it."""
        self.put_earlier(None)
        self.editor = editor
        for button in self._buttons:
            button.hide()
        self.text.setText(card_words(replace(self.mark, text=""), self.outcome))
        self._column.addWidget(editor)
        editor.show()  # now: a layout would do it later

    def put_editor_away(self) -> None:
        """Show the words again as they were; the list makes a new card if they are others."""
        editor, self.editor = self.editor, None
        if editor is not None:
            self._end(editor)
        for button in self._buttons:
            button.show()
        self.text.setText(card_words(self.mark, self.outcome))

    def put_earlier(self, earlier: EarlierWords | None) -> None:
        """Show what the note said before, or no more."""
        before, self.earlier = self.earlier, earlier
        if before is not None:
            self._end(before)
        if earlier is not None:
            self._column.addWidget(earlier)
            earlier.show()

    def _end(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def kind_name(kind: MarkKind) -> str:
    """What a mark of that kind is called."""
    match kind:
        case MarkKind.BOOKMARK:
            return translate("MarkCard", "Bookmark")
        case MarkKind.HIGHLIGHT:
            return translate("MarkCard", "Highlight")
        case MarkKind.NOTE:
            return translate("MarkCard", "Note")
        case _:
            assert_never(kind)


def deleted_words(kind: MarkKind) -> str:
    """What is said when a mark of that kind was taken away."""
    match kind:
        case MarkKind.BOOKMARK:
            return translate("MarkCard", "Bookmark deleted.")
        case MarkKind.HIGHLIGHT:
            return translate("MarkCard", "Highlight deleted.")
        case MarkKind.NOTE:
            return translate("MarkCard", "Note deleted.")
        case _:
            assert_never(kind)
