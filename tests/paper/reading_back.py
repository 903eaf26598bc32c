"""Reading a PDF back: its words, its tags, its fonts, its ink and what the checker finds."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pypdf
from pdfua import validate
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from reader.paper.options import SheetOptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.paper.options import PaperSize
    from reader.paper.pdf import Pdf

KNOWN_SKIPS = {"UA-14-001"}
"""Rules of headings, which the checker fails to run on any file; ``heading_levels`` is for them."""

DOTS_A_MM = 3
TOP_MARGIN_MM, BOTTOM_MARGIN_MM = 11, 8
_WHITE = 250


def page_texts(pdf: Pdf) -> list[str]:
    """The words of each page on one line, without the places where lines may end."""
    reader = pypdf.PdfReader(io.BytesIO(pdf.data))
    return [_plain(page.extract_text()) for page in reader.pages]


def text_of(pdf: Pdf) -> str:
    return " ".join(page_texts(pdf))


def page_sizes_mm(pdf: Pdf) -> set[tuple[float, float]]:
    reader = pypdf.PdfReader(io.BytesIO(pdf.data))
    boxes = [page.mediabox for page in reader.pages]
    return {
        (round(float(box.width) / 72 * 25.4, 1), round(float(box.height) / 72 * 25.4, 1))
        for box in boxes
    }


def font_sizes(pdf: Pdf) -> set[float]:
    """The sizes in points of everything that is written."""
    sizes = set()

    def seen(text: str, matrix: list[float], base: list[float], font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(size * base[3] * matrix[3]), 1))

    for page in pypdf.PdfReader(io.BytesIO(pdf.data)).pages:
        page.extract_text(visitor_text=seen)
    return sizes


def embedded_fonts(pdf: Pdf) -> set[str]:
    """The names of all fonts, which must each be embedded."""
    names = set()
    with pikepdf.open(io.BytesIO(pdf.data)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(item.keys())
                names.add(str(item.FontName).split("+")[-1])
    return names


@dataclass(frozen=True)
class Tag:
    """A structure element."""

    name: str
    has_alternative: bool
    children: tuple[Tag, ...]

    def walk(self) -> Iterator[Tag]:
        yield self
        for child in self.children:
            yield from child.walk()

    def count(self, name: str) -> int:
        return sum(tag.name == name for tag in self.walk())

    def all(self, name: str) -> list[Tag]:
        return [tag for tag in self.walk() if tag.name == name]

    @property
    def outline(self) -> tuple[str, ...]:
        return tuple(child.name for child in self.children)


@dataclass(frozen=True)
class Tree:
    """What a screen reader is told about a PDF."""

    document: Tag
    language: str
    shows_title: bool
    title: str
    is_marked: bool

    @property
    def heading_levels(self) -> list[int]:
        names = [tag.name for tag in self.document.walk()]
        return [int(name[1]) for name in names if re.fullmatch(r"H[1-6]", name)]


def tree_of(pdf: Pdf) -> Tree:
    with pikepdf.open(io.BytesIO(pdf.data)) as document:
        root = document.Root
        kids = root.StructTreeRoot.K
        top = kids[0] if isinstance(kids, pikepdf.Array) else kids
        return Tree(
            _tag(top),
            str(root.Lang),
            bool(root.ViewerPreferences.DisplayDocTitle),
            str(document.docinfo["/Title"]),
            bool(root.MarkInfo.Marked),
        )


def _tag(element: pikepdf.Object) -> Tag:
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    children = [_tag(kid) for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return Tag(str(element.S)[1:], bool(str(element.get("/Alt", ""))), tuple(children))


def check_tags(tree: Tree) -> None:
    """What every sheet of ours must be to somebody who hears it."""
    assert tree.is_marked
    assert tree.shows_title
    assert tree.title.strip()
    assert tree.document.name == "Document"
    assert not {"Span", "Strong", "Div", "NonStruct"} & set(tree.document.outline)
    levels = tree.heading_levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(table.count("TH") for table in tree.document.all("Table"))
    assert all(figure.has_alternative for figure in tree.document.all("Figure"))
    for item in tree.document.all("LI"):
        assert item.outline in {("Lbl", "LBody"), ("LBody",)}


def faults(pdf: Pdf, folder: Path) -> list[str]:
    """What the PDF/UA checker finds; a rule that it did not run is a fault too."""
    path = folder / "checked.pdf"
    path.write_bytes(pdf.data)
    report = validate(str(path))
    skipped = [outcome.rule_id for outcome in report.skipped if outcome.rule_id not in KNOWN_SKIPS]
    return [*map(str, report.findings), *(f"skipped {rule}" for rule in skipped)]


def page_images(pdf: Pdf) -> list[QImage]:
    """Each page in greys on white, ``DOTS_A_MM`` to the millimetre. Needs an application."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.status() is QPdfDocument.Status.Ready
    images = [_image(document, number) for number in range(document.pageCount())]
    document.close()
    return images


def _image(document: QPdfDocument, number: int) -> QImage:
    points = document.pagePointSize(number)
    dots = DOTS_A_MM * 25.4 / 72
    size = QSize(round(points.width() * dots), round(points.height() * dots))
    page = QImage(size, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    return page.convertToFormat(QImage.Format.Format_Grayscale8)


def rows(image: QImage) -> list[bytes]:
    """The greys of each row of dots."""
    data, width, stride = bytes(image.constBits()), image.width(), image.bytesPerLine()
    return [data[at : at + width] for at in range(0, stride * image.height(), stride)]


def stray_ink(pdf: Pdf, form: PaperSize | SheetOptions) -> list[str]:
    """The pages with ink in a margin, and in which."""
    strays = []
    options = form if isinstance(form, SheetOptions) else SheetOptions(paper=form)
    width, height = (length * DOTS_A_MM for length in options.page_millimetres)
    side = int(options.side_margin) * DOTS_A_MM - 2
    top, bottom = TOP_MARGIN_MM * DOTS_A_MM - 2, int(height) - BOTTOM_MARGIN_MM * DOTS_A_MM + 2
    for number, image in enumerate(page_images(pdf), 1):
        grid = rows(image)
        margins = {
            "top": b"".join(grid[:top]),
            "bottom": b"".join(grid[bottom:]),
            "left": b"".join(row[:side] for row in grid),
            "right": b"".join(row[int(width) - side :] for row in grid),
        }
        strays += [f"page {number}, {name}" for name, dots in margins.items() if min(dots) < _WHITE]
    return strays


def _plain(text: str) -> str:
    return " ".join(text.replace("\u200b", "").replace("\u2060", "").replace("\u00a0", " ").split())
