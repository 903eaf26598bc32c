"""Figures drawn for the screen, and those of the bundled booklets in our letters."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
import zlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage

from reader.booklet.svg import ROLES
from reader.ui.figure_pictures import draw_figure
from reader.ui.theme import ROLES as THEME_ROLES
from reader.ui.theme import load_theme, theme_ids
from tests.ui.conftest import CONTENT, RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.look import Looks

BUNDLED = sorted(CONTENT.glob("*/figures/*.svg"))
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
HALVES = (
    f'{HEAD}<rect width="50" height="50" fill="role:accent"/>'
    '<rect x="50" width="50" height="50" fill="role:surface"/></svg>'
)


def svg(folder: Path, text: str = HALVES) -> Path:
    path = folder / "a.svg"
    path.write_text(text, encoding="utf-8")
    return path


def png(folder: Path, width: int, height: int, rgba: bytes = b"\x10\x20\x30\xff") -> Path:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    rows = zlib.compress((b"\0" + rgba * width) * height)
    path = folder / "a.png"
    body = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    return path


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def test_every_role_of_a_picture_is_one_of_the_themes() -> None:
    assert set(THEME_ROLES) >= ROLES


@pytest.mark.parametrize("theme", theme_ids(RESOURCES / "themes"))
def test_an_svg_has_the_colours_of_the_theme(looks: Looks, tmp_path: Path, theme: str) -> None:
    looks.change(theme=load_theme(RESOURCES / "themes", theme))
    image = draw_figure(svg(tmp_path), looks.look, 200, ratio=1.0)
    assert image is not None
    found = [colour(image, x, 50) for x in (20, 180)]
    assert found == [looks.look.colour("accent"), looks.look.colour("surface")]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_svg_is_as_wide_as_the_text_and_sharp(
    looks: Looks, tmp_path: Path, ratio: float
) -> None:
    image = draw_figure(svg(tmp_path), looks.look, 300, ratio=ratio)
    assert image is not None
    assert (image.width(), image.height()) == (round(300 * ratio), round(150 * ratio))
    assert image.deviceIndependentSize().width() == 300
    edge = round(150 * ratio)
    assert colour(image, edge - 2, 10) != colour(image, edge + 1, 10)


def test_the_ground_shows_through_an_svg_in_roles(looks: Looks, tmp_path: Path) -> None:
    image = draw_figure(
        svg(tmp_path, HALVES.replace('x="50" ', 'x="70" ')), looks.look, 200, ratio=1
    )
    assert image is not None
    assert image.pixelColor(120, 20).alpha() == 0


def test_an_svg_without_roles_was_made_for_white(looks: Looks, tmp_path: Path) -> None:
    image = draw_figure(svg(tmp_path, f"{HEAD}</svg>"), looks.look, 200, ratio=1)
    assert image is not None
    assert image.pixelColor(10, 10) == QColor("white")


@pytest.mark.parametrize(
    ("size", "expected"), [(1.0, (100, 40)), (2.0, (200, 80)), (4.0, (300, 120))]
)
def test_a_png_grows_with_the_text_up_to_its_width(
    looks: Looks, tmp_path: Path, size: float, expected: tuple[int, int]
) -> None:
    looks.change(size=size)
    image = draw_figure(png(tmp_path, 100, 40), looks.look, 300, ratio=1.0)
    assert image is not None
    assert (image.width(), image.height()) == expected
    assert colour(image, 5, 5) == "#102030"


def test_white_shows_through_a_png(looks: Looks, tmp_path: Path) -> None:
    image = draw_figure(png(tmp_path, 10, 10, bytes(4)), looks.look, 10, ratio=1.0)
    assert image is not None
    assert image.pixelColor(5, 5) == QColor("white")


def test_a_picture_of_too_many_dots_gets_narrower(looks: Looks, tmp_path: Path) -> None:
    tall = HALVES.replace('viewBox="0 0 100 50"', 'viewBox="0 0 100 9000"')
    image = draw_figure(svg(tmp_path, tall), looks.look, 700, ratio=1.0)
    assert image is not None
    assert image.width() * image.height() <= 16_000_000
    assert image.width() < 700


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", b"<svg"),
        ("a.svg", b"\xff\xfe"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("a.svg", HALVES.replace("role:accent", "role:teal").encode()),
        ("a.svg", b" " * 1_000_001),
        ("a.png", b"GIF89a"),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.png", HALVES.encode()),
        ("gone.svg", b""),
    ],
)
def test_what_is_no_picture_is_not_drawn(
    looks: Looks, tmp_path: Path, name: str, data: bytes
) -> None:
    if name != "gone.svg":
        (tmp_path / name).write_bytes(data)
    assert draw_figure(tmp_path / name, looks.look, 100, ratio=1.0) is None


@pytest.mark.qt_log_ignore("exceeds the current allocation limit of 64 megabytes")
def test_a_png_that_would_fill_the_memory_is_not_drawn(looks: Looks, tmp_path: Path) -> None:
    path = png(tmp_path, 1, 1)
    data = bytearray(path.read_bytes())
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    data[29:33] = struct.pack(">I", zlib.crc32(bytes(data[12:29])))
    path.write_bytes(bytes(data))
    assert draw_figure(path, looks.look, 100, ratio=1.0) is None


@pytest.mark.parametrize("path", BUNDLED, ids=[path.stem for path in BUNDLED])
def test_the_words_of_a_bundled_picture_stay_inside_it(looks: Looks, path: Path) -> None:
    """Measured in the letters that are used; a margin of ten at both sides."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    height = float(root.get("viewBox", "").split()[3])
    for element in root.iter("{http://www.w3.org/2000/svg}text"):
        font = QFont(looks.look.family)
        font.setPixelSize(int(element.get("font-size", root.get("font-size", "0"))))
        font.setBold(element.get("font-weight") == "bold")
        width = QFontMetricsF(font).horizontalAdvance(str(element.text))
        at = float(element.get("x", "0"))
        left = at - {"middle": width / 2, "end": width}.get(element.get("text-anchor", ""), 0)
        assert left >= 10, element.text
        assert left + width <= 630, element.text
        assert 20 < float(element.get("y", "0")) <= height - 10, element.text
