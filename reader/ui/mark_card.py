"""A card of My notes: a mark, the words it stands on, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, Qt, Signal

from reader.notebook.anchors import TextChanged
from reader.notebook.model import MarkKind
from reader.ui.controls import Button
from reader.ui.outcome_words import card_words, place_now
from reader.ui.result_card import ResultCard

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from reader.booklet.model import Section
    from reader.notebook.anchors import Outcome
    from reader.notebook.model import Mark
    from reader.ui.look import Looks


class MarkCard(ResultCard):
    """Shows ``mark`` as it was when the card was made, and what became of its words since.

    Signals:
        opened: the reader wants to be where the mark stands.
        keep_asked: the mark is to stand on the words that took the place of the old ones.
        change_asked: the words of a note are to be changed.
        delete_asked: the mark is to be taken away.
    """

    opened = Signal()
    keep_asked = Signal()
    change_asked = Signal()
    delete_asked = Signal()

    def __init__(self, looks: Looks, mark: Mark, section: Section | None, outcome: Outcome) -> None:
        """``section`` is the one that the words are in now, ``None`` where they are not here."""
        kind = _kind_name(mark.kind)
        where = f"{kind} · {section.title}" if section is not None else kind
        super().__init__(looks, where, card_words(mark, outcome), [])
        self.mark = mark
        self.outcome = outcome
        self._buttons: list[QWidget] = []
        self._row.set_alone(isinstance(outcome, TextChanged))
        if section is not None and place_now(outcome) is not None:
            self._button(self.tr("Open"), self.tr("Open {0}"), self.opened)
        if isinstance(outcome, TextChanged):
            self._button(self.tr("Keep it here"), self.tr("Keep it here: {0}"), self.keep_asked)
        if mark.kind is MarkKind.NOTE:
            self._button(self.tr("Change"), self.tr("Change {0}"), self.change_asked)
        self._button(self.tr("Delete"), self.tr("Delete {0}"), self.delete_asked)

    def _button(self, text: str, name: str, asked: SignalInstance) -> None:
        button = Button(text, self._looks, name=name.format(self.where.text()))
        button.clicked.connect(asked)
        self._row.addWidget(button)
        self._buttons.append(button)

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        return self._buttons

    def take_focus(self) -> None:
        """Give the keyboard to the first button, which does no harm."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _kind_name(kind: MarkKind) -> str:
    match kind:
        case MarkKind.BOOKMARK:
            return QCoreApplication.translate("MarkCard", "Bookmark")
        case MarkKind.HIGHLIGHT:
            return QCoreApplication.translate("MarkCard", "Highlight")
        case MarkKind.NOTE:
            return QCoreApplication.translate("MarkCard", "Note")
        case _:
            assert_never(kind)


def deleted_words(kind: MarkKind) -> str:
    """What is said when a mark of that kind was taken away."""
    match kind:
        case MarkKind.BOOKMARK:
            return QCoreApplication.translate("MarkCard", "Bookmark deleted.")
        case MarkKind.HIGHLIGHT:
            return QCoreApplication.translate("MarkCard", "Highlight deleted.")
        case MarkKind.NOTE:
            return QCoreApplication.translate("MarkCard", "Note deleted.")
        case _:
            assert_never(kind)
