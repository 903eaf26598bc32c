"""Help and support: who to ring, what happens to your words, and what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from reader.override import override
from reader.ui.controls import Button, card, words
from reader.ui.history import PageName, Stop
from reader.ui.language import translate
from reader.ui.page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.shelf.contacts import Contact
    from reader.shelf.links import Link
    from reader.ui.look import Looks


class HelpPage(ScrollPage):
    """Everything here is words, but for a button that shows the keys and one that leads to copies.

    Signals:
        keys_requested: the panel of keys is asked for.
    """

    keys_requested = Signal()

    def __init__(
        self,
        looks: Looks,
        contacts: Sequence[Contact],
        *,
        links: Sequence[Link],
        sources: Sequence[str],
        privacy: Sequence[str],
        has_keys: bool,
        version: str,
        carries: bool = False,
    ) -> None:
        """``privacy`` says what happens to words; ``has_keys``: there is a list of keys to show.

        ``carries``: notes can be taken to another computer.
        """
        super().__init__(looks)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.title)
        self._frames: list[QVBoxLayout] = []
        self.column.addWidget(words(self.tr("People you can ring"), "page-heading"))
        for contact in contacts:
            self._contact(contact)
        self._links(links)
        self._how_to()
        if has_keys:
            self._keys()
        self._about(sources, privacy, version, carries=carries)
        self.column.addStretch(1)
        looks.changed.connect(self._space)
        self._space()

    @property
    @override
    def title(self) -> str:
        return self.tr("Help and support")

    @override
    def stop(self) -> Stop:
        return Stop(PageName.HELP)

    def _links(self, links: Sequence[Link]) -> None:
        """What is published elsewhere: by whom, and the address where one is known."""
        if links:
            told = self.tr("{about}: {publisher}{address}")
            lines = [
                told.format(
                    about=link.about,
                    publisher=link.publisher,
                    address=f", {link.address}" if link.address else "",
                )
                for link in links
            ]
            asked = self.tr("This program does not go online. Ring and ask, or look there later.")
            self._part(self.tr("Where to look for more"), (asked, *lines))

    def _how_to(self) -> None:
        self._part(
            self.tr("How to use Booklet Reader"),
            (
                self.tr("Open a booklet and press any paragraph. Four buttons appear under it."),
                self.tr("“Ask about this” puts a question about it on your list."),
                self.tr("In My questions, the first three are the ones that matter most."),
                self.tr("“Print my sheet” makes a page to hand to the doctor at the start."),
            ),
        )

    def _keys(self) -> None:
        self._part(
            self.tr("With the keyboard"),
            (
                self.tr("Tab goes from control to control, Enter or Space presses."),
                self.tr("Page Down, Page Up, Home and End scroll a page, also this one."),
                self.tr("Escape closes what you opened: the contents, a note, a question."),
                self.tr("In a booklet, Up and Down choose a paragraph, Enter goes to its buttons."),
                self.tr("Ctrl and Z takes back what you just deleted."),
                self.tr("Ctrl and F goes to Search, Ctrl and P prints your question sheet."),
            ),
        )
        keys = Button(self.tr("Show all the keys"), self.looks)
        keys.clicked.connect(self.keys_requested)
        self._frames[-1].addWidget(keys, 0, Qt.AlignmentFlag.AlignLeft)

    def _about(
        self, sources: Sequence[str], privacy: Sequence[str], version: str, *, carries: bool
    ) -> None:
        self._part(self.tr("What happens to what you write"), tuple(privacy))
        if carries:
            carry = Button(self.tr("Take my notes with me"), self.looks, icon="save")
            carry.clicked.connect(lambda: self.went.emit(Stop(PageName.CARRY)))
            self._frames[-1].addWidget(carry, 0, Qt.AlignmentFlag.AlignLeft)
        self._part(self.tr("Where the booklets come from"), tuple(sources))
        self._part(
            self.tr("About"),
            (
                self.tr("Booklet Reader {version}").format(version=version),
                self.tr(
                    "It gives information. It does not replace the advice of your own team, who "
                    "know you."
                ),
            ),
        )

    def _contact(self, contact: Contact) -> None:
        column = self._frame()
        column.addWidget(words(contact.name, "heading"))
        if contact.phone:
            column.addWidget(words(contact.phone, "phone"))
        details = ", ".join(part for part in (contact.hours, contact.cost) if part)
        if details:
            column.addWidget(words(details, "muted"))
        column.addWidget(words(contact.what_for))

    def _part(self, heading: str, lines: tuple[str, ...]) -> None:
        column = self._frame()
        column.addWidget(words(heading, "heading"))
        for line in lines:
            column.addWidget(words(line))

    def _frame(self) -> QVBoxLayout:
        frame: QFrame = card()
        column = QVBoxLayout(frame)
        self.column.addWidget(frame)
        self._frames.append(column)
        return column

    def _space(self) -> None:
        px = self.looks.look.px
        for column in self._frames:
            column.setContentsMargins(px(22), px(16), px(22), px(16))
            column.setSpacing(px(8))
        self.column.setSpacing(px(16))


def at_home(folder: str) -> tuple[str, ...]:
    """What happens to what is written on somebody's own computer, kept in ``folder``."""
    return (
        translate("HelpPage", "It stays on this computer. This program never goes online."),
        translate("HelpPage", "It is kept in the folder {folder}.").format(folder=folder),
        translate("HelpPage", "There is no password. Anyone who can use your account can read it."),
    )
