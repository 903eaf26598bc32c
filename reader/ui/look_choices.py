"""The look in force, made of what the reader chose and of what the computer says."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.fonts import load_reading_font, reading_families
from reader.ui.icons import Icons
from reader.ui.look import Look, Looks
from reader.ui.reading_style import ReadingStyle
from reader.ui.theme import ORDER, ThemeError, load_theme, resolve, theme_ids

if TYPE_CHECKING:
    from pathlib import Path

    from reader.settings import Settings
    from reader.ui.system_look import SystemLook
    from reader.ui.theme import Theme

_log = logging.getLogger(__name__)


class LookChoices(QObject):
    """Turns settings into a ``Looks`` and choices into settings.

    ``resources`` is the folder with ``themes`` and ``icons``.

    Signals:
        chosen: there is something to be kept; see ``kept_in``.
    """

    chosen = Signal()

    def __init__(self, resources: Path, settings: Settings, system: SystemLook) -> None:
        super().__init__()
        self._folder = resources / "themes"
        self._system = system
        self.theme = settings.theme
        self.less_movement = settings.less_movement
        family = load_reading_font()
        size = settings.size if settings.size_chosen else max(settings.size, system.size)
        reading = _reading(settings)
        usual = ReadingStyle().font
        families = {usual: family} if reading.font == usual else reading_families(family)
        look = Look(
            self._load(),
            family,
            size,
            settings.big_targets,
            self._wants_less_movement(),
            reading,
            families,
        )
        self.looks = Looks(look, Icons(resources / "icons"))
        self._before = (look, self.theme, self.less_movement)
        system.changed.connect(self.follow_system)
        self.looks.changed.connect(self.chosen)

    def stop(self) -> None:
        """Follow the computer no longer: the window is closed."""
        self._system.stop()

    def kept_in(self, settings: Settings) -> Settings:
        """``settings`` with the choices in force."""
        look = self.looks.look
        return replace(
            settings,
            size=look.size,
            theme=self.theme,
            big_targets=look.big_targets,
            less_movement=self.less_movement,
            reading_font=look.reading.font,
            line_spacing=look.reading.line_spacing,
            letter_spacing=look.reading.letter_spacing,
            word_spacing=look.reading.word_spacing,
            measure=look.reading.measure,
        )

    # ---- choices

    def theme_names(self) -> list[tuple[str, str]]:
        """Id and name of every theme that can be used, in the order in which they are offered."""
        ours = {
            "light": self.tr("Light"),
            "paper": self.tr("Paper"),
            "dark": self.tr("Dark"),
            "contrast-light": self.tr("Black on white"),
            "contrast-dark": self.tr("Yellow on black"),
        }
        names = []
        for theme_id in theme_ids(self._folder):
            try:
                own = load_theme(self._folder, theme_id).name
                names.append((theme_id, ours.get(theme_id, own)))
            except ThemeError as error:
                _log.warning("A theme is left out: %s", error)
        return names

    def choose_theme(self, theme: str) -> None:
        """Use a theme, or with ``"system"`` whatever the computer says."""
        self.theme = theme
        self.follow_system()
        self.chosen.emit()

    def choose_targets(self, big: bool) -> None:
        """Big targets or usual ones."""
        self.looks.change(big_targets=big)

    def choose_movement(self, less: bool) -> None:
        """Less movement, or as much as the computer wants."""
        self.less_movement = less
        self.looks.change(less_movement=self._wants_less_movement())
        self.chosen.emit()

    def choose_reading(self, style: ReadingStyle) -> None:
        """Set the text of booklets that way."""
        self.looks.change(reading=style)

    def follow_system(self) -> None:
        """Put the chosen theme in force, whatever the computer says just now."""
        self.looks.change(theme=self._load())

    def know_families(self) -> None:
        """Find the computer's own typefaces: they are to be chosen from."""
        look = self.looks.look
        self.looks.look = replace(look, families=reading_families(look.family))

    # ---- back to how it was

    def remember(self) -> None:
        """Let ``go_back`` lead to what is in force now."""
        self._before = (self.looks.look, self.theme, self.less_movement)

    @property
    def is_as_before(self) -> bool:
        """Whether nothing has been chosen since ``remember``."""
        look, theme, less_movement = self._before
        now = replace(self.looks.look, families=look.families)
        return (now, self.theme, self.less_movement) == (look, theme, less_movement)

    def go_back(self) -> None:
        """Put in force again what was when ``remember`` was called."""
        look, self.theme, self.less_movement = self._before
        self.looks.put(replace(look, theme=self._load(), less_movement=self._wants_less_movement()))
        self.chosen.emit()

    def _load(self) -> Theme:
        """The theme in force; if its file cannot be used the first that is offered."""
        system = self._system
        wanted = resolve(self.theme, system.is_dark, high_contrast=system.is_high_contrast)
        try:
            return load_theme(self._folder, wanted)
        except ThemeError as error:
            _log.warning("The theme cannot be used (%s); another takes its place.", error)
            return load_theme(self._folder, ORDER[0])

    def _wants_less_movement(self) -> bool:
        return self.less_movement or self._system.wants_less_movement


def _reading(settings: Settings) -> ReadingStyle:
    return ReadingStyle(
        settings.reading_font,
        settings.line_spacing,
        settings.letter_spacing,
        settings.word_spacing,
        settings.measure,
    )
