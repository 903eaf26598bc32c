"""What can be put on paper, the usual first and the rest behind one button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.paper.kinds import SheetKind
from reader.ui.choice import Choice
from reader.ui.controls import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.history import Stop
    from reader.ui.look import Looks

USUAL: Final = (SheetKind.QUESTIONS, SheetKind.COMPANION, SheetKind.BLANK)


@dataclass(frozen=True, slots=True)
class What:
    """A kind of sheet; of a booklet which one, and whether only the part that was being read."""

    kind: SheetKind
    booklet: str = ""
    is_part: bool = False

    @property
    def key(self) -> str:
        """What its button is known by."""
        if self.is_part:
            return "part"
        return f"booklet:{self.booklet}" if self.booklet else self.kind.value


def what_at(stop: Stop) -> What:
    """What somebody comes for who is sent to ``stop``: without a booklet, a kind of sheet."""
    if not stop.booklet:
        return What(SheetKind(stop.section)) if stop.section else What(SheetKind.QUESTIONS)
    return What(SheetKind.BOOKLET, stop.booklet, is_part=bool(stop.section))


class PrintWhat(QWidget):
    """The list; what was chosen, and what the reader came for, is always to be seen.

    Signals:
        chosen(What): something else is wanted.
    """

    chosen = Signal(object)

    def __init__(self, looks: Looks, booklets: Sequence[tuple[str, str]]) -> None:
        """``booklets`` are pairs of id and title."""
        super().__init__()
        self._looks = looks
        self._is_open = False
        self._came_for = What(SheetKind.QUESTIONS)
        self._whats = {
            what.key: what
            for what in (
                *(What(kind) for kind in SheetKind if kind is not SheetKind.BOOKLET),
                *(What(SheetKind.BOOKLET, booklet) for booklet, _ in booklets),
            )
        }
        self.choice = Choice(looks, self.tr("What to print"), self._options(booklets))
        self.more = Button(self.tr("More to print"), looks, icon="down")
        self.more.setObjectName("more-to-print")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.choice)
        self._column.addWidget(self.more)
        self.choice.chosen.connect(self._press)
        self.more.clicked.connect(self._open_or_close)
        looks.changed.connect(self._make_room)
        self._make_room()
        self.show_what(What(SheetKind.QUESTIONS), self._came_for)

    def _options(self, booklets: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        booklet = self.tr("Booklet: {title}")
        return [
            (SheetKind.QUESTIONS, self.tr("My question sheet")),
            (SheetKind.COMPANION, self.tr("A copy for the person with me")),
            (SheetKind.BLANK, self.tr("A blank sheet")),
            ("part", self.tr("This part of the booklet")),
            *((f"booklet:{one}", booklet.format(title=title)) for one, title in booklets),
            (SheetKind.NOTES, self.tr("My notes")),
            (SheetKind.AFTER_VISIT, self.tr("After the visit: what was said")),
            (SheetKind.TWO_OPINIONS, self.tr("Two opinions side by side")),
            (SheetKind.REFERRAL, self.tr("A letter asking for a second opinion")),
            (SheetKind.CONSENT, self.tr("A note that lets somebody ask for me")),
            (SheetKind.BRING, self.tr("What to do and bring")),
        ]

    def show_what(self, what: What, came_for: What) -> None:
        """Show ``what`` as chosen, and tell nobody; ``came_for`` stays to be seen as well."""
        self._came_for = came_for
        if what.is_part:
            self._whats["part"] = what
        elif came_for.is_part:
            self._whats["part"] = came_for
        else:
            self._whats.pop("part", None)
        self.choice.choose(what.key)
        self._show_some()

    def _show_some(self) -> None:
        came_for = self._came_for
        usual = {*USUAL, came_for.key, f"booklet:{came_for.booklet}"}
        for key, button in self.choice.buttons.items():
            is_seen = self._is_open or key in usual or button.isChecked()
            button.setVisible(is_seen and (key != "part" or "part" in self._whats))
        self.more.set_words(self.tr("Show fewer") if self._is_open else self.tr("More to print"))
        self.more.set_icon("up" if self._is_open else "down")

    def _open_or_close(self) -> None:
        self._is_open = not self._is_open
        self._show_some()

    def _press(self, key: str) -> None:
        self._show_some()
        self.chosen.emit(self._whats[key])

    def _make_room(self) -> None:
        self._column.setSpacing(self._looks.look.px(8))
