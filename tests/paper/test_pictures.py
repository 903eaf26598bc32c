"""Figures on their way to paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.booklet.model import Figure, PassageKind
from reader.booklet.reading import read_booklet
from reader.booklet.svg import ROLES
from reader.paper.booklet import BookletPaper, booklet_pdf
from reader.paper.errors import FigureError
from reader.paper.options import PaperSize, PrintSize, SheetOptions
from reader.paper.pictures import PAPER, read_picture
from tests.booklet.making import PNG
from tests.paper.kinds import ENDS
from tests.paper.reading_back import (
    embedded_fonts,
    faults,
    font_sizes,
    page_images,
    rows,
    text_of,
    tree_of,
)
from tests.paper.samples import booklet, passage, section

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.paper.pdf import Pdf
    from reader.paper.press import Press

CONTENT = Path(__file__).parents[2] / "content"
WITH_PICTURES = {
    "recurrence": ("groups", "how", "for-and-against"),
    "surgery": ("who", "trials"),
}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">'
    '<rect width="60" height="40" fill="role:warn_ground"/>'
    '<rect width="30" height="40" fill="role:accent"/></svg>'
)


def drawn(folder: Path, svg: str = SVG, words: str = "") -> Figure:
    (folder / "cup.svg").write_text(svg, encoding="utf-8")
    return Figure("cup.svg", "A cup", words)


def printed(press: Press, folder: Path, figure: Figure, size: PrintSize = PrintSize.CLEAR) -> Pdf:
    whole = booklet(folder, section("a", "A", passage(PassageKind.FIGURE, figure=figure)))
    return booklet_pdf(BookletPaper(whole, (), ()), SheetOptions(size, PaperSize.A4), press)


def test_every_role_has_a_grey() -> None:
    assert set(PAPER) == ROLES
    assert all(re.fullmatch(r"#(..)\1\1", colour) for colour in PAPER.values())


def test_an_svg_is_black_on_white(tmp_path: Path) -> None:
    drawn(tmp_path)
    picture = read_picture(tmp_path, "cup.svg")
    assert picture.format == "svg"
    assert re.findall(rb'fill="(.*?)"', picture.data) == [b"#EBEBEB", b"#000000"]


def test_a_png_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "cup.png").write_bytes(PNG)
    assert read_picture(tmp_path, "cup.png").data == PNG


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xff\xfe", "it is not a picture any more"),
        (b'<svg fill="role:teal"/>', "it is not a picture any more"),
        (None, "No such file or directory"),
    ],
)
def test_a_picture_that_changed_since_it_was_read(
    tmp_path: Path, data: bytes | None, problem: str
) -> None:
    if data is not None:
        (tmp_path / "cup.svg").write_bytes(data)
    with pytest.raises(FigureError) as caught:
        read_picture(tmp_path, "cup.svg")
    assert (caught.value.source, caught.value.problem) == ("cup.svg", problem)


def test_its_words_stand_below_it_in_the_chosen_size(tmp_path: Path, press: Press) -> None:
    figure = drawn(tmp_path, words="It is blue.\nIt is full.")
    pdf = printed(press, tmp_path, figure, PrintSize.LARGE)
    assert "What this picture says It is blue. It is full." in text_of(pdf)
    assert min(font_sizes(pdf)) >= PrintSize.LARGE.points
    assert faults(pdf, tmp_path) == []
    assert tree_of(pdf).document.outline.count("Figure") == 1


def test_without_words_nothing_is_said_of_them(tmp_path: Path, press: Press) -> None:
    assert "What this picture says" not in text_of(printed(press, tmp_path, drawn(tmp_path)))


def black_size(pdf: Pdf) -> tuple[int, int]:
    """Width and height in dots of the black half of the picture, which is on one page."""
    pages = [rows(page) for page in page_images(pdf)]
    solid = [[re.findall(rb"\0{30,}", row) for row in page] for page in pages]
    # What is as wide as the text is the rule at the foot of the page.
    found = [[runs[0] for runs in page if runs and len(runs[0]) < 400] for page in solid]
    (page,) = (page for page in found if page)
    return max(map(len, page)), len(page)


def test_small_print_has_smaller_pictures(tmp_path: Path, press: Press, qtbot: QtBot) -> None:
    figure = drawn(tmp_path)
    sizes = [black_size(printed(press, tmp_path, figure, size)) for size in PrintSize]
    assert sizes == sorted(set(sizes))


@pytest.mark.parametrize("size", list(PrintSize))
def test_a_tall_picture_stays_on_one_page(
    tmp_path: Path, press: Press, size: PrintSize, qtbot: QtBot
) -> None:
    svg = SVG.replace('"0 0 60 40"', '"0 0 60 120"').replace('height="40"', 'height="120"')
    width, height = black_size(printed(press, tmp_path, drawn(tmp_path, svg), size))
    assert height / width == pytest.approx(120 / 30, rel=0.02)


@pytest.mark.parametrize("name", WITH_PICTURES)
@pytest.mark.parametrize("size", ENDS)
def test_the_bundled_pictures_are_figures_with_words(
    name: str, size: PrintSize, press: Press, tmp_path: Path
) -> None:
    whole = read_booklet(CONTENT / name)
    pdf = booklet_pdf(
        BookletPaper(whole, WITH_PICTURES[name], ()), SheetOptions(size, PaperSize.A4), press
    )
    tree = tree_of(pdf).document
    assert faults(pdf, tmp_path) == []
    assert tree.count("Figure") == len(WITH_PICTURES[name])
    assert all(figure.has_alternative for figure in tree.all("Figure"))
    assert text_of(pdf).count("What this picture says") == len(WITH_PICTURES[name])
    assert all("Atkinson" in font for font in embedded_fonts(pdf))
