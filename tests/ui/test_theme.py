"""Themes: complete and readable, in the file and in Qt's palette."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

from reader.ui.theme import (
    ORDER,
    ROLES,
    Theme,
    contrast,
    load_theme,
    palette,
    resolve,
    theme_ids,
)

THEMES = Path(__file__).parents[2] / "resources" / "themes"

TEXT_PAIRS = (
    *("ink/ground", "ink/surface", "muted/ground", "muted/surface", "accent/ground"),
    *("accent/surface", "accent/accent_soft", "ink/accent_soft", "on_accent/accent"),
    *("warn_ink/warn_ground", "ink/highlight", "ink/warn_ground", "ink/desk"),
)
SHAPE_PAIRS = (
    *("control_line/ground", "control_line/surface", "focus/ground", "focus/surface"),
    *("highlight_line/ground", "highlight_line/surface", "control_line/accent_soft"),
    *("control_line/warn_ground", "control_line/desk", "focus/accent_soft"),
    *("focus/warn_ground", "focus/desk", "highlight_line/highlight", "cover_teal/surface"),
    *("cover_plum/surface", "cover_slate/surface", "cover_ochre/surface"),
)
COVERS = ("cover_teal", "cover_plum", "cover_slate", "cover_ochre")

GIVEN = {
    "light": "#FAF7F2 #FFFFFF #1C2730 #46535E #0A575C #FFFFFF #E2F0EE #DCD5C9 #FFF3D6 #5F4200 "
    "#FFE58A",
    "dark": "#12181C #1A2227 #F1EDE6 #B9C3C9 #7FD6CF #08201F #1F3A3B #33414A #3B2F12 #FFDF94 "
    "#5F4D00",
}
GIVEN_ROLES = (
    *("ground", "surface", "ink", "muted", "accent", "on_accent", "accent_soft", "line"),
    *("warn_ground", "warn_ink", "highlight"),
)


def measured(one: str, other: str) -> float:
    """The ratio by the words of WCAG 2.2, worked out apart from the program."""
    lights = []
    for colour in (one, other):
        value = 0.0
        for weight, channel in zip((2126, 7152, 722), bytes.fromhex(colour[1:]), strict=True):
            share = channel / 255
            linear = share / 12.92 if channel <= 10 else pow((share + 0.055) / 1.055, 2.4)
            value += weight * linear / 10_000
        lights.append(value)
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def pair(theme: Theme, names: str) -> tuple[str, str]:
    one, other = names.split("/")
    return theme.colours[one], theme.colours[other]


# ---- the themes that come with the program


def test_five_themes_are_offered_in_their_order() -> None:
    assert theme_ids(THEMES) == ("light", "paper", "dark", "contrast-light", "contrast-dark")


def test_further_themes_come_last(tmp_path: Path) -> None:
    for name in ("zebra.toml", "amber.toml", "dark.toml", "light.toml", "style.qss"):
        (tmp_path / name).touch()
    assert theme_ids(tmp_path) == ("light", "dark", "amber", "zebra")


def test_a_folder_that_is_not_there_offers_nothing(tmp_path: Path) -> None:
    assert theme_ids(tmp_path / "none") == ()


@pytest.mark.parametrize("theme_id", ORDER)
def test_every_theme_has_every_role(theme_id: str) -> None:
    theme = load_theme(THEMES, theme_id)
    assert theme.id == theme_id
    assert set(theme.colours) == set(ROLES)
    assert theme.is_dark is (theme_id in ("dark", "contrast-dark"))


def test_names_are_told_apart() -> None:
    assert len({load_theme(THEMES, theme_id).name for theme_id in ORDER}) == len(ORDER)


@pytest.mark.parametrize("theme_id", ORDER)
@pytest.mark.parametrize("names", TEXT_PAIRS)
def test_text_is_seven_to_one(theme_id: str, names: str) -> None:
    assert measured(*pair(load_theme(THEMES, theme_id), names)) >= 7.0


@pytest.mark.parametrize("theme_id", ORDER)
@pytest.mark.parametrize("names", SHAPE_PAIRS)
def test_borders_rings_and_pictures_are_three_to_one(theme_id: str, names: str) -> None:
    assert measured(*pair(load_theme(THEMES, theme_id), names)) >= 3.0


@pytest.mark.parametrize("theme_id", ORDER)
def test_the_ratios_written_in_the_file_are_the_measured_ones(theme_id: str) -> None:
    table = tomllib.loads((THEMES / f"{theme_id}.toml").read_text(encoding="utf-8"))
    theme = load_theme(THEMES, theme_id)
    computed = {
        names: round(measured(*pair(theme, names)), 2) for names in TEXT_PAIRS + SHAPE_PAIRS
    }
    assert table["contrast"] == computed


@pytest.mark.parametrize("theme_id", ORDER)
def test_light_on_dark_and_dark_on_light(theme_id: str) -> None:
    theme = load_theme(THEMES, theme_id)
    ground, ink = (QColor(theme.colours[role]).lightnessF() for role in ("ground", "ink"))
    assert (ink > ground) is theme.is_dark


@pytest.mark.parametrize("theme_id", ORDER)
@pytest.mark.parametrize("cover", COVERS)
def test_a_spine_is_darker_than_its_cover(theme_id: str, cover: str) -> None:
    colours = load_theme(THEMES, theme_id).colours
    white = "#FFFFFF"
    assert measured(white, colours[f"{cover}_spine"]) > 1.2 * measured(white, colours[cover])


@pytest.mark.parametrize("theme_id", ORDER)
def test_covers_are_told_apart(theme_id: str) -> None:
    colours = load_theme(THEMES, theme_id).colours
    assert len({colours[cover] for cover in COVERS}) == len(COVERS)


@pytest.mark.parametrize("theme_id", GIVEN)
def test_light_and_dark_are_as_designed(theme_id: str) -> None:
    colours = load_theme(THEMES, theme_id).colours
    assert [colours[role] for role in GIVEN_ROLES] == GIVEN[theme_id].split()
    assert colours["focus"] == colours["accent"]


@pytest.mark.parametrize(
    ("theme_id", "ink", "ground"),
    [("contrast-light", "#000000", "#FFFFFF"), ("contrast-dark", "#FFE600", "#000000")],
)
def test_high_contrast_is_what_its_name_says(theme_id: str, ink: str, ground: str) -> None:
    colours = load_theme(THEMES, theme_id).colours
    assert (colours["ink"], colours["ground"], colours["surface"]) == (ink, ground, ground)
    assert colours["control_line"] == colours["line"] == ink


# ---- which theme, and how well it can be read


@pytest.mark.parametrize(
    ("setting", "system_is_dark", "expected"),
    [
        ("system", False, "light"),
        ("system", True, "dark"),
        ("light", True, "light"),
        ("dark", False, "dark"),
        ("contrast-dark", False, "contrast-dark"),
    ],
)
def test_the_setting_decides_unless_it_leaves_it_to_the_system(
    setting: str, system_is_dark: bool, expected: str
) -> None:
    assert resolve(setting, system_is_dark) == expected


@pytest.mark.parametrize(
    ("setting", "is_dark", "expected"),
    [
        ("system", False, "contrast-light"),
        ("system", True, "contrast-dark"),
        ("light", True, "light"),
        ("paper", False, "paper"),
    ],
)
def test_high_contrast_of_the_system_is_followed_where_it_decides(
    setting: str, is_dark: bool, expected: str
) -> None:
    assert resolve(setting, is_dark, high_contrast=True) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#0000FF", "#FFFF00", 8.00),
        ("#0A0A0A", "#0B0B0B", 1.01),
    ],
)
def test_contrast_is_the_published_one(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("theme_id", ORDER)
def test_contrast_agrees_with_the_measure_used_here(theme_id: str) -> None:
    theme = load_theme(THEMES, theme_id)
    for names in TEXT_PAIRS + SHAPE_PAIRS:
        assert contrast(*pair(theme, names)) == pytest.approx(measured(*pair(theme, names)))


# ---- the palette

GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
WRITTEN = (
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    (QPalette.ColorRole.BrightText, QPalette.ColorRole.Button),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
    (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Window),
    (QPalette.ColorRole.LinkVisited, QPalette.ColorRole.Base),
)


@pytest.mark.parametrize("theme_id", ORDER)
def test_the_palette_leaves_no_role_to_the_desktop(theme_id: str) -> None:
    theme = load_theme(THEMES, theme_id)
    made = palette(theme)
    ours = {colour.lower() for colour in theme.colours.values()}
    for role in QPalette.ColorRole:
        if role in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            continue
        for group in GROUPS:
            assert made.isBrushSet(group, role), (group, role)
            assert made.color(group, role).name() in ours, (group, role)


@pytest.mark.parametrize("theme_id", ORDER)
@pytest.mark.parametrize(("group", "least"), list(zip(GROUPS, (7.0, 7.0, 4.5), strict=True)))
def test_the_palette_can_be_read(theme_id: str, group: QPalette.ColorGroup, least: float) -> None:
    made = palette(load_theme(THEMES, theme_id))
    for text, ground in WRITTEN:
        one, other = (made.color(group, role).name() for role in (text, ground))
        assert measured(one, other) >= least, (text, ground)


@pytest.mark.parametrize("theme_id", ORDER)
def test_what_is_disabled_looks_different(theme_id: str) -> None:
    made = palette(load_theme(THEMES, theme_id))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        assert made.color(GROUPS[2], role) != made.color(GROUPS[0], role)


def test_the_palette_uses_the_roles() -> None:
    theme = load_theme(THEMES, "paper")
    made = palette(theme)
    expected = {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
    }
    assert {role: made.color(role) for role in expected} == {
        role: QColor(theme.colours[name]) for role, name in expected.items()
    }
