"""What a kiosk shows when nobody is at it: what it is for, that nothing is kept, and one button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.ui.controls import Button, Rank
from reader.ui.kiosk_screen import KioskScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.look import Looks


@dataclass(frozen=True, slots=True)
class Offers:
    """What the start screen offers beside starting.

    ``sizes`` and ``themes`` (pairs of id and name) are gone through in turn, and have no button
    when there is one of them alone.
    """

    sizes: Sequence[float]
    themes: Sequence[tuple[str, str]]
    has_voice: bool = False
    has_staff: bool = False


class KioskStart(KioskScreen):
    """With ``admit`` a button to start; without it a sentence that sends people to staff.

    Signals:
        start_requested, aloud_requested, staff_requested: that button was pressed.
        size_chosen(float), theme_chosen(str): the next one is wanted.
    """

    start_requested = Signal()
    aloud_requested = Signal()
    staff_requested = Signal()
    size_chosen = Signal(float)
    theme_chosen = Signal(str)

    def __init__(self, looks: Looks, offers: Offers) -> None:
        super().__init__(looks, "")
        self._offers = offers
        self.start = Button(self.tr("Touch here to start"), looks, rank=Rank.PRIMARY)
        self.start.clicked.connect(self.start_requested)
        self.size_button = self.theme_button = self.aloud = self.staff = None
        if len(offers.sizes) > 1:
            self.size_button = Button("", looks, repeats=True)
            self.size_button.clicked.connect(self._step_size)
        if offers.has_voice:
            self.aloud = Button(self.tr("Read this screen aloud"), looks)
            self.aloud.clicked.connect(self.aloud_requested)
        if len(offers.themes) > 1:
            self.theme_button = Button("", looks, repeats=True)
            self.theme_button.clicked.connect(self._step_theme)
        if offers.has_staff:
            self.staff = Button(self.tr("Staff"), looks)
            self.staff.clicked.connect(self.staff_requested)
        self.add_row(self.start)
        self.add_row(*self._small())
        looks.changed.connect(self._name_steps)
        self._name_steps()
        self.admit(admits=True)

    def _small(self) -> list[Button]:
        buttons = (self.size_button, self.aloud, self.theme_button, self.staff)
        return [button for button in buttons if button is not None]

    def admit(self, *, admits: bool) -> None:
        """Let people in, or say that the screen is not ready and leave staff their way."""
        self.start.setVisible(admits)
        for button in self._small():
            button.setVisible(admits or button is self.staff)
        self.heading.setText(
            self.tr("Ovarian cancer booklets, and a question sheet to take with you")
            if admits
            else self.tr("This screen is not ready")
        )
        self.told.setText(
            self.tr("Nothing you do here is kept. It is cleared when you finish or walk away.")
            if admits
            else self.tr("Please ask staff.")
        )
        self.setAccessibleName(self.heading.text())

    # ---- steps

    def _next_size(self) -> float:
        sizes = list(self._offers.sizes)
        now = self.looks.look.size
        return sizes[(sizes.index(now) + 1) % len(sizes)] if now in sizes else sizes[0]

    def _next_theme(self) -> tuple[str, str]:
        themes = list(self._offers.themes)
        ids = [theme for theme, _ in themes]
        now = self.looks.look.theme.id
        return themes[(ids.index(now) + 1) % len(ids)] if now in ids else themes[0]

    def _step_size(self) -> None:
        self.size_chosen.emit(self._next_size())

    def _step_theme(self) -> None:
        self.theme_chosen.emit(self._next_theme()[0])

    def _name_steps(self) -> None:
        if self.size_button is not None:
            is_bigger = self._next_size() > self.looks.look.size
            bigger, smaller = self.tr("A+ Bigger text"), self.tr("A− Smaller text")
            self.size_button.set_words(bigger if is_bigger else smaller)
        if self.theme_button is not None:
            name = self._next_theme()[1]
            self.theme_button.set_words(name, self.tr("Colours: {name}").format(name=name))
