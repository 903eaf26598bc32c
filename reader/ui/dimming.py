"""How far words can be dimmed before they cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from reader.ui.theme import contrast

if TYPE_CHECKING:
    from reader.ui.theme import Theme

READABLE = 7.0
"""Contrast of words that are dimmed: what all text here has (WCAG 2.2, 1.4.6)."""

READABLE_LINK = 4.5
"""Links among them (WCAG 2.2, 1.4.3), whose colour has less to give; a line tells them too."""

_STEPS = 100


def mixed(under: str, over: str, part: float) -> str:
    """``#RRGGBB`` of ``over`` laid on ``under``; ``part`` of it shows, 0 to 1."""
    one, other = QColor(under), QColor(over)
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    channels = (round(below + (above - below) * part) for below, above in pairs)
    return "#" + "".join(f"{channel:02X}" for channel in channels)


def dimming(theme: Theme) -> float:
    """How much of the ground can lie over what is dimmed, 0 to 1, before it cannot be read."""
    ground = theme.colours["ground"]
    least = (("ink", READABLE), ("accent", READABLE_LINK))
    for step in range(_STEPS, 0, -1):
        part = step / _STEPS
        if all(
            contrast(mixed(theme.colours[role], ground, part), ground) >= enough
            for role, enough in least
        ):
            return part
    return 0.0
