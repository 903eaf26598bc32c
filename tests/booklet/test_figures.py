"""Which pictures are taken."""

from __future__ import annotations

import os
import struct
import tomllib
from pathlib import Path

import pytest

from reader.booklet.figures import FIGURE_BYTES, LIGHT, coloured, figure_problem
from reader.booklet.svg import ROLES
from tests.booklet.making import PNG, SVG

THEMES = Path(__file__).parents[2] / "resources" / "themes"
_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
OUTSIDE = "“cup.svg” points at something outside itself. Draw it without."


def put(folder: Path, name: str, data: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("name", "data"),
    [("cup.svg", SVG), ("figures/cup.svg", SVG), ("figures/a-b_c.1.png", PNG)],
)
def test_good_pictures(tmp_path: Path, name: str, data: bytes) -> None:
    put(tmp_path, name, data)
    assert figure_problem(tmp_path, name) == ""


@pytest.mark.parametrize(
    "source",
    ["/dev/zero", "../cup.svg", "figures/../../cup.svg", ".hidden.svg", "a//b.svg", "./a.svg", "",
     "https://example.org/cup.svg", "data:image/png;base64,AA", "figures\\cup.svg", "C:/cup.svg"],
)  # fmt: skip
def test_paths_stay_inside(tmp_path: Path, source: str) -> None:
    assert figure_problem(tmp_path / "booklet", source) == (
        "A picture's path stays inside the booklet's folder, like figures/name.svg."
    )


@pytest.mark.parametrize("source", ["cup.gif", "cup", "cup.svgz", "cup.SVG", "cup.png.exe"])
def test_other_kinds_of_file(tmp_path: Path, source: str) -> None:
    put(tmp_path, source, SVG)
    assert figure_problem(tmp_path, source) == (
        "A picture must be an .svg or a .png file. Save it as one of them."
    )


def test_a_missing_picture(tmp_path: Path) -> None:
    assert figure_problem(tmp_path, "figures/cup.svg") == (
        "There is no picture “figures/cup.svg” in this folder. Add it, or correct the name."
    )


@pytest.mark.parametrize("target", ["/dev/zero", "real.svg"])
def test_a_symbolic_link_is_not_followed(tmp_path: Path, target: str) -> None:
    put(tmp_path, "real.svg", SVG)
    (tmp_path / "cup.svg").symlink_to(target)
    assert figure_problem(tmp_path, "cup.svg") == (
        "“cup.svg” is a link to another place. Put the picture itself in the folder."
    )


def test_a_linked_folder_is_not_entered(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/cup.svg", SVG)
    (tmp_path / "figures").symlink_to(tmp_path / "elsewhere")
    assert figure_problem(tmp_path, "figures/cup.svg") == (
        "“figures/cup.svg” is a link to another place. Put the picture itself in the folder."
    )


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "cup.svg").mkdir()
    assert figure_problem(tmp_path, "cup.svg") == "“cup.svg” is not a file. Put a picture there."


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "cup.svg")
    assert figure_problem(tmp_path, "cup.svg") == "“cup.svg” is not a file. Put a picture there."


def test_an_svg_named_png(tmp_path: Path) -> None:
    put(tmp_path, "cup.png", SVG)
    assert figure_problem(tmp_path, "cup.png") == (
        "“cup.png” is not a PNG picture, whatever its name says. Save it as one."
    )


@pytest.mark.parametrize(
    "data",
    [
        PNG,
        b"",
        b"<svg>",
        b"<html/>",
        b"<svg/>",
        SVG.decode().encode("utf-16"),
        b"\xff\xfe<",
        _HEAD.encode(),
    ],
)
def test_what_is_not_svg(tmp_path: Path, data: bytes) -> None:
    put(tmp_path, "cup.svg", data)
    assert figure_problem(tmp_path, "cup.svg") == (
        "“cup.svg” is not an SVG picture that can be read. Save it again as plain SVG."
    )


def test_a_large_picture(tmp_path: Path) -> None:
    put(tmp_path, "cup.png", PNG + bytes(FIGURE_BYTES))
    assert figure_problem(tmp_path, "cup.png") == (
        "“cup.png” is larger than 1000 kB. Make the picture smaller."
    )


@pytest.mark.parametrize(
    "before",
    [
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>',
        b"<!doctype svg>",
        b'<?xml version="1.0"?><?xml-stylesheet href="file:///etc/passwd" type="text/css"?>',
    ],
)
def test_declarations_are_refused(tmp_path: Path, before: bytes) -> None:
    put(tmp_path, "cup.svg", before + SVG)
    assert figure_problem(tmp_path, "cup.svg") == (
        "“cup.svg” has a <!DOCTYPE or <? line. Save it again as plain SVG."
    )


def test_an_xml_declaration_is_fine(tmp_path: Path) -> None:
    put(tmp_path, "cup.svg", b'<?xml version="1.0" encoding="UTF-8"?>\n' + SVG)
    assert figure_problem(tmp_path, "cup.svg") == ""


@pytest.mark.parametrize(
    "name", ["script", "image", "foreignObject", "use", "style", "a", "feImage"]
)
def test_elements_that_act_or_load(tmp_path: Path, name: str) -> None:
    put(tmp_path, "cup.svg", f"{_HEAD}<g><{name}/></g></svg>".encode())
    assert figure_problem(tmp_path, "cup.svg") == (
        f"“cup.svg” uses <{name}>, which pictures here may not. Draw it without."
    )


@pytest.mark.parametrize(
    "inside",
    [
        '<rect onload="x()"/>',
        '<linearGradient xlink:href="other.svg#a"/>',
        '<linearGradient href="file:///etc/passwd"/>',
        '<rect fill="url(other.svg#a)"/>',
        "<rect style=\"fill: URL( 'https://example.org/a')\"/>",
    ],
)
def test_what_points_outside(tmp_path: Path, inside: str) -> None:
    put(tmp_path, "cup.svg", f"{_HEAD}{inside}</svg>".encode())
    assert figure_problem(tmp_path, "cup.svg") == OUTSIDE


def test_what_points_inside_is_fine(tmp_path: Path) -> None:
    inside = (
        '<linearGradient id="b" xlink:href="#a"/><rect fill="url(#b)" style="fill:url(\'#b\')"/>'
    )
    put(tmp_path, "cup.svg", f"{_HEAD}{inside}</svg>".encode())
    assert figure_problem(tmp_path, "cup.svg") == ""


@pytest.mark.parametrize(
    ("size", "problem"),
    [
        ((4000, 4000), ""),
        ((4001, 4000), "“cup.png” has more than 16 million dots. Make it smaller."),
        ((2**32 - 1, 2**32 - 1), "“cup.png” has more than 16 million dots. Make it smaller."),
    ],
)
def test_how_many_dots(tmp_path: Path, size: tuple[int, int], problem: str) -> None:
    put(tmp_path, "cup.png", PNG[:8] + struct.pack(">I4sII", 13, b"IHDR", *size))
    assert figure_problem(tmp_path, "cup.png") == problem


def test_the_light_colours_are_those_of_the_light_theme() -> None:
    theme = tomllib.loads((THEMES / "light.toml").read_text(encoding="utf-8"))["colours"]
    assert {role: theme[role] for role in ROLES} == LIGHT


@pytest.mark.parametrize(
    ("svg", "expected"),
    [
        ('<a fill="role:ink"/>', '<a fill="#1C2730"/>'),
        ("<a fill='role:ink'/>", "<a fill='#1C2730'/>"),
        (
            '<a fill="role:accent" stroke="role:on_accent"/>',
            '<a fill="#0A575C" stroke="#FFFFFF"/>',
        ),
        ("<a>role:ink and “role:ink”</a>", "<a>role:ink and “role:ink”</a>"),
        ('<a fill="role:ink2"/>', '<a fill="role:ink2"/>'),
        ('<a fill="#000000"/>', '<a fill="#000000"/>'),
    ],
)
def test_roles_become_colours(svg: str, expected: str) -> None:
    assert coloured(svg, LIGHT) == expected


def test_a_role_without_a_colour_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError, match="ink"):
        coloured('<a fill="role:ink"/>', {"accent": "#000000"})
