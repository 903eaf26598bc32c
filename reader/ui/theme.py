"""Themes: which colour each role has, read from ``resources/themes`` and given to Qt."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QColor, QPalette

from reader.override import override

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ORDER = ("light", "paper", "dark", "contrast-light", "contrast-dark")
"""The themes as they are offered; any other theme comes after these."""

SYSTEM = "system"
"""The setting that is no theme: light or dark, in high contrast or not, as the computer says."""

ROLES = (
    *("ground", "surface", "ink", "muted", "accent", "on_accent", "accent_soft", "line"),
    *("warn_ground", "warn_ink", "highlight", "highlight_line", "focus", "control_line", "desk"),
    *("cover_teal", "cover_teal_spine", "cover_plum", "cover_plum_spine"),
    *("cover_slate", "cover_slate_spine", "cover_ochre", "cover_ochre_spine"),
)
"""What a colour is for. ``line`` is decoration; ``control_line`` tells where a control ends."""

_COLOUR = re.compile(r"#[0-9A-F]{6}")
_KEYS = {"name", "is_dark", "colours", "contrast"}


class ThemeError(Exception):
    """A theme cannot be used: ``problem`` says why, ``path`` which file."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    @override
    def __str__(self) -> str:
        return f"{self.path.name}: {self.problem}"


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: its file's name, its name for people, and ``#RRGGBB`` for each of ``ROLES``."""

    id: str
    name: str
    is_dark: bool
    colours: Mapping[str, str] = field(hash=False)


def theme_ids(folder: Path) -> tuple[str, ...]:
    """The themes in ``folder``, in the order in which they are offered."""
    found = {path.stem for path in folder.glob("*.toml")}
    known = tuple(theme for theme in ORDER if theme in found)
    return known + tuple(sorted(found.difference(ORDER)))


def load_theme(folder: Path, theme_id: str) -> Theme:
    """Read ``<theme_id>.toml``; raises ``ThemeError`` unless every role has a good colour."""
    path = folder / f"{theme_id}.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ThemeError(path, f"cannot be read ({error})") from error
    if unknown := sorted(table.keys() - _KEYS):
        raise ThemeError(path, f"has an unknown key “{unknown[0]}”")
    name, is_dark = table.get("name"), table.get("is_dark")
    if not isinstance(name, str) or not name:
        raise ThemeError(path, "needs a name")
    if not isinstance(is_dark, bool):
        raise ThemeError(path, "must say whether it is_dark: true or false")
    return Theme(theme_id, name, is_dark, _colours(path, table.get("colours")))


def _colours(path: Path, found: object) -> Mapping[str, str]:
    if not isinstance(found, dict):
        raise ThemeError(path, "needs a table of colours")
    if missing := [role for role in ROLES if role not in found]:
        raise ThemeError(path, f"has no colour for “{missing[0]}”")
    if unknown := sorted(found.keys() - set(ROLES)):
        raise ThemeError(path, f"has a colour for an unknown role “{unknown[0]}”")
    for role, colour in found.items():
        if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            raise ThemeError(path, f"“{role}” must be a colour like #1C2730, not {colour!r}")
    return MappingProxyType(cast("dict[str, str]", found))


def resolve(setting: str, system_is_dark: bool, *, high_contrast: bool = False) -> str:
    """The id of the theme that ``setting`` stands for: ``SYSTEM`` is what the computer wants."""
    if setting != SYSTEM:
        return setting
    if high_contrast:
        return "contrast-dark" if system_is_dark else "contrast-light"
    return "dark" if system_is_dark else "light"


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#RRGGBB`` colours, 1 to 21, by WCAG 2.2 (relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)


_PALETTE = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "ink",
    QPalette.ColorRole.ToolTipBase: "accent_soft",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "control_line",
    QPalette.ColorRole.Dark: "control_line",
    QPalette.ColorRole.Shadow: "ink",
}

_DISABLED = dict.fromkeys(
    (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.BrightText,
        QPalette.ColorRole.Link,
        QPalette.ColorRole.LinkVisited,
    ),
    "muted",
) | {
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "ink",
}


def palette(theme: Theme) -> QPalette:
    """Every role of Qt's palette in the theme's colours, the same in an inactive window.

    What cannot be used is muted but stays readable: 4.5 to 1 or better.
    """
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, QColor(theme.colours[name]))
    for role, name in _DISABLED.items():
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colours[name]))
    return made
