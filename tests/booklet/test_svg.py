"""What SVG pictures may hold."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from reader.booklet.svg import MOST_DEPTH, MOST_ELEMENTS, ROLES, SVG_FONT, svg_problem

THEMES = sorted((Path(__file__).parents[2] / "resources" / "themes").glob("*.toml"))
LETTERS = f'font-family="{SVG_FONT}"'


def problem(inside: str, root: str = "") -> str:
    """What is wrong with a picture of ``inside``, whose ``<svg>`` has ``root`` too."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" {root}>{inside}</svg>'
    return svg_problem(svg.encode(), "cup.svg")


@pytest.mark.parametrize("theme", THEMES, ids=[path.stem for path in THEMES])
def test_every_theme_has_the_roles_of_pictures(theme: Path) -> None:
    colours = tomllib.loads(theme.read_text(encoding="utf-8"))["colours"]
    assert set(colours) >= ROLES


@pytest.mark.parametrize("role", sorted(ROLES))
@pytest.mark.parametrize("name", ["fill", "stroke"])
def test_colours_by_role(role: str, name: str) -> None:
    assert problem(f'<rect {name}="role:{role}"/>') == ""


def test_the_colours_of_a_gradient() -> None:
    stop = '<linearGradient id="a"><stop stop-color="role:ink"/></linearGradient>'
    assert problem(f'{stop}<rect fill="url(#a)"/>') == ""


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (
            '<rect fill="role:teal"/>',
            "“cup.svg” has the unknown colour “role:teal”. Use role: and accent, accent_soft, "
            "control_line, ground, ink, line, muted, on_accent, surface, warn_ground, warn_ink.",
        ),
        (
            '<rect fill="role:"/>',
            "“cup.svg” has “role:” in fill. A role stands alone in fill, stroke or stop-color.",
        ),
        (
            '<rect style="fill: role:ink"/>',
            "“cup.svg” has “fill: role:ink” in style. "
            "A role stands alone in fill, stroke or stop-color.",
        ),
        (
            '<rect fill=" role:ink"/>',
            "“cup.svg” has “ role:ink” in fill. A role stands alone in fill, stroke or stop-color.",
        ),
        (
            '<g font-family="Arial"/>',
            "“cup.svg” uses letters of “Arial”. Use Atkinson Hyperlegible.",
        ),
        (
            "<text>A</text>",
            '“cup.svg” has words. Write font-family="Atkinson Hyperlegible" in its <svg>.',
        ),
        (
            '<path stroke-dasharray="0.001"/>',
            "“cup.svg” has a broken line. Draw it as lines of its own, or whole.",
        ),
        (
            '<path style="stroke-dasharray: 0.001"/>',
            "“cup.svg” has a broken line. Draw it as lines of its own, or whole.",
        ),
    ],
)
def test_what_is_refused(inside: str, expected: str) -> None:
    assert problem(inside) == expected


@pytest.mark.parametrize(
    "name",
    ["animate", "set", "clipPath", "filter", "marker", "mask", "pattern", "symbol", "textPath"],
)
def test_what_moves_or_holds_itself(name: str) -> None:
    assert problem(f"<g><{name}/></g>") == (
        f"“cup.svg” uses <{name}>, which pictures here may not. Draw it without."
    )


@pytest.mark.parametrize(
    "inside",
    ['<path stroke-dasharray="none"/>', '<path style="stroke-dasharray:none"/>', "<g><text/></g>"],
)
def test_what_is_fine(inside: str) -> None:
    assert problem(inside, LETTERS) == ""


def nested(depth: int) -> str:
    return "<g>" * depth + "</g>" * depth


def test_depth() -> None:
    assert problem(nested(MOST_DEPTH - 1)) == ""
    assert problem(nested(MOST_DEPTH)) == (
        "“cup.svg” has too many parts in each other. Draw it with fewer."
    )


def test_how_many_elements() -> None:
    assert problem("<g/>" * (MOST_ELEMENTS - 1)) == ""
    assert "too many parts" in problem("<g/>" * MOST_ELEMENTS)


def test_a_million_letters_of_elements_are_refused_at_once() -> None:
    started = time.monotonic()
    assert "too many parts" in problem(nested(120_000))
    assert time.monotonic() - started < 1
