"""After a notebook was brought back: is it the right one? Until then every copy of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.override import override
from reader.ui.controls import Button
from reader.ui.history import PageName, Stop
from reader.ui.language import translate
from reader.ui.strip import Strip

if TYPE_CHECKING:
    from reader.notebook.backups import Backups
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks
    from reader.ui.window import Window


def ask_whether_all_is_here(window: Window, backups: Backups, keeper: Keeper) -> None:
    """Ask in ``window`` until the reader has said yes; at the next start it is asked again."""
    strip = AllHereStrip(window.looks)

    def agree() -> None:
        if keeper.do(backups.rotate_again, is_shown=False):
            window.take_from_above(strip)
            window.focus_page()
            window.notice.tell(translate("AllHereStrip", "Good. Copies are made as before."))

    strip.yes.clicked.connect(agree)
    strip.no.clicked.connect(lambda: window.go(Stop(PageName.CARRY)))
    window.put_above(strip)
    strip.show()


class AllHereStrip(Strip):
    """A question and its two answers."""

    def __init__(self, looks: Looks) -> None:
        text = self.tr("Your notebook was put right. Is everything here?")
        super().__init__(looks, "invitation", text, words_role="strong")
        self.yes = Button(
            self.tr("Yes"), looks, icon="check", name=self.tr("Yes, everything is here")
        )
        self.no = Button(
            self.tr("Show me the copies"),
            looks,
            name=self.tr("No, show me the copies of my notebook"),
        )
        self.add(self.yes, self.no)

    @override
    def shorten(self, *, is_low: bool) -> None:
        text = self.tr("All is here") if is_low else self.tr("Yes")
        if text != self.yes.text():
            self.yes.set_words(text, self.tr("Yes, everything is here"))
            copies = self.tr("Copies") if is_low else self.tr("Show me the copies")
            self.no.set_words(copies, self.no.accessibleName())
