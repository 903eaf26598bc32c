"""The passages of a section as a screen reader meets them: headings, paragraphs, items, pictures.

A text view tells a screen reader its letters and nothing else. So a transparent widget lies over
each passage, with its role and its words; it takes the keyboard when a screen reader is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from reader.booklet.model import PassageKind, text_of
from reader.override import override
from reader.ui.spoken_roles import SPOKEN_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent

    from reader.booklet.model import Passage


class SpokenPassage(QWidget):
    """Shows nothing and lets every press through; keys it does not know go on to the text.

    Signals:
        focused(str): the keyboard has come to this passage.
    """

    focused = Signal(str)

    def __init__(self, passage: Passage, parent: QWidget) -> None:
        super().__init__(parent)
        self.passage = passage.id
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab passes by: Up and Down lead here
        self.setProperty("focus_ring", False)
        self.setProperty(SPOKEN_ROLE, _role(passage))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self.passage)


class SpokenPassages(QObject):
    """One widget a passage of the section that is on the screen, and no others.

    Signals:
        focused(str): the keyboard has come to a passage.
    """

    focused = Signal(str)

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._made: dict[str, SpokenPassage] = {}

    def show_passages(self, passages: Sequence[Passage], extras: Callable[[str], str]) -> None:
        """Have exactly these; ``extras`` says what else is to be known of a passage."""
        gone = [one for name, one in self._made.items() if name not in {p.id for p in passages}]
        for widget in gone:
            widget.hide()
            widget.deleteLater()
        header: Passage | None = None
        made: dict[str, SpokenPassage] = {}
        for passage in passages:
            if passage.is_header:
                header = passage
            widget = self._made.get(passage.id) or self._make(passage)
            widget.setAccessibleName(spoken_words(passage, header))
            widget.setAccessibleDescription(extras(passage.id))
            made[passage.id] = widget
        self._made = made
        for widget in reversed(made.values()):
            widget.lower()  # screen readers meet them in this order

    def _make(self, passage: Passage) -> SpokenPassage:
        widget = SpokenPassage(passage, self._viewport)
        widget.focused.connect(self.focused)
        widget.show()
        return widget

    def describe(self, extras: Callable[[str], str]) -> None:
        """Say again what else is to be known of each."""
        for name, widget in self._made.items():
            widget.setAccessibleDescription(extras(name))

    def place(self, rect_of: Callable[[str], QRect]) -> None:
        """Lie over the passages where they are just now."""
        for name, widget in self._made.items():
            widget.setGeometry(rect_of(name))

    def put_after(self, passage: str, widget: QWidget) -> None:
        """Let ``widget`` be met after ``passage`` and before the next."""
        names = list(self._made)
        at = names.index(passage) + 1 if passage in names else len(names)
        if at < len(names):
            widget.stackUnder(self._made[names[at]])
        else:
            widget.raise_()

    def focus(self, passage: str) -> bool:
        """Give the keyboard to a passage, where somebody listens; whether that is so."""
        widget = self._made.get(passage)
        if widget is None or not QAccessible.isActive():
            return False
        if not widget.hasFocus():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def widgets(self) -> list[QWidget]:
        """All of them, in reading order."""
        return list(self._made.values())

    def holds_keyboard(self) -> bool:
        """Whether the keyboard is on a passage."""
        return any(widget.hasFocus() for widget in self._made.values())


def spoken_words(passage: Passage, header: Passage | None = None) -> str:
    """All the words of a passage; a table row names its columns, which ``header`` has."""
    if passage.kind is PassageKind.TABLE_ROW and header is not None and not passage.is_header:
        names = [text_of(cell) for cell in header.cells]
        cells = [text_of(cell) for cell in passage.cells]
        return "; ".join(
            f"{names[at]}: {cell}" if at < len(names) and names[at] else cell
            for at, cell in enumerate(cells)
        )
    if passage.kind is PassageKind.TABLE_ROW:
        return "; ".join(text_of(cell) for cell in passage.cells)
    marker = passage.marker if passage.marker.rstrip(".").isdigit() else ""
    return f"{marker} {passage.text}" if marker else passage.text


def _role(passage: Passage) -> QAccessible.Role:
    roles = QAccessible.Role
    match passage.kind:
        case PassageKind.HEADING:
            return roles.Heading
        case PassageKind.LIST_ITEM:
            return roles.ListItem
        case PassageKind.FIGURE:
            return roles.Graphic
        case PassageKind.FOOTNOTE:
            return roles.Note
        case PassageKind.PARAGRAPH | PassageKind.DEFINITION | PassageKind.TABLE_ROW:
            return roles.Paragraph
        case other:
            assert_never(other)
