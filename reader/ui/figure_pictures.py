"""Figures drawn for the screen: as wide as the text, sharp, in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from reader.booklet.figures import FIGURE_BYTES, FIGURE_DOTS, coloured

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.look import Look

ALLOCATION_MB = 64


def draw_figure(path: Path, look: Look, width_px: int, *, ratio: float) -> QImage | None:
    """The picture at ``path``, ``width_px`` logical pixels wide or less; ``None`` if it is none.

    ``ratio`` is how many dots of the screen make a logical pixel. A booklet that was read has
    only good pictures; but a file may have changed or gone since.
    """
    try:
        with path.open("rb") as file:
            data = file.read(FIGURE_BYTES + 1)
        if len(data) > FIGURE_BYTES:
            return None
        if path.suffix == ".svg":
            return _drawn_svg(data.decode("utf-8"), look, width_px, ratio)
    except (OSError, ValueError, KeyError):
        return None
    return _drawn_png(data, look, width_px, ratio)


def _drawn_svg(svg: str, look: Look, width_px: int, ratio: float) -> QImage | None:
    renderer = QSvgRenderer(QByteArray(coloured(svg, look.theme.colours).encode("utf-8")))
    if not renderer.isValid() or renderer.defaultSize().isEmpty():
        return None
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    image = _canvas(QSizeF(renderer.defaultSize()), width_px, ratio)
    has_roles = "role:" in svg
    image.fill(Qt.GlobalColor.transparent if has_roles else QColor("white"))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, image.width() / ratio, image.height() / ratio))
    painter.end()
    return image


def _drawn_png(data: bytes, look: Look, width_px: int, ratio: float) -> QImage | None:
    """A PNG has its own colours, made for white, and gets no wider than it is drawn."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(ALLOCATION_MB)
    reader = QImageReader(buffer, QByteArray(b"png"))
    reader.setAutoDetectImageFormat(False)
    found = reader.read()
    if found.isNull():
        return None
    width = min(width_px, round(found.width() * look.size))
    image = _canvas(QSizeF(found.size()), width, ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, image.width() / ratio, image.height() / ratio), found)
    painter.end()
    return image


def _canvas(shape: QSizeF, width_px: int, ratio: float) -> QImage:
    """An empty image of that shape; narrower than asked where it would take too many dots."""
    dots = shape.scaled(
        width_px * ratio,
        width_px * ratio * shape.height() / shape.width(),
        Qt.AspectRatioMode.KeepAspectRatio,
    )
    over = dots.width() * dots.height() / FIGURE_DOTS
    if over > 1:
        dots /= over**0.5
    size = QSize(max(1, int(dots.width())), max(1, int(dots.height())))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    return image
