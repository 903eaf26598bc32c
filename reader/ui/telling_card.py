"""Words to read under a passage: what a picture says, what a hard word means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.override import override
from reader.ui.attachment import Attachment
from reader.ui.controls import Button, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from reader.ui.look import Looks

STEP_EM = 3
"""How far an arrow key moves the text, in lines."""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1, Qt.Key.Key_PageUp: -1}


@dataclass(frozen=True, slots=True)
class Telling:
    """A heading and the paragraphs under it."""

    heading: str
    paragraphs: tuple[str, ...]


class TellingCard(Attachment):
    """Takes the keyboard itself, so that a screen reader says it whole and Escape closes it.

    Signals:
        scroll_requested(int): the text should move up by so many pixels.
    """

    scroll_requested = Signal(int)

    def __init__(self, looks: Looks, tellings: Sequence[Telling]) -> None:
        super().__init__()
        self._looks = looks
        self.tellings = tuple(tellings)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        lines = [line for one in tellings for line in (one.heading, *one.paragraphs)]
        self.setAccessibleName("\n".join(lines))
        self.setProperty("role", "telling-card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        for telling in tellings:
            self._column.addWidget(words(telling.heading, "telling-heading"))
            for paragraph in telling.paragraphs:
                self._column.addWidget(words(paragraph, "telling"))
        self.done = Button(self.tr("Close"), looks, icon="close")
        self.done.clicked.connect(self.finish)
        self._column.addWidget(self.done, alignment=Qt.AlignmentFlag.AlignLeft)
        looks.changed.connect(self._make_room)
        self._make_room()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        return [self, self.done]

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(14))
        self._column.setSpacing(px(8))
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the text by arrows and pages, since a card may be longer than the view."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.scroll_requested.emit(_STEPS[key] * STEP_EM * self._looks.look.text_px)
        elif key in _PAGES:
            parent = self.parentWidget()
            page = (parent.height() if parent else 0) - 2 * self._looks.look.text_px
            self.scroll_requested.emit(_PAGES[key] * max(page, self._looks.look.text_px))
        else:
            super().keyPressEvent(event)
