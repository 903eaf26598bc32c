"""Going through the sentences of a section, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.booklet.saying import Sentence


class SentenceWalk(QObject):
    """Which sentence it is; none when there are none.

    Signals:
        moved: it is another sentence now, or none.
    """

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[Sentence, ...] = ()
        self._index = -1

    @property
    def current(self) -> Sentence | None:
        """The sentence that it is."""
        return self._sentences[self._index] if self._index >= 0 else None

    @property
    def is_first(self) -> bool:
        """Whether there is none before."""
        return self._index <= 0

    @property
    def is_last(self) -> bool:
        """Whether there is none after."""
        return self._index == len(self._sentences) - 1

    def open(self, sentences: Sequence[Sentence], passage: str = "") -> None:
        """Be at the first of ``sentences``, or the first in or after ``passage``."""
        self._sentences = tuple(sentences)
        self._index = 0 if self._sentences else -1
        if not passage or not self.go_to(passage):
            self.moved.emit()

    def close(self) -> None:
        """Be at none."""
        if self._sentences:
            self.open(())

    def go_to(self, passage: str) -> bool:
        """Be at the first sentence of ``passage``; whether it has any."""
        for index, sentence in enumerate(self._sentences):
            if sentence.passage == passage:
                self._index = index
                self.moved.emit()
                return True
        return False

    def step(self, by: int) -> bool:
        """Be at the next sentence (1) or the one before (-1); whether there is one."""
        index = self._index + by
        if not 0 <= index < len(self._sentences):
            return False
        self._index = index
        self.moved.emit()
        return True
