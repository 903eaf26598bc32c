"""Icons: our own drawings, in the colour of a role and sharp at any size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from reader.override import override

if TYPE_CHECKING:
    from pathlib import Path

APP = "app"
"""The drawing that has colours of its own: the program's icon."""

APP_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels in which title bars, task bars and menus ask for the program's icon."""

FACING = ("back", "contents", "forward", "speaker", "undo")
"""What points along the line that is read, and is turned round with it."""

_PLACEHOLDER = b"currentColor"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_PLAIN = (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected, QIcon.Mode.Disabled)


class UnknownIconError(KeyError):
    """There is no drawing called ``name``; ``known`` are the names that exist."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known

    @override
    def __str__(self) -> str:
        return f"there is no icon “{self.name}”, only {', '.join(self.known)}"


class IconError(Exception):
    """The file at ``path`` holds no drawing."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    @override
    def __str__(self) -> str:
        return f"{self.path.name} cannot be read or holds no drawing"


class Icons:
    """The drawings of one folder. Each is drawn once for a colour, a size and a screen.

    Colours are ``#RRGGBB``, ``px`` is the edge in logical pixels and ``ratio`` the device pixels
    in one of them. All methods raise ``UnknownIconError`` or ``IconError``.
    """

    def __init__(self, folder: Path) -> None:
        paths = sorted(folder.glob("*.svg"), key=lambda path: path.stem)
        self._paths = {path.stem: path for path in paths}
        self._sources: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int, float, bool], QPixmap] = {}
        self._icons: dict[tuple[tuple[str, ...], int, float], QIcon] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """What can be drawn, in alphabetical order."""
        return tuple(self._paths)

    def icon(self, name: str, colour: str, px: int, *, ratio: float = 1.0) -> QIcon:
        """``name`` in one colour, whatever the state of the control that shows it."""
        key = ((name, colour), px, ratio)
        if key not in self._icons:
            self._icons[key] = plain_icon(self.pixmap(name, colour, px, ratio=ratio))
        return self._icons[key]

    def state_icon(
        self, name: str, *, off: str, on: str, disabled: str, px: int, ratio: float = 1.0
    ) -> QIcon:
        """``name`` in the colour ``on`` while its control is checked, else ``off``.

        ``disabled`` is the colour while the control cannot be used, checked or not.
        """
        key = ((name, off, on, disabled), px, ratio)
        if key not in self._icons:
            icon = QIcon()
            for state, colour in ((QIcon.State.Off, off), (QIcon.State.On, on)):
                for mode in _PLAIN:
                    shown = disabled if mode is QIcon.Mode.Disabled else colour
                    icon.addPixmap(self.pixmap(name, shown, px, ratio=ratio), mode, state)
            self._icons[key] = icon
        return self._icons[key]

    def app_icon(self) -> QIcon:
        """The program's icon, in every size that a desktop asks for."""
        icon = QIcon()
        for px in APP_SIZES:
            icon.addPixmap(self.pixmap(APP, "#000000", px))
        return icon

    def pixmap(
        self, name: str, colour: str, px: int, *, ratio: float = 1.0, from_right: bool = False
    ) -> QPixmap:
        """``name`` as a picture; raises ``ValueError`` for a colour that is not ``#RRGGBB``.

        ``from_right`` is whether lines are read from the right where it is shown.
        """
        key = (name, colour, px, ratio, from_right and name in FACING)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(*key)
        return self._pixmaps[key]

    def _draw(self, name: str, colour: str, px: int, ratio: float, is_turned: bool) -> QPixmap:
        if not _COLOUR.fullmatch(colour):
            raise ValueError(colour)
        edge = round(px * ratio)
        renderer = QSvgRenderer(
            QByteArray(self._source(name).replace(_PLACEHOLDER, colour.encode()))
        )
        if not renderer.isValid():
            raise IconError(self._paths[name])
        pixmap = QPixmap(edge, edge)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, edge, edge))
        painter.end()
        if is_turned:
            pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> bytes:
        if name not in self._paths:
            raise UnknownIconError(name, self.names)
        if name not in self._sources:
            path = self._paths[name]
            try:
                self._sources[name] = path.read_bytes()
            except OSError as error:
                raise IconError(path) from error
        return self._sources[name]


def plain_icon(picture: QPixmap) -> QIcon:
    """``picture`` as it is, whatever the state of the control that shows it."""
    icon = QIcon()
    for mode in _PLAIN:
        icon.addPixmap(picture, mode, QIcon.State.Off)
    return icon


def with_gap(picture: QPixmap, gap: int, *, rightwards: bool) -> QPixmap:
    """``picture`` with ``gap`` pixels of nothing on the side of the words: Qt leaves too little."""
    if not gap:
        return picture
    ratio = picture.devicePixelRatio()
    wider = QPixmap(picture.width() + round(gap * ratio), picture.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(gap if rightwards else 0, 0, picture)
    painter.end()
    return wider
