"""How everything looks just now: theme, size, font; told to whoever draws."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reader.ui.icons import Icons
    from reader.ui.theme import Theme

SIZES = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 3.5, 4.0)
"""Steps that a person notices; the interface stops growing at ``INTERFACE_LIMIT``."""

INTERFACE_LIMIT = 2.0
INTERFACE_PX = 19
TEXT_PX = 21


@dataclass(frozen=True, slots=True)
class Look:
    """Theme, font family and sizes; ``size`` is 1.0 to 4.0."""

    theme: Theme
    family: str
    size: float = 1.0
    big_targets: bool = False

    @property
    def interface_scale(self) -> float:
        """The interface grows with the text up to ``INTERFACE_LIMIT``."""
        return min(self.size, INTERFACE_LIMIT)

    @property
    def text_px(self) -> int:
        """Height of booklet text, in pixels."""
        return round(TEXT_PX * self.size)

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
        return self.target_px if self.big_targets else max(self.px(30), 48)

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
        changed: after theme, size or targets changed; widgets read ``look`` again.
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
    ) -> None:
        """Put what is given in force, and tell everybody once if anything is new."""
        look = replace(
            self.look,
            theme=self.look.theme if theme is None else theme,
            size=self.look.size if size is None else min(max(size, SIZES[0]), SIZES[-1]),
            big_targets=self.look.big_targets if big_targets is None else big_targets,
        )
        if look != self.look:
            self.look = look
            self.changed.emit()
