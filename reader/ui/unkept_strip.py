"""Says for as long as the window is open that nothing written in it is kept, or can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.override import override
from reader.ui.controls import Button
from reader.ui.held import Held, Keeping
from reader.ui.saving_words import LASTS
from reader.ui.strip import Strip

if TYPE_CHECKING:
    from reader.ui.look import Looks
    from reader.ui.window import Window


def say_unkept(window: Window, held: Held) -> None:
    """Say in ``window``, until it is closed, what becomes of what is written there, and why."""
    is_shown_only = held.keeping is Keeping.ONLY_LOOKED_AT
    window.setProperty(LASTS, is_shown_only)  # nothing is said to be saved there anyway
    strip = UnkeptStrip(window.looks, is_shown_only=is_shown_only)
    strip.why.clicked.connect(lambda: window.notice.tell(held.why))
    window.put_above(strip)
    strip.show()
    window.notice.tell(held.why)


class UnkeptStrip(Strip):
    """One line that stays, and ``why``, the way to the reason for it."""

    def __init__(self, looks: Looks, *, is_shown_only: bool = False) -> None:
        """``is_shown_only``: the notebook can be read and not changed."""
        text = (
            self.tr("You can read your notes here, but not change them or write new ones.")
            if is_shown_only
            else self.tr("Not kept: what you write now is gone when you close this window.")
        )
        super().__init__(looks, "warning", text, words_role="on-warning")
        self._is_shown_only = is_shown_only
        self.why = Button("", looks)
        self.add(self.why)

    @override
    def shorten(self, *, is_low: bool) -> None:
        if self._is_shown_only:
            text = self.tr("Only to read. Why?") if is_low else self.tr("Why?")
            name = text if is_low else self.tr("Why can I not write here?")
        else:
            text = self.tr("Not kept. Why?") if is_low else self.tr("Why?")
            name = text if is_low else self.tr("Why is it not kept?")
        if name != self.why.accessibleName():
            self.why.set_words(text, name)
