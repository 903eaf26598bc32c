"""The window's style sheet: a template with roles and units, filled in for one look."""

from __future__ import annotations

import re
from string import Template
from typing import TYPE_CHECKING

from reader.ui.look import INTERFACE_PX

if TYPE_CHECKING:
    from reader.ui.look import Look

UNITS = re.compile(r"(?<![\w#.])(\d+(?:\.\d+)?)u\b")
BORDER_PX = 2
RAIL_UNITS = 56
START_PX = 96
WELCOME_PX = 48
KEY_PX = 23
SLOWLY = 0.28
"""The last two grow less than the rest: what they say has to stay on one screen."""


def _inside(look: Look, padding: float) -> str:
    """The least width inside border and ``padding`` units on both sides that makes a target."""
    return f"{max(0, look.target_px - 2 * BORDER_PX - 2 * look.px(padding))}px"


def stylesheet(template: str, look: Look, *, from_right: bool = False) -> str:
    """Fill in ``template``: ``$role`` is a colour, ``48u`` a length in interface units.

    ``$text`` is the size of booklet text, which goes on growing when the interface does not.
    Qt's ``min-height`` leaves out the border, so ``$target`` is the least height inside it.
    ``$first`` is the side where lines begin: the left, or the right ``from_right``.
    Raises ``KeyError`` for a role that the theme has not.
    """
    filled = Template(template).substitute(
        look.theme.colours,
        family=look.family,
        first="right" if from_right else "left",
        last="left" if from_right else "right",
        font=f"{look.px(INTERFACE_PX)}px",
        text=f"{look.text_px}px",
        target=f"{look.target_px - 2 * BORDER_PX}px",
        rail=f"{max(look.px(RAIL_UNITS), look.target_px) - 2 * BORDER_PX}px",
        bar=f"{look.bar_px - 2 * BORDER_PX}px",
        narrow=_inside(look, 15),
        narrow_bar=_inside(look, 12),
        narrow_quiet=_inside(look, 10),
        border=f"{BORDER_PX}px",
        welcome=f"{round(WELCOME_PX * look.interface_scale**SLOWLY)}px",
        key=f"{round(KEY_PX * look.interface_scale**SLOWLY)}px",
        start=f"{max(START_PX, look.target_px) - 2 * BORDER_PX}px",
    )
    return UNITS.sub(lambda found: f"{look.px(float(found[1]))}px", filled)
