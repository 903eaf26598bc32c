"""Contact sheets: the pages of one theme, direction and window on one picture, seen whole."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from reader.ui.fonts import load_reading_font

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.pictures.__main__ import View
    from tests.pictures.scenes import Scene

ACROSS = 420
"""Pixels of a picture's width on a sheet."""

GAP = 12
LABEL = 30
IN_A_ROW = 2
"""So many scenes beside each other, each in all its sizes."""

GROUND, INK = "#808080", "#FFFFFF"


def contact_sheets(folder: Path, scenes: Sequence[Scene], views: Sequence[View]) -> list[Path]:
    """Lay the pictures in ``folder`` out, in ``folder/sheets``; gives the sheets.

    One a theme, direction and window. A picture that was not taken leaves its place empty.
    """
    made = []
    sheets = folder / "sheets"
    sheets.mkdir(exist_ok=True)
    for old in sheets.glob("*.png"):
        old.unlink()
    for name, some in groupby(sorted(views, key=_sheet_of), key=_sheet_of):
        path = sheets / f"{name}.png"
        _sheet(folder, scenes, sorted(some, key=lambda view: view.size)).save(str(path))
        made.append(path)
    return made


def _sheet_of(view: View) -> str:
    """``dark-rtl``: which sheet a view is on."""
    return view.file("").removeprefix("-").removesuffix(".png").replace(f"-{view.size:g}", "", 1)


def _sheet(folder: Path, scenes: Sequence[Scene], views: Sequence[View]) -> QImage:
    width, height = views[0].window
    down = round(ACROSS * height / width)
    cell = (len(views) * (ACROSS + GAP) + 2 * GAP, down + LABEL + GAP)
    rows = -(-len(scenes) // IN_A_ROW)
    sheet = QImage(cell[0] * IN_A_ROW, cell[1] * rows + GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor(GROUND))
    painter = QPainter(sheet)
    painter.setPen(QColor(INK))
    font = QFont(load_reading_font())
    font.setPixelSize(LABEL - 10)
    painter.setFont(font)
    for number, scene in enumerate(scenes):
        left = number % IN_A_ROW * cell[0] + GAP
        top = number // IN_A_ROW * cell[1] + GAP
        painter.drawText(left, top + LABEL - 12, f"{scene.name}: {scene.told}")
        for column, view in enumerate(views):
            picture = QImage(str(folder / view.file(scene.name)))
            place = QRect(left + column * (ACROSS + GAP), top + LABEL - 4, ACROSS, down)
            if not picture.isNull():
                smooth = Qt.TransformationMode.SmoothTransformation
                kept = Qt.AspectRatioMode.KeepAspectRatio
                painter.drawImage(place.topLeft(), picture.scaled(place.size(), kept, smooth))
    painter.end()
    return sheet
