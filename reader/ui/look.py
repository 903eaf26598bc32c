"""How everything looks just now: theme, size, font; told to whoever draws."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.reading_style import ReadingStyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.icons import Icons
    from reader.ui.theme import Theme

SIZES = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 3.5, 4.0)
"""Steps that a person notices; the interface stops growing at ``INTERFACE_LIMIT``."""

INTERFACE_LIMIT = 2.0
INTERFACE_PX = 19
TEXT_PX = 21


@dataclass(frozen=True, slots=True)
class Look:
    """Theme, font family and sizes; ``size`` is 1.0 to 4.0.

    ``families`` has the typeface of each of ``ReadingStyle.font`` that is here.
    """

    theme: Theme
    family: str
    size: float = 1.0
    big_targets: bool = False
    less_movement: bool = False
    reading: ReadingStyle = field(default_factory=ReadingStyle)
    families: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def interface_scale(self) -> float:
        """The interface grows with the text up to ``INTERFACE_LIMIT``."""
        return min(self.size, INTERFACE_LIMIT)

    @property
    def text_px(self) -> int:
        """Height of booklet text, in pixels."""
        return round(TEXT_PX * self.size)

    @property
    def text_family(self) -> str:
        """The typeface of booklet text: the interface's where the chosen one is not here."""
        return self.families.get(self.reading.font, self.family)

    @property
    def measure_px(self) -> int:
        """How wide the lines of booklet text are at most, in pixels."""
        return round(self.reading.measure_em * self.text_px)

    def px(self, units: float) -> int:
        """Interface units (pixels at size 1.0) as pixels at this size."""
        return round(units * self.interface_scale)

    @property
    def target_px(self) -> int:
        """Least height of anything to press: 48 units, or 76 (20 mm) with big targets."""
        return max(76, self.px(48)) if self.big_targets else self.px(48)

    @property
    def bar_px(self) -> int:
        """Least height of a button in the bar: it grows less than the page, which has the room."""
        return max(self.px(30), 76 if self.big_targets else 48)

    def colour(self, role: str) -> str:
        """The theme's colour for ``role``."""
        return self.theme.colours[role]


def next_size(size: float, step: int) -> float:
    """The size one step up (1) or down (-1) from ``size``; the ends stay."""
    if step > 0:
        return next((known for known in SIZES if known > size), SIZES[-1])
    return next((known for known in reversed(SIZES) if known < size), SIZES[0])


class Looks(QObject):
    """The look in force and the icons drawn in it.

    Signals:
        changed: after anything of the look changed; widgets read ``look`` again.
    """

    changed = Signal()

    def __init__(self, look: Look, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.icons = icons

    def change(
        self,
        *,
        theme: Theme | None = None,
        size: float | None = None,
        big_targets: bool | None = None,
        less_movement: bool | None = None,
        reading: ReadingStyle | None = None,
    ) -> None:
        """Put what is given in force, and tell everybody once if anything is new."""
        now = self.look
        self.put(
            replace(
                now,
                theme=now.theme if theme is None else theme,
                size=now.size if size is None else min(max(size, SIZES[0]), SIZES[-1]),
                big_targets=now.big_targets if big_targets is None else big_targets,
                less_movement=now.less_movement if less_movement is None else less_movement,
                reading=now.reading if reading is None else reading,
            )
        )

    def put(self, look: Look) -> None:
        """Put ``look`` in force, and tell everybody once if it is new."""
        if look != self.look:
            self.look = look
            self.changed.emit()
