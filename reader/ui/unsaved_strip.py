"""Says over every page that words are not safe yet, for as long as that is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.override import override
from reader.ui.strip import Strip

if TYPE_CHECKING:
    from reader.ui.look import Looks
    from reader.ui.retrying import Retrying
    from reader.ui.window import Window


class UnsavedStrip(Strip):
    """Why, that the words are still there, and that nobody has to do anything."""

    def __init__(self, looks: Looks, failure: str) -> None:
        told = self.tr(
            "{failure} Your words are still where you typed them. Saving is tried again by itself."
        )
        super().__init__(looks, "warning", told.format(failure=failure), words_role="on-warning")
        self._fit()

    @property
    @override
    def has_short_form(self) -> bool:
        return False


class UnsavedWarning(QObject):
    """Puts the strip up over ``window`` when saving fails, and takes it away when all is safe."""

    def __init__(self, window: Window, retrying: Retrying) -> None:
        super().__init__(window)
        self._window = window
        self.strip: UnsavedStrip | None = None
        retrying.failing.connect(self._warn)
        retrying.safe.connect(self._be_calm)

    def _warn(self, failure: str) -> None:
        if self.strip is None:
            first, _, _ = failure.partition(". ")
            self.strip = UnsavedStrip(self._window.looks, f"{first.rstrip('.')}.")
            self._window.put_above(self.strip)
            self.strip.show()

    def _be_calm(self) -> None:
        strip, self.strip = self.strip, None
        if strip is not None:
            self._window.take_from_above(strip)
