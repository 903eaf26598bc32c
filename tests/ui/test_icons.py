"""Icons: every drawing is there, in the colour and size that were asked for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from reader.ui.icons import APP, APP_SIZES, IconError, Icons, UnknownIconError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FOLDER = Path(__file__).parents[2] / "resources" / "icons"
DRAWN = (
    *("back", "booklet", "bookmark", "bookmark-filled", "check", "close", "comfort"),
    *("contents", "delete", "down", "edit", "forward", "help", "highlight"),
    *("menu", "minus", "note", "pause", "phone", "plus", "printer"),
    *("question", "save", "search", "speaker", "stop", "text-bigger", "text-smaller"),
    *("top", "undo", "up", "warning"),
)
TEAL = "#0A575C"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def icons(qtbot: QtBot) -> Icons:
    """The program's own icons; pictures need a running application, hence ``qtbot``."""
    return Icons(FOLDER)


def painted(image: QImage) -> set[str]:
    """The colours of all solid pixels, those a step of rounding apart as one."""
    found: set[str] = set()
    for y in range(image.height()):
        for x in range(image.width()):
            colour = image.pixelColor(x, y)
            if colour.alpha() == 255 and not any(is_near(colour, QColor(own)) for own in found):
                found.add(colour.name())
    return found


def is_near(one: QColor, other: QColor) -> bool:
    apart = (
        one.red() - other.red(),
        one.green() - other.green(),
        one.blue() - other.blue(),
    )
    return max(map(abs, apart)) <= 1


def is_all(image: QImage, colour: str) -> bool:
    found = painted(image)
    return bool(found) and all(is_near(QColor(name), QColor(colour)) for name in found)


def image_of(
    icon: QIcon,
    px: int,
    mode: QIcon.Mode = QIcon.Mode.Normal,
    state: QIcon.State = QIcon.State.Off,
) -> QImage:
    return icon.pixmap(QSize(px, px), 1.0, mode, state).toImage()


# ---- the drawings


def test_the_set_is_complete(icons: Icons) -> None:
    assert icons.names == tuple(sorted([*DRAWN, APP]))


@pytest.mark.parametrize("name", DRAWN)
def test_drawings_keep_to_the_grid_and_the_pen(name: str) -> None:
    root = ElementTree.parse(FOLDER / f"{name}.svg").getroot()
    assert root.attrib == {
        "width": "24",
        "height": "24",
        "viewBox": "0 0 24 24",
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": "2",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }
    assert {child.tag for child in root} <= {f"{SVG}path", f"{SVG}circle"}


@pytest.mark.parametrize("name", DRAWN)
def test_drawings_have_no_colour_of_their_own(name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3}", text)
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) <= {"none", "currentColor"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_drawings_need_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"href|url\(|<!|<script|<style|<text|<image", text)


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_is_cut_off_at_the_edge(icons: Icons, name: str) -> None:
    image = icons.pixmap(name, TEAL, 96).toImage()
    edge = range(96)
    rim = [*((x, y) for x in edge for y in (0, 95)), *((x, y) for x in (0, 95) for y in edge)]
    assert not any(image.pixelColor(x, y).alpha() for x, y in rim)


@pytest.mark.parametrize("name", DRAWN)
def test_every_drawing_fills_its_grid(icons: Icons, name: str) -> None:
    image = icons.pixmap(name, TEAL, 24).toImage()
    columns = [x for x in range(24) if any(image.pixelColor(x, y).alpha() > 127 for y in range(24))]
    rows = [y for y in range(24) if any(image.pixelColor(x, y).alpha() > 127 for x in range(24))]
    assert max(columns[-1] - columns[0], rows[-1] - rows[0]) >= 13


def test_no_two_drawings_are_alike(icons: Icons) -> None:
    images = [icons.pixmap(name, TEAL, 24).toImage() for name in DRAWN]
    alike = [
        (DRAWN[first], DRAWN[second])
        for first in range(len(images))
        for second in range(first)
        if images[first] == images[second]
    ]
    assert alike == []


# ---- colour, size, sharpness


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("colour", [TEAL, "#FFE600"])
def test_a_drawing_takes_the_colour_asked_for(icons: Icons, name: str, colour: str) -> None:
    assert is_all(image_of(icons.icon(name, colour, 48), 48), colour)


@pytest.mark.parametrize(
    ("px", "ratio", "edge"), [(24, 1.0, 24), (24, 2.0, 48), (20, 1.5, 30), (48, 1.25, 60)]
)
def test_a_drawing_is_sharp_on_the_screen_it_is_for(
    icons: Icons, px: int, ratio: float, edge: int
) -> None:
    pixmap = icons.pixmap("search", TEAL, px, ratio=ratio)
    assert (pixmap.width(), pixmap.height()) == (edge, edge)
    assert pixmap.devicePixelRatio() == ratio
    assert pixmap.deviceIndependentSize().toSize() == QSize(px, px)
    shown = icons.icon("search", TEAL, px, ratio=ratio).pixmap(QSize(px, px), ratio)
    assert shown.toImage() == pixmap.toImage()


def test_a_big_drawing_is_drawn_and_not_blown_up(icons: Icons) -> None:
    big = icons.pixmap("search", TEAL, 96).toImage()
    blown_up = icons.pixmap("search", TEAL, 24).toImage().scaled(96, 96)
    assert big != blown_up


@pytest.mark.parametrize("mode", list(QIcon.Mode))
@pytest.mark.parametrize("state", list(QIcon.State))
def test_one_colour_holds_in_every_state(
    icons: Icons, mode: QIcon.Mode, state: QIcon.State
) -> None:
    icon = icons.icon("bookmark", TEAL, 24)
    assert is_all(image_of(icon, 24, mode, state), TEAL)


@pytest.mark.parametrize(
    ("mode", "state", "expected"),
    [
        (QIcon.Mode.Normal, QIcon.State.Off, "#111111"),
        (QIcon.Mode.Active, QIcon.State.Off, "#111111"),
        (QIcon.Mode.Normal, QIcon.State.On, "#222222"),
        (QIcon.Mode.Selected, QIcon.State.On, "#222222"),
        (QIcon.Mode.Disabled, QIcon.State.Off, "#333333"),
        (QIcon.Mode.Disabled, QIcon.State.On, "#333333"),
    ],
)
def test_states_have_their_own_colours(
    icons: Icons, mode: QIcon.Mode, state: QIcon.State, expected: str
) -> None:
    icon = icons.state_icon("bookmark", off="#111111", on="#222222", disabled="#333333", px=24)
    assert is_all(image_of(icon, 24, mode, state), expected)


# ---- drawn once


def test_the_same_picture_is_not_drawn_twice(icons: Icons) -> None:
    one = icons.icon("note", TEAL, 24)
    assert icons.icon("note", TEAL, 24).cacheKey() == one.cacheKey()
    others = (
        icons.icon("edit", TEAL, 24),
        icons.icon("note", "#000000", 24),
        icons.icon("note", TEAL, 25),
        icons.icon("note", TEAL, 24, ratio=2.0),
    )
    assert len({icon.cacheKey() for icon in (one, *others)}) == 5


def test_states_are_not_drawn_twice(icons: Icons) -> None:
    def made(on: str) -> QIcon:
        return icons.state_icon("note", off=TEAL, on=on, disabled="#777777", px=24)

    assert made(TEAL).cacheKey() == made(TEAL).cacheKey()
    assert made("#000000").cacheKey() != made(TEAL).cacheKey()


def test_a_drawing_is_read_once(qtbot: QtBot, tmp_path: Path) -> None:
    copy = tmp_path / "up.svg"
    copy.write_bytes((FOLDER / "up.svg").read_bytes())
    icons = Icons(tmp_path)
    icons.icon("up", TEAL, 24)
    copy.unlink()
    assert is_all(icons.pixmap("up", "#000000", 48).toImage(), "#000000")


def test_two_sets_share_nothing(qtbot: QtBot) -> None:
    one, other = Icons(FOLDER), Icons(FOLDER)
    assert one.icon("up", TEAL, 24).cacheKey() != other.icon("up", TEAL, 24).cacheKey()


# ---- the program's icon


def test_the_program_icon_comes_in_every_size(icons: Icons) -> None:
    sizes = [size.width() for size in icons.app_icon().availableSizes()]
    assert sorted(sizes) == list(APP_SIZES)


def test_the_program_icon_is_a_booklet_with_a_darker_spine(icons: Icons) -> None:
    image = icons.app_icon().pixmap(QSize(256, 256), 1.0).toImage()
    spine, cover = image.pixelColor(60, 180), image.pixelColor(150, 180)
    assert (spine.name(), cover.name()) == ("#07464a", "#0b5b60")
    assert image.pixelColor(4, 128).alpha() == 0


# ---- what goes wrong


@pytest.mark.parametrize("name", ["", "nothing", "../icons/up", "up.svg", "UP"])
def test_an_unknown_name_is_named(icons: Icons, name: str) -> None:
    with pytest.raises(UnknownIconError) as caught:
        icons.icon(name, TEAL, 24)
    assert caught.value.name == name
    assert caught.value.known == icons.names
    assert isinstance(caught.value, KeyError)
    assert str(caught.value).startswith(f"there is no icon “{name}”, only app, back, ")


@pytest.mark.parametrize("colour", ["", "teal", "#FFF", '#00000" onload="', "#000000\n"])
def test_only_a_plain_colour_reaches_the_drawing(icons: Icons, colour: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - its words are the colour
        icons.icon("up", colour, 24)
    assert caught.value.args == (colour,)


@pytest.mark.qt_log_ignore("Cannot read file")
@pytest.mark.parametrize("data", [b"", b"no drawing", b"<svg><path"])
def test_a_file_without_a_drawing_is_named(qtbot: QtBot, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "up.svg").write_bytes(data)
    with pytest.raises(IconError, match=r"up\.svg cannot be read or holds no drawing") as caught:
        Icons(tmp_path).icon("up", TEAL, 24)
    assert caught.value.path == tmp_path / "up.svg"


def test_a_file_that_went_away_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "up.svg").touch()
    icons = Icons(tmp_path)
    (tmp_path / "up.svg").unlink()
    with pytest.raises(IconError, match=r"up\.svg"):
        icons.icon("up", TEAL, 24)


def test_an_empty_folder_knows_no_icon(qtbot: QtBot, tmp_path: Path) -> None:
    icons = Icons(tmp_path)
    assert icons.names == ()
    with pytest.raises(UnknownIconError):
        icons.app_icon()


def test_a_theme_colour_can_be_used_as_it_is(icons: Icons) -> None:
    ink = QColor("#1C2730")
    assert is_all(icons.pixmap("menu", ink.name(), 24).toImage(), ink.name())
